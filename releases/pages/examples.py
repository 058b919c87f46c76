"""Searches to try: taken from the archive, so that each of them finds something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from releases.models import Mention, Place, Release, Topic
from releases.statistics import Counted

_LONGEST = 28  # characters: what fits beside the others on a phone


@dataclass(frozen=True, slots=True)
class Example:
    """What to type, as shown, and where that leads."""

    words: str
    address: str


def example_searches(
    recent: Sequence[Release],
    topics: Sequence[Counted[Topic]],
    municipalities: Sequence[Counted[Place]],
) -> list[Example]:
    """Up to four: a term, a phrase, a folio and a municipality. Costs one query.

    `recent` are bulletins with their current version; the others are counted, most first.
    """
    terms = _terms(recent)
    found = [_search(term, shown=term) for term in terms[:1]]
    found += [_search(f'"{term}"', shown=f"«{term}»") for term in terms[1:2]]
    folio = next((r.current_revision.folio for r in recent if r.current_revision), "")
    if folio:
        found.append(_search(folio, shown=folio))
    if municipalities:
        place = municipalities[0].entity
        found.append(Example(place.name, place.get_absolute_url()))
    elif topics:
        found.append(_search(topics[0].entity.name, shown=topics[0].entity.name))
    return found


def _search(query: str, *, shown: str) -> Example:
    return Example(shown, f"{reverse('search')}?{urlencode({'q': query})}")


def _terms(recent: Sequence[Release]) -> list[str]:
    """Terms of topics that stand word for word in the text of recent bulletins, longest first."""
    versions = {r.current_revision_id: r.current_revision for r in recent}
    rows = Mention.objects.filter(revision__in=versions, topic__isnull=False).values_list(
        "revision_id", "terms"
    )
    found = {
        term
        for revision_id, terms in rows
        for term, _ in terms
        if " " in term and len(term) <= _LONGEST
        if (version := versions[revision_id]) and term in " ".join(version.body)
    }
    return sorted(found, key=lambda term: (-len(term), term))
