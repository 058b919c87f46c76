"""Where a public version names an agency, a place or a topic."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from releases.vocabulary import TextField


def _exactly_one_target() -> Q:
    targets = ("agency", "place", "topic")
    condition = Q()
    for chosen in targets:
        condition |= Q(**{f"{target}__isnull": target != chosen for target in targets})
    return condition


class Mention(models.Model):
    """A link from a revision to one agency, place or topic.

    With a span (`field`, `paragraph` from 0, `start`, `end`) it marks words of the text; without,
    the entity belongs to the bulletin as a whole. `score` and `terms` explain a topic. `confirmed`
    says that a person, not only the machine, holds it for right.
    """

    revision = models.ForeignKey(
        "releases.Revision", on_delete=models.PROTECT, related_name="mentions"
    )
    agency = models.ForeignKey(
        "releases.Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mentions",
    )
    place = models.ForeignKey(
        "releases.Place", null=True, blank=True, on_delete=models.PROTECT, related_name="mentions"
    )
    topic = models.ForeignKey(
        "releases.Topic", null=True, blank=True, on_delete=models.PROTECT, related_name="mentions"
    )
    field = models.CharField(max_length=15, choices=TextField.choices(), blank=True)
    paragraph = models.PositiveIntegerField(null=True, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    method = models.CharField(max_length=20)
    score = models.FloatField(null=True, blank=True)
    terms = models.JSONField(default=list, blank=True)
    confirmed = models.BooleanField(default=False)

    class Meta:
        verbose_name = "mención"
        verbose_name_plural = "menciones"
        constraints = (
            models.CheckConstraint(
                name="mention_has_exactly_one_target", condition=_exactly_one_target()
            ),
            models.CheckConstraint(
                name="mention_span_is_whole",
                condition=Q(field="", paragraph=None, start=None, end=None)
                | Q(paragraph__gte=0, start__gte=0, end__gt=models.F("start")) & ~Q(field=""),
            ),
        )

    def __str__(self) -> str:
        return str(self.agency or self.place or self.topic)
