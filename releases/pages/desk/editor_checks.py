"""What the editor lists beside the text before it goes out: what is whole, what to look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from releases.editorial.findings import Finding
from releases.models import ClosingBlock
from releases.pages.desk.editor import EditorState
from releases.presentation import joined, long_date
from releases.publishing.content import BulletinContent
from releases.publishing.datelines import DatelinePlace
from releases.publishing.editorial_lists import check_content
from releases.vocabulary import EditorialCode, EditorialSeverity

_MOST_POINTS = 3
_FAR = dt.timedelta(days=30)
_ABOUT_PEOPLE = {
    EditorialCode.DETAINED_NAME,
    EditorialCode.MINOR,
    EditorialCode.VICTIM,
    EditorialCode.PLATE,
    EditorialCode.HOME,
    EditorialCode.PRIVATE_CONTACT,
}
# The control in which a finding's field is typed.
_CONTROLS = {
    "folio": "e-folio",
    "dateline": "e-place",
    "headline": "e-headline",
    "summary_points": "e-summary_points",
    "body": "e-body",
    "boilerplate": "e-boilerplate",
}
_LISTS = {"summary_points", "body"}
_FIXABLE = {"headline", "boilerplate", *_LISTS}


class Tone(StrEnum):
    """How a check came out."""

    GOOD = "bien"
    LOOK = "ojo"
    GRAVE = "mal"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list. `control` is where to look, `span` the words there.

    `fix` are words to put instead, `fix_value` what the button that does it sends.
    """

    tone: Tone
    text: str
    control: str = ""
    span: str = ""
    fix: str = ""
    fix_value: str = ""


def checklist(
    content: BulletinContent,
    *,
    state: EditorState,
    place: DatelinePlace,
    block: ClosingBlock | None,
) -> list[Check]:
    """What to know before the bulletin goes out, the facts first, then the editorial findings."""
    findings = check_content(content, release=state.release)
    return [
        *_about_folio(content, state),
        *_missing(content),
        *_about_dateline(content, state, place),
        *_about_points(content),
        *_about_closing(content, state, block),
        *map(_of_finding, findings),
        *_clean_bills(content, findings),
    ]


def fix_finding(content: BulletinContent, value: str) -> BulletinContent | None:
    """The content with what a finding proposes; None where the text no longer has the finding."""
    found = next((f for f in check_content(content) if f.fix and _value(f) == value), None)
    if found is None or found.fix is None or found.field not in _FIXABLE:
        return None
    said: dict[str, Any] = {}
    if found.field in _LISTS:
        texts = list(getattr(content, found.field))
        number = found.paragraph or 0
        texts[number] = _mended(texts[number], found)
        said[found.field] = tuple(texts)
    else:
        said[found.field] = _mended(getattr(content, found.field), found)
    return replace(content, **said)


def _mended(text: str, finding: Finding) -> str:
    return text[: finding.start] + (finding.fix or "") + text[finding.end :]


def _value(finding: Finding) -> str:
    return f"{finding.key}|{finding.field}|{finding.paragraph or 0}|{finding.start}"


def _of_finding(finding: Finding) -> Check:
    grave = finding.severity is EditorialSeverity.GRAVE
    fixable = finding.fix is not None and finding.field in _FIXABLE
    return Check(
        tone=Tone.GRAVE if grave else Tone.LOOK,
        text=finding.why,
        control=_CONTROLS.get(finding.field, ""),
        span=finding.span,
        fix=finding.fix or "" if fixable else "",
        fix_value=_value(finding) if fixable else "",
    )


def _about_folio(content: BulletinContent, state: EditorState) -> Iterator[Check]:
    if content.folio:
        yield Check(Tone.GOOD, f"Folio {content.folio}")
    elif folio := state.proposed_folio(content.issued_on or state.today):
        yield Check(Tone.GOOD, f"Folio libre y consecutivo: {folio}")


def _missing(content: BulletinContent) -> Iterator[Check]:
    controls = {"el título": "e-headline", "la fecha": "e-issued_on", "el texto": "e-body"}
    for name in content.missing:
        yield Check(Tone.LOOK, f"Falta {name}.", controls.get(name, ""))


def _about_dateline(
    content: BulletinContent, state: EditorState, place: DatelinePlace
) -> Iterator[Check]:
    day = content.issued_on
    if place.doubt:
        yield Check(Tone.LOOK, place.doubt, "e-place")
    elif not place.printed:
        yield Check(Tone.LOOK, "Falta el lugar.", "e-place")
    elif day:
        yield Check(Tone.GOOD, f"Lugar y fecha: {content.dateline}")
    if day and abs(day - state.today) > _FAR:
        yield Check(Tone.LOOK, f"La fecha es el {long_date(day)}: confírmela.", "e-issued_on")


def _about_points(content: BulletinContent) -> Iterator[Check]:
    count = len(content.summary_points)
    if count > _MOST_POINTS:
        yield Check(
            Tone.LOOK, f"Hay {count} sumarios; deje {_MOST_POINTS} a lo más.", "e-summary_points"
        )


def _about_closing(
    content: BulletinContent, state: EditorState, block: ClosingBlock | None
) -> Iterator[Check]:
    day = content.issued_on or state.today
    if not content.boilerplate:
        yield Check(Tone.LOOK, "No tiene texto de cierre.", "e-boilerplate")
    elif block and block.valid_until and block.valid_until < day:
        until = long_date(block.valid_until)
        yield Check(
            Tone.LOOK, f"El bloque «{block.name}» se usó hasta el {until}.", "e-closing_block"
        )
    elif block and day < block.valid_from:
        since = long_date(block.valid_from)
        yield Check(
            Tone.LOOK, f"El bloque «{block.name}» se usa desde el {since}.", "e-closing_block"
        )
    else:
        yield Check(Tone.GOOD, "Lleva texto de cierre")


def _clean_bills(content: BulletinContent, findings: Sequence[Finding]) -> Iterator[Check]:
    """What was looked for and not found: worth saying only of a text that is there."""
    if not content.body:
        return
    codes = {finding.code for finding in findings}
    if not codes & _ABOUT_PEOPLE:
        yield Check(Tone.GOOD, "No se nombra a personas detenidas, víctimas ni menores de edad")
    fine = [
        words
        for code, words in (
            (EditorialCode.ACRONYM, "siglas explicadas"),
            (EditorialCode.SPELLING, "palabras en el diccionario"),
            (EditorialCode.BROKEN_ACCOUNT, "cuentas de redes completas"),
        )
        if code not in codes
    ]
    if fine:
        said = joined(fine)
        yield Check(Tone.GOOD, said[0].upper() + said[1:])
