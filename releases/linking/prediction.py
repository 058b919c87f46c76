"""A read bulletin in the corpus's prediction format, which its scorer judges."""

from __future__ import annotations

from typing import Any

from releases.parsing.bulletin import Field, ParsedBulletin

from .gazetteer import Gazetteer
from .links import EntityLinks


def as_prediction(
    bulletin: ParsedBulletin, links: EntityLinks, gazetteer: Gazetteer
) -> dict[str, Any]:
    """One JSON object: fields, entities by their catalogue names, and how sure each field is."""
    agencies = {agency.slug: agency for agency in gazetteer.agencies}
    places = {place.slug: place for place in gazetteer.places}
    folio, place, date = bulletin.folio.value, bulletin.issued_in.value, bulletin.issued_on.value
    return {
        "folio": folio.printed if folio else None,
        "number": folio.number if folio else None,
        "year": bulletin.year,
        "date": date.isoformat() if date else None,
        "place": {"name": place.name, "inegi": place.inegi} if place else None,
        "headline": bulletin.headline.value,
        "subheads": list(bulletin.summary_points.value),
        "body": list(bulletin.body.value),
        "boilerplate": bulletin.boilerplate.value,
        "agencies": [
            {"name": agencies[slug].name, "acronym": agencies[slug].acronym or None}
            for slug in links.agencies
        ],
        "places": [
            {"name": places[slug].name, "inegi": places[slug].inegi} for slug in links.places
        ],
        "topics": [topic.slug for topic in links.topics],
        "status": {name: _level(field) for name, field in _fields(bulletin).items()},
    }


def _fields(bulletin: ParsedBulletin) -> dict[str, Field[Any]]:
    return {
        "folio": bulletin.folio,
        "date": bulletin.issued_on,
        "place": bulletin.issued_in,
        "headline": bulletin.headline,
        "subheads": bulletin.summary_points,
        "body": bulletin.body,
    }


def _level(field: Field[Any]) -> str:
    return field.certainty.value
