"""The catalogue rows that a content names, and what a version makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from django.conf import settings
from django.db.models import Q

from releases.language.titles import sentence_case
from releases.linking.links import EntityKind
from releases.models import (
    Agency,
    AgencyName,
    Mention,
    Place,
    PlaceName,
    Revision,
    Topic,
)
from releases.publishing.content import TOPIC, BulletinContent

Row = TypeVar("Row", Agency, Place, Topic)


class ContentEntities:
    """The agencies, places and topics of one content; each method raises KeyError for a slug that
    the catalogue lacks."""

    def __init__(self, content: BulletinContent) -> None:
        self.content = content
        # Without `loaded`, which is most of a row and serves loading alone.
        agencies, places = Agency.objects.defer("loaded"), Place.objects.defer("loaded")
        self.agencies = agencies.in_bulk(content.agencies, field_name="slug")
        self.places = places.in_bulk(content.places, field_name="slug")
        self.topics = Topic.objects.defer("loaded").in_bulk(content.topics, field_name="slug")

    def snapshot(self) -> dict[str, list[dict[str, str]]]:
        """Names as shown today, kept with the version."""
        return {
            "agencies": [
                {"slug": slug, "name": row.name, "acronym": row.acronym}
                for slug, row in _in_order(self.content.agencies, self.agencies)
            ],
            "places": [
                {"slug": slug, "name": row.name}
                for slug, row in _in_order(self.content.places, self.places)
            ],
            "topics": [
                {"slug": slug, "name": row.name}
                for slug, row in _in_order(self.content.topics, self.topics)
            ],
        }

    def display_headline(self) -> str:
        """The headline as a sentence; empty where it already is one."""
        agencies = Q(agency__slug__in=self.content.agencies)
        places = Q(place__slug__in=self.content.places) | Q(place__inegi=settings.HOME_STATE)
        names = [
            *(row.name for row in self.agencies.values()),
            *(row.acronym for row in self.agencies.values()),
            *(row.name for row in self.places.values()),
            *AgencyName.objects.filter(agencies).values_list("text", flat=True),
            *PlaceName.objects.filter(places).values_list("text", flat=True),
        ]
        texts = [*self.content.summary_points, *self.content.body]
        shown = sentence_case(self.content.headline, texts=texts, names=filter(None, names))
        return "" if shown == self.content.headline else shown

    def rows(self, revision: Revision) -> list[Mention]:
        """The mentions of a version, not yet saved."""
        keys: Mapping[str, Mapping[str, Agency | Place | Topic]] = {
            EntityKind.AGENCY: self.agencies,
            EntityKind.PLACE: self.places,
            TOPIC: self.topics,
        }
        return [
            Mention(
                revision=revision,
                **{mention.kind: keys[mention.kind][mention.slug]},
                field=mention.field,
                paragraph=mention.paragraph,
                start=mention.start,
                end=mention.end,
                method=mention.method,
                score=mention.score,
                terms=[list(term) for term in mention.terms],
                confirmed=mention.confirmed,
            )
            for mention in self.content.mentions
        ]


def _in_order(slugs: Iterable[str], rows: Mapping[str, Row]) -> Iterator[tuple[str, Row]]:
    return ((slug, rows[slug]) for slug in slugs)
