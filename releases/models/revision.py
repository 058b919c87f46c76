"""What the public saw: immutable versions of a bulletin."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from releases.models.bulletin_text import BulletinText
from releases.models.history import append_only
from releases.vocabulary import RevisionKind


class Revision(BulletinText):
    """One public version, whole: texts, dates, place, and the names of its entities as shown.

    `display_headline` is the headline as a sentence where it was printed in capitals
    (`language.titles`), else empty. `entities` is the snapshot of agency, place and topic names;
    `Mention` rows link the same entities to the catalogue as it is today. `text_sha256` is the
    hash of the normalised text.
    """

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="revisions",
    )
    number = models.PositiveIntegerField("versión")
    kind = models.CharField("motivo", max_length=10, choices=RevisionKind.choices())
    issued_on = models.DateField("fecha de emisión")
    display_headline = models.TextField("título en pantalla", blank=True, db_default="")
    entities = models.JSONField("dependencias, lugares y temas, como se mostraron", default=dict)
    text_sha256 = models.CharField("huella del texto", max_length=64, db_index=True)
    change_note = models.TextField("nota pública", blank=True)
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
    created_at = models.DateTimeField("publicada", db_default=Now())
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="publicada por",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "versión"
        verbose_name_plural = "versiones"
        triggers = append_only()
        constraints = (
            models.UniqueConstraint(
                name="revision_number_once_per_release", fields=["release", "number"]
            ),
            # The target of the composite foreign key of Release.current_revision.
            models.UniqueConstraint(name="revision_of_its_release", fields=["release", "id"]),
            models.CheckConstraint(name="revision_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="revision_has_a_headline", condition=~Q(headline="")),
            models.CheckConstraint(
                name="revision_first_is_the_original",
                condition=Q(number=1, kind=RevisionKind.ORIGINAL)
                | (Q(number__gt=1) & ~Q(kind=RevisionKind.ORIGINAL)),
            ),
            models.CheckConstraint(
                name="revision_change_has_a_note",
                condition=Q(kind=RevisionKind.ORIGINAL) | ~Q(change_note=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.folio or 'Sin folio'}, versión {self.number}"

    @property
    def title(self) -> str:
        """The headline for screens; paper and data show it as it was printed."""
        return self.display_headline or self.headline

    def get_absolute_url(self) -> str:
        return reverse(
            "revision", args=[self.release.year, self.release.key, self.release.slug, self.number]
        )
