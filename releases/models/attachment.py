"""Photos and annexes as they were received; which bulletin shows them is said by its versions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from releases.models.history import append_only
from releases.vocabulary import AttachmentKind

_HASH = r"^[0-9a-f]{64}$"


class Attachment(models.Model):
    """A photo or an annex of one bulletin, its bytes in the private store.

    `original_sha256` is the file as received, which never leaves the desk. `shown_sha256` is what
    readers get: a photo resized and freed of its metadata (`width` by `height` pixels), an annex
    freed of its. A draft and a version name it in `attachments`, with caption and credit.
    """

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="files",
    )
    kind = models.CharField("clase", max_length=10, choices=AttachmentKind.choices())
    file_name = models.CharField("nombre del archivo", max_length=255)
    original_sha256 = models.CharField("huella del original", max_length=64)
    shown_sha256 = models.CharField("huella de lo que se muestra", max_length=64)
    thumbnail_sha256 = models.CharField("huella de la miniatura", max_length=64, blank=True)
    media_type = models.CharField("tipo", max_length=100)
    size = models.PositiveBigIntegerField("tamaño en bytes")
    width = models.PositiveIntegerField("ancho", null=True, blank=True)
    height = models.PositiveIntegerField("alto", null=True, blank=True)
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
        verbose_name = "fotografía o anexo"
        verbose_name_plural = "fotografías y anexos"
        triggers = append_only()
        constraints = (
            models.UniqueConstraint(
                name="attachment_once_per_release", fields=["release", "original_sha256"]
            ),
            models.CheckConstraint(
                name="attachment_hashes_are_sha256",
                condition=Q(original_sha256__regex=_HASH, shown_sha256__regex=_HASH),
            ),
        )

    def __str__(self) -> str:
        return self.file_name
