"""A word is found however it is typed; what means something else is kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.language.words import prefix_of, surface_words, tokenize


def finds(query: str, text: str) -> bool:
    """Whether a text holds every word that a query asks for."""
    held = {lexeme for token in tokenize(text) for lexeme in token.lexemes}
    asked = [token.asked for token in tokenize(query)]
    return bool(asked) and all(held.intersection(forms) for forms in asked)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("policia", "la Policía Estatal"),
        ("POLICÍA", "policias"),
        ("policía", "cafe\u0301 y polici\u0301a"),
        ("pena", "Peña"),
        ("anos", "años"),
        ("nino", "NIÑAS"),
        ("niño", "los niños"),
        ("senora", "señoras"),
        ("911", "marque 9-1-1"),
        ("9-1-1", "al 911."),
        ("9 1 1", "el 9-1-1,"),
        ("089", "al 089"),
        ("C5", "el C-5"),
        ("c-5", "del C5."),
        ("C 5", "en C5"),
        ("AC", "Seguridad, Justicia y Legalidad A.C. en beneficio"),
        ("EEUU", "los EE. UU."),
        ("EE.UU.", "EEUU"),
        ("@ss_edomex", "en X @SS_Edomex."),
        ("@SS.Edomex", "@SS_Edomex"),
        ("SS_Edomex", "@SS_Edomex"),
        ("NKH5512", "placas NKH-55-12"),
        ("nkh-55-12", "NKH5512"),
        ("AK-47", "un fusil AK47"),
        ("covid", "la COVID-19"),
        ("20 mil", "20,000 cámaras"),
        ("20,000", "20 mil cámaras"),
        ("20000", "20 mil"),
        ("dos mil 500", "2,500 botones"),
        ("2500", "dos mil quinientos botones"),
        ("9 millones 100 mil pesos", "$9,100,000 pesos"),
        ("mil 172", "1,172 elementos"),
        ("mil", "20 mil cámaras"),
        ("2.5 millones", "2,500,000"),
        ("0275/2024", "el comunicado 275/2024"),
        ("275/24", "folio 0275/2024"),
        ("0275-2024", "SSEM/0275/2024"),
        ("LPR", "LPR'S"),
        ("Querétaro", "la México-Querétaro"),
        ("José", "“José N”"),
        ("secretaria", "la Secretaría"),
        ("secretaría", "LA SECRETARIA"),
        ("secretarías", "la secretaria"),
        ("secretario", "dos secretarias"),
        ("fiscalia", "las fiscalías"),
        ("denuncias", "una denuncia"),
        ("taiwanes", "un taiwanés"),
        ("taiwanés", "dos taiwaneses"),
        ("leonés", "LEONES"),
        ("león", "leones"),
        ("feligres", "feligreses"),
        ("fría", "un frío"),
        ("NTH-45-67", "placas NTH 45 67"),
        ("7.62", "cartuchos 7.62x39"),
        ("7.62 x 39", "7.62X39"),
    ],
)
def test_a_word_is_found_however_it_is_typed(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("peña", "pena"),
        ("año", "ano"),
        ("niño", "nino"),
        ("NIÑO", "el Nino"),
        ("89", "089"),
        ("0275/2023", "0275/2024"),
        ("C5", "C4"),
        ("casa", "el caso"),
        ("secretario", "la Secretaría"),
        ("secretaría", "el secretario"),
        ("911", "9 y 11"),
        ("2000", "20 mil"),
        ("leonés", "el león"),
        ("cortés", "la corte"),
        ("NTH-45-67", "placas NTH 45 68"),
    ],
)
def test_what_means_something_else_is_not_found(query: str, text: str) -> None:
    assert not finds(query, text)


def test_stop_words_take_no_place_so_a_phrase_is_a_run_of_content_words() -> None:
    assert [token.lexemes[0] for token in tokenize("La trata de las personas")] == [
        "trata",
        "person",
    ]


def test_a_folio_is_no_date_and_a_date_no_folio() -> None:
    assert tokenize("0275/2024")[0].asked == ("275/2024",)
    assert not any("/" in form for token in tokenize("04/04/2024") for form in token.lexemes)
    assert not any("/" in form for token in tokenize("de 2019-2024") for form in token.lexemes)


def test_offsets_give_back_the_words_as_written() -> None:
    text = "En El Salvador, «José N» llamó al 9-1-1: 20 mil cámaras del C-5 (A.C.)."
    words = [text[token.start : token.end] for token in tokenize(text)]
    assert words == ["Salvador", "José", "N", "llamó", "9-1-1", "20 mil", "cámaras", "C-5", "A.C"]


def test_suggestible_words_are_whole_plain_words() -> None:
    assert surface_words("EXTORSIÓN en la C5, 300 dosis de narcóticos") == {
        "extorsión",
        "dosis",
        "narcóticos",
    }


def test_a_prefix_begins_like_the_lexemes_it_should_reach() -> None:
    for typed, word in (("Policía", "policías"), ("extor", "extorsión"), ("deteni", "detenidas")):
        assert tokenize(word)[0].lexemes[0].startswith(prefix_of(typed))


@settings(max_examples=300)
@given(st.text(max_size=80))
def test_no_text_breaks_the_tokens_and_each_finds_itself(text: str) -> None:
    for token in tokenize(text):
        assert token.start < token.end
        assert token.lexemes
        assert set(token.asked) <= set(token.lexemes)
        assert all(len(lexeme) <= 2_000 for lexeme in token.lexemes)
