"""Marks and snippets: what was found is shown, and nothing is ever made into HTML."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from releases.language.folding import word_set
from releases.search.highlights import SNIPPET_LENGTH, Marker, Segment
from releases.search.query import read_query


def marker(query: str) -> Marker:
    return Marker(read_query(query))


def marked(query: str, text: str) -> list[str]:
    return [segment.text for segment in marker(query).segments(text) if segment.is_marked]


def test_words_are_marked_in_whatever_form_they_stand() -> None:
    text = "Policías y una POLICÍA; el policial no, la policia sí."
    assert marked("policía", text) == ["Policías", "POLICÍA", "policia"]


def test_plural_stems_that_change_a_letter_are_marked() -> None:
    assert marked("luz", "Las luces del camión") == ["luces"]
    assert marked("juez", "Los jueces") == ["jueces"]


def test_a_phrase_is_marked_only_where_it_stands_whole() -> None:
    text = "La guardia y la Guardia Nacional de un himno nacional."
    assert marked('"guardia nacional"', text) == ["Guardia", "Nacional"]


def test_a_typed_ñ_marks_only_ñ_and_an_n_marks_both() -> None:
    assert marked("peña", "Peña y pena") == ["Peña"]
    assert marked("pena", "Peña y pena") == ["Peña", "pena"]


def test_things_of_several_spellings_are_marked_in_each() -> None:
    assert marked("911", "Marque 9-1-1.") == ["9-1-1"]
    assert marked("c5", "El C-5 y el C5") == ["C-5", "C5"]
    assert marked("0275/2024", "Del 275/2024.") == ["275/2024"]


def test_a_beginning_marks_the_words_that_begin_so() -> None:
    assert marked("extor*", "Extorsión y extorsionadores") == ["Extorsión", "extorsionadores"]


def test_letters_with_points_are_marked_for_the_word_they_spell() -> None:
    assert marked("ssem", "Elementos de la S.S.E.M. en turno") == ["S.S.E.M"]
    assert marked("eeuu", "Con los EE. UU. y EE.UU.") == ["EE. UU", "EE.UU"]
    assert marker("ssem").snippet(["Nada.", "La S.S.E.M. actuó."]).paragraph == 1


def test_hits_of_one_expression_count_as_one() -> None:
    text = "El Centro de Mando y el centro. Mando del centro de mando."
    runs = marker("centro mando").find_runs(text)
    assert [text[a:b] for a, b in runs] == [
        "Centro de Mando y el centro",
        "Mando del centro de mando",
    ]
    assert marker("centro").count([text, "", "Centros"]) == 4
    assert Marker(None).count([text]) == 0


@settings(max_examples=500)
@given(
    st.sampled_from(
        (
            *("policía", "la policía estatal", '"policía estatal"', "mil C5", '"mil policías"'),
            *("911", "c5", "275/2024", "2024", "20 mil", "dos mil 500", "7222758300", "AK47"),
            *("C5 policía", '"c5 policía"', "ss 911", "5*", "1", "500"),
        )
    ),
    st.lists(
        st.sampled_from(
            sorted(
                word_set(
                    "policía Policías estatal y de la C-5 C 5 20 mil dos superpolicía ñandú "
                    "POLICÍA-estatal @Policia_Estatal S.S.E.M. «policía» estatales, 911 9-1-1 1 "
                    "C5, 275/2024 0275/24 DGCS/0275/2024 2024 20,000 quinientos 500 $2,500.00 "
                    "(722) 275-8300 83 00 AK AK-47 47 1º millones 0.5 familia SS/911 c-5i"
                )
            )
        ),
        max_size=40,
    ),
)
def test_reading_only_what_is_near_finds_what_reading_all_would(
    query: str, words: list[str]
) -> None:
    text = " ".join(words)
    found = marker(query)
    assert found.find(text) == found._find(text)


def test_hits_are_numbered_through_the_bulletin() -> None:
    paragraphs = marker("robo").mark_paragraphs(["Un robo y otro robo.", "Nada.", "El robo."])
    hits = [segment.hit for segments in paragraphs for segment in segments if segment.is_marked]
    assert hits == [1, 2, 3]
    assert paragraphs[1] == (Segment("Nada.", 0),)


def test_the_snippet_is_taken_from_the_paragraph_with_most_words_of_the_query() -> None:
    body = ["Hubo un robo.", "El robo fue en Toluca.", "Toluca amaneció nublada."]
    snippet = marker("robo toluca").snippet(body)
    assert snippet.paragraph == 1
    assert snippet.text == "El robo fue en Toluca."


def test_a_long_paragraph_is_cut_between_words_around_the_mark() -> None:
    body = ["palabra " * 100 + "ocelote " + "final " * 100]
    snippet = marker("ocelote").snippet(body)
    assert snippet.opens
    assert snippet.closes
    assert "ocelote" in snippet.text
    assert len(snippet.text) <= SNIPPET_LENGTH + 4
    assert snippet.text.startswith("… palabra")


def test_a_cut_piece_is_marked_up_to_its_last_word() -> None:
    body = ["Antes " * 60 + "ocelote " + "medio " * 22 + "ocelotes " + "final " * 60]
    snippet = marker("ocelote").snippet(body)
    shown = [segment.text for segment in snippet.segments if segment.is_marked]
    assert shown == ["ocelote", "ocelotes"]


def test_what_was_read_for_a_snippet_counts_the_same_afterwards() -> None:
    body = ["El ocelote vio al ocelote.", "Nada.", "La S.S.E.M. y otro ocelote."]
    read = marker("ocelote o ssem")
    read.snippet(body)
    assert read.count(body) == marker("ocelote o ssem").count(body) == 4


def test_without_a_match_in_the_body_the_summary_is_shown() -> None:
    snippet = marker("ocelote").snippet(["Nada aquí."], ["Un ocelote."])
    assert (snippet.paragraph, snippet.text) == (None, "Un ocelote.")


def test_without_a_query_the_summary_or_the_beginning_is_shown_unmarked() -> None:
    assert Marker(None).snippet(["Cuerpo."], ["Sumario."]).segments == (Segment("Sumario.", 0),)
    assert Marker(None).snippet(["Cuerpo."]).segments == (Segment("Cuerpo.", 0),)
    assert Marker(None).snippet([]).segments == ()


def test_markup_in_a_bulletin_stays_text() -> None:
    text = "<script>alert('robo')</script></mark>"
    assert "".join(segment.text for segment in marker("robo").segments(text)) == text


@settings(max_examples=200)
@given(st.text(alphabet="añnÑ «»<>&'\"-5C/.é\u0301", max_size=60))
def test_segments_always_give_the_text_back(text: str) -> None:
    segments = marker("año C5 -nada").segments(text)
    shown = "".join(segment.text for segment in segments)
    assert shown == unicodedata.normalize("NFC", text)


def test_an_acronym_is_marked_with_its_stops_too() -> None:
    assert marked("ssem", "La S.S.E.M. y la SSEM") == ["S.S.E.M", "SSEM"]
    assert marked("eeuu", "De EE. UU. a EEUU") == ["EE. UU", "EEUU"]
