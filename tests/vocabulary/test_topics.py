from __future__ import annotations

from collections import Counter

from tests.vocabulary.records import fold, read

TOPICS = read("topics")


def test_there_are_26_topics_with_a_name_and_a_meaning() -> None:
    assert len(TOPICS) == 26
    assert len({topic["slug"] for topic in TOPICS}) == 26
    assert all(topic["name"] and topic["meaning"] for topic in TOPICS)


def test_a_topic_lists_each_term_once() -> None:
    for topic in TOPICS:
        terms = Counter(fold(term["text"]) for term in topic["terms"])
        assert [term for term, times in terms.items() if times > 1] == [], topic["slug"]


def test_the_terms_of_a_topic_can_reach_its_threshold() -> None:
    for topic in TOPICS:
        speaking = sum(term["weight"] for term in topic["terms"] if term["weight"] > 0)
        assert 0 < topic["threshold"] <= speaking, topic["slug"]


def test_no_weak_word_alone_gives_a_bulletin_its_topic() -> None:
    for topic in TOPICS:
        weak = [term["weight"] for term in topic["terms"] if 0 < term["weight"] <= 1]
        assert all(weight < topic["threshold"] for weight in weak), topic["slug"]
