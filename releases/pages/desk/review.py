"""The review of a bulletin that was read: the document, its fields with their doubts, the names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from releases.catalogue.lookup import CatalogueKind, Directory
from releases.editorial.findings import Finding
from releases.extraction.document import MediaType
from releases.models import Draft, EditorialReason, Release, User
from releases.pages.desk.review_doubts import GROUPS, Doubt, FieldState, judge_fields
from releases.pages.desk.sheets import Mark, Sheet, TextLine, sheets_of, text_lines
from releases.pages.reasons import NewName, new_names
from releases.parsing.bulletin import Certainty
from releases.presentation import long_date
from releases.publishing.content import BulletinContent
from releases.publishing.doubts import CODES, doubtful_circumstances
from releases.publishing.editorial_lists import check_content
from releases.publishing.merging import field_values
from releases.vocabulary import ReleaseState, SourceKind

# So recent a save may mean that somebody is still at it.
_RECENT = dt.timedelta(minutes=15)
_LETTERS_PER_ROW = 70
# Fields short enough to be shown twice, as they are and as they were read.
_READ_SHOWN = ("folio", "issued_on", "issued_in", "headline", "boilerplate")
_CIRCUMSTANCES = {
    "from_image": "El texto se leyó de una imagen y puede tener errores. "
    "Compare cada dato con el documento.",
    "active_content": "El archivo trae programas o archivos adjuntos. Aquí no se ejecutan; "
    "no lo abra en otro equipo sin revisarlo.",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """An agency, place or topic of the bulletin; `why` says what led to a topic."""

    slug: str
    label: str
    title: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class EntityList:
    """The entities of one kind: `field` names them in the form, `box` the text for one more."""

    field: str
    box: str
    kind: str
    label: str
    one: str
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """Another bulletin with much of the same text, by its name, and how much of it."""

    name: str
    percent: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what speaks against it; `number` counts from 1."""

    number: int
    text: str
    doubts: tuple[Doubt, ...] = ()
    takes_focus: bool = False

    @property
    def rows(self) -> int:
        """How high its text area is where the browser does not measure it."""
        return max(2, 1 + len(self.text) // _LETTERS_PER_ROW)

    @property
    def doubts_id(self) -> str:
        return f"d-parrafo-{self.number}"

    @property
    def offers_join(self) -> bool:
        """Whether joining it is an answer to one of its doubts."""
        return any(a.value.startswith("unir:") for doubt in self.doubts for a in doubt.answers)


_LISTS = (
    ("agencies", "add_agency", CatalogueKind.AGENCY, "Dependencias", "dependencia"),
    ("places", "add_place", CatalogueKind.PLACE, "Lugares", "lugar"),
    ("topics", "add_topic", CatalogueKind.TOPIC, "Temas", "tema"),
)


@dataclass(frozen=True)
class ReviewPage:
    """What the page of a review shows of `content`, which may be typed and not yet saved."""

    release: Release
    draft: Draft
    content: BulletinContent
    directory: Directory
    reader: User

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the editorial checks find and nobody has given a reason for."""
        explained = set(
            EditorialReason.objects.filter(release=self.release).values_list("finding", flat=True)
        )
        found = check_content(self.content, release=self.release)
        return tuple(finding for finding in found if finding.key not in explained)

    @cached_property
    def states(self) -> dict[str, FieldState]:
        """The state of each group of fields, by its anchor."""
        return judge_fields(
            self.content,
            evidence=self.draft.evidence,
            confirmed=frozenset(self.draft.confirmed),
            findings=self.findings,
            takes_folio=self.draft.takes_folio,
        )

    @cached_property
    def to_review(self) -> int:
        """How many groups a person has to look at."""
        return sum(state.needs_person for state in self.states.values())

    @cached_property
    def first_doubt(self) -> str:
        """The anchor of the first group to look at; empty when there is none."""
        return next((name for name, state in self.states.items() if state.needs_person), "")

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text's paragraphs; an empty one where there is none, to write in."""
        doubts = self.states["texto"].paragraphs
        focused = min(doubts, default=0) if self.first_doubt == "texto" else -1
        return tuple(
            Paragraph(index + 1, text, doubts.get(index, ()), takes_focus=index == focused)
            for index, text in enumerate(self.content.body or ("",))
        )

    @property
    def title(self) -> str:
        return self.content.folio or self.file_name or "comunicado sin folio"

    @property
    def file_name(self) -> str:
        return self.draft.source.file_name if self.draft.source else ""

    @property
    def page_count(self) -> int:
        return self.draft.source.page_count if self.draft.source else 0

    @property
    def is_reconstructed(self) -> bool:
        source = self.draft.source
        return source is not None and source.kind == SourceKind.RECONSTRUCTED

    @property
    def is_pdf(self) -> bool:
        source = self.draft.source
        return source is not None and source.media_type == MediaType.PDF

    @property
    def is_scheduled(self) -> bool:
        return self.release.state == ReleaseState.SCHEDULED

    @cached_property
    def _marks(self) -> dict[str, Mark]:
        return {
            name: Mark(
                group.number,
                group.anchor,
                group.label,
                self.states[group.anchor].level in {Certainty.REVIEW, Certainty.MISSING},
            )
            for group in GROUPS
            for name in group.fields
        }

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The document's pages with their boxes; empty where no page has been drawn."""
        if self.draft.source is None:
            return ()
        return sheets_of(
            self.draft.source, lines=self._lines, fields=self._fields, marks=self._marks
        )

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """The document as it was read, for one without page images."""
        return text_lines(self._lines, fields=self._fields, marks=self._marks)

    @property
    def zone_anchors(self) -> frozenset[str]:
        """The groups that have a box or a line to go back to."""
        boxed = {zone.mark.anchor for sheet in self.sheets for zone in sheet.zones}
        marked = {line.mark.anchor for line in self.lines if line.mark}
        return frozenset(boxed or marked)

    @property
    def _lines(self) -> list[dict[str, Any]]:
        return self.draft.extraction.lines if self.draft.extraction else []

    @property
    def _fields(self) -> Mapping[str, Any]:
        return self.draft.extraction.fields if self.draft.extraction else {}

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """What holds for the document as a whole, in Spanish."""
        extraction = self.draft.extraction
        if extraction is None:
            return ()
        found = doubtful_circumstances(extraction.notices, from_image=extraction.from_image)
        said = [_CIRCUMSTANCES[name] for name in found]
        said += [
            str(notice["message"])
            for notice in extraction.notices
            if notice.get("message") and notice.get("code") not in CODES.values()
        ]
        return tuple(dict.fromkeys(said))

    @cached_property
    def new_names(self) -> list[NewName]:
        """Names that the text explains and the catalogue lacks still."""
        return [
            name
            for name in new_names(self.draft)
            if len(self.directory.resolve(CatalogueKind.AGENCY, name.name)) != 1
        ]

    @cached_property
    def as_read(self) -> dict[str, str]:
        """What the document says where the text says otherwise by now, by field."""
        now = field_values(self.content)
        before = {name: field.get("value") for name, field in self._fields.items()}
        shown = {name: before[name] for name in _READ_SHOWN if before.get(name)}
        return {
            name: self._in_words(name, str(value))
            for name, value in shown.items()
            if value != now[name]
        }

    def _in_words(self, name: str, value: str) -> str:
        if name == "issued_on":
            return long_date(dt.date.fromisoformat(value))
        place = self.directory.entry(CatalogueKind.PLACE, value) if name == "issued_in" else None
        return place.label if place else value

    @property
    def twin(self) -> Twin | None:
        """The bulletin that this one resembles, as intake found it."""
        found = self.draft.links.get("twin")
        if not found:
            return None
        return Twin(str(found.get("name", "")), round(100 * float(found.get("share") or 1)))

    @property
    def saved_by_other(self) -> bool:
        """Whether somebody else saved a moment ago, and may be at it still."""
        person, moment = self.draft.saved_by_id, self.draft.saved_at
        return (
            person not in {None, self.reader.pk}
            and self.draft.lock_version > 1
            and timezone.now() - moment < _RECENT
        )

    @property
    def entity_lists(self) -> tuple[EntityList, ...]:
        """Agencies, places and topics as the content has them."""
        return tuple(
            EntityList(field, box, kind.value, label, one, self._chosen(kind))
            for field, box, kind, label, one in _LISTS
        )

    def _chosen(self, kind: CatalogueKind) -> tuple[Chosen, ...]:
        return tuple(
            Chosen(
                slug,
                entry.short if entry else slug,
                entry.label if entry else slug,
                self._why(kind, slug),
            )
            for slug in self.content.slugs(kind)
            for entry in [self.directory.entry(kind, slug)]
        )

    def _why(self, kind: CatalogueKind, slug: str) -> str:
        terms = (
            mention.terms
            for mention in self.content.mentions
            if (mention.kind, mention.slug) == (kind, slug)
        )
        return ", ".join(f"{term} ({count})" for term, count in next(terms, ()))
