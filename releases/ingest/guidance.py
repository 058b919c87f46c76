"""A manifest's facts beside what was read: they win where the reader was not sure.

Where the reader was sure of something else, nobody wins: the field is in doubt for a person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from releases.ingest.manifest import GivenFacts
from releases.ingest.reading import BulletinReading
from releases.language.folding import fold
from releases.linking.gazetteer import AgencyEntry, Gazetteer
from releases.parsing.bulletin import Certainty

RULE = "manifiesto"


def guide(reading: BulletinReading, given: GivenFacts, gazetteer: Gazetteer) -> BulletinReading:
    """The reading with the facts that were given, and doubts where both disagree."""
    if given.issued_on:
        reading = _guide_date(reading, given.issued_on)
    if given.number is not None:
        reading = _guide_folio(reading, given)
    if given.office:
        reading = _guide_issuer(reading, given.office, gazetteer)
    return reading


def _guide_date(reading: BulletinReading, given: dt.date) -> BulletinReading:
    read = reading.content.issued_on
    if read != given and _is_sure(reading, "issued_on"):
        return _doubted(reading, "issued_on", f"{read:%d/%m/%Y}", f"{given:%d/%m/%Y}")
    reading = _settled(reading, "issued_on", f"{given:%d/%m/%Y}", given.isoformat())
    year = reading.year if reading.number is not None else given.year
    return replace(reading, year=year, content=replace(reading.content, issued_on=given))


def _guide_folio(reading: BulletinReading, given: GivenFacts) -> BulletinReading:
    issued_on = reading.content.issued_on
    year = given.year or (issued_on.year if issued_on else reading.year)
    if (reading.number, reading.year) == (given.number, year):
        return _settled(reading, "folio", given.folio, reading.content.folio)
    if _is_sure(reading, "folio"):
        return _doubted(reading, "folio", reading.content.folio, given.folio)
    reading = _settled(reading, "folio", given.folio, given.folio)
    content = replace(reading.content, folio=given.folio)
    return replace(reading, number=given.number, year=year, content=content)


def _guide_issuer(reading: BulletinReading, given: str, gazetteer: Gazetteer) -> BulletinReading:
    agency = _find_agency(given, gazetteer)
    if agency is None:
        reason = f"El manifiesto nombra «{given}», que no está en el catálogo. Elija la emisora."
        return _with_field(reading, "issuer", Certainty.REVIEW, reason, given)
    if agency.slug != reading.issuer and _is_sure(reading, "issuer"):
        return _doubted(reading, "issuer", reading.issuer, agency.name)
    reading = _settled(reading, "issuer", given, agency.slug)
    return replace(reading, issuer=agency.slug)


def _find_agency(given: str, gazetteer: Gazetteer) -> AgencyEntry | None:
    wanted = fold(given)
    for agency in gazetteer.agencies:
        if wanted in {agency.slug, fold(agency.name), fold(agency.acronym)}:
            return agency
    for agency in gazetteer.agencies:
        if any(fold(name.text) == wanted and name.issuer is None for name in agency.names):
            return agency
    return None


def _is_sure(reading: BulletinReading, name: str) -> bool:
    field = reading.record.fields.get(name) or {}
    return bool(field.get("certainty") == Certainty.SURE)


def _settled(reading: BulletinReading, name: str, quote: str, value: Any) -> BulletinReading:
    return _with_field(reading, name, Certainty.SURE, "", quote, value=value)


def _doubted(reading: BulletinReading, name: str, read: str, given: str) -> BulletinReading:
    reason = f"El documento dice «{read}»; el manifiesto, «{given}». Decida cuál es."
    return _with_field(reading, name, Certainty.REVIEW, reason, given)


def _with_field(
    reading: BulletinReading,
    name: str,
    certainty: Certainty,
    reason: str,
    quote: str,
    *,
    value: Any = None,
) -> BulletinReading:
    """The field as judged now, the manifest added to where it was found."""
    before: Mapping[str, Any] = reading.record.fields.get(name) or {"evidence": []}
    found = {"quote": quote, "page": 0, "rule": RULE, "box": None, "start": 0, "end": 0}
    judged = {
        "certainty": certainty.value,
        "reason": reason,
        "evidence": [*before.get("evidence", []), found],
    }
    kept = before.get("value") if value is None else value
    record = replace(
        reading.record,
        fields={**reading.record.fields, name: {**judged, "value": kept}},
    )
    evidence = {**reading.content.evidence, name: judged}
    return replace(reading, record=record, content=replace(reading.content, evidence=evidence))
