"""Where a bulletin names an agency, a place or a topic: the words with a little around them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from releases.models import Agency, Mention, Place, Revision, Topic
from releases.vocabulary import TextField

_AROUND = 90  # characters kept on each side, up to a whole word


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a bulletin: `words` are the name as written there."""

    before: str
    words: str
    after: str


def first_mentions(
    entity: Agency | Place | Topic, revisions: Collection[Revision]
) -> dict[int, Excerpt]:
    """The first mention in each version's text, by the version's primary key; one query.

    Versions that name the entity only as a whole, or in the dateline alone, are left out.
    """
    by_key = {revision.pk: revision for revision in revisions}
    column = {Agency: "agency", Place: "place", Topic: "topic"}[type(entity)]
    spans = (
        Mention.objects.filter(revision__in=by_key, **{column: entity})
        .filter(field__in=[TextField.HEADLINE, TextField.SUMMARY, TextField.BODY])
        .order_by("-field", "paragraph", "start")
    )
    found: dict[int, Excerpt] = {}
    for span in sorted(spans, key=_reading_order):
        if span.revision_id not in found:
            found[span.revision_id] = _cut(by_key[span.revision_id], span)
    return found


def _reading_order(span: Mention) -> tuple[int, int, int]:
    """The text before the summary points before the headline, which the list already shows."""
    fields = [TextField.BODY, TextField.SUMMARY, TextField.HEADLINE]
    return fields.index(TextField(span.field)), span.paragraph or 0, span.start or 0


def _cut(revision: Revision, span: Mention) -> Excerpt:
    text = _text_of(revision, span)
    start, end = span.start or 0, span.end or 0
    first = max(0, start - _AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    last = min(len(text), end + _AROUND)
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return Excerpt(
        before=("… " if first else "") + text[first:start],
        words=text[start:end],
        after=text[end:last] + (" …" if last < len(text) else ""),
    )


def _text_of(revision: Revision, span: Mention) -> str:
    if span.field == TextField.HEADLINE:
        return revision.title
    texts = revision.body if span.field == TextField.BODY else revision.summary_points
    return texts[span.paragraph or 0]
