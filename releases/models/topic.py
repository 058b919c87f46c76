"""Topics and the words that speak for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from releases.models.history import audited


@audited()
class Topic(models.Model):
    """What a bulletin may be about. It is proposed where its terms reach `threshold`.

    `loaded`: see `Agency`.
    """

    slug = models.SlugField("dirección", max_length=80, unique=True)
    name = models.CharField("nombre", max_length=120)
    meaning = models.TextField("qué abarca", blank=True)
    threshold = models.FloatField("umbral", default=3.0)
    sort_key = models.CharField(max_length=120, editable=False, db_index=True)
    loaded = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = "tema"
        verbose_name_plural = "temas"
        constraints = (
            models.CheckConstraint(
                name="topic_threshold_is_positive", condition=Q(threshold__gt=0)
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])


@audited()
class TopicTerm(models.Model):
    """A word or phrase that speaks for a topic, or against it with a negative weight."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="terms")
    text = models.CharField("término", max_length=120)
    weight = models.FloatField("peso", default=1.0)

    class Meta:
        verbose_name = "término"
        verbose_name_plural = "términos"
        constraints = (
            models.UniqueConstraint(name="topic_term_is_listed_once", fields=["topic", "text"]),
        )

    def __str__(self) -> str:
        return self.text
