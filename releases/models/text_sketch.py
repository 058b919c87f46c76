"""A few numbers per bulletin by which near-duplicates find each other."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class TextSketch(models.Model):
    """What `language.similarity.sketch` keeps of a bulletin's headline and body.

    Every bulletin that came in has one, whatever its state: withdrawn ones have twins too.
    """

    release = models.OneToOneField(
        "releases.Release", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    hashes = ArrayField(models.BigIntegerField())

    class Meta:
        verbose_name = "huella de parecido"
        verbose_name_plural = "huellas de parecido"
        indexes = (GinIndex(fields=["hashes"], name="text_sketch_hashes"),)

    def __str__(self) -> str:
        return str(self.release_id)
