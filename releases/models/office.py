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

    `contact` and `emergency_numbers` are lines as printed. With `two_people` on, what becomes
    public needs a second person, except an emergency, which is countersigned afterwards.
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

    two_people = models.BooleanField(
        "dos personas",
        default=False,
        db_default=False,
        help_text="Nadie publica, corrige ni retira sin que otra persona lo autorice.",
    )

    class Meta:
        verbose_name = "oficina"
        verbose_name_plural = "oficina"
        constraints = (models.CheckConstraint(name="office_is_one", condition=Q(id=1)),)

    def __str__(self) -> str:
        return self.archive_name


@audited()
class ClosingBlock(models.Model):
    """The notice that ends a bulletin, with the days on which it is used.

    `valid_until` is the last day, empty while it is in use. A bulletin keeps a copy of the text,
    so a new block never changes an old bulletin.
    """

    name = models.CharField("nombre", max_length=100, unique=True)
    text = models.TextField("texto")
    valid_from = models.DateField("se usa desde")
    valid_until = models.DateField("se usa hasta", null=True, blank=True)

    class Meta:
        verbose_name = "bloque de cierre"
        verbose_name_plural = "bloques de cierre"
        ordering = ("-valid_from", "name")
        constraints = (
            models.CheckConstraint(
                name="closing_block_ends_after_its_start",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=models.F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.name
