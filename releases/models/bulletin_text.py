"""The fields of a bulletin that a draft and a revision share."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from releases.vocabulary import DocumentKind


class BulletinText(models.Model):
    """A bulletin's words and dateline.

    `folio` is the number as printed. `dateline` is the printed line, `issued_in` the catalogue's
    place. `evidence` maps a field to where it was read and how sure that is (`ingest.records`).
    `attachments` lists the photos and annexes in their order, each with its words
    (`publishing.content.AttachmentContent`).
    """

    folio = models.CharField("folio", max_length=60, blank=True)
    document_kind = models.CharField(
        "clase de documento",
        max_length=20,
        choices=DocumentKind.choices(),
        default=DocumentKind.RELEASE.value,
    )
    headline = models.TextField("título")
    summary_points = ArrayField(
        models.TextField(), verbose_name="sumarios", default=list, blank=True
    )
    body = ArrayField(models.TextField(), verbose_name="texto, por párrafos", default=list)
    boilerplate = models.TextField("cierre", blank=True)
    dateline = models.CharField("lugar y fecha, como se imprimió", max_length=300, blank=True)
    issued_in = models.ForeignKey(
        "releases.Place",
        verbose_name="lugar",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    evidence = models.JSONField("procedencia de los datos", default=dict, blank=True)
    attachments = models.JSONField(
        "fotografías y anexos",
        default=list,
        db_default=models.Value([], output_field=models.JSONField()),
        blank=True,
    )

    class Meta:
        abstract = True
