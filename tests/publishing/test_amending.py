"""One click's change of a content's words. The texts are fictional."""

from __future__ import annotations

from releases.editorial.findings import Finding
from releases.publishing.amending import apply_fix, join_paragraphs, points_into_body
from releases.vocabulary import EditorialCode
from tests.factories import make_content


def _finding(field: str, paragraph: int | None, text: str, word: str, fix: str | None) -> Finding:
    start = text.index(word)
    return Finding(
        code=EditorialCode.WRONG_WORD,
        span=word,
        field=field,
        paragraph=paragraph,
        start=start,
        end=start + len(word),
        why="Motivo ficticio.",
        fix=fix,
    )


def test_a_paragraph_joins_the_one_before_and_the_rest_stays() -> None:
    content = make_content(body=("Uno que sigue", "aquí.", "Otro."))

    assert join_paragraphs(content, 1).body == ("Uno que sigue aquí.", "Otro.")


def test_the_first_paragraph_and_one_that_is_not_there_join_nothing() -> None:
    content = make_content(body=("Uno.", "Dos."))

    assert join_paragraphs(content, 0) == join_paragraphs(content, 2) == content


def test_points_that_are_none_become_the_first_paragraphs() -> None:
    content = make_content(summary_points=("Punto.",), body=("Texto.",))

    changed = points_into_body(content)

    assert (changed.summary_points, changed.body) == ((), ("Punto.", "Texto."))


def test_a_fix_replaces_the_words_where_they_were_found() -> None:
    content = make_content(
        headline="COMPORTE LA SECRETARÍA", body=("Uno.", "Se comporte y comporte.")
    )
    title = _finding("headline", None, content.headline, "COMPORTE", "COMPARTE")
    text = _finding("body", 1, content.body[1], "comporte", "comparte")

    fixed = apply_fix(content, [text, title], key=title.key, field="headline", paragraph=None)

    assert fixed.headline == "COMPARTE LA SECRETARÍA"
    assert fixed.body == content.body
    fixed = apply_fix(content, [text, title], key=text.key, field="body", paragraph=1)
    assert fixed.body == ("Uno.", "Se comparte y comporte.")


def test_without_that_finding_or_without_a_fix_nothing_changes() -> None:
    content = make_content(headline="COMPORTE LA SECRETARÍA")
    found = _finding("headline", None, content.headline, "COMPORTE", None)

    assert apply_fix(content, [], key=found.key, field="headline", paragraph=None) == content
    assert apply_fix(content, [found], key=found.key, field="headline", paragraph=None) == content
    elsewhere = apply_fix(content, [found], key=found.key, field="body", paragraph=0)
    assert elsewhere == content
