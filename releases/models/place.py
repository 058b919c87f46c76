"""Places: countries, states, municipalities and localities, with their everyday names."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from releases.models.history import audited
from releases.vocabulary import NameKind, PlaceLevel


class PlaceQuerySet(models.QuerySet["Place"]):
    def municipalities_of(self, state: str) -> PlaceQuerySet:
        """The municipalities of a state, by its two-digit INEGI key."""
        return self.filter(level=PlaceLevel.MUNICIPALITY, inegi__startswith=state)


@audited()
class Place(models.Model):
    """A place that bulletins are dated in or speak of.

    `inegi` is INEGI's key: two digits for a state, five for a municipality; other levels have none.
    `loaded`: see `Agency`.
    """

    slug = models.SlugField("dirección", max_length=120, unique=True)
    name = models.CharField("nombre", max_length=200)
    level = models.CharField("nivel", max_length=10, choices=PlaceLevel.choices())
    inegi = models.CharField("clave INEGI", max_length=5, null=True, blank=True, unique=True)
    parent = models.ForeignKey(
        "self",
        verbose_name="pertenece a",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)
    loaded = models.JSONField(default=dict, editable=False)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = "lugar"
        verbose_name_plural = "lugares"
        constraints = (
            models.CheckConstraint(
                name="place_level_is_known",
                condition=Q(level__in=[level.value for level in PlaceLevel]),
            ),
            models.CheckConstraint(
                name="place_has_the_inegi_key_of_its_level",
                condition=Q(level=PlaceLevel.STATE, inegi__regex=r"^\d{2}$")
                | Q(level=PlaceLevel.MUNICIPALITY, inegi__regex=r"^\d{5}$")
                | Q(level__in=[PlaceLevel.COUNTRY, PlaceLevel.LOCALITY], inegi__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("municipality" if self.is_home_municipality else "place", args=[self.slug])

    @property
    def is_home_municipality(self) -> bool:
        """Whether it is a municipality of the state whose office runs the archive."""
        return self.level == PlaceLevel.MUNICIPALITY and (self.inegi or "").startswith(
            settings.HOME_STATE
        )


@audited()
class PlaceName(models.Model):
    """Another name of a place («Neza»), with the dates between which it was in use."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    text = models.CharField("nombre", max_length=200)
    kind = models.CharField("clase", max_length=10, choices=NameKind.choices())
    valid_from = models.DateField("desde", null=True, blank=True)
    valid_until = models.DateField("hasta", null=True, blank=True)

    class Meta:
        verbose_name = "nombre de lugar"
        verbose_name_plural = "nombres de lugar"
        constraints = (
            models.UniqueConstraint(
                name="place_name_is_listed_once",
                fields=["place", "text", "valid_from"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="place_name_dates_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_from__lte=models.F("valid_until")),
            ),
            models.CheckConstraint(
                name="place_name_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in NameKind]),
            ),
        )

    def __str__(self) -> str:
        return self.text
