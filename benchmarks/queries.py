"""Random searches that no design was tuned on, drawn from the bulletins by a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.generation import SyntheticBulletin
from releases.language.words import tokenize

_NATURAL = (
    "guardia nacional",
    "policía estatal",
    "secretaría de seguridad",
    "trata de personas",
    "arma de fuego",
    "orden de aprehensión",
    "tejido social",
    "san mateo atenco",
    "san felipe del progreso",
    "valle de bravo",
    "puesta a disposición",
    "centro de control de confianza",
)


@dataclass(frozen=True, slots=True)
class BenchQuery:
    """A search: text as typed, one municipality or none (its number in the lexicon)."""

    kind: str
    text: str
    municipality: int | None = None
    order: str = ""
    page: int = 1


def draw_queries(
    bulletins: Sequence[SyntheticBulletin], *, seed: int, each: int = 30
) -> list[BenchQuery]:
    """The same number of each kind, and the set phrases of real bulletins."""
    rng = random.Random(seed)
    queries = []
    for _ in range(each):
        for kind in ("palabra", "dos palabras", "frase de 2", "frase de 3", "palabra y municipio"):
            queries.append(_draw(rng, kind, rng.choice(bulletins)))
        queries.append(_draw_two(rng, "una u otra", rng.choice(bulletins), " o "))
        queries.append(_draw_two(rng, "una sin otra", rng.choice(bulletins), " -"))
    queries += [BenchQuery("frase conocida", f'"{phrase}"') for phrase in _NATURAL]
    for municipality in rng.sample(range(1, 126), each // 3):
        queries.append(BenchQuery("solo municipio", "", municipality))
    for bulletin in rng.sample(bulletins, each // 3):
        word = rng.choice(_content_words(bulletin))
        queries.append(BenchQuery("por fecha", word, order="-fecha"))
    return queries


def _draw(rng: random.Random, kind: str, bulletin: SyntheticBulletin) -> BenchQuery:
    words = _content_words(bulletin)
    if kind == "dos palabras":
        return BenchQuery(kind, " ".join(rng.sample(words, 2)))
    if kind.startswith("frase"):
        return BenchQuery(kind, f'"{_run(rng, bulletin, int(kind[-1]))}"')
    municipality = bulletin.municipalities[0] if kind == "palabra y municipio" else None
    return BenchQuery(kind, rng.choice(words), municipality)


def _draw_two(
    rng: random.Random, kind: str, bulletin: SyntheticBulletin, between: str
) -> BenchQuery:
    first, second = rng.sample(_content_words(bulletin), 2)
    return BenchQuery(kind, f"{first}{between}{second}")


def _run(rng: random.Random, bulletin: SyntheticBulletin, length: int) -> str:
    """Neighbouring words as they stand in a paragraph; the middle one may be a stop word."""
    paragraph = max(bulletin.body, key=len)
    words = paragraph.replace(",", "").replace(".", "").split()
    starts = [
        start
        for start in range(len(words) - length + 1)
        if _is_content(words[start]) and _is_content(words[start + length - 1])
    ]
    start = rng.choice(starts)
    return " ".join(words[start : start + length])


def _content_words(bulletin: SyntheticBulletin) -> list[str]:
    words = " ".join(bulletin.body).replace(",", " ").replace(".", " ").split()
    return [word for word in words if _is_content(word)]


def _is_content(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and len(tokenize(word)) == 1
