"""Two people saved the same draft: both texts side by side, and which of them to keep."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from releases.catalogue.lookup import CatalogueKind, Directory
from releases.presentation import long_date
from releases.publishing.content import BulletinContent
from releases.publishing.diff import Piece, compare_texts
from releases.vocabulary import DocumentKind

_LABELS = {
    "issuer": "Oficina emisora",
    "document_kind": "Clase de documento",
    "folio": "Folio",
    "issued_on": "Fecha",
    "issued_in": "Lugar",
    "dateline": "Lugar y fecha, como se imprimió",
    "headline": "Título",
    "summary_points": "Sumarios",
    "body": "Texto",
    "boilerplate": "Cierre",
    "agencies": "Dependencias",
    "places": "Lugares",
    "topics": "Temas",
}


@dataclass(frozen=True, slots=True)
class Clash:
    """A field in which the two texts differ: `kept` is saved, `typed` is not.

    `is_mine`: the person changed it, so that theirs is offered first; else they only had an older
    text before them.
    """

    field: str
    label: str
    kept: str
    typed: str
    pieces: tuple[Piece, ...]
    is_mine: bool


def shown_values(content: BulletinContent, *, issuer: str, directory: Directory) -> dict[str, str]:
    """A content field by field as people read it, by the names of the review's form."""

    def names(kind: CatalogueKind) -> str:
        entries = (directory.entry(kind, slug) for slug in sorted(content.slugs(kind)))
        return "; ".join(entry.label for entry in entries if entry)

    place = directory.entry(CatalogueKind.PLACE, content.issued_in or "")
    return {
        "issuer": issuer,
        "document_kind": DocumentKind(content.document_kind).label,
        "folio": content.folio,
        "issued_on": long_date(content.issued_on) if content.issued_on else "",
        "issued_in": place.label if place else "",
        "dateline": content.dateline,
        "headline": content.headline,
        "summary_points": "\n".join(content.summary_points),
        "body": "\n\n".join(content.body),
        "boilerplate": content.boilerplate,
        "agencies": names(CatalogueKind.AGENCY),
        "places": names(CatalogueKind.PLACE),
        "topics": names(CatalogueKind.TOPIC),
    }


def fingerprint(values: dict[str, str]) -> str:
    """What a form was made from, in short, so that it can be told later what its person changed."""
    return " ".join(f"{name}={_digest(text)}" for name, text in values.items())


def clashes(kept: dict[str, str], typed: dict[str, str], *, seen: str) -> tuple[Clash, ...]:
    """The fields in which what is saved and what was typed differ, in the form's order.

    `seen` is the `fingerprint` that the form was made from; an unknown one makes all of it theirs.
    """
    before = dict(pair.split("=", 1) for pair in seen.split() if "=" in pair)
    return tuple(
        Clash(
            field=name,
            label=_LABELS[name],
            kept=kept[name],
            typed=typed[name],
            pieces=compare_texts(kept[name], typed[name]),
            is_mine=before.get(name) != _digest(typed[name]),
        )
        for name in _LABELS
        if kept[name] != typed[name]
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
