"""Work in progress: one mutable copy per release, never public."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from releases.models.bulletin_text import BulletinText
from releases.models.history import audited
from releases.vocabulary import RevisionKind


@audited(exclude=("body", "evidence", "links"))
class Draft(BulletinText):
    """A new bulletin, or a correction being prepared beside what is public.

    `links` holds the proposed agencies, places and topics (`publishing.content`); `confirmed`
    names the fields that a person confirmed. `lock_version` grows with each save: a save made
    from an older one is refused. `takes_folio` is set for a bulletin written here: its number is
    the office's next one, final when it is published or scheduled; until then `folio` is empty.
    `closing_block` is the block that `boilerplate` was copied from.
    """

    release = models.OneToOneField(
        "releases.Release",
        verbose_name="comunicado",
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="draft",
    )
    based_on = models.ForeignKey(
        "releases.Revision",
        verbose_name="parte de la versión",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(
        "motivo",
        max_length=10,
        choices=RevisionKind.choices(),
        default=RevisionKind.ORIGINAL.value,
    )
    change_note = models.TextField("nota pública", blank=True)
    issued_on = models.DateField("fecha de emisión", null=True, blank=True)
    links = models.JSONField(default=dict, blank=True)
    confirmed = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    source = models.ForeignKey(
        "releases.SourceDocument",
        verbose_name="documento",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    extraction = models.ForeignKey(
        "releases.Extraction",
        verbose_name="lectura",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    takes_folio = models.BooleanField("toma el folio siguiente", default=False, db_default=False)
    closing_block = models.ForeignKey(
        "releases.ClosingBlock",
        verbose_name="bloque de cierre",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    lock_version = models.PositiveIntegerField(default=1, editable=False)
    saved_at = models.DateTimeField("guardado", auto_now=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="guardado por",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "borrador"
        verbose_name_plural = "borradores"

    def __str__(self) -> str:
        return self.headline or self.folio or "Borrador"
