"""Files that staff sent from the desk, on their way to becoming bulletins."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from releases.vocabulary import UploadState


class UploadBatch(models.Model):
    """Files sent together; one mail closes them (`notified_at`)."""

    created_at = models.DateTimeField("enviado", db_default=Now(), db_index=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="enviado por",
        on_delete=models.PROTECT,
        related_name="+",
    )
    notified_at = models.DateTimeField("aviso enviado", null=True, editable=False)

    class Meta:
        verbose_name = "lote de archivos"
        verbose_name_plural = "lotes de archivos"

    def __str__(self) -> str:
        return f"Lote {self.pk}"


class UploadedFile(models.Model):
    """One file of a batch, and what became of it.

    Its bytes lie in the private store under `sha256` from the moment it was accepted; those of a
    ZIP until it was opened. Its members name it in `archive`. `release` is the bulletin that it
    became, `twin` the one that it repeats or whose folio it bears. `code` and `message` say in
    Spanish why it could not be read; `doubts` counts the fields that a person has to look at.
    """

    batch = models.ForeignKey(
        UploadBatch, verbose_name="lote", on_delete=models.CASCADE, related_name="files"
    )
    archive = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="members"
    )
    name = models.CharField("nombre del archivo", max_length=255)
    size = models.PositiveBigIntegerField("tamaño en bytes")
    sha256 = models.CharField("huella SHA-256", max_length=64, blank=True)
    state = models.CharField(
        "estado",
        max_length=15,
        choices=UploadState.choices(),
        default=UploadState.WAITING.value,
    )
    attempts = models.PositiveSmallIntegerField("intentos", default=0)
    started_at = models.DateTimeField("comenzado", null=True, editable=False)
    finished_at = models.DateTimeField("terminado", null=True, editable=False)
    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    twin = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado parecido",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    doubts = models.PositiveSmallIntegerField("datos por revisar", default=0)
    code = models.CharField("código", max_length=40, blank=True)
    message = models.TextField("mensaje", blank=True)

    class Meta:
        verbose_name = "archivo enviado"
        verbose_name_plural = "archivos enviados"
        constraints = (
            models.CheckConstraint(
                name="uploaded_file_state_is_known",
                condition=Q(state__in=[state.value for state in UploadState]),
            ),
        )
        indexes = (
            # What the worker takes next: the few files that nobody has read yet.
            models.Index(
                F("id"),
                name="uploaded_file_unread",
                condition=Q(state__in=[UploadState.WAITING.value, UploadState.READING.value]),
            ),
        )

    def __str__(self) -> str:
        return self.name
