"""Bulletins chosen in the inbox to be published together: which may go, and what keeps the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from releases.models import Draft, Release
from releases.publishing import actions
from releases.publishing.actions import Candidate
from releases.publishing.content import content_of_draft
from releases.publishing.editorial_lists import check_content
from releases.vocabulary import ReleaseState

_CHANGED = "Alguien lo cambió después de que usted lo vio. Revíselo y publíquelo aparte."
_NOT_WAITING = "Ya no espera publicación."
_MOST = 400
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Seen:
    """A bulletin as it stood when a person chose it; the locks are 0 for one just chosen."""

    pk: int
    release_lock: int = 0
    draft_lock: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen bulletin. `obstacle` says in Spanish why it can't go with the others."""

    candidate: Candidate
    draft: Draft
    obstacle: str = ""

    @property
    def release(self) -> Release:
        return self.candidate.release

    @property
    def can_go(self) -> bool:
        return not self.obstacle

    @property
    def value(self) -> str:
        """What the form sends back, so that nothing goes out that changed in between."""
        return f"{self.release.pk}.{self.release.lock_version}.{self.draft.lock_version}"


def parse_choices(values: Iterable[str]) -> list[Seen]:
    """The chosen bulletins from the values of a form; what is no choice is left out."""
    seen: dict[int, Seen] = {}
    for value in values:
        parts = value.split(".")
        if len(parts) in {1, 3} and all(map(_is_number, parts)):
            choice = Seen(*map(int, parts))
            seen[choice.pk] = choice
    return list(seen.values())[:_MOST]


def choices_of(seen: Iterable[Seen]) -> list[Choice]:
    """What may be published of what was chosen, in the order of the folios."""
    asked = {choice.pk: choice for choice in seen}
    releases = Release.objects.filter(pk__in=asked).select_related("issuer")
    rows = list(releases.defer("issuer__loaded").order_by("year", "number", "pk"))
    drafts = Draft.objects.select_related("issued_in").in_bulk([row.pk for row in rows])
    waiting = {c.release.pk: c for c in actions.list_candidates(rows)}
    return [
        _choice(waiting.get(row.pk), drafts[row.pk], row, asked) for row in rows if row.pk in drafts
    ]


def _choice(
    candidate: Candidate | None, draft: Draft, release: Release, asked: Mapping[int, Seen]
) -> Choice:
    shown = candidate or Candidate(release, draft.headline, draft.folio)
    return Choice(shown, draft, _obstacle(candidate, draft, release, asked[release.pk]))


def _obstacle(candidate: Candidate | None, draft: Draft, release: Release, seen: Seen) -> str:
    if candidate is None or release.state != ReleaseState.IN_REVIEW:
        return _NOT_WAITING
    locks = (release.lock_version, draft.lock_version)
    if seen.release_lock and locks != (seen.release_lock, seen.draft_lock):
        return _CHANGED
    if candidate.missing:
        return f"Falta: {', '.join(candidate.missing)}."
    if not candidate.is_clear:
        return "Tiene datos por revisar."
    if check_content(content_of_draft(draft), release=release):
        return "La revisión editorial encontró avisos: publíquelo aparte para verlos."
    return ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
