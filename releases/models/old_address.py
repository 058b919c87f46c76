"""Where a bulletin stood on the site that this archive took over."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class OldAddress(models.Model):
    """A path of the former site, with its query if it had one, that leads to a bulletin (301).

    Kept as `publishing.old_addresses.normalized_address` writes it.
    """

    path = models.CharField("dirección anterior", max_length=500, unique=True)
    release = models.ForeignKey(
        "releases.Release",
        verbose_name="comunicado",
        on_delete=models.PROTECT,
        related_name="old_addresses",
    )

    class Meta:
        verbose_name = "dirección anterior"
        verbose_name_plural = "direcciones anteriores"
        constraints = (
            models.CheckConstraint(name="old_address_is_a_path", condition=Q(path__startswith="/")),
        )

    def __str__(self) -> str:
        return self.path
