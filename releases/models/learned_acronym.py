"""Acronyms that the archive's own bulletins explain."""

from __future__ import annotations

from django.db import models


class LearnedAcronym(models.Model):
    """An acronym with what it stands for, and in how many public bulletins it is explained so.

    `acronym` and `name` are as first printed; `form` and `name_form` those of
    `language.definitions`; `key` is made of the two forms. Only `releases.search.index` writes
    here, in the transaction that publishes, corrects or withdraws.
    """

    key = models.BigIntegerField(primary_key=True)
    acronym = models.CharField("siglas", max_length=20)
    name = models.CharField("significado", max_length=200)
    form = models.CharField(max_length=80)
    name_form = models.CharField(max_length=400)
    releases = models.PositiveIntegerField("comunicados")

    class Meta:
        verbose_name = "siglas aprendidas"
        verbose_name_plural = "siglas aprendidas"
        indexes = (
            models.Index(fields=["form"], name="learned_acronym_form"),
            models.Index(fields=["name_form"], name="learned_acronym_name"),
        )

    def __str__(self) -> str:
        return f"{self.acronym}: {self.name}"
