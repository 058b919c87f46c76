"""Bulletins and catalogue entries for tests, fictional unless a test says otherwise."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from itertools import count
from typing import Any

from releases.catalogue.sorting import sort_key
from releases.linking.links import EntityKind
from releases.models import Agency, Office, Place, Release, Topic, User
from releases.publishing import actions
from releases.publishing.content import TOPIC, BulletinContent, MentionContent
from releases.vocabulary import AgencyScope, PlaceLevel, SourceKind

_numbers = count(1)

DAY = dt.date(2024, 4, 4)


def make_agency(name: str = "Secretaría Ficticia de Pruebas", **fields: Any) -> Agency:
    """An agency; its slug and acronym are made up unless given."""
    number = next(_numbers)
    fields = {"slug": f"dependencia-{number}", "scope": AgencyScope.STATE.value, **fields}
    return Agency.objects.create(name=name, sort_key=sort_key(name), **fields)


def make_place(name: str = "San Ficticio", **fields: Any) -> Place:
    """A place without INEGI key unless its level and key are given."""
    fields = {"slug": f"lugar-{next(_numbers)}", "level": PlaceLevel.LOCALITY.value, **fields}
    return Place.objects.create(name=name, sort_key=sort_key(name), **fields)


def make_topic(name: str = "Tema ficticio", **fields: Any) -> Topic:
    fields = {"slug": f"tema-{next(_numbers)}", **fields}
    return Topic.objects.create(name=name, sort_key=sort_key(name), **fields)


def host_agency() -> Agency:
    """The office that runs the archive, as loaded or made now."""
    office = Office.objects.select_related("agency").first()
    if office:
        return office.agency
    agency = make_agency(
        "Secretaría de Seguridad del Estado de México", slug="ssem", acronym="SSEM"
    )
    Office.objects.create(id=1, agency=agency, archive_name="Archivo de prueba")
    return agency


def make_content(
    *,
    agencies: Iterable[Agency] = (),
    places: Iterable[Place] = (),
    topics: Iterable[Topic] = (),
    issued_in: Place | None = None,
    **fields: Any,
) -> BulletinContent:
    """A whole bulletin; name what the test is about, the rest is filled in."""
    chosen = (
        (EntityKind.AGENCY.value, agencies),
        (EntityKind.PLACE.value, places),
        (TOPIC, topics),
    )
    mentions = tuple(
        MentionContent(kind=kind, slug=row.slug, method="prueba")
        for kind, rows in chosen
        for row in rows
    )
    defaults: dict[str, Any] = {
        "folio": "",
        "headline": "Comunicado ficticio de prueba",
        "summary_points": ("Sumario ficticio.",),
        "body": ("Primer párrafo ficticio.", "Segundo párrafo ficticio."),
        "boilerplate": "Cierre ficticio de prueba.",
        "dateline": "San Ficticio, 4 de abril de 2024",
        "issued_on": DAY,
        "issued_in": issued_in.slug if issued_in else None,
        "mentions": mentions,
    }
    return BulletinContent(**{**defaults, **fields})


def make_file(name: str = "prueba.pdf", *, kind: SourceKind = SourceKind.ORIGINAL) -> Any:
    """A received file that exists in name only: its bytes are not in the store."""
    unique = f"{name}-{next(_numbers)}"
    return actions.ReceivedFile(
        sha256=hashlib.sha256(unique.encode()).hexdigest(),
        media_type="application/pdf",
        file_name=name,
        size=1024,
        kind=kind,
        reading=actions.Reading(extractor="prueba/1"),
    )


def make_release(
    *,
    published: bool = True,
    issuer: Agency | None = None,
    number: int | None = None,
    year: int | None = None,
    by: User | None = None,
    file: Any = None,
    **content: Any,
) -> Release:
    """A bulletin of the host office through the one door, public unless told otherwise.

    `number` is the next free one unless given, 0 for none; other keywords are those of
    `make_content`.
    """
    number = next(_numbers) if number is None else number or None
    year = year or (content.get("issued_on") or DAY).year
    content.setdefault("folio", f"{number:04d}/{year}" if number else "")
    release = actions.receive(
        file=file or make_file(),
        content=make_content(**content),
        issuer=issuer or host_agency(),
        number=number,
        year=year,
        proposals=[],
        by=by,
    )
    if published:
        actions.publish(release=release, by=by)
        release.refresh_from_db()
    return release
