"""Every word of the judged documents is found with and without its accents, and by its ñ or n."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from releases.language.folding import fold, fold_all
from releases.language.words import surface_words, tokenize

GOLD = Path(__file__).parent.parent / "corpus" / "gold"


@pytest.fixture(scope="module")
def vocabulary() -> list[str]:
    words: set[str] = set()
    for path in GOLD.glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        texts = [document["headline"], *document["subheads"], *document["body"]]
        words.update(*(surface_words(text) for text in texts))
    return sorted(words)


def finds(query: str, text: str) -> bool:
    (asked,) = (token.asked for token in tokenize(query))
    (held,) = (token.lexemes for token in tokenize(text))
    return not set(asked).isdisjoint(held)


def test_the_documents_have_a_vocabulary_worth_testing(vocabulary: list[str]) -> None:
    assert len(vocabulary) > 1_500
    assert sum(word != fold(word) for word in vocabulary) > 300


def test_an_accent_never_separates(vocabulary: list[str]) -> None:
    lost = [word for word in vocabulary if not finds(fold(word), word)]
    lost += [word for word in vocabulary if not finds(word, fold(word))]
    assert lost == []


def test_capitals_never_separate(vocabulary: list[str]) -> None:
    assert [word for word in vocabulary if not finds(word.upper(), word)] == []
    assert [word for word in vocabulary if not finds(word, word.upper())] == []


def test_an_n_finds_the_ñ_and_not_the_other_way_round(vocabulary: list[str]) -> None:
    with_tilde = [word for word in vocabulary if "ñ" in word]
    assert len(with_tilde) > 10
    for word in with_tilde:
        assert finds(fold_all(word), word)
        assert not finds(word, fold_all(word))
