"""What the search table stores about a bulletin's words."""

from __future__ import annotations

from releases.language.vectors import Weight, pair_key, quote, vectorize


def test_each_part_carries_its_weight_and_positions_run_on_with_a_gap() -> None:
    vectors = vectorize([("Robo de casas", Weight.HEADLINE), ("robo", Weight.BODY)])
    assert vectors.words == "'robo':1A,13 'casa':2A"
    assert vectors.headline == "'robo' 'casa'"


def test_neighbours_have_a_key_and_words_of_two_parts_have_none() -> None:
    vectors = vectorize([("trata de personas", Weight.HEADLINE), ("robo", Weight.BODY)])
    assert vectors.pairs == (pair_key("trata", "person"),)


def test_both_spellings_of_a_word_with_ñ_have_keys() -> None:
    vectors = vectorize([("niño sano", Weight.BODY)])
    assert set(vectors.pairs) == {pair_key("niño", "sano"), pair_key("nino", "sano")}


def test_a_pair_key_fits_a_signed_64_bit_integer_and_keeps_the_order() -> None:
    assert -(2**63) <= pair_key("a", "b") < 2**63
    assert pair_key("guardia", "nacional") != pair_key("nacional", "guardia")


def test_a_lexeme_with_quotes_is_still_a_literal() -> None:
    assert quote("o'brien\\") == "'o''brien\\\\'"


def test_a_text_longer_than_postgresql_can_number_is_cut_to_its_limits() -> None:
    vectors = vectorize([("dato " * 20_000, Weight.BODY)])
    positions = vectors.words.split(":")[1].split(",")
    assert len(positions) == 255
