"""Topics: the terms that led to one can be shown, and an aside is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from releases.linking.gazetteer import Gazetteer, TopicEntry, TopicTerm
from releases.linking.linker import link
from releases.parsing.bulletin import ParsedBulletin

Maker = Callable[..., ParsedBulletin]

TOPICS = (
    TopicEntry("vialidad", "Vialidad", (TopicTerm("accidente vial", 3.0),), 3.0),
    TopicEntry("armas", "Armas", (TopicTerm("arma de fuego", 1.0),), 3.0),
)


def test_a_topic_tells_which_words_led_to_it(bulletin: Maker, gazetteer: Gazetteer) -> None:
    small = replace(gazetteer, topics=TOPICS)
    made = bulletin("Hubo un accidente vial.", headline="Accidente vial sin heridos")
    (topic,) = link(made, small).topics
    assert (topic.slug, topic.terms) == ("vialidad", (("accidente vial", 2),))
    assert topic.score == 9.0


def test_a_topic_below_its_threshold_is_not_proposed(bulletin: Maker, gazetteer: Gazetteer) -> None:
    small = replace(gazetteer, topics=TOPICS)
    assert link(bulletin("Se halló un arma de fuego."), small).topics == ()


def test_an_aside_of_a_stronger_topic_is_not_proposed(
    bulletin: Maker, gazetteer: Gazetteer
) -> None:
    aside = TopicEntry("carga", "Carga", (TopicTerm("camión", 2.0),), 2.0)
    strong = TopicEntry("robo", "Robo", (TopicTerm("robo", 9.0),), 3.0)
    small = replace(gazetteer, topics=(aside, strong))
    made = bulletin("El camión fue hallado.", headline="Robo en la zona")
    assert [topic.slug for topic in link(made, small).topics] == ["robo"]


def test_terms_are_whole_words_without_accents_and_case(
    bulletin: Maker, gazetteer: Gazetteer
) -> None:
    small = replace(gazetteer, topics=TOPICS)
    assert link(bulletin("x", headline="ACCIDENTE VIAL"), small).topics
    assert not link(bulletin("x", headline="Accidente vialidad"), small).topics
