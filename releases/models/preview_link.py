"""Links with which a named reader sees one bulletin before it is public."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from releases.models.history import audited


@audited()
class PreviewLink(models.Model):
    """Given to `reader` (an outlet or a person) for one state of a draft, until `expires_at`.

    Only the SHA-256 of its secret is kept. It stops working when it expires, is revoked, or the
    draft is saved again (`draft_version`).
    """

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="preview_links",
    )
    reader = models.CharField("para quién", max_length=120)
    secret_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    draft_version = models.PositiveIntegerField("versión del borrador", editable=False)
    expires_at = models.DateTimeField("vence")
    created_at = models.DateTimeField("entregado", db_default=Now())
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="entregado por",
        on_delete=models.PROTECT,
        related_name="+",
    )
    revoked_at = models.DateTimeField("revocado", null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="revocado por",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "enlace previo"
        verbose_name_plural = "enlaces previos"
        constraints = (
            models.CheckConstraint(
                name="preview_link_ends_after_its_start",
                condition=Q(expires_at__gt=F("created_at")),
            ),
        )

    def __str__(self) -> str:
        return self.reader
