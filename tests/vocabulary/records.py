"""The vocabulary files as plain records, for the tests beside this module."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"

Record = dict[str, Any]


def read(name: str) -> list[Record]:
    """The records of `fixtures/vocabulary/<name>.json`."""
    records: list[Record] = json.loads(
        (FIXTURES / "vocabulary" / f"{name}.json").read_text(encoding="utf-8")
    )
    return records


def read_archive() -> Record:
    """The settings that tell whose archive this is."""
    archive: Record = json.loads(
        (FIXTURES / "vocabulary" / "archive.json").read_text(encoding="utf-8")
    )
    return archive


def fold(text: str) -> str:
    """Lower case, no accents, single blanks: how names are compared."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", plain).strip()


def spoken_names(record: Record) -> Iterator[tuple[str, str | None]]:
    """Each name of an agency or place with the issuer in whose bulletins alone it counts."""
    yield record["name"], None
    if record.get("acronym"):
        yield record["acronym"], None
    for name in record.get("names", []):
        yield name["text"], name.get("issuer")
