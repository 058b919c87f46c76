"""How sure each field of a review is, what speaks against it, and the answers at a click."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from releases.editorial.findings import Finding
from releases.parsing.bulletin import Certainty
from releases.parsing.doubts import LOOSE, MANY_POINTS, TORN, UNMARKED
from releases.publishing.content import BulletinContent
from releases.publishing.merging import field_values
from releases.vocabulary import EditorialSeverity


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that a review shows together: anchor, number, name, and the fields as read."""

    anchor: str
    number: int
    label: str
    fields: tuple[str, ...]


# In the order in which a bulletin prints them.
GROUPS = (
    Group("emisora", 1, "Oficina emisora", ("issuer",)),
    Group("folio", 2, "Folio", ("folio",)),
    Group("fecha", 3, "Fecha y lugar", ("issued_on", "issued_in")),
    Group("titulo", 4, "Título", ("headline",)),
    Group("sumarios", 5, "Sumarios", ("summary_points",)),
    Group("texto", 6, "Texto", ("body",)),
    Group("cierre", 7, "Cierre", ("boilerplate",)),
)
_GROUP_OF_FINDING = {
    "folio": "folio",
    "dateline": "fecha",
    "headline": "titulo",
    "summary_points": "sumarios",
    "body": "texto",
    "boilerplate": "cierre",
}
# What a public bulletin cannot go without, and what is no doubt when it is not there.
_REQUIRED = frozenset({"headline", "issued_on", "body"})
_MAY_LACK = frozenset({"summary_points", "boilerplate"})
_NONE = {"folio": "No lleva folio", "issued_in": "No lleva lugar"}
_ASKS = {
    "headline": "Escriba el título.",
    "issued_on": "Escriba la fecha.",
    "body": "Escriba el texto.",
}

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”»)]*$|[\"”»]$")
_SEVERAL_FOLIOS = re.compile(r"Hay más de un folio posible: (?P<shown>.+)\. Elija el correcto\.")
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """A button under a doubt; `value` is what it sends as `accion`."""

    value: str
    label: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at, and the answers that take one click.

    `quote` are the words that an editorial check found; `key` names its finding, for the reason
    with which a person leaves them.
    """

    text: str
    answers: tuple[Answer, ...] = ()
    is_grave: bool = False
    quote: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class FieldState:
    """A group's level with its doubts; `level` is empty for a part that a bulletin may lack.

    `is_confirmed`: a person answers for all of it.
    """

    group: Group
    level: str
    doubts: tuple[Doubt, ...]
    paragraphs: Mapping[int, tuple[Doubt, ...]]
    is_confirmed: bool

    @property
    def needs_person(self) -> bool:
        return self.level in {Certainty.REVIEW, Certainty.MISSING}


def judge_fields(
    content: BulletinContent,
    *,
    evidence: Mapping[str, Any],
    confirmed: frozenset[str],
    findings: Iterable[Finding],
    takes_folio: bool = False,
) -> dict[str, FieldState]:
    """The state of each group, by its anchor.

    `evidence` is where the fields were read, `confirmed` the fields that a person answers for,
    `findings` those of the editorial checks that nobody has explained. With `takes_folio` the
    bulletin gets its number when it is published, so that none is missing.
    """
    settled = confirmed | {"folio"} if takes_folio else confirmed
    found = _findings_by_group(findings)
    return {
        group.anchor: _judge(group, content, evidence, settled, found.get(group.anchor, []))
        for group in GROUPS
    }


def doubtful_paragraphs(body: tuple[str, ...]) -> dict[int, Doubt]:
    """Paragraphs that look torn off their neighbour, by their position, each with its answer."""
    found: dict[int, Doubt] = {}
    for index, text in enumerate(body):
        after_list = index > 0 and body[index - 1].endswith((":", ";"))
        if index and text[:1].islower() and not after_list:
            found[index] = Doubt(
                "Empieza en minúscula: puede ser la continuación del párrafo anterior.",
                (Answer(f"unir:{index}", "Unir con el anterior", is_main=True),),
            )
        elif index and not after_list and not _SENTENCE_END.search(body[index - 1]):
            found[index] = Doubt(
                "El párrafo anterior no termina en punto: este puede ser su continuación.",
                (Answer(f"unir:{index}", "Unir con el anterior", is_main=True),),
            )
    return found


def _judge(
    group: Group,
    content: BulletinContent,
    evidence: Mapping[str, Any],
    confirmed: frozenset[str],
    findings: list[Finding],
) -> FieldState:
    level, doubts = Certainty.SURE.value, []
    paragraphs: dict[int, list[Doubt]] = {}
    for name in group.fields:
        own, doubt = _judge_field(name, group.anchor, content, evidence, confirmed)
        level = max(level, own, key=_GRAVITY.index)
        doubts += [doubt] if doubt else []
        if name == "body" and own == Certainty.REVIEW:
            paragraphs = {n: [each] for n, each in doubtful_paragraphs(content.body).items()}
    for finding in findings:
        shown = _doubt_of(finding)
        if finding.field == "body" and finding.paragraph is not None:
            paragraphs.setdefault(finding.paragraph, []).append(shown)
        else:
            doubts.append(shown)
    if findings and level != Certainty.MISSING:
        level = Certainty.REVIEW.value
    return FieldState(
        group=group,
        level=level,
        doubts=tuple(doubts),
        paragraphs={number: tuple(each) for number, each in paragraphs.items()},
        is_confirmed=all(name in confirmed for name in group.fields),
    )


_GRAVITY = ("", Certainty.SURE.value, Certainty.REVIEW.value, Certainty.MISSING.value)


def _judge_field(
    name: str,
    anchor: str,
    content: BulletinContent,
    evidence: Mapping[str, Any],
    confirmed: frozenset[str],
) -> tuple[str, Doubt | None]:
    """The level of one field, and the doubt that its reader had of it."""
    read = evidence.get(name) or {}
    certainty, reason = read.get("certainty"), str(read.get("reason") or "")
    is_empty = name != "issuer" and not field_values(content)[name]
    if is_empty and name in _REQUIRED:
        return Certainty.MISSING.value, Doubt(reason or _ASKS[name])
    if is_empty and name in _MAY_LACK:
        return Certainty.SURE.value, None
    if name in confirmed:
        return Certainty.SURE.value, None
    fine = Answer(f"bien:{anchor}", "Así está bien")
    if is_empty and name in _NONE:
        none = Answer(f"bien:{anchor}", _NONE[name])
        return Certainty.MISSING.value, Doubt(reason or "No se encontró en el documento.", (none,))
    if certainty != Certainty.REVIEW or (name == "body" and _is_mended(reason, content.body)):
        return Certainty.SURE.value, None
    return Certainty.REVIEW.value, Doubt(reason, (*_other_answers(name, reason), fine))


def _is_mended(reason: str, body: tuple[str, ...]) -> bool:
    """Whether a doubt about one paragraph has gone: nothing looks torn any more."""
    about_one = reason.startswith((TORN.partition(":")[0], LOOSE.partition(":")[0]))
    quote = re.search("«(.+)»", reason)
    if not about_one or quote is None or doubtful_paragraphs(body):
        return False
    return not any(" ".join(text.split()[:8]) == quote[1] for text in body)


def _other_answers(name: str, reason: str) -> Iterator[Answer]:
    if name == "summary_points" and reason in {UNMARKED, MANY_POINTS}:
        yield Answer("al-texto", "No lo son: pasarlos al texto")
    several = _SEVERAL_FOLIOS.fullmatch(reason) if name == "folio" else None
    for folio in several["shown"].split(", ") if several else ():
        yield Answer(f"poner:folio:{folio}", f"Es «{folio}»")


def _findings_by_group(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        anchor = _GROUP_OF_FINDING.get(finding.field, "texto")
        found.setdefault(anchor, []).append(finding)
    return found


def _doubt_of(finding: Finding) -> Doubt:
    return Doubt(
        finding.why,
        tuple(_fix_of(finding)),
        is_grave=finding.severity == EditorialSeverity.GRAVE,
        quote=_shortened(" ".join(finding.span.split())),
        key=finding.key,
    )


def _fix_of(finding: Finding) -> Iterator[Answer]:
    if finding.fix is not None:
        place = "" if finding.paragraph is None else str(finding.paragraph)
        label = f"Cambiar a «{_shortened(finding.fix)}»" if finding.fix else "Quitarlo"
        yield Answer(f"cambiar:{finding.field}:{place}:{finding.key}", label, is_main=True)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + "…"
