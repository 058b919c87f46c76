"""Kept files and what was read from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from releases.models.history import append_only
from releases.vocabulary import SourceKind

_HASH = r"^[0-9a-f]{64}$"


class SourceDocument(models.Model):
    """A file as received, byte for byte; its content lives in the private store under its SHA-256.

    `companion_of` ties the published text to the PDF that was redrawn from it. `text_sha256` is
    the hash of the normalised text: equal for the same words in another file. Rows are never
    changed; a file that turns out to belong elsewhere is received again.
    """

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="sources",
    )
    kind = models.CharField("clase", max_length=20, choices=SourceKind.choices())
    companion_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="companions"
    )
    sha256 = models.CharField("huella SHA-256", max_length=64, unique=True)
    text_sha256 = models.CharField("huella del texto", max_length=64, db_index=True)
    media_type = models.CharField("tipo", max_length=100)
    file_name = models.CharField("nombre del archivo", max_length=255)
    size = models.PositiveBigIntegerField("tamaño en bytes")
    page_count = models.PositiveIntegerField("páginas", default=1)
    received_at = models.DateTimeField("recibido", db_default=Now())
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="recibido por",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "documento de origen"
        verbose_name_plural = "documentos de origen"
        triggers = append_only()
        constraints = (
            models.CheckConstraint(
                name="source_document_hashes_are_sha256",
                condition=Q(sha256__regex=_HASH, text_sha256__regex=_HASH),
            ),
            models.CheckConstraint(
                name="source_document_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in SourceKind]),
            ),
        )

    def __str__(self) -> str:
        return self.file_name


class Extraction(models.Model):
    """What one version of the reader made of a file: its lines and the fields with their evidence.

    A better reader adds a row. `lines` and `fields` have the shapes of `ingest.records`.
    """

    source = models.ForeignKey(
        SourceDocument,
        verbose_name="documento",
        on_delete=models.PROTECT,
        related_name="extractions",
    )
    extractor = models.CharField("lector", max_length=60)
    from_image = models.BooleanField("leído de una imagen", default=False)
    lines = models.JSONField("renglones", default=list)
    fields = models.JSONField("campos", default=dict)
    notices = models.JSONField("avisos", default=list)
    read_at = models.DateTimeField("leído", db_default=Now())

    class Meta:
        verbose_name = "lectura"
        verbose_name_plural = "lecturas"
        triggers = append_only()
        constraints = (
            models.UniqueConstraint(
                name="extraction_once_per_reader", fields=["source", "extractor"]
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} ({self.extractor})"
