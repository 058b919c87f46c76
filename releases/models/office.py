"""The office that runs the archive: one row, edited by administrators."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from releases.models.agency import Agency
from releases.models.history import audited


def _default_emergency_numbers() -> list[str]:
    return ["9-1-1 Emergencias", "089 Denuncia anónima"]


@audited()
class Office(models.Model):
    """Who runs this archive, as its pages say it.

    `contact` and `emergency_numbers` are lines as printed.
    """

    agency = models.ForeignKey(
        Agency, verbose_name="dependencia que opera el archivo", on_delete=models.PROTECT
    )
    archive_name = models.CharField("nombre del archivo", max_length=200)
    letterhead = ArrayField(
        models.CharField(max_length=200), verbose_name="membrete", default=list, blank=True
    )
    contact = ArrayField(
        models.CharField(max_length=200),
        verbose_name="contacto de prensa",
        default=list,
        blank=True,
    )
    emergency_numbers = ArrayField(
        models.CharField(max_length=100),
        verbose_name="números de emergencia",
        default=_default_emergency_numbers,
        blank=True,
    )

    class Meta:
        verbose_name = "oficina"
        verbose_name_plural = "oficina"
        constraints = (models.CheckConstraint(name="office_is_one", condition=Q(id=1)),)

    def __str__(self) -> str:
        return self.archive_name
