"""The confirmation page: what would come out, what speaks against it, and what each button does."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from releases.editorial.findings import Finding
from releases.models import Authorization, Draft, EditorialReason, Release, User
from releases.pages.sharing import SharedTexts, texts_to_share
from releases.presentation import counted, joined
from releases.publishing.content import BulletinContent, content_of_draft
from releases.publishing.editorial_lists import check_content
from releases.publishing.folios import print_folio, propose_next
from releases.publishing.permissions import may
from releases.publishing.second_person import two_people
from releases.vocabulary import EventKind, PendingAct, ReleaseState, TextField

_PLACES = {
    TextField.DATELINE.value: "Lugar y fecha",
    TextField.HEADLINE.value: "Título",
    "folio": "Folio",
    "boilerplate": "Cierre",
}


@dataclass(frozen=True, slots=True)
class FindingShown:
    """What the editorial check found and nobody explained yet; `times` counts its places."""

    finding: Finding
    times: int = 1

    @property
    def field_name(self) -> str:
        """The form's field for its reason."""
        return f"motivo-{self.finding.key}"

    @property
    def place(self) -> str:
        """«Párrafo 3», «Título»; with how often, where it is more than once."""
        found = self.finding
        if found.field == TextField.BODY:
            name = f"Párrafo {(found.paragraph or 0) + 1}"
        elif found.field == TextField.SUMMARY:
            name = f"Sumario {(found.paragraph or 0) + 1}"
        else:
            name = _PLACES.get(found.field, "Texto")
        return name if self.times == 1 else f"{name} y {self.times - 1} más"


@dataclass(frozen=True, slots=True)
class Powers:
    """What the signed-in person may do here: publish alone, only ask, publish in an emergency."""

    alone: bool
    emergency: bool

    @classmethod
    def of(cls, user: User) -> Powers:
        publishes, two = may(user, "publish"), two_people()
        return cls(alone=publishes and not two, emergency=publishes and two)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """All that the page shows of a bulletin. `folio` is empty for one that has none."""

    release: Release
    draft: Draft
    content: BulletinContent
    folio: str
    folio_is_provisional: bool
    findings: tuple[FindingShown, ...]
    explained: int
    request: Authorization | None

    @property
    def missing(self) -> str:
        """What a public bulletin needs and this one lacks, as a sentence; empty when whole."""
        lacks = self.content.missing
        return f"Falta {joined(list(lacks))}." if lacks else ""

    @property
    def size(self) -> str:
        """«12 párrafos, 406 palabras.»"""
        words = sum(len(paragraph.split()) for paragraph in self.content.body)
        paragraphs = counted(len(self.content.body), "párrafo", "párrafos")
        return f"{paragraphs}, {counted(words, 'palabra', 'palabras')}."

    @property
    def findings_in_words(self) -> str:
        found = counted(len(self.findings), "aviso", "avisos") if self.findings else "Sin avisos"
        if not self.explained:
            return found
        return f"{found}; {counted(self.explained, 'ya explicado', 'ya explicados')}"

    @property
    def asked_for(self) -> dt.datetime | None:
        """The minute that the open request asks for; None where it is to come out at once."""
        return minute_of(self.request) if self.request else None

    @property
    def is_scheduled(self) -> bool:
        return self.release.state == ReleaseState.SCHEDULED

    @property
    def edit_path(self) -> str:
        return edit_path(self.release)


def edit_path(release: Release) -> str:
    """Where the text of a bulletin that waits for its publication is changed."""
    written_here = release.draft.source is None
    return reverse("desk-edit" if written_here else "desk-review", args=[release.pk])


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one text (`draft_version`): at once where there is no minute."""

    draft_version: int
    minute: dt.datetime | None
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a bulletin: it is public, it has its minute, or it waits for somebody."""

    release: Release
    folio: str
    headline: str
    request: Authorization | None = None
    waiting: int = 0

    @property
    def title(self) -> str:
        if self.is_public:
            return "Publicado"
        return "Autorización pedida" if self.request else "Programado"

    @property
    def is_public(self) -> bool:
        return self.release.is_public

    @property
    def asked_for(self) -> dt.datetime | None:
        """The minute that waits for somebody's word; None where it is to come out at once."""
        return minute_of(self.request) if self.request else None

    @property
    def shared(self) -> SharedTexts | None:
        """What to paste into WhatsApp and X, once it is public."""
        revision = self.release.current_revision
        return texts_to_share(self.release, revision) if revision and self.is_public else None


def confirmation_of(release: Release, draft: Draft) -> Confirmation:
    """Some ten queries, and the editorial check of the whole text."""
    content = content_of_draft(draft)
    explained = _explained_keys(release)
    found = check_content(content, release=release)
    folio, provisional = _folio(release, draft)
    return Confirmation(
        release=release,
        draft=draft,
        content=content,
        folio=folio,
        folio_is_provisional=provisional,
        findings=_unexplained(found, explained),
        explained=len({f.key for f in found} & explained),
        request=_open_request(release),
    )


def _explained_keys(release: Release) -> set[str]:
    return set(EditorialReason.objects.filter(release=release).values_list("finding", flat=True))


def _unexplained(found: tuple[Finding, ...], explained: set[str]) -> tuple[FindingShown, ...]:
    """One for each key, in reading order: the same words for the same reason are asked once."""
    first: dict[str, Finding] = {}
    times: dict[str, int] = {}
    for finding in found:
        if finding.key not in explained:
            first.setdefault(finding.key, finding)
            times[finding.key] = times.get(finding.key, 0) + 1
    return tuple(FindingShown(finding, times[key]) for key, finding in first.items())


def _folio(release: Release, draft: Draft) -> tuple[str, bool]:
    """The folio as printed, and whether it is only the one that the series would give now."""
    if draft.folio or not draft.takes_folio or draft.issued_on is None:
        return draft.folio, False
    year = draft.issued_on.year
    number = propose_next(issuer=release.issuer, year=year)
    return print_folio(number=number, year=year, issuer=release.issuer), True


def _open_request(release: Release) -> Authorization | None:
    return (
        release.authorizations.filter(act=PendingAct.PUBLISH, decided_at=None)
        .select_related("requested_by")
        .first()
    )


def is_done(release: Release, decision: Decision) -> bool:
    """Whether just this has happened already: then a second press of the button is no mistake."""
    if decision.asks:
        return False
    events = release.events.filter(
        kind=EventKind.PUBLISHED, data__draft_version=decision.draft_version
    )
    if release.current_revision_id is not None:
        return events.exists()
    return decision.minute is not None and (
        release.publish_at == decision.minute
        and Draft.objects.filter(pk=release.pk, lock_version=decision.draft_version).exists()
    )


def outcome_of(release: Release, draft: Draft | None) -> Outcome | None:
    """None for a bulletin that nobody published, scheduled or asked for, or that was withdrawn."""
    request = _open_request(release) if draft else None
    revision = release.current_revision if release.is_public else None
    if revision is None and request is None and release.state != ReleaseState.SCHEDULED:
        return None
    text = revision or draft
    return Outcome(
        release=release,
        folio=text.folio if text else "",
        headline=(revision.title if revision else draft.headline if draft else ""),
        request=request,
        waiting=_waiting_besides(release),
    )


def _waiting_besides(release: Release) -> int:
    waiting = Release.objects.filter(state=ReleaseState.IN_REVIEW, discarded_at=None)
    return waiting.exclude(pk=release.pk).count()


def minute_of(request: Authorization) -> dt.datetime | None:
    """The minute that a request for publication asks for; None asks for it at once."""
    at = request.data.get("at")
    return dt.datetime.fromisoformat(at) if at else None
