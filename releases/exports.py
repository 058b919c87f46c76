"""Bulletins for machines: rows of a spreadsheet, and the values of JSON answers.

Addresses are absolute. Entities are named as the version showed them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings

from releases.models import Release, Revision, SourceDocument
from releases.publishing.shown_files import ShownFile, shown_annexes, shown_photos
from releases.vocabulary import DocumentKind, RevisionKind, SourceKind

CSV_COLUMNS = (
    "folio",
    "fecha",
    "lugar",
    "titulo",
    "clase",
    "version",
    "corregido",
    "dependencias",
    "lugares",
    "temas",
    "direccion",
    "huella_del_texto",
)

# A spreadsheet reads a cell that begins so as a formula (OWASP, «CSV injection»).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Echo:
    """A file that gives back what is written to it, so that rows can be sent as they are made."""

    def write(self, row: str) -> str:
        return row


def absolute(path: str) -> str:
    """The full address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


def safe_cell(value: str) -> str:
    """A cell that no spreadsheet runs: what would begin a formula gets an apostrophe before it.

    Taking one leading apostrophe off before such a sign gives back the value.
    """
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value


def csv_lines(releases: Iterable[Release]) -> Iterator[str]:
    """A CSV file in pieces, header first: UTF-8 text with the mark that spreadsheets look for."""
    writer = csv.writer(Echo())
    yield "\ufeff" + str(writer.writerow(CSV_COLUMNS))
    for release in releases:
        yield str(writer.writerow([safe_cell(cell) for cell in _cells(release)]))


def json_lines(releases: Iterable[Release]) -> Iterator[str]:
    """One JSON value per line, the whole text of each bulletin included."""
    for release in releases:
        yield to_json(full_record(release)) + "\n"


def to_json(value: Any) -> str:
    """Compact JSON that keeps letters readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def summary_record(release: Release) -> dict[str, Any]:
    """A bulletin as a result: identity, address and entities, without its text."""
    revision = shown(release)
    return {
        "folio": revision.folio,
        "date": revision.issued_on.isoformat(),
        "place": revision.issued_in.name if revision.issued_in else None,
        "headline": revision.headline,
        "url": absolute(release.get_absolute_url()),
        "version": revision.number,
        "agencies": _entities(revision, "agencies"),
        "topics": _entities(revision, "topics"),
    }


def full_record(release: Release, revision: Revision | None = None) -> dict[str, Any]:
    """A whole bulletin as one of its public versions says it, the current one by default."""
    revision = revision or shown(release)
    return {
        **summary_record(release),
        **_texts(revision),
        "kind": DocumentKind(revision.document_kind).label,
        "issuer": {"slug": release.issuer.slug, "name": release.issuer.name},
        "places": _entities(revision, "places"),
        "version": revision.number,
        "version_kind": RevisionKind(revision.kind).label,
        "change_note": revision.change_note or None,
        "short_url": absolute(release.short_path),
        "first_seen": release.first_seen_at.isoformat() if release.first_seen_at else None,
        "changed": release.changed_at.isoformat() if release.changed_at else None,
        "text_sha256": revision.text_sha256,
        "document": document_record(revision.source) if revision.source else None,
        "photos": [_photo(release, photo) for photo in shown_photos(revision)],
        "annexes": [_annex(release, annex) for annex in shown_annexes(revision)],
    }


def document_record(source: SourceDocument) -> dict[str, Any]:
    """What is known of a kept file; its address is the bulletin's."""
    return {
        "kind": source.kind,
        "description": SourceKind(source.kind).label,
        "media_type": source.media_type,
        "size": source.size,
        "pages": source.page_count,
        "sha256": source.sha256,
    }


def _photo(release: Release, photo: ShownFile) -> dict[str, Any]:
    content = photo.content
    return {
        "url": absolute(f"{release.get_absolute_url()}{photo.name}"),
        "alt": content.alt,
        "caption": content.caption,
        "credit": content.credit,
        "width": content.width,
        "height": content.height,
        "sha256": content.sha256,
    }


def _annex(release: Release, annex: ShownFile) -> dict[str, Any]:
    content = annex.content
    return {
        "url": absolute(f"{release.get_absolute_url()}{annex.name}"),
        "title": content.caption,
        "media_type": content.media_type,
        "size": content.size,
        "sha256": content.sha256,
    }


def shown(release: Release) -> Revision:
    """The version that the public sees. Raises ValueError for a bulletin without one."""
    if release.current_revision is None:
        raise ValueError(f"{release} has no public version")
    return release.current_revision


def _texts(revision: Revision) -> dict[str, Any]:
    return {
        "folio": revision.folio,
        "date": revision.issued_on.isoformat(),
        "place": revision.issued_in.name if revision.issued_in else None,
        "dateline": revision.dateline,
        "headline": revision.headline,
        "summary_points": revision.summary_points,
        "body": revision.body,
        "closing": revision.boilerplate,
        "agencies": _entities(revision, "agencies"),
        "topics": _entities(revision, "topics"),
    }


def _entities(revision: Revision, kind: str) -> list[dict[str, str]]:
    return [
        {"slug": entity["slug"], "name": entity["name"]}
        for entity in revision.entities.get(kind, ())
    ]


def _cells(release: Release) -> list[str]:
    revision = shown(release)
    return [
        revision.folio,
        revision.issued_on.isoformat(),
        revision.issued_in.name if revision.issued_in else "",
        revision.headline,
        DocumentKind(revision.document_kind).label,
        str(revision.number),
        "sí" if revision.number > 1 else "no",
        *(
            "; ".join(entity["name"] for entity in revision.entities.get(kind, ()))
            for kind in ("agencies", "places", "topics")
        ),
        absolute(release.get_absolute_url()),
        revision.text_sha256,
    ]
