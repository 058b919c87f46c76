"""Synthetic bulletins, the same for the same number: about 480 words over twenty years.

Words are drawn independently by how often real bulletins use them, so that set phrases are rarer
and pairs of words more various than in real text: the worst case for phrases.
"""

from __future__ import annotations

import datetime as dt
import math
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from benchmarks import lexicon

FIRST_DAY = dt.date(2005, 1, 1)
_DAYS = 20 * 365
_SEED = 7_000_003
_SAMPLES = Path(__file__).parent.parent / "fixtures" / "bulletins"
_VERBS = (
    "SOSTIENE REALIZA DETIENE ASEGURA RECUPERA CONCLUYE ENCABEZA FIRMA CAPTURA LOCALIZA RESCATA "
    "IMPLEMENTA REFUERZA PARTICIPA ENTREGA DESARTICULA PRESENTA INICIA FORTALECE FRUSTRA"
)
_OPEN_VOCABULARY = 0.08  # the share of running words that are names, plates and sums
_TAIL_WORDS = 120_000
_TAIL_NUMBERS = 60_000


@dataclass(frozen=True, slots=True)
class SyntheticBulletin:
    """A bulletin; agencies, topics and municipalities are numbers from 1, as in the lexicon."""

    id: int
    number: int
    day: dt.date
    headline: str
    summary: tuple[str, str]
    body: tuple[str, ...]
    agencies: tuple[int, ...]
    topics: tuple[int, ...]
    municipalities: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    words: list[str]
    cumulated: list[float]
    topic_words: list[list[str]]


def generate(total: int, numbers: Iterable[int] | None = None) -> Iterator[SyntheticBulletin]:
    """The bulletins of an archive of `total`, in order of date; or those of some ids (from 1)."""
    vocabulary = _vocabulary()
    for key in range(1, total + 1) if numbers is None else numbers:
        day = _day_of(key, total)
        first_of_year = -(-(dt.date(day.year, 1, 1) - FIRST_DAY).days * total // _DAYS) + 1
        rng = random.Random(_SEED + key)
        yield _bulletin(rng, vocabulary, key, key - first_of_year + 1, day)


def _day_of(key: int, total: int) -> dt.date:
    return FIRST_DAY + dt.timedelta(days=(key - 1) * _DAYS // total)


def _bulletin(
    rng: random.Random, vocabulary: _Vocabulary, key: int, number: int, day: dt.date
) -> SyntheticBulletin:
    topics = _zipf(rng, len(lexicon.TOPICS), 2 if rng.random() < 0.35 else 1, 0.8)
    agencies = _zipf(
        rng, len(lexicon.AGENCIES), rng.choices((1, 2, 3, 4), (35, 35, 20, 10))[0], 0.9
    )
    if rng.random() < 0.45:
        agencies[0] = 0
    places = _zipf(rng, len(lexicon.MUNICIPALITIES), rng.choices((1, 2, 3), (70, 22, 8))[0], 0.9)
    draw = _Draw(rng, vocabulary, topics, agencies, places)
    length = min(1100, max(120, int(rng.gauss(430, 130))))
    headline = (
        f"{rng.choice(_VERBS.split())} {lexicon.AGENCIES[agencies[0]]} "
        f"{' '.join(draw.words(rng.randint(14, 23), 0.18))} "
        f"en {lexicon.MUNICIPALITIES[places[0]]}"
    )
    return SyntheticBulletin(
        id=key,
        number=number,
        day=day,
        headline=headline.upper(),
        summary=(draw.sentence(rng.randint(15, 30)), draw.sentence(rng.randint(15, 30))),
        body=tuple(draw.paragraphs(length)),
        agencies=_numbered(agencies),
        topics=_numbered(topics),
        municipalities=_numbered(places),
    )


@dataclass(frozen=True, slots=True)
class _Draw:
    """Draws words for one bulletin: mostly common ones, some of its topic, some of its names."""

    rng: random.Random
    vocabulary: _Vocabulary
    topics: list[int]
    agencies: list[int]
    places: list[int]

    def words(self, count: int, topic_rate: float) -> list[str]:
        rng = self.rng
        words = rng.choices(self.vocabulary.words, cum_weights=self.vocabulary.cumulated, k=count)
        own = self.vocabulary.topic_words[self.topics[0]]
        for index in range(count):
            chance = rng.random()
            if chance < topic_rate:
                words[index] = own[int(rng.random() ** 2 * len(own))]
            elif chance > 0.992:
                words[index] = lexicon.AGENCIES[rng.choice(self.agencies[:2])]
            elif 0.985 < chance < 0.991:
                words[index] = lexicon.MUNICIPALITIES[self.places[0]]
        return words

    def sentence(self, count: int) -> str:
        return " ".join(self.words(count, 0.15)) + "."

    def paragraphs(self, count: int) -> Iterator[str]:
        words = self.words(count, 0.07)
        while words:
            size = min(len(words), self.rng.randint(40, 110))
            if len(words) - size < 20:
                size = len(words)
            yield ", ".join(_in_runs(self.rng, words[:size])) + "."
            words = words[size:]


def _in_runs(rng: random.Random, words: list[str]) -> Iterator[str]:
    start = 0
    while start < len(words):
        end = start + rng.randint(6, 22)
        yield " ".join(words[start:end])
        start = end


def _numbered(values: list[int]) -> tuple[int, ...]:
    return tuple(sorted({value + 1 for value in values}))


def _zipf(rng: random.Random, size: int, count: int, steepness: float) -> list[int]:
    return rng.choices(range(size), cum_weights=_zipf_weights(size, steepness), k=count)


@lru_cache
def _zipf_weights(size: int, steepness: float) -> list[float]:
    return list(accumulate(1 / (rank + 2) ** steepness for rank in range(size)))


@lru_cache
def _vocabulary() -> _Vocabulary:
    rng = random.Random(20240404)
    weights: dict[str, float] = {
        word: share / 100 for word, share in lexicon.FUNCTION_WORDS.items()
    }
    _add_sample_words(weights)
    for frequency, listed in lexicon.FREQUENCIES.items():
        for word in listed.split("|"):
            floor = weights.get(word, 0.0) if frequency > 0.1 else 0.0
            weights[word] = max(floor, -math.log(1 - frequency) / 430)
    topic_words = [listed.split() for listed in lexicon.TOPICS.values()]
    for words in topic_words:
        for word in words:
            weights[word] = weights.get(word, 0.0) + 4e-5
    used = sum(weights.values())
    for word in weights:
        weights[word] *= (1 - _OPEN_VOCABULARY) / used
    _add_tail(weights, rng)
    return _Vocabulary(list(weights), list(accumulate(weights.values())), topic_words)


def _add_sample_words(weights: dict[str, float]) -> None:
    """The words of the sample bulletins, by how often they stand there."""
    counts: Counter[str] = Counter()
    for path in sorted(_SAMPLES.glob("*.txt")):
        counts.update(re.findall(r"[a-záéíóúñü]{2,}", path.read_text(encoding="utf-8").lower()))
    total = counts.total()
    for word, count in counts.items():
        if word not in lexicon.FUNCTION_WORDS:
            weights[word] = weights.get(word, 0.0) + (0.5 if count > 1 else 0.12) * count / total


def _add_tail(weights: dict[str, float], rng: random.Random) -> None:
    """Made-up words with Spanish endings, plates, folios, numbers and sums of money."""
    tail = _tail_words(rng)
    shares = [1 / (rank + 60) ** 1.07 for rank in range(_TAIL_WORDS)]
    total = sum(shares)
    for word, share in zip(tail, shares, strict=True):
        weights[word] = weights.get(word, 0.0) + _OPEN_VOCABULARY * 0.85 * share / total
    for index in range(_TAIL_NUMBERS):
        word = _number(rng, index % 4)
        weights[word] = weights.get(word, 0.0) + _OPEN_VOCABULARY * 0.15 / _TAIL_NUMBERS


def _tail_words(rng: random.Random) -> list[str]:
    syllables = lexicon.SYLLABLES.split()
    words: dict[str, None] = {}
    while len(words) < _TAIL_WORDS:
        root = "".join(rng.choice(syllables) for _ in range(rng.choice((2, 2, 3, 3, 4))))
        for ending in rng.sample(lexicon.ENDINGS, rng.choice((1, 2, 3, 5))):
            word = root + ending
            words[word if rng.random() < 0.75 else word.capitalize()] = None
    return list(words)[:_TAIL_WORDS]


def _number(rng: random.Random, kind: int) -> str:
    if kind == 0:
        letters = rng.choice("ABKLMNP") + rng.choice("ABCXYZ") + rng.choice("JKLM")
        return f"{letters}-{rng.randrange(10, 99)}-{rng.randrange(10, 99)}"
    if kind == 1:
        return str(rng.randrange(18, 9999))
    if kind == 2:
        return f"{rng.randrange(1, 9999)}/{rng.randrange(2004, 2025)}"
    return f"{rng.randrange(1, 999)} mil {rng.randrange(100, 999)} pesos"
