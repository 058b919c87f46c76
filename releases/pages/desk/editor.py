"""What the editor of a bulletin written here shows: its state, its entities, its letterhead."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from releases.catalogue.lookup import CatalogueKind, Directory
from releases.models import Agency, ClosingBlock, Draft, Office, Release
from releases.publishing.content import BulletinContent, content_of_draft
from releases.publishing.datelines import place_of_dateline
from releases.publishing.folios import print_folio, propose_next
from releases.vocabulary import DocumentKind, ReleaseState

_GROUPS = (
    (CatalogueKind.AGENCY, "Dependencias", "add_agency"),
    (CatalogueKind.PLACE, "Lugares", "add_place"),
    (CatalogueKind.TOPIC, "Temas", "add_topic"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorState:
    """What an editor page was made from. `draft` is None for a bulletin not yet begun.

    `window` names the page, so that what it saves twice is told from what somebody else saved.
    """

    content: BulletinContent
    today: dt.date
    window: str
    draft: Draft | None = None
    block_id: int | None = None
    _proposed: dict[int, str] = field(default_factory=dict)

    @property
    def release(self) -> Release | None:
        return self.draft.release if self.draft else None

    @property
    def issuer(self) -> Agency | None:
        """The office whose series the bulletin belongs to; None before one is set up."""
        if self.release:
            return self.release.issuer
        office = Office.objects.select_related("agency").first()
        return office.agency if office else None

    def proposed_folio(self, day: dt.date) -> str:
        """The folio that the bulletin would get now, provisional; empty before the office is set
        up."""
        if day.year not in self._proposed:
            self._proposed[day.year] = _next_folio(self.issuer, day.year)
        return self._proposed[day.year]

    @property
    def is_scheduled(self) -> bool:
        return self.release is not None and self.release.state == ReleaseState.SCHEDULED

    @property
    def is_in_review(self) -> bool:
        return self.release is not None and self.release.state == ReleaseState.IN_REVIEW

    @property
    def removed(self) -> frozenset[tuple[str, str]]:
        """Entities that a person took off, as kind and slug."""
        rows = self.draft.links.get("removed", ()) if self.draft else ()
        return frozenset((kind, slug) for kind, slug in rows)

    @property
    def initial(self) -> dict[str, Any]:
        """The fields of `EditorForm` as they show the content."""
        content, draft = self.content, self.draft
        own_folio = draft and (not draft.takes_folio or self.is_scheduled)
        return {
            "document_kind": content.document_kind,
            "folio": draft.folio if draft and own_folio else "",
            "issued_on": content.issued_on,
            "place": place_of_dateline(content.dateline, content.issued_on),
            "headline": content.headline,
            "summary_points": "\n".join(content.summary_points),
            "body": "\n\n".join(content.body),
            "closing_block": self.block_id,
            "boilerplate": content.boilerplate,
            "lock_version": draft.lock_version if draft else 0,
            "window": self.window,
        }


@dataclass(frozen=True, slots=True)
class EntityChip:
    """An entity of the bulletin: `value` is what its button sends to take it off."""

    value: str
    label: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """The entities of one kind, with the name of the box that adds one."""

    kind: str
    label: str
    box: str
    chips: tuple[EntityChip, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sheet as it will be printed; `folio_is_final` is false for the proposed number."""

    letterhead: tuple[str, ...]
    agency: str
    contact: tuple[str, ...]
    kind: str
    folio: str
    folio_is_final: bool
    content: BulletinContent

    @property
    def headline(self) -> str:
        """In capitals, as on paper."""
        return self.content.headline.upper()

    @property
    def mark(self) -> str:
        """What stands at the right of the letterhead: the office, unless its lines name it."""
        return self.kind if self.agency in self.letterhead else self.agency

    @property
    def closing(self) -> list[str]:
        return self.content.boilerplate.split("\n") if self.content.boilerplate else []

    @property
    def words(self) -> int:
        return sum(len(text.split()) for text in self.content.body)


def empty_state() -> EditorState:
    """A bulletin not yet begun: dated today, with the closing block of the day."""
    today = timezone.localdate()
    block = blocks_of(today).first()
    content = BulletinContent(issued_on=today, boilerplate=block.text if block else "")
    return EditorState(
        content=content, today=today, window=_new_window(), block_id=block.pk if block else None
    )


def state_of(draft: Draft) -> EditorState:
    """The draft as it is saved now."""
    return EditorState(
        content=content_of_draft(draft),
        today=timezone.localdate(),
        window=_new_window(),
        draft=draft,
        block_id=draft.closing_block_id,
    )


def folio_words(state: EditorState) -> str:
    """Under the box of the folio: what stands there, or would."""
    if state.is_scheduled:
        return "El folio es definitivo mientras siga programado."
    proposed = state.proposed_folio(state.content.issued_on or state.today)
    return (
        f"Folio provisional: {proposed}. Queda firme al publicar o programar. "
        "Escriba otro solo si le corresponde otro."
    )


def _new_window() -> str:
    return secrets.token_urlsafe(12)


def blocks_of(day: dt.date, *, besides: int | None = None) -> QuerySet[ClosingBlock]:
    """The closing blocks in use on a day, the newest first; `besides` is one that is chosen."""
    in_use = Q(valid_from__lte=day) & (Q(valid_until__isnull=True) | Q(valid_until__gte=day))
    chosen = Q(pk=besides) if besides else Q(pk__in=())
    return ClosingBlock.objects.filter(in_use | chosen)


def entity_groups(content: BulletinContent, directory: Directory) -> list[EntityGroup]:
    """Agencies, places and topics as chips; one that the catalogue lost is left out."""
    by_person = {(m.kind, m.slug) for m in content.mentions if m.confirmed}

    def chips(kind: CatalogueKind) -> Iterator[EntityChip]:
        for slug in content.slugs(kind):
            entry = directory.entry(kind, slug)
            if entry:
                yield EntityChip(f"{kind}:{slug}", entry.label, (kind, slug) in by_person)

    return [EntityGroup(kind, label, box, tuple(chips(kind))) for kind, label, box in _GROUPS]


def letterhead_of(
    content: BulletinContent, *, state: EditorState, given: int | None = None
) -> Letterhead:
    """The sheet of what was typed, with the number that it has or would get now.

    `given` is a number that a person has typed and not yet saved.
    """
    office = Office.objects.select_related("agency").first()
    issuer = state.issuer
    day = content.issued_on or state.today
    final = content.folio
    if given and issuer:
        final = print_folio(number=given, year=day.year, issuer=issuer)
    return Letterhead(
        letterhead=tuple(office.letterhead) if office else (),
        agency=issuer.name if issuer else "",
        contact=tuple(office.contact) if office else (),
        kind=DocumentKind(content.document_kind).label,
        folio=final or state.proposed_folio(day),
        folio_is_final=bool(final),
        content=content,
    )


def _next_folio(issuer: Agency | None, year: int) -> str:
    if issuer is None:
        return ""
    number = propose_next(issuer=issuer, year=year)
    return print_folio(number=number, year=year, issuer=issuer)
