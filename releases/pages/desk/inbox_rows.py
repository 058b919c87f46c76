"""One file of a batch, or one bulletin in work, as a row of the inbox: state, words, what to do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from releases.language.titles import sentence_case
from releases.models import Draft, PlaceName, Release, UploadedFile
from releases.parsing.bulletin import Certainty
from releases.presentation import counted, long_date
from releases.publishing import actions
from releases.publishing.actions import Candidate
from releases.vocabulary import ReleaseState, UploadState

# The order of the list: what needs a person stands on top, then what is on its way.
ORDER = (
    UploadState.REVIEW,
    UploadState.UNREADABLE,
    UploadState.SAME_FOLIO,
    UploadState.READY,
    UploadState.READING,
    UploadState.WAITING,
    UploadState.DUPLICATE,
    UploadState.CLOSED,
)
BECAME_BULLETINS = (UploadState.REVIEW, UploadState.READY, UploadState.SAME_FOLIO)

_ICONS = {
    UploadState.REVIEW: ("triangle-alert", "ojo"),
    UploadState.UNREADABLE: ("octagon-alert", "mal"),
    UploadState.SAME_FOLIO: ("copy", "ojo"),
    UploadState.READY: ("check", "bien"),
    UploadState.READING: ("clock", "sello"),
    UploadState.WAITING: ("clock", ""),
    UploadState.DUPLICATE: ("copy", ""),
    UploadState.CLOSED: ("check", ""),
}
_MOST_REASONS = 2
_KEY_WITHOUT_FOLIO = re.compile(r"sf-[a-z0-9]+/\d{4}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A state as a word with its icon; `kind` is that of `_sello-estado.html`."""

    text: str
    icon: str
    kind: str


@dataclass(frozen=True, slots=True)
class Action:
    """What a person does next: a link, or a button that posts; `main` for the filled one."""

    label: str
    address: str
    main: bool = False
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with one name in them that leads to a bulletin."""

    before: str
    name: str = ""
    address: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A line of the inbox. `release` is the bulletin behind it, `file` the file, either may lack.

    `can_publish` is set for one that may be chosen for publication with others.
    """

    state: UploadState
    stamp: Stamp
    file: UploadedFile | None = None
    release: Release | None = None
    folio: str = ""
    facts: str = ""
    sentence: Sentence = Sentence("")
    actions: tuple[Action, ...] = ()

    @property
    def can_publish(self) -> bool:
        return self.state is UploadState.READY and self.release is not None

    @property
    def key(self) -> str:
        """Names the row in the page."""
        if self.file:
            return f"archivo-{self.file.pk}"
        return f"comunicado-{self.release.pk if self.release else ''}"


@dataclass(frozen=True, slots=True)
class InWork:
    """What is known now of the bulletins behind the rows. Three queries, however many they are.

    `names` are those of the archive's own state, which titles in capitals write in their own way.
    """

    drafts: Mapping[int, Draft]
    candidates: Mapping[int, Candidate]
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, releases: Iterable[Release]) -> InWork:
        """Reads the drafts of the releases and what speaks against publishing each."""
        rows = list({release.pk: release for release in releases}.values())
        drafts = Draft.objects.only(
            "folio", "headline", "summary_points", "body", "dateline", "evidence", "confirmed"
        ).in_bulk([row.pk for row in rows])
        candidates = actions.list_candidates(rows)
        names = PlaceName.objects.filter(place__inegi=settings.HOME_STATE)
        return cls(
            drafts,
            {candidate.release.pk: candidate for candidate in candidates},
            tuple(names.values_list("text", flat=True)),
        )


def file_row(file: UploadedFile, in_work: InWork) -> InboxRow:
    """A file with its state as it stands now: what was reviewed or published since is settled."""
    state = _state_of(file, in_work)
    if state is UploadState.CLOSED:
        return _settled_row(file, in_work)
    draft = in_work.drafts.get(file.release_id or 0)
    candidate = in_work.candidates.get(file.release_id or 0)
    return InboxRow(
        state=state,
        stamp=stamp_of(state, doubts=_count(candidate)),
        file=file,
        release=file.release,
        folio=draft.folio if draft else "",
        facts=_facts(draft, in_work.names) if draft else "",
        sentence=_sentence(file, state, draft, candidate),
        actions=tuple(_actions(file, state)),
    )


def release_row(release: Release, in_work: InWork) -> InboxRow:
    """A bulletin in work that came by another way, or was begun at the desk."""
    draft = in_work.drafts[release.pk]
    candidate = in_work.candidates.get(release.pk)
    if release.state == ReleaseState.DRAFT:
        address = reverse("desk-edit", args=[release.pk])
        state, stamp = UploadState.WAITING, Stamp("Borrador", "pencil", "")
        action = Action("Continuar", address)
    else:
        state = UploadState.READY if candidate and candidate.is_clear else UploadState.REVIEW
        stamp = stamp_of(state, doubts=_count(candidate))
        action = _review(release, main=state is UploadState.REVIEW)
    return InboxRow(
        state=state,
        stamp=stamp,
        release=release,
        folio=draft.folio,
        facts=_facts(draft, in_work.names),
        sentence=Sentence(_reasons(draft, candidate)),
        actions=(action,),
    )


def in_order(rows: Iterable[InboxRow]) -> list[InboxRow]:
    """What needs a person first; among equals as they were sent."""
    return sorted(rows, key=lambda row: ORDER.index(row.state))


def _state_of(file: UploadedFile, in_work: InWork) -> UploadState:
    state = UploadState(file.state)
    if state not in BECAME_BULLETINS or file.release is None:
        return state
    release = file.release
    if release.pk not in in_work.drafts or release.discarded_at:
        return UploadState.CLOSED
    if release.state == ReleaseState.SCHEDULED:
        return UploadState.CLOSED
    candidate = in_work.candidates.get(release.pk)
    if state is UploadState.SAME_FOLIO or candidate is None:
        return state
    return UploadState.READY if candidate.is_clear else UploadState.REVIEW


def _settled_row(file: UploadedFile, in_work: InWork) -> InboxRow:
    release = file.release
    draft = in_work.drafts.get(file.release_id or 0)
    folio = str(release) if release and release.number else ""
    label = UploadState.CLOSED.label
    seen: tuple[Action, ...] = ()
    if release and release.discarded_at:
        label = "Descartado"
        address = reverse("desk-recover", args=[release.pk])
        seen = (_review(release, main=False), Action("Recuperar", address, posts=True))
    elif release:
        label = ReleaseState(release.state).label
        if release.is_public:
            seen = (Action("Ver", release.get_absolute_url()),)
    return InboxRow(
        state=UploadState.CLOSED,
        stamp=Stamp(label, *_ICONS[UploadState.CLOSED]),
        file=file,
        release=release,
        folio=draft.folio if draft else folio,
        facts=_facts(draft, in_work.names) if draft else "",
        actions=seen,
    )


def stamp_of(state: UploadState, *, doubts: int = 0) -> Stamp:
    """The word and icon of a state; `doubts` counts the data that a person has to look at."""
    text = state.label
    if state is UploadState.REVIEW:
        text = f"Revise {counted(max(doubts, 1), 'dato', 'datos')}"
    return Stamp(text, *_ICONS[state])


def _count(candidate: Candidate | None) -> int:
    if candidate is None:
        return 0
    return max(len(candidate.doubts), len(candidate.missing)) + bool(candidate.twin)


def _facts(draft: Draft, names: tuple[str, ...]) -> str:
    # The first paragraph writes the words of the title; a long text would cost more than it tells.
    texts = [*draft.summary_points[:1], *draft.body[:1]]
    headline = sentence_case(draft.headline, texts=texts, names=names)
    return " · ".join(filter(None, (draft.dateline, headline)))


def _sentence(
    file: UploadedFile, state: UploadState, draft: Draft | None, candidate: Candidate | None
) -> Sentence:
    if state is UploadState.REVIEW and not file.twin:
        return Sentence((_reasons(draft, candidate) if draft else "") or file.message)
    if state in {UploadState.READY, UploadState.WAITING}:
        return Sentence("")
    if state is UploadState.READING and not file.release:
        return Sentence("")
    if file.twin is None:
        return Sentence(file.message)
    return _linked(file.message, file.twin)


def _linked(message: str, twin: Release) -> Sentence:
    if twin.discarded_at:
        day = long_date(timezone.localdate(twin.discarded_at))
        # Its key is another since it was put away.
        told = _KEY_WITHOUT_FOLIO.sub("otro sin folio", message)
        before = f"{told} Ese comunicado se descartó el {day}: "
        return Sentence(before, "véalo o recupérelo", reverse("desk-review", args=[twin.pk]), ".")
    before, name, after = message.partition(str(twin))
    if not name:
        return Sentence(message)
    name = name if twin.number else "otro sin folio"
    shown = twin.state in {ReleaseState.PUBLISHED, ReleaseState.WITHDRAWN}
    address = twin.get_absolute_url() if shown else reverse("desk-review", args=[twin.pk])
    return Sentence(before, name, address, after)


def _reasons(draft: Draft, candidate: Candidate | None) -> str:
    """The first reasons to look, in sentences; the fields alone where no reason is kept."""
    if candidate is None or candidate.is_clear:
        return ""
    found = list(_field_reasons(draft.evidence, draft.confirmed))
    if candidate.twin:
        found.insert(0, f"Se parece a {candidate.twin}. Compárelos.")
    if not found and candidate.missing:
        found = [f"Falta: {', '.join(candidate.missing)}."]
    return " ".join(list(dict.fromkeys(found))[:_MOST_REASONS])


def _field_reasons(evidence: Mapping[str, Any], confirmed: Collection[str]) -> Iterator[str]:
    for name, field in evidence.items():
        if name not in confirmed and field.get("certainty") != Certainty.SURE:
            reason = str(field.get("reason", ""))
            if reason:
                yield reason


def _actions(file: UploadedFile, state: UploadState) -> Iterator[Action]:
    if state is UploadState.UNREADABLE and file.sha256:
        yield Action("Volver a leer", reverse("desk-upload-retry", args=[file.pk]), posts=True)
    if state in {UploadState.DUPLICATE, UploadState.UNREADABLE}:
        address = reverse("desk-upload-close", args=[file.pk])
        yield Action("Quitar de la lista", address, posts=True)
    elif state is UploadState.SAME_FOLIO and file.release_id and file.release_id == file.twin_id:
        yield Action("Comparar", reverse("desk-correct", args=[file.release_id]))
    elif file.release and state in BECAME_BULLETINS:
        yield _review(file.release, main=state is UploadState.REVIEW)


def _review(release: Release, *, main: bool) -> Action:
    address = reverse("desk-review", args=[release.pk])
    return Action("Revisar" if main else "Ver", address, main=main)
