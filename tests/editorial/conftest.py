"""The dictionary and the project's catalogue, read once for all tests of the editorial rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from releases.editorial.checking import check
from releases.editorial.findings import Finding
from releases.editorial.lists import Lists
from releases.editorial.passage import Passage, PassageKind
from releases.linking.catalogue import read_gazetteer
from releases.publishing.editorial_lists import SPELLER, catalogue_names
from tests.editorial.passages import KNOWN_ACRONYMS

ROOT = Path(__file__).resolve().parents[2]
Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def lists() -> Lists:
    """What the rules know of the project's own catalogue, without a database."""
    return Lists(
        speller=SPELLER,
        acronyms=frozenset(KNOWN_ACRONYMS.split()),
        names=catalogue_names(read_gazetteer(ROOT / "fixtures" / "vocabulary")),
    )


@pytest.fixture
def found(lists: Lists) -> Found:
    """Codes and words found in a text: `found("…", kind="boletin")`."""

    def look(text: str, *, kind: str = "pasaje", given: Lists = lists) -> list[tuple[str, str]]:
        findings: tuple[Finding, ...] = check(Passage.of_text(PassageKind(kind), text), given)
        return [(finding.code.value, finding.span) for finding in findings]

    return look
