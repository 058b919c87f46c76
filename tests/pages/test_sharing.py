"""Texts to copy: WhatsApp's marks, and what X counts."""

from __future__ import annotations

import pytest

from releases.models import Release, Revision
from releases.pages.sharing import POST_LENGTH, texts_to_share, weighted_length

ADDRESS = "/c/2024/0275"


def texts(**fields: object) -> tuple[str, str]:
    revision = Revision(
        folio="0275/2024",
        display_headline="",
        headline="Título ficticio",
        dateline="San Ficticio, 4 de abril de 2024",
        summary_points=["Uno.", "Dos."],
    )
    for name, value in fields.items():
        setattr(revision, name, value)
    made = texts_to_share(Release(year=2024, key="0275", slug="titulo"), revision)
    return made.whatsapp, made.x


def counted_by_x(post: str) -> int:
    """As X does: the address at the end is 23, whatever its length."""
    words, _, address = post.rpartition(" ")
    assert address.endswith(ADDRESS)
    return weighted_length(words) + 1 + 23


def test_a_message_has_its_headline_in_bold_and_ends_with_the_address() -> None:
    message, _ = texts()
    lines = message.split("\n")

    assert lines[0] == "*Título ficticio*"
    assert lines[2] == "0275/2024 · San Ficticio, 4 de abril de 2024"
    assert lines[4:6] == ["• Uno.", "• Dos."]
    assert lines[-1].endswith(ADDRESS)


def test_an_asterisk_in_the_headline_does_not_end_the_bold() -> None:
    message, _ = texts(headline="Título *con* signos")

    assert message.startswith("*Título con signos*\n")


def test_a_short_post_is_whole() -> None:
    _, post = texts()

    assert post.startswith("0275/2024 · Título ficticio http")


@pytest.mark.parametrize("word", ["palabra", "ñandú", "漢字", "🚓🚓"])
def test_a_long_headline_is_cut_at_a_word_and_fits(word: str) -> None:
    _, post = texts(headline=" ".join([word] * 200))

    assert counted_by_x(post) <= POST_LENGTH
    assert counted_by_x(post) > POST_LENGTH - 2 * weighted_length(word) - 4
    assert post.rpartition(" ")[0].endswith(f"{word}…")


def test_a_headline_of_just_the_length_is_not_cut() -> None:
    room = POST_LENGTH - 24 - len("0275/2024 · ")
    _, exact = texts(headline="a" * room)
    _, longer = texts(headline="a" * (room - 2) + " aa")

    assert counted_by_x(exact) == POST_LENGTH
    assert "…" not in exact
    assert "…" in longer


def test_a_bulletin_without_folio_starts_with_its_headline() -> None:
    _, post = texts(folio="")

    assert post.startswith("Título ficticio http")


def test_what_x_counts_twice() -> None:
    assert [weighted_length(text) for text in ("aé—", "漢", "🚓")] == [3, 2, 2]
