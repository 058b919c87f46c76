from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from releases.publishing.content import (
    MentionContent,
    clean_text,
    content_of_revision,
    mentions_from_json,
    mentions_to_json,
    plain_lines,
    text_sha256,
)
from tests.factories import make_agency, make_content, make_release


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Polici\u0301a", "Policía"),
        ("uno\x00dos", "unodos"),
        ("al \u202erevés\u202c", "al revés"),
        ("marca \ue000secreta\ue001", "marca secreta"),
        ("dos   blancos\u00a0y\ttabulador", "dos blancos y tabulador"),
        ("  orillas  ", "orillas"),
        ("ce\u00adlda", "celda"),
        ("<b>texto</b>", "<b>texto</b>"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_seen_and_of_nothing_else(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


def test_the_plain_text_has_a_line_for_each_part_in_order() -> None:
    content = make_content(
        folio="0001/2024", headline="Título", summary_points=("Sumario.",), body=("Uno.", "Dos.")
    )

    assert plain_lines(replace(content, boilerplate="Cierre.\nTeléfonos.")) == [
        "0001/2024",
        content.dateline,
        "Título",
        "Sumario.",
        "Uno.",
        "Dos.",
        "Cierre.",
        "Teléfonos.",
    ]


def test_the_hash_is_that_of_the_plain_text_which_anybody_can_compute() -> None:
    content = make_content()

    plain = "\n".join(plain_lines(content)) + "\n"

    assert text_sha256(content) == hashlib.sha256(plain.encode()).hexdigest()


def test_blanks_make_no_other_text_and_words_do() -> None:
    content = make_content(body=("Un párrafo ficticio.",))

    assert text_sha256(replace(content, body=("Un  párrafo ficticio. ",))) == text_sha256(content)
    assert text_sha256(replace(content, body=("Otro párrafo ficticio.",))) != text_sha256(content)


def test_where_a_field_was_read_is_no_difference_to_readers() -> None:
    content = make_content()

    assert content.says_the_same_as(replace(content, evidence={"headline": {}}))
    assert not content.says_the_same_as(replace(content, headline="Otro"))


def test_mentions_survive_json() -> None:
    mentions = (
        MentionContent(kind="agency", slug="ssem", field="body", paragraph=0, start=3, end=9),
        MentionContent(kind="topic", slug="robo", score=4.5, terms=(("robo", 2),), confirmed=True),
    )

    assert mentions_from_json(mentions_to_json(mentions)) == mentions


@pytest.mark.django_db
def test_a_published_content_comes_back_as_it_went_in() -> None:
    agency = make_agency()
    release = make_release(agencies=[agency], headline="Ida y vuelta")

    assert release.current_revision
    content = content_of_revision(release.current_revision)

    assert content.headline == "Ida y vuelta"
    assert content.agencies == (agency.slug,)
    assert text_sha256(content) == release.current_revision.text_sha256
