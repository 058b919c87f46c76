"""A whole bulletin: certainty has to be earned, furniture never reaches the body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from releases.extraction.document import ExtractedDocument
from releases.linking.gazetteer import Gazetteer
from releases.parsing.bulletin import Certainty
from releases.parsing.parser import parse

Maker = Callable[..., ExtractedDocument]
TODAY = dt.date(2024, 6, 1)
BODY = (
    "Elementos de la Secretaría de Seguridad del Estado de México detuvieron a dos personas "
    "ficticias en posesión de un vehículo de prueba, durante un recorrido de vigilancia que no "
    "ocurrió en ningún lugar.\n\nLos hechos de este ejemplo no son reales; el texto solo sirve "
    "para probar la lectura de comunicados y no nombra a persona alguna."
)


def _bulletin(folio: str = "0275/2024", dateline: str = "") -> str:
    dateline = dateline or "Toluca, Estado de México, 4 de abril de 2024"
    headline = "DETIENEN A DOS PERSONAS DE EJEMPLO EN UN LUGAR QUE NO EXISTE"
    return f"{folio}\n\n{dateline}\n\n{headline}\n\n{BODY}"


def test_a_plain_bulletin_is_sure_in_every_field(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    bulletin = parse(text_document(_bulletin()), gazetteer, today=TODAY)
    assert bulletin.folio.certainty is Certainty.SURE
    assert bulletin.issued_on.value == dt.date(2024, 4, 4)
    assert bulletin.issued_in.value is not None
    assert bulletin.issued_in.value.inegi == "15106"
    assert bulletin.headline.value.startswith("DETIENEN A DOS")
    assert len(bulletin.body.value) == 2
    assert bulletin.year == 2024


def test_every_field_under_review_says_why(text_document: Maker, gazetteer: Gazetteer) -> None:
    odd = _bulletin("0275/2023", "Lugarinexistente, Estado de México, 5 de mayo de 2031")
    bulletin = parse(text_document(odd), gazetteer, today=TODAY)
    for field in (bulletin.folio, bulletin.issued_on, bulletin.issued_in, bulletin.issuer):
        assert field.certainty is Certainty.REVIEW
        assert field.reason.endswith(".")


@pytest.mark.parametrize(
    ("dateline", "words"),
    [
        ("Toluca, Estado de México, 31 de febrero de 2024", "no válida"),
        ("Toluca, Estado de México, 4 de abril de 2031", "futuro"),
        ("Toluca, Estado de México, 4 de abril de 1985", "anterior a 1990"),
        ("Toluca, Estado de México, martes 4 de abril de 2024", "día de la semana"),
    ],
)
def test_a_doubtful_date_is_flagged(
    text_document: Maker, gazetteer: Gazetteer, dateline: str, words: str
) -> None:
    bulletin = parse(text_document(_bulletin(dateline=dateline)), gazetteer, today=TODAY)
    assert bulletin.issued_on.certainty is Certainty.REVIEW
    assert words in bulletin.issued_on.reason


def test_a_folio_of_another_year_than_the_date_is_flagged(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    bulletin = parse(text_document(_bulletin("0275/2023")), gazetteer, today=TODAY)
    assert bulletin.folio.certainty is Certainty.REVIEW
    assert "2023" in bulletin.folio.reason


def test_a_number_that_nothing_announces_is_left_to_a_person(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    bulletin = parse(text_document(_bulletin("SSP-0019")), gazetteer, today=TODAY)
    assert bulletin.folio.certainty is Certainty.REVIEW
    assert "SSP-0019" in bulletin.folio.reason


def test_two_folios_are_listed_for_a_person(text_document: Maker, gazetteer: Gazetteer) -> None:
    bulletin = parse(text_document(_bulletin("0275/2024\n\n0276/2024")), gazetteer, today=TODAY)
    assert bulletin.folio.certainty is Certainty.REVIEW
    assert "0275/2024, 0276/2024" in bulletin.folio.reason


def test_a_date_in_a_sentence_is_not_the_bulletins(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    text = f"0275/2024\n\nCABEZA DE UN EJEMPLO SIN FECHA\n\nEl 3 de mayo de 2023 ocurrió. {BODY}"
    bulletin = parse(text_document(text), gazetteer, today=TODAY)
    assert bulletin.issued_on.value is None
    assert bulletin.issued_on.certainty is Certainty.MISSING


def test_a_run_in_dateline_is_cut_off_the_body(text_document: Maker, gazetteer: Gazetteer) -> None:
    text = f"CABEZA DE UN EJEMPLO CON FECHA CORRIDA\n\nLeón, Gto., a 4 de abril de 2024.- {BODY}"
    bulletin = parse(text_document(text), gazetteer, today=TODAY)
    assert bulletin.issued_in.value is not None
    assert bulletin.issued_in.value.inegi == "11020"
    assert bulletin.body.value[0].startswith("Elementos de la Secretaría")
    assert bulletin.dateline == "León, Gto., a 4 de abril de 2024.-"


def test_a_letterhead_inside_a_sentence_is_taken_out(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    head = "COMUNICACIÓN SOCIAL\n\nCOMUNICADO DE PRENSA\n\n"
    torn = _bulletin().replace("vehículo de prueba, ", f"vehículo\n\n{head}de prueba, ")
    bulletin = parse(text_document(head + torn), gazetteer, today=TODAY)
    assert "posesión de un vehículo de prueba" in " ".join(bulletin.body.value)
    assert len(bulletin.body.value) == 2


def test_the_closing_is_found_by_its_form(text_document: Maker, gazetteer: Gazetteer) -> None:
    closing = "Cualquier duda, llame al 000 000 0000 o siga @PruebaFicticia en redes sociales."
    bulletin = parse(text_document(f"{_bulletin()}\n\n{closing}\n\noOo"), gazetteer, today=TODAY)
    assert bulletin.boilerplate.value == f"{closing}\noOo"
    assert len(bulletin.body.value) == 2


def test_an_emergency_number_in_the_body_is_no_closing(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    middle = "El reporte entró al 9-1-1 y fue atendido por personal de ejemplo en minutos."
    text = _bulletin().replace("\n\nLos hechos", f"\n\n{middle}\n\nLos hechos")
    assert middle in parse(text_document(text), gazetteer, today=TODAY).body.value


def test_lines_that_repeat_at_page_edges_are_furniture(
    laid_out: Maker, gazetteer: Gazetteer
) -> None:
    first = [("OFICINA DE EJEMPLO", 740), ("CABEZA DE EJEMPLO EN DOS PÁGINAS", 700, 14, True)]
    long = "palabra " * 11
    rows = [(long.strip(), 660 - 14 * step) for step in range(40)]
    second = [("OFICINA DE EJEMPLO", 740), *rows[:3], ("y el final de la frase.", 610)]
    pages = [*first, *rows, ("Página 1 de 2", 40)], [*second, ("Página 2 de 2", 40)]
    bulletin = parse(laid_out(*pages), gazetteer, today=TODAY)
    text = " ".join(bulletin.body.value)
    assert "OFICINA" not in text
    assert "Página" not in text
    assert len(bulletin.body.value) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "0275/2024", "Toluca", "•", "a\nb\nc", "(" * 500])
def test_a_scrap_of_text_is_parsed_without_a_fault(
    text_document: Maker, gazetteer: Gazetteer, text: str
) -> None:
    bulletin = parse(text_document(text), gazetteer, today=TODAY)
    assert bulletin.issued_on.value is None


def test_paragraphs_without_gap_or_indent_are_left_to_a_person(
    laid_out: Maker, gazetteer: Gazetteer
) -> None:
    line = "palabra de ejemplo que llena el renglón casi hasta su margen derecho"
    head = "CABEZA DE EJEMPLO SIN ESPACIOS ENTRE SUS PÁRRAFOS"
    rows: list[tuple[object, ...]] = [(head, 700, 14, True)]
    rows += [(f"Una {line}" if not step else line, 660 - 14 * step) for step in range(6)]
    rows += [("y un final corto.", 576), (f"Otra {line}", 562), (f"{line}.", 548)]
    bulletin = parse(laid_out(rows), gazetteer, today=TODAY)
    assert len(bulletin.body.value) == 2
    assert bulletin.body.certainty is Certainty.REVIEW
    assert "espacio ni sangría" in bulletin.body.reason


def test_a_paragraph_that_ends_with_its_page_is_left_to_a_person(
    laid_out: Maker, gazetteer: Gazetteer
) -> None:
    line = "palabra de ejemplo que llena el renglón casi hasta su margen derecho"
    first: list[tuple[object, ...]] = [("CABEZA DE EJEMPLO QUE OCUPA DOS PÁGINAS", 700, 14, True)]
    first += [(f"Una {line}" if not step else line, 660 - 14 * step) for step in range(8)]
    first += [(f"{line[:-1]}.", 548)]
    second = [(f"Sigue {line}", 600), (line, 586), (f"{line}.", 572)]
    bulletin = parse(laid_out(first, second), gazetteer, today=TODAY)
    assert bulletin.body.certainty is Certainty.REVIEW
    assert "final de una página" in bulletin.body.reason


def test_evidence_in_plain_text_points_at_the_words(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    document = text_document(_bulletin())
    bulletin = parse(document, gazetteer, today=TODAY)
    for field in (bulletin.folio, bulletin.issued_on, bulletin.headline):
        (evidence,) = field.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote


def test_evidence_in_a_layout_points_at_its_box(laid_out: Maker, gazetteer: Gazetteer) -> None:
    rows = [("0275/2024", 740), ("CABEZA DE EJEMPLO CON RECUADRO", 700, 14, True)]
    bulletin = parse(laid_out(rows), gazetteer, today=TODAY)
    (evidence,) = bulletin.headline.evidence
    assert evidence.box is not None
    assert (evidence.page, evidence.box.bottom) == (1, 700)


@pytest.mark.parametrize(
    "place",
    ["Santiago de Querétaro, Qro.", "Victoria de Durango, Dgo.", "Uruapan del Progreso, Mich."],
)
def test_the_full_name_of_a_city_is_its_municipality(
    text_document: Maker, gazetteer: Gazetteer, place: str
) -> None:
    dateline = f"{place}, 4 de abril de 2024"
    bulletin = parse(text_document(_bulletin(dateline=dateline)), gazetteer, today=TODAY)
    assert bulletin.issued_in.certainty is Certainty.SURE
    assert bulletin.issued_in.value is not None
    assert bulletin.issued_in.value.inegi


def test_an_hour_after_the_date_belongs_to_the_dateline(
    text_document: Maker, gazetteer: Gazetteer
) -> None:
    dateline = "Zapopan, Jal., 4 de abril de 2024, 18:30 horas"
    bulletin = parse(text_document(_bulletin(dateline=dateline)), gazetteer, today=TODAY)
    assert bulletin.issued_on.value == dt.date(2024, 4, 4)


def test_a_dateline_may_run_into_a_quotation(text_document: Maker, gazetteer: Gazetteer) -> None:
    quoted = f"“Este ejemplo no es real”. {BODY}"
    text = f"CABEZA DE UN EJEMPLO CON FECHA CORRIDA\n\nTorreón, Coah. 4 de abril de 2024. {quoted}"
    bulletin = parse(text_document(text), gazetteer, today=TODAY)
    assert bulletin.issued_on.value == dt.date(2024, 4, 4)
    assert bulletin.body.value[0].startswith("“Este ejemplo")
