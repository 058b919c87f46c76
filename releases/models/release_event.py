"""The append-only history of acts on a bulletin, from which later deliveries are driven."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from releases.models.history import append_only
from releases.vocabulary import EventKind


class ReleaseEvent(models.Model):
    """Who did what to which bulletin, when and why. `note` is internal, `data` machine-readable.

    `by` is empty for acts of the system itself, such as a due publication.
    """

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="events",
    )
    revision = models.ForeignKey(
        "releases.Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField("acto", max_length=25, choices=EventKind.choices())
    at = models.DateTimeField("cuándo", db_default=Now(), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="quién",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    note = models.TextField("por qué", blank=True)
    data = models.JSONField("detalle", default=dict, blank=True)

    class Meta:
        verbose_name = "acto"
        verbose_name_plural = "bitácora de actos"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{EventKind(self.kind).label}: {self.release}"
