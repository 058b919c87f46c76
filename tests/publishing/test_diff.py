"""What a reader is told about the difference between two versions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from releases.models import Revision
from releases.publishing.diff import Change, Piece, compare, compare_texts


def version(**fields: Any) -> Revision:
    """An unsaved version of a fictional bulletin."""
    values: dict[str, Any] = {
        "folio": "0296/2024",
        "headline": "Comporte la Secretaría experiencias de éxito",
        "summary_points": ["Primer sumario.", "Segundo sumario."],
        "body": ["Primer párrafo con varias palabras.", "Segundo párrafo, distinto del primero."],
        "issued_on": dt.date(2024, 4, 8),
        "dateline": "Toluca, Estado de México, 8 de abril de 2024",
        "entities": {"agencies": [{"slug": "c5", "name": "C5", "acronym": "C5"}]},
    }
    return Revision(**{**values, **fields})


def changes(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.change.value, piece.text) for piece in pieces]


def changed_labels(before: Revision, after: Revision) -> list[str]:
    return [passage.label for passage in compare(before, after).passages if passage.is_changed]


def test_one_word_is_replaced_by_another() -> None:
    assert changes(compare_texts("Comporte la Secretaría", "Comparte la Secretaría")) == [
        ("removed", "Comporte"),
        ("added", "Comparte"),
        ("same", " la Secretaría"),
    ]


def test_neighbouring_words_are_replaced_together() -> None:
    assert changes(
        compare_texts("el país sudamericano lejano dijo", "el país del centro dijo")
    ) == [
        ("same", "el país "),
        ("removed", "sudamericano lejano"),
        ("added", "del centro"),
        ("same", " dijo"),
    ]


def test_folios_and_numbers_with_signs_are_one_word() -> None:
    assert changes(compare_texts("folio 0275/2024 y 9-1-1", "folio 0276/2024 y 9-1-1")) == [
        ("same", "folio "),
        ("removed", "0275/2024"),
        ("added", "0276/2024"),
        ("same", " y 9-1-1"),
    ]


def test_the_pieces_give_back_both_texts() -> None:
    before = "Uno, dos; tres (cuatro) y cinco. Seis siete ocho."
    after = "Uno dos: tres y cinco. ¿Seis? Siete, ocho y nueve."
    pieces = compare_texts(before, after)
    kept = [(p.change, p.text) for p in pieces]
    assert "".join(text for change, text in kept if change is not Change.ADDED) == before
    assert "".join(text for change, text in kept if change is not Change.REMOVED) == after


def test_a_very_long_passage_is_replaced_whole() -> None:
    before = " ".join(f"palabra{n}" for n in range(3_000))
    after = " ".join(f"término{n}" for n in range(3_000))
    assert [piece.change for piece in compare_texts(before, after)] == [
        Change.REMOVED,
        Change.ADDED,
    ]


def test_equal_versions_have_no_difference() -> None:
    comparison = compare(version(), version())
    assert comparison.is_identical
    assert comparison.words_added == comparison.words_removed == 0
    assert [run.is_changed for run in comparison.runs] == [False]


def test_only_the_changed_part_is_shown_as_changed() -> None:
    after = version(headline="Comparte la Secretaría experiencias de éxito")
    comparison = compare(version(), after)
    assert changed_labels(version(), after) == ["Título"]
    assert [run.is_changed for run in comparison.runs] == [True, False]
    assert (comparison.words_removed, comparison.words_added) == (1, 1)


def test_a_paragraph_put_in_between_does_not_shift_the_others() -> None:
    first, second = version().body
    assert changed_labels(version(), version(body=[first, "Algo nuevo del todo.", second])) == [
        "Párrafo 2"
    ]


def test_a_removed_paragraph_keeps_its_old_number() -> None:
    assert changed_labels(version(), version(body=version().body[1:])) == ["Párrafo 1, retirado"]


def test_an_edited_paragraph_is_compared_with_its_old_self() -> None:
    first, second = version().body
    after = version(body=["Encabezado sin relación.", first.replace("varias", "pocas"), second])
    passages = {passage.label: passage for passage in compare(version(), after).passages}
    assert changes(passages["Párrafo 2"].pieces)[1:3] == [("removed", "varias"), ("added", "pocas")]


def test_the_day_and_the_folio_are_compared_too() -> None:
    after = version(folio="0297/2024", issued_on=dt.date(2024, 4, 9))
    assert changed_labels(version(), after) == ["Folio", "Fecha"]


def test_entities_are_compared_without_regard_to_their_order() -> None:
    both = [{"slug": "a", "name": "A"}, {"slug": "b", "name": "B"}]
    before, after = version(entities={"places": both}), version(entities={"places": both[::-1]})
    assert compare(before, after).is_identical


def test_an_added_agency_is_a_difference() -> None:
    after = version(entities={"agencies": [{"slug": "inl", "name": "INL", "acronym": ""}]})
    passage = next(p for p in compare(version(), after).passages if p.part == "agencies")
    assert changes(passage.pieces) == [("removed", "C5"), ("added", "INL")]


def test_two_columns_show_each_version_whole() -> None:
    after = version(headline="Comparte la Secretaría experiencias de éxito")
    headline = compare(version(), after).passages[0]
    assert "".join(piece.text for piece in headline.before) == version().headline
    assert "".join(piece.text for piece in headline.after) == after.headline


def test_what_stayed_the_same_is_named_in_a_few_words() -> None:
    after = version(headline="Otro título", boilerplate="Un cierre nuevo.")
    unchanged = [run for run in compare(version(), after).runs if not run.is_changed]
    assert unchanged[0].summary == (
        "folio, lugar y fecha, como se imprimió, fecha, clase de documento, "
        "sumarios 1 y 2, párrafos 1 y 2"
    )


def test_a_long_run_of_paragraphs_is_named_by_its_ends() -> None:
    body = [f"Párrafo ficticio sobre {word}." for word in ("uno", "dos", "tres", "cuatro")]
    comparison = compare(version(body=body), version(body=body))
    assert "párrafos 1 a 4" in comparison.runs[0].summary
