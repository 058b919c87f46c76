"""What a bulletin is about: weighted terms, counted in headline, summary and body."""

from __future__ import annotations

from collections import Counter

from releases.parsing.bulletin import ParsedBulletin

from .gazetteer import Gazetteer, TopicEntry
from .links import TopicLink
from .text import NameTree

HEADLINE_FACTOR, SUMMARY_FACTOR, BODY_FACTOR = 3.0, 2.0, 1.0
MOST_COUNTED = 3
# A topic that only the body speaks of needs more, and must not be a mere aside of a stronger one.
BODY_ONLY_FACTOR = 1.5
ASIDE_SHARE, HEAD_ASIDE_SHARE = 0.25, 0.1


class TopicMatcher:
    """The topics of a gazetteer, compiled; terms are matched as whole words, folded."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._topics = {topic.slug: topic for topic in gazetteer.topics}
        self._tree: NameTree[tuple[TopicEntry, str, float]] = NameTree(
            (term.text, (topic, term.text, term.weight))
            for topic in gazetteer.topics
            for term in topic.terms
        )

    def find(self, bulletin: ParsedBulletin) -> tuple[TopicLink, ...]:
        """The topics whose score reaches their threshold, the strongest first."""
        weighted: dict[tuple[str, str], float] = {}
        counts: Counter[tuple[str, str]] = Counter()
        weights: dict[tuple[str, str], float] = {}
        in_head: set[str] = set()
        parts = [
            (bulletin.headline.value, HEADLINE_FACTOR),
            *((point, SUMMARY_FACTOR) for point in bulletin.summary_points.value),
            *((paragraph, BODY_FACTOR) for paragraph in bulletin.body.value),
        ]
        for text, factor in parts:
            for match in self._tree.search(text):
                for topic, term, weight in match.values:
                    key = (topic.slug, term)
                    counts[key] += 1
                    if factor != BODY_FACTOR:
                        in_head.add(topic.slug)
                    weights[key] = weight
                    weighted[key] = weighted.get(key, 0.0) + factor
        scores: dict[str, float] = {}
        for key, amount in weighted.items():
            scores[key[0]] = scores.get(key[0], 0.0) + weights[key] * min(amount, MOST_COUNTED)
        strongest = max(scores.values(), default=0.0)
        links = [
            TopicLink(slug, round(score, 2), _terms_of(slug, counts))
            for slug, score in scores.items()
            if score >= self._needed(slug, strongest, in_head=slug in in_head)
        ]
        return tuple(sorted(links, key=lambda link: (-link.score, link.slug)))

    def _needed(self, slug: str, strongest: float, *, in_head: bool) -> float:
        """The score from which a topic is proposed in a bulletin with this strongest topic."""
        threshold = self._topics[slug].threshold
        if in_head:
            return max(threshold, HEAD_ASIDE_SHARE * strongest)
        return max(BODY_ONLY_FACTOR * threshold, ASIDE_SHARE * strongest)


def _terms_of(slug: str, counts: Counter[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    found = [(term, count) for (topic, term), count in counts.items() if topic == slug]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
