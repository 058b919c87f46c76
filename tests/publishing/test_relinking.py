from __future__ import annotations

from dataclasses import replace

import pytest

from releases.catalogue.gazetteer import current_gazetteer
from releases.models import Agency, Place
from releases.publishing.content import BulletinContent
from releases.publishing.relinking import BY_PERSON, choose, relocate
from tests.factories import make_content

pytestmark = pytest.mark.django_db

ISSUER = "Secretaría de Seguridad del Estado de México"


def words_of(content: BulletinContent, slug: str) -> list[str]:
    return [
        content.body[mention.paragraph][mention.start : mention.end]
        for mention in content.mentions
        if mention.slug == slug and mention.field == "body" and mention.paragraph is not None
    ]


def test_spans_follow_the_words_when_the_text_changes() -> None:
    content = make_content(
        agencies=[Agency.objects.get(slug="guardia-nacional")],
        body=("Elementos de la Guardia Nacional acudieron.",),
    )
    changed = replace(content, body=("Otro párrafo.", "Acudió también la Guardia Nacional."))

    located = relocate(changed, current_gazetteer(), issuer=ISSUER)

    assert words_of(located, "guardia-nacional") == ["Guardia Nacional"]
    (mention,) = [m for m in located.mentions if m.field == "body"]
    assert mention.paragraph == 1


def test_an_entity_that_the_text_no_longer_names_stays_with_the_bulletin() -> None:
    content = make_content(
        agencies=[Agency.objects.get(slug="guardia-nacional")], body=("Nada de ella.",)
    )

    located = relocate(content, current_gazetteer(), issuer=ISSUER)

    assert located.agencies == ("guardia-nacional",)
    assert not any(mention.has_span for mention in located.mentions)


def test_what_nobody_chose_is_not_added() -> None:
    content = make_content(body=("Acudió la Guardia Nacional a Toluca.",))

    located = relocate(content, current_gazetteer(), issuer=ISSUER)

    assert located.mentions == ()


def test_a_persons_choice_is_confirmed_and_the_rest_is_taken_off() -> None:
    content = make_content(places=[Place.objects.get(slug="toluca")])

    chosen = choose(content, agencies=["guardia-nacional"], places=[], topics=["operativos"])

    assert (chosen.agencies, chosen.places, chosen.topics) == (
        ("guardia-nacional",),
        (),
        ("operativos",),
    )
    assert {mention.method for mention in chosen.mentions} == {BY_PERSON}
    assert all(mention.confirmed for mention in chosen.mentions)
