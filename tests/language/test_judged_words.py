"""A thousand pairs of words, judged by us: what finds what, and what means something else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from releases.language.folding import fold
from releases.language.lexicon import is_whole_word
from releases.language.words import prefix_of, tokenize

JUDGED = json.loads((Path(__file__).parent / "judged_words.json").read_text(encoding="utf-8"))


def finds(query: str, text: str) -> bool:
    """Whether a text answers a query of one word."""
    held = {form for token in tokenize(text) for form in token.lexemes}
    return any(not held.isdisjoint(token.asked) for token in tokenize(query))


def both_ways() -> Iterator[tuple[str, str]]:
    for first, second in JUDGED["pairs"]:
        yield from ((first, second), (second, first))


def test_either_word_of_a_pair_finds_the_other_with_and_without_accents() -> None:
    pairs = [
        pair
        for a, b in both_ways()
        for pair in ((a, b), (fold(a), b), (a, fold(b)), (a.upper(), b))
    ]
    assert [pair for pair in pairs if not finds(*pair)] == []


def test_an_unsure_spelling_finds_the_sure_one_and_not_the_other_way_round() -> None:
    assert [pair for pair in JUDGED["finds"] if not finds(*pair)] == []
    with_tilde = [(sure, typed) for typed, sure in JUDGED["finds"] if " " not in sure]
    assert [pair for pair in with_tilde if finds(*pair)] == []


def test_what_means_something_else_is_apart() -> None:
    assert [pair for pair in JUDGED["apart"] if finds(*pair)] == []


def test_a_whole_word_is_not_taken_for_the_beginning_of_another() -> None:
    """Of these words some are unknown to the dictionary; then no other may begin like them."""
    taken = [
        (query, text)
        for query, text in JUDGED["apart"]
        if not is_whole_word(query)
        and any(
            form.startswith(prefix_of(query)) for token in tokenize(text) for form in token.lexemes
        )
    ]
    assert taken == []
