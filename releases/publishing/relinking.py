"""Finding a content's entities again in changed words, and setting the entities a person chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.linking.links import EntityKind, EntityMention, TopicLink
from releases.parsing.bulletin import Certainty, Field, ParsedBulletin
from releases.publishing.content import TOPIC, BulletinContent, MentionContent

BY_PERSON = "persona"


def relocate(content: BulletinContent, gazetteer: Gazetteer, *, issuer: str) -> BulletinContent:
    """The same entities with the spans at which today's words name them.

    `issuer` is the name of the issuing agency, on which bare acronyms depend. An entity that the
    text no longer names stays, for the bulletin as a whole.
    """
    kept: dict[tuple[str, str], MentionContent] = {}
    for mention in content.mentions:
        kept.setdefault((mention.kind, mention.slug), mention)
    spans = [
        mention_content(found, confirmed=kept[found.kind, found.slug].confirmed)
        for found in link(_as_parsed(content, issuer), gazetteer).mentions
        if (found.kind, found.slug) in kept
    ]
    placed = {(mention.kind, mention.slug) for mention in spans}
    rest = [_without_span(mention) for key, mention in kept.items() if key not in placed]
    return replace(content, mentions=(*spans, *rest))


def relink(content: BulletinContent, gazetteer: Gazetteer, *, issuer: str) -> BulletinContent:
    """Today's entities of a content, beside those that a person confirmed.

    Where a person confirmed every one of them, the choice as a whole is theirs: it only moves to
    the words that name it. `issuer` is the name of the issuing agency.
    """
    placed = relocate(content, gazetteer, issuer=issuer)
    confirmed = [mention for mention in placed.mentions if mention.confirmed]
    if content.mentions and len(confirmed) == len(placed.mentions):
        return placed
    known = {(mention.kind, mention.slug) for mention in confirmed}
    links = link(_as_parsed(content, issuer), gazetteer)
    found = (*map(mention_content, links.mentions), *map(topic_content, links.topics))
    fresh = (mention for mention in found if (mention.kind, mention.slug) not in known)
    return replace(content, mentions=(*confirmed, *fresh))


def link_anew(
    content: BulletinContent,
    gazetteer: Gazetteer,
    *,
    issuer: str,
    removed: frozenset[tuple[str, str]] = frozenset(),
) -> BulletinContent:
    """All that today's words name, but for `removed`, and beside them what a person added.

    For a text that is still being written: `relink` leaves a choice as it is once a person
    confirmed all of it. `removed` are pairs of kind and slug; `issuer` is the issuer's name.
    """
    added = {(m.kind, m.slug): m for m in content.mentions if m.confirmed}
    named = relink(replace(content, mentions=()), gazetteer, issuer=issuer).mentions
    kept = [
        replace(mention, confirmed=(mention.kind, mention.slug) in added)
        for mention in named
        if (mention.kind, mention.slug) not in removed
    ]
    found = {(mention.kind, mention.slug) for mention in kept}
    rest = [_without_span(mention) for key, mention in added.items() if key not in found | removed]
    return replace(content, mentions=(*kept, *rest))


def choose(
    content: BulletinContent,
    *,
    agencies: Iterable[str],
    places: Iterable[str],
    topics: Iterable[str],
) -> BulletinContent:
    """The content with exactly these entities, by slug; new ones count as a person's choice."""
    chosen = {EntityKind.AGENCY.value: agencies, EntityKind.PLACE.value: places, TOPIC: topics}
    wanted = {(kind, slug) for kind, slugs in chosen.items() for slug in slugs}
    kept = [
        replace(mention, confirmed=True)
        for mention in content.mentions
        if (mention.kind, mention.slug) in wanted
    ]
    known = {(mention.kind, mention.slug) for mention in kept}
    added = [
        MentionContent(kind=kind, slug=slug, method=BY_PERSON, confirmed=True)
        for kind, slugs in chosen.items()
        for slug in slugs
        if (kind, slug) not in known
    ]
    return replace(content, mentions=(*kept, *added))


def _as_parsed(content: BulletinContent, issuer: str) -> ParsedBulletin:
    """The content in the form that linking takes; its fields are a person's, so all are sure."""
    sure = Certainty.SURE
    return ParsedBulletin(
        folio=Field(None, sure),
        year=None,
        issued_on=Field(content.issued_on, sure),
        issued_in=Field(None, sure),
        dateline=content.dateline,
        headline=Field(content.headline, sure),
        summary_points=Field(content.summary_points, sure),
        body=Field(content.body, sure),
        boilerplate=Field(content.boilerplate, sure),
        issuer=Field(issuer, sure),
    )


def mention_content(found: EntityMention, *, confirmed: bool = False) -> MentionContent:
    """A linker's finding as part of a content."""
    return MentionContent(
        kind=found.kind.value,
        slug=found.slug,
        field=found.field.value,
        paragraph=found.paragraph,
        start=found.start,
        end=found.end,
        method=found.method,
        confirmed=confirmed,
    )


def topic_content(found: TopicLink) -> MentionContent:
    """A topic that linking proposes as part of a content, with the terms that led to it."""
    return MentionContent(
        kind=TOPIC, slug=found.slug, method="términos", score=found.score, terms=found.terms
    )


def _without_span(mention: MentionContent) -> MentionContent:
    return replace(mention, field="", paragraph=None, start=None, end=None)
