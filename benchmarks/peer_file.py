"""What the peers index, made once: a file with a bulletin a line, its words already cut."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.engines import facet_codes, first_lexemes
from benchmarks.generation import SyntheticBulletin


@dataclass(frozen=True, slots=True)
class PeerBulletin:
    """A bulletin for an engine without our analysis: `words` are lexemes by field."""

    id: int
    day: str
    headline: str
    summary: str
    body: str
    headline_words: str
    summary_words: str
    body_words: str
    codes: Sequence[int]


def as_peer_line(bulletin: SyntheticBulletin) -> str:
    """A line of the file."""
    peer = PeerBulletin(
        id=bulletin.id,
        day=bulletin.day.isoformat(),
        headline=bulletin.headline,
        summary=" ".join(bulletin.summary),
        body="\n".join(bulletin.body),
        headline_words=first_lexemes([bulletin.headline]),
        summary_words=first_lexemes(bulletin.summary),
        body_words=first_lexemes(bulletin.body),
        codes=facet_codes(bulletin),
    )
    return json.dumps(asdict(peer), ensure_ascii=False)


def read_peer_file(path: Path) -> Iterator[PeerBulletin]:
    """The bulletins of the file, one at a time."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield PeerBulletin(**json.loads(line))
