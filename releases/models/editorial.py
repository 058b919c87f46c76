"""What an office adds to the editorial rules, and the reasons given for going on against them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from releases.models.history import append_only, audited


@audited()
class EditorialTerm(models.Model):
    """A word or phrase that the editorial checks know besides the built-in ones.

    `kind` is a value of `vocabulary.EditorialListKind`; `removes` takes a built-in word away.
    """

    kind = models.CharField("lista", max_length=40)
    term = models.CharField("palabra o frase", max_length=120)
    removes = models.BooleanField("se quita de la lista", default=False)
    note = models.CharField("nota", max_length=200, blank=True)

    class Meta:
        verbose_name = "palabra de la revisión editorial"
        verbose_name_plural = "palabras de la revisión editorial"
        ordering = ("kind", "term")
        constraints = (
            models.UniqueConstraint(name="editorial_term_once_per_list", fields=["kind", "term"]),
        )

    def __str__(self) -> str:
        return self.term


class EditorialReason(models.Model):
    """Why a person went on although a check had found something.

    `finding` is the key of `editorial.Finding`: a code and a hash, never the words found, which
    may name a person.
    """

    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="editorial_reasons",
    )
    finding = models.CharField("hallazgo", max_length=100)
    reason = models.TextField("motivo")
    at = models.DateTimeField("cuándo", db_default=Now())
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="quién", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "motivo editorial"
        verbose_name_plural = "motivos editoriales"
        triggers = append_only()

    def __str__(self) -> str:
        return self.finding
