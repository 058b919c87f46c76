"""What Word, web pages, mail and PDF viewers leave on the clipboard, as plain text."""

from __future__ import annotations

import pytest

from releases.parsing.pasted import clean_headline, split_paragraphs, split_points

FIRST = "La Secretaría informó que dos personas fueron detenidas en el municipio de Toluca."
SECOND = "Los hechos ocurrieron durante un recorrido de vigilancia por la colonia Centro."
THIRD = "El caso quedó a disposición del Ministerio Público."


def _with(sentence: str, word: str, other: str) -> str:
    """The sentence with another sign in place of the blanks or letters of one word."""
    assert word in sentence
    return sentence.replace(word, other)


HARD = _with(FIRST, " dos ", " dos\u00a0")
THIN = _with(FIRST, " en ", "\u2009en\u202f")
MANUAL = _with(FIRST, " que ", " que\x0b")
SEPARATED = _with(FIRST, " que ", " que\u2028")
INVISIBLE = _with(FIRST, "Toluca", "To\u00adlu\u200bca")


@pytest.mark.parametrize(
    ("program", "text"),
    [
        ("Word: a line end after each paragraph", f"{FIRST}\r\n{SECOND}\r\n{THIRD}\r\n"),
        ("Word with empty paragraphs", f"{FIRST}\r\n\r\n{SECOND}\r\n\r\n\r\n{THIRD}"),
        ("Word with hard blanks and tabs", f"\t{HARD}\n{SECOND}\n\t{THIRD}"),
        ("Word with thin blanks", f"{THIN}\n{SECOND}\n{THIRD}"),
        ("Word with blank lines of hard blanks", f"{FIRST}\n\u00a0\n{SECOND}\n \t\n{THIRD}"),
        ("Word: manual line breaks inside", f"{MANUAL}\n{SECOND}\n{THIRD}"),
        ("a web page: Unicode's separators", f"{SEPARATED}\u2029{SECOND}\u2029{THIRD}"),
        ("Google Docs", f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"),
        ("Word: bullets of the Symbol font", f"\uf0b7\t{FIRST}\n\uf0b7\t{SECOND}\n\uf0b7\t{THIRD}"),
        ("Word: plain bullets", f"•\t{FIRST}\n·\t{SECOND}\no\t{THIRD}"),
        ("old Mac line ends", f"{FIRST}\r{SECOND}\r{THIRD}"),
        ("zero-width and soft signs", f"\ufeff{INVISIBLE}\n{SECOND}\n{THIRD}"),
        ("a page break between", f"{FIRST}\x0c{SECOND}\n{THIRD}"),
    ],
)
def test_pasted_text_becomes_the_paragraphs_that_were_meant(program: str, text: str) -> None:
    assert split_paragraphs(text) == (FIRST, SECOND, THIRD), program


def test_lines_wrapped_by_a_mail_program_are_one_paragraph() -> None:
    wrapped = (
        "La Secretaría informó que dos personas fueron\n"
        "detenidas en el municipio de Toluca. Los hechos\n"
        "ocurrieron durante un recorrido.\n"
        "El caso quedó a disposición del Ministerio\n"
        "Público."
    )
    assert split_paragraphs(wrapped) == (
        "La Secretaría informó que dos personas fueron detenidas en el municipio de Toluca. "
        "Los hechos ocurrieron durante un recorrido.",
        "El caso quedó a disposición del Ministerio Público.",
    )


def test_a_full_stop_at_the_end_of_a_wrapped_line_parts_nothing() -> None:
    wrapped = (
        "Dos personas fueron detenidas en Toluca.\n"
        "Inmediatamente después se dio aviso a la\n"
        "autoridad, que acudió al lugar."
    )
    assert len(split_paragraphs(wrapped)) == 1


def test_a_word_divided_at_a_line_end_is_put_together() -> None:
    text = (
        "El Ministerio Público inició la investi-\ngación correspondiente de los hechos\nocurridos."
    )
    assert "la investigación correspondiente" in split_paragraphs(text)[0]


def test_the_emergency_number_keeps_its_hyphens() -> None:
    assert split_paragraphs("Marque al 9-1-1.") == ("Marque al 9-1-1.",)


def test_a_typed_line_break_inside_a_sentence_is_a_blank() -> None:
    assert split_paragraphs("Tres personas\nfueron detenidas.") == (
        "Tres personas fueron detenidas.",
    )


def test_nothing_but_blanks_is_no_paragraph() -> None:
    assert split_paragraphs(" \n\u00a0\n\t\u200b") == ()
    assert split_points("•\t\n") == ()
    assert clean_headline("\n") == ""


def test_points_stand_one_a_line_without_their_bullets() -> None:
    text = "•\tSe aseguró un vehículo.\r\n\r\n-  Participaron policías estatales\ny municipales.\n"
    assert split_points(text) == (
        "Se aseguró un vehículo.",
        "Participaron policías estatales y municipales.",
    )


def test_a_point_that_opens_with_a_figure_keeps_it() -> None:
    assert split_points("- 9-1-1 atiende las 24 horas") == ("9-1-1 atiende las 24 horas",)


def test_a_headline_is_one_line_as_typed() -> None:
    assert (
        clean_headline("  Realiza SSEM\nOperativo\u00a0Rastrillo\t")
        == "Realiza SSEM Operativo Rastrillo"
    )


def test_cleaning_twice_changes_nothing_more() -> None:
    once = split_paragraphs(f"•\t{FIRST}\n{SECOND}\r\n\r\n{THIRD}")
    assert split_paragraphs("\n\n".join(once)) == once
