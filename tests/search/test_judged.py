"""The judged searches: a drop in any of them is a fault."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from releases.models import Agency, Release
from releases.search.filters import ReleaseFilter
from releases.search.results import SearchPage, search
from tests.factories import make_release
from tests.search.asking import ask, found, parameters

GOLD = Path(__file__).parent.parent / "corpus" / "gold"
JUDGED = json.loads((Path(__file__).parent / "judged.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.django_db


def publish(gold: dict[str, Any]) -> Release:
    """A judged document as a public bulletin of its own issuer."""
    issuer = Agency.objects.filter(name=gold["issuer"]["name"]).first()
    issuer = issuer or Agency.objects.create(
        slug=f"prueba-{gold['id']}", name=gold["issuer"]["name"], scope="estatal"
    )
    return make_release(
        issuer=issuer,
        number=gold["number"] or 0,
        year=gold["year"],
        folio=gold["folio"] or "",
        headline=gold["headline"],
        summary_points=tuple(gold["subheads"]),
        body=tuple(gold["body"]),
        boilerplate=gold["boilerplate"],
        issued_on=dt.date.fromisoformat(gold["date"]),
    )


@pytest.fixture
def archive(db: None) -> dict[int, str]:
    """The judged documents; maps a bulletin's key to the name it has in the list."""
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in GOLD.glob("*.json")]
    return {publish(document).pk: document["id"] for document in documents}


def test_the_judged_queries_find_what_they_should(archive: dict[int, str]) -> None:
    faults = []
    for judged in JUDGED["queries"]:
        filters = ReleaseFilter(parameters(q=judged["q"]))
        page = search(filters.criteria) if filters.is_valid() else None
        faults += [f"{judged['q']}: {fault}" for fault in _faults(judged, page, archive)]
    assert faults == []


def _faults(judged: dict[str, Any], page: SearchPage | None, archive: dict[int, str]) -> list[str]:
    order = [archive[hit.release.pk] for hit in page.hits] if page else []
    top = judged.get("top", [])
    faults = []
    if "first" in judged and order[:1] != [judged["first"]]:
        faults.append(f"first is {order[:3]}")
    if not set(top) <= set(order[: len(top) + 2]):
        faults.append(f"top is {order[: len(top) + 2]}")
    if set(judged.get("absent", [])) & set(order):
        faults.append(f"holds {order}")
    if judged.get("none") and order:
        faults.append(f"finds {order}")
    if "suggest" in judged:
        offered = page.suggestion.words if page and page.suggestion else ()
        if judged["suggest"] not in offered:
            faults.append(f"offers {offered}")
    return faults


def test_either_word_of_a_pair_finds_the_other_and_an_unsure_spelling_the_sure_one() -> None:
    pairs = [*JUDGED["pairs"], *((b, a) for a, b in JUDGED["pairs"]), *JUDGED["finds"]]
    words = {word for pair in pairs for word in pair}
    bulletins = {word: make_release(headline=f"Aviso {word}") for word in sorted(words)}
    faults = [
        f"{query} does not find {word}"
        for query, word in pairs
        if bulletins[word] not in found(query)
    ]
    assert faults == []


@pytest.mark.parametrize(("query", "text"), JUDGED["apart"])
def test_what_means_something_else_is_not_found(query: str, text: str) -> None:
    make_release(headline=f"Aviso {text}", body=("Nada más.",))
    assert ask(query).total == 0
