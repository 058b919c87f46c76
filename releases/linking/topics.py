"""What a bulletin is about: weighted terms, counted in headline, summary and body."""

from __future__ import annotations

from collections import Counter

from releases.parsing.bulletin import ParsedBulletin
from releases.parsing.folding import fold

from .gazetteer import Gazetteer, TopicEntry
from .links import TopicLink
from .text import NameTree

HEADLINE_FACTOR, SUMMARY_FACTOR, BODY_FACTOR = 3.0, 2.0, 1.0
MOST_COUNTED = 3


def stem(word: str) -> str:
    """A folded word without plural and gender endings: «detenidas» and «detenido» are one."""
    if len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    if len(word) > 4 and word[-1] in "aeo":
        word = word[:-1]
    return word


def stem_text(text: str) -> str:
    """A text folded and stemmed word by word, dividing marks kept."""
    words: list[str] = []
    for word in fold(text).split():
        core = word.strip(".,;:()[]{}\"'¿?¡!-")
        words.append(word.replace(core, stem(core)) if core else word)
    return " ".join(words)


class TopicMatcher:
    """The topics of a gazetteer, compiled."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._topics = {topic.slug: topic for topic in gazetteer.topics}
        self._tree: NameTree[tuple[TopicEntry, str, float]] = NameTree(
            (stem_text(term.text), (topic, term.text, term.weight))
            for topic in gazetteer.topics
            for term in topic.terms
        )

    def find(self, bulletin: ParsedBulletin) -> tuple[TopicLink, ...]:
        """The topics whose score reaches their threshold, the strongest first."""
        weighted: dict[tuple[str, str], float] = {}
        counts: Counter[tuple[str, str]] = Counter()
        weights: dict[tuple[str, str], float] = {}
        parts = [
            (bulletin.headline.value, HEADLINE_FACTOR),
            *((point, SUMMARY_FACTOR) for point in bulletin.summary_points.value),
            *((paragraph, BODY_FACTOR) for paragraph in bulletin.body.value),
        ]
        for text, factor in parts:
            for match in self._tree.search(stem_text(text)):
                for topic, term, weight in match.values:
                    key = (topic.slug, term)
                    counts[key] += 1
                    weights[key] = weight
                    weighted[key] = weighted.get(key, 0.0) + factor
        scores: dict[str, float] = {}
        for key, amount in weighted.items():
            scores[key[0]] = scores.get(key[0], 0.0) + weights[key] * min(amount, MOST_COUNTED)
        links = [
            TopicLink(slug, round(score, 2), _terms_of(slug, counts))
            for slug, score in scores.items()
            if score >= self._topics[slug].threshold
        ]
        return tuple(sorted(links, key=lambda link: (-link.score, link.slug)))


def _terms_of(slug: str, counts: Counter[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    found = [(term, count) for (topic, term), count in counts.items() if topic == slug]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
