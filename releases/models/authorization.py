"""Acts that wait for a second person, and what staff tell each other about a bulletin."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from releases.models.history import append_only, audited
from releases.vocabulary import Decision, PendingAct


@audited()
class Authorization(models.Model):
    """A request for a second person, open until `decided_at`.

    `note` is what the public will read, `reason` stays inside (the order of an authority, why it
    was urgent); `data` holds what the act needs besides (`publishing.actions.requesting`). The
    table itself refuses that somebody authorises what they asked for.
    """

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="authorizations",
    )
    act = models.CharField("acto", max_length=15, choices=PendingAct.choices())
    note = models.TextField("nota pública", blank=True)
    reason = models.TextField("motivo interno", blank=True)
    data = models.JSONField("detalle", default=dict, blank=True)
    requested_at = models.DateTimeField("solicitada", db_default=Now())
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="solicitada por",
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField("resuelta", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="resuelta por",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decision = models.CharField("decisión", max_length=15, choices=Decision.choices(), blank=True)
    answer = models.TextField("respuesta", blank=True)

    class Meta:
        verbose_name = "autorización"
        verbose_name_plural = "autorizaciones"
        constraints = (
            models.UniqueConstraint(
                name="authorization_one_open_per_act",
                fields=["release", "act"],
                condition=Q(decided_at__isnull=True),
            ),
            models.CheckConstraint(
                name="authorization_decided_whole",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, decision="")
                | (
                    Q(decided_at__isnull=False, decided_by__isnull=False)
                    & Q(decision__in=[decision.value for decision in Decision])
                ),
            ),
            models.CheckConstraint(
                name="authorization_by_a_second_person",
                condition=~Q(decision=Decision.AUTHORISED) | ~Q(decided_by=F("requested_by")),
            ),
        )

    def __str__(self) -> str:
        return f"{PendingAct(self.act).label}: {self.release}"


class Remark(models.Model):
    """An internal note of staff on a bulletin; it never leaves the desk."""

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="remarks",
    )
    text = models.TextField("nota interna")
    at = models.DateTimeField("cuándo", db_default=Now())
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="quién", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "nota interna"
        verbose_name_plural = "notas internas"
        triggers = append_only()

    def __str__(self) -> str:
        return self.text[:60]
