"""Seeded damage: whatever a file has become, it ends in a document or in a named refusal."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from releases.extraction.limits import KINDS, ExtractionError, ReaderFailedError
from releases.extraction.sandbox import ReaderPool
from releases.linking.gazetteer import Gazetteer
from releases.linking.linker import link
from releases.parsing.parser import parse

from .files import DOCUMENTS

SEED = 20240404
SHORT_RUN, NIGHTLY_RUN = 60, 2_000
SUBJECTS = sorted(
    path for path in DOCUMENTS.iterdir() if path.suffix in {".pdf", ".docx", ".txt"}
    and path.stat().st_size < 100_000
)  # fmt: skip


def _mutate(data: bytes, chance: random.Random) -> bytes:
    """Cut, repeat, swap, overwrite or invert some bytes, most often in one place."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        place = chance.randrange(len(changed))
        length = chance.choice((1, 1, 4, 64, 1024))
        kind = chance.randrange(5)
        if kind == 0:
            del changed[place : place + length]
        elif kind == 1:
            changed[place:place] = changed[place : place + length]
        elif kind == 2:
            changed[place : place + length] = chance.randbytes(length)
        elif kind == 3:
            changed[place] ^= 1 << chance.randrange(8)
        else:
            other = chance.randrange(len(changed))
            changed[place : place + length] = changed[other : other + length]
        if not changed:
            return b"%PDF-"
    return bytes(changed)


def _run(count: int, folder: Path, gazetteer: Gazetteer) -> dict[str, int]:
    outcomes: dict[str, int] = {}
    with ReaderPool() as pool:
        for number in range(count):
            chance = random.Random(SEED + number)
            subject = chance.choice(SUBJECTS)
            path = folder / f"{number}{subject.suffix}"
            path.write_bytes(_mutate(subject.read_bytes(), chance))
            try:
                bulletin = parse(pool.read(path), gazetteer)
                link(bulletin, gazetteer)
                outcome = "read"
            except ExtractionError as error:
                assert error.code in KINDS, (SEED + number, error)
                outcome = error.code
            path.unlink()
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
    return outcomes


def test_damaged_files_end_in_a_document_or_a_named_refusal(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    outcomes = _run(SHORT_RUN, tmp_path, gazetteer)
    assert sum(outcomes.values()) == SHORT_RUN
    assert ReaderFailedError.code not in outcomes, outcomes
    assert outcomes["read"] > 0


@pytest.mark.nightly
def test_two_thousand_damaged_files_end_in_a_document_or_a_named_refusal(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    outcomes = _run(NIGHTLY_RUN, tmp_path, gazetteer)
    assert sum(outcomes.values()) == NIGHTLY_RUN
    print(f"seed {SEED}: {outcomes}")
