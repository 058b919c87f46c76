"""Plates, homes, contacts, verdicts, acronyms, accounts, spelling and dates. All fictional."""

from __future__ import annotations

from dataclasses import replace

import pytest

from releases.editorial.checking import check
from releases.editorial.lists import Lists, NoSpeller
from releases.editorial.passage import FOLIO, Part, Passage, PassageKind
from releases.vocabulary import EditorialCode, EditorialListKind, TextField
from tests.editorial.conftest import Found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("placa", "Circulaba un Jetta con placas QXZ-11-22."),
        ("placa", "La unidad Nissan March QXZ1122 fue alcanzada."),
        ("domicilio", "La víctima vive en la calle Nogal número 12, colonia Centro."),
        ("telefono-particular", "Su hermana contesta en el 722 555 0101."),
        ("veredicto", "El ladrón fue alcanzado a dos cuadras."),
        ("veredicto", "Edgar “N” robó una camioneta y huyó."),
        ("sigla-sin-explicar", "Asistió personal del XQTP."),
        ("cuenta-rota", "Síganos en X @SS Edomex."),
        ("ortografia", "Los policias acudieron al lugar."),
        ("palabra-equivocada", "El acto tubo lugar en Lerma."),
    ],
)
def test_what_should_be_looked_at_is_found(found: Found, code: str, text: str) -> None:
    assert code in dict(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Circulaba sin placas y con el vidrio roto.",
        "La unidad MX-0458-A1 de la Policía Estatal encabezó el convoy.",
        "El módulo está en la calle Nogal número 12, colonia Centro.",
        "La Unidad Antiextorsión atiende en el conmutador 722 555 0000.",
        "El probable ladrón habría robado una camioneta.",
        "El Secretario llamó a denunciar a los delincuentes.",
        "La Unidad Canina de Búsqueda (UCB) participó; la UCB halló la mochila.",
        "Síganos en X @SS_Edomex y Facebook @SS.Edomex.",
        "Sólo aquél usó el alcoholímetro durante el narcomenudeo.",
        "El agua rebasó el cauce; que vaya la brigada.",
    ],
)
def test_what_is_right_is_left_alone(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("headline", "wrong"),
    [
        ("COMPORTE SECRETARÍA DE SEGURIDAD EXPERIENCIAS", "COMPORTE"),
        ("CAPACITAN SSEM A DOCENTES DE TOLUCA", "CAPACITAN"),
    ],
)
def test_a_headline_verb_is_read_against_the_text(found: Found, headline: str, wrong: str) -> None:
    text = f"{headline}\nLa Secretaría compartió experiencias y capacitó a docentes."
    assert ("palabra-equivocada", wrong) in found(text)


@pytest.mark.parametrize(
    "head",
    [
        "0841/2022\nTecámac, Estado de México, 3 de octubre de 2023\nABRE NUEVA BASE",
        "0299/2024\nToluca, Estado de México, viernes 9 de abril de 2024\nABRE NUEVA BASE",
        "0702/2022\nToluca, Estado de México, 30 de febrero de 2022\nABRE NUEVA BASE",
    ],
)
def test_folio_and_dates_that_disagree_are_found(found: Found, head: str) -> None:
    assert "folio-fecha" in dict(found(head, kind="cabeza"))


def test_a_head_in_order_is_left_alone(found: Found) -> None:
    head = "0300/2024\nToluca, Estado de México, martes 9 de abril de 2024\nABRE NUEVA BASE"
    assert found(head, kind="cabeza") == []


def test_only_a_whole_bulletin_can_lack_the_presumption(found: Found) -> None:
    text = "DETIENEN A DOS\nDos personas fueron detenidas en Lerma."
    assert "falta-presuncion" in dict(found(text, kind="boletin"))
    assert "falta-presuncion" not in dict(found(text, kind="pasaje"))
    clause = f"{text}\nToda persona es inocente mientras un juez no resuelva lo contrario."
    assert "falta-presuncion" not in dict(found(clause, kind="boletin"))


def passage_with_folio(folio: str) -> Passage:
    parts = [Part(FOLIO, None, folio), Part(TextField.BODY, 0, "Texto ficticio.")]
    return Passage.of_parts(PassageKind.BULLETIN, parts)


def test_a_folio_that_leaves_numbers_out_says_which() -> None:
    lists = Lists(issued_numbers=frozenset({1, 2, 3}))
    findings = check(passage_with_folio("0006/2024"), lists)
    assert [f.code for f in findings] == [EditorialCode.FOLIO_GAP]
    assert "0004 a 0005" in findings[0].why


@pytest.mark.parametrize("used", [set(), {4, 5}, {5, 9}])
def test_a_folio_after_the_last_one_leaves_no_gap(used: set[int]) -> None:
    lists = Lists(issued_numbers=frozenset(used))
    assert check(passage_with_folio("0006/2024"), lists) == ()


def test_an_office_adds_a_word_to_a_list_and_takes_one_away(found: Found, lists: Lists) -> None:
    text = "El chacal fue alcanzado en Lerma; el ladrón, en Toluca."
    own = replace(
        lists,
        added={EditorialListKind.VERDICT: frozenset({"chacal"})},
        removed={EditorialListKind.VERDICT: frozenset({"ladron"})},
    )
    assert found(text) == [("veredicto", "ladrón")]
    assert found(text, given=own) == [("veredicto", "chacal")]


def test_an_added_word_is_no_pattern(found: Found, lists: Lists) -> None:
    own = replace(lists, added={EditorialListKind.VERDICT: frozenset({"(.*", "[a-z]+"})})
    assert found("La feria abrió en Lerma.", given=own) == []


def test_without_a_dictionary_no_spelling_is_judged(found: Found, lists: Lists) -> None:
    own = replace(lists, speller=NoSpeller())
    assert found("Los policias acudieron.", given=own) == []
