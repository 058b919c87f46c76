"""A bulletin's identity and state, and who may see it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from releases.models.history import audited
from releases.models.user import User
from releases.vocabulary import ReleaseState

_SHOWN = (ReleaseState.PUBLISHED.value, ReleaseState.WITHDRAWN.value)


class ReleaseQuerySet(models.QuerySet["Release"]):
    """The one place where it is decided who sees which bulletin."""

    def public(self) -> ReleaseQuerySet:
        """Those that anybody may read now."""
        return self.filter(state=ReleaseState.PUBLISHED)

    def withdrawn(self) -> ReleaseQuerySet:
        """Those that were public and answer 410 with their folio, date and reason."""
        return self.filter(state=ReleaseState.WITHDRAWN)

    def due(self) -> ReleaseQuerySet:
        """Scheduled ones whose minute has come by the database's clock."""
        return self.filter(state=ReleaseState.SCHEDULED, publish_at__lte=Now())

    def visible_to(self, user: User) -> ReleaseQuerySet:
        """What a member of staff may see at the desk and in the administration."""
        if user.is_active and user.has_perm("releases.view_release"):
            return self
        return self.public()

    def corrected(self) -> ReleaseQuerySet:
        """Public ones with more than one version."""
        return self.public().filter(current_revision__number__gt=1)

    def with_current(self) -> ReleaseQuerySet:
        """The current version, its dateline place and the issuer in the same query.

        What vocabularies remember of their rows stays behind: large, and for loading alone.
        """
        return self.select_related("current_revision__issued_in", "issuer").defer(
            "issuer__loaded", "current_revision__issued_in__loaded"
        )


@audited()
class Release(models.Model):
    """A bulletin: what identifies it, where it stands, and which version is public.

    `number` and `year` are its place in the issuer's series; `key` and `slug` make its address.
    Three dates are kept apart: the version's `issued_on`, `first_seen_at` (first public here) and
    `changed_at` (last changed in public). `discarded_at` marks a draft that staff put away: its
    kept file stays, its number is free again. `lock_version` grows with each act on the bulletin.
    """

    issuer = models.ForeignKey(
        "releases.Agency",
        verbose_name="emisora",
        on_delete=models.PROTECT,
        related_name="issued",
    )
    number = models.PositiveIntegerField("número", null=True, blank=True)
    year = models.PositiveSmallIntegerField("año")
    key = models.SlugField("clave", max_length=60, editable=False)
    slug = models.SlugField("dirección", max_length=120, editable=False)
    state = models.CharField(
        "estado",
        max_length=15,
        choices=ReleaseState.choices(),
        default=ReleaseState.DRAFT.value,
        editable=False,
    )
    current_revision = models.ForeignKey(
        "releases.Revision",
        verbose_name="versión vigente",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    publish_at = models.DateTimeField("se publica", null=True, blank=True)
    received_at = models.DateTimeField("recibido", db_default=Now(), editable=False)
    first_seen_at = models.DateTimeField("publicado aquí", null=True, editable=False)
    changed_at = models.DateTimeField("último cambio público", null=True, editable=False)
    discarded_at = models.DateTimeField("descartado", null=True, editable=False)
    lock_version = models.PositiveIntegerField(default=1, editable=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = "comunicado"
        verbose_name_plural = "comunicados"
        permissions = (
            ("publish_release", "Puede publicar y programar comunicados"),
            ("withdraw_release", "Puede retirar comunicados"),
            ("ingest_release", "Puede subir documentos"),
        )
        constraints = (
            models.UniqueConstraint(
                name="release_number_once_per_series",
                fields=["issuer", "year", "number"],
                condition=Q(number__isnull=False),
            ),
            models.UniqueConstraint(name="release_key_once_per_year", fields=["year", "key"]),
            models.CheckConstraint(
                name="release_number_is_sensible",
                condition=Q(number__isnull=True) | Q(number__gte=1, number__lte=99_999_999),
            ),
            models.CheckConstraint(
                name="release_year_is_sensible", condition=Q(year__gte=1900, year__lte=2200)
            ),
            models.CheckConstraint(
                name="release_state_is_known",
                condition=Q(state__in=[state.value for state in ReleaseState]),
            ),
            models.CheckConstraint(
                name="release_shown_has_its_version_and_dates",
                condition=Q(
                    state__in=_SHOWN,
                    current_revision__isnull=False,
                    first_seen_at__isnull=False,
                    changed_at__isnull=False,
                )
                | (~Q(state__in=_SHOWN) & Q(current_revision__isnull=True)),
            ),
            models.CheckConstraint(
                name="release_discarded_was_never_public",
                condition=Q(discarded_at__isnull=True)
                | Q(state=ReleaseState.DRAFT, number__isnull=True),
            ),
            models.CheckConstraint(
                name="release_scheduled_has_its_minute",
                condition=~Q(state=ReleaseState.SCHEDULED) | Q(publish_at__isnull=False),
            ),
        )
        indexes = (
            # Asked at the start of each public request (settled: due bulletins go out by whichever
            # comes first), so it holds the few scheduled rows only.
            models.Index(
                F("publish_at"),
                name="release_due",
                condition=Q(state=ReleaseState.SCHEDULED),
            ),
            models.Index(F("changed_at").desc(nulls_last=True), name="release_changed"),
        )

    def __str__(self) -> str:
        return f"{self.key}/{self.year}"

    def get_absolute_url(self) -> str:
        return reverse("release", args=[self.year, self.key, self.slug])

    @property
    def short_path(self) -> str:
        """The address for print, chats and QR codes."""
        return reverse("short", args=[self.year, self.key])

    @property
    def is_public(self) -> bool:
        return self.state == ReleaseState.PUBLISHED
