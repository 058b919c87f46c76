"""Agencies: the authority record, its dated names, and how its bulletins look."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from releases.models.history import audited
from releases.vocabulary import AgencyScope, NameKind


class AgencyQuerySet(models.QuerySet["Agency"]):
    def current(self) -> AgencyQuerySet:
        """Those that were not merged into another."""
        return self.filter(merged_into=None)


@audited()
class Agency(models.Model):
    """An institution that bulletins name or that issues them.

    `state` is the INEGI key of the state it belongs to, empty for federal and foreign bodies.
    A merged agency stays, so that its address can lead to the one that took its place.
    `loaded` holds what the vocabulary last set: a field is loaded again only while it still
    has that value, so that what a person changed is kept.
    """

    slug = models.SlugField("dirección", max_length=120, unique=True)
    name = models.CharField("nombre", max_length=250)
    acronym = models.CharField("siglas", max_length=30, blank=True)
    scope = models.CharField("ámbito", max_length=20, choices=AgencyScope.choices())
    state = models.CharField("clave del estado", max_length=2, blank=True)
    sort_key = models.CharField(max_length=250, editable=False, db_index=True)
    merged_into = models.ForeignKey(
        "self",
        verbose_name="unida con",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="absorbed",
    )
    loaded = models.JSONField(default=dict, editable=False)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = "dependencia"
        verbose_name_plural = "dependencias"
        constraints = (
            models.CheckConstraint(
                name="agency_scope_is_known",
                condition=Q(scope__in=[scope.value for scope in AgencyScope]),
            ),
            models.CheckConstraint(
                name="agency_is_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agency", args=[self.slug])

    @property
    def short_name(self) -> str:
        """The acronym where there is one: what lists and citations have room for."""
        return self.acronym or self.name


@audited()
class AgencyName(models.Model):
    """Another name of an agency, with the dates between which it was in use.

    With `issuer` the name counts only in that office's bulletins («SS», «FGE»).
    """

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="names")
    text = models.CharField("nombre", max_length=250)
    kind = models.CharField("clase", max_length=10, choices=NameKind.choices())
    valid_from = models.DateField("desde", null=True, blank=True)
    valid_until = models.DateField("hasta", null=True, blank=True)
    issuer = models.ForeignKey(
        Agency,
        verbose_name="solo en comunicados de",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta:
        verbose_name = "nombre de dependencia"
        verbose_name_plural = "nombres de dependencia"
        constraints = (
            models.UniqueConstraint(
                name="agency_name_is_listed_once",
                fields=["agency", "text", "valid_from", "issuer"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="agency_name_dates_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_from__lte=models.F("valid_until")),
            ),
            models.CheckConstraint(
                name="agency_name_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in NameKind]),
            ),
        )

    def __str__(self) -> str:
        return self.text


@audited()
class IssuerProfile(models.Model):
    """What is particular to one office's bulletins: see `linking.gazetteer.IssuerProfile`."""

    agency = models.OneToOneField(
        Agency, verbose_name="dependencia", on_delete=models.CASCADE, related_name="profile"
    )
    url_prefix = models.SlugField(
        "prefijo en las direcciones",
        max_length=30,
        blank=True,
        help_text="Vacío para la oficina que opera el archivo.",
    )
    number_pattern = models.CharField(
        "forma del folio",
        max_length=300,
        blank=True,
        help_text="Expresión regular con los grupos «number» y, si el folio lo lleva, «year».",
    )
    header_lines = ArrayField(
        models.CharField(max_length=200),
        verbose_name="renglones del membrete",
        default=list,
        blank=True,
    )
    closing_openers = ArrayField(
        models.CharField(max_length=200),
        verbose_name="inicios del cierre",
        default=list,
        blank=True,
    )
    loaded = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = "perfil de emisora"
        verbose_name_plural = "perfiles de emisoras"

    def __str__(self) -> str:
        return f"Perfil de {self.agency}"
