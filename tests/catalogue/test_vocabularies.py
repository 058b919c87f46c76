"""Loading the vocabularies at every start never undoes what a person decided."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from releases.catalogue.gazetteer import current_gazetteer
from releases.catalogue.vocabularies import load_vocabularies
from releases.linking.catalogue import read_gazetteer
from releases.models import Agency, AgencyName, IssuerProfile, Place, Topic, TopicTerm

pytestmark = pytest.mark.django_db

VOCABULARY = Path(settings.BASE_DIR) / "fixtures" / "vocabulary"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the vocabularies that a test may change."""
    return Path(shutil.copytree(VOCABULARY, tmp_path / "vocabulary"))


def change(folder: Path, file: str, slug: str, **values: Any) -> None:
    """Sets keys of one record of a vocabulary file."""
    path = folder / file
    records = json.loads(path.read_text("utf-8"))
    for record in records:
        if record["slug"] == slug:
            record.update(values)
    path.write_text(json.dumps(records), "utf-8")


def names_of(slug: str) -> set[str]:
    return set(AgencyName.objects.filter(agency__slug=slug).values_list("text", flat=True))


def test_loading_again_adds_and_changes_nothing() -> None:
    report = load_vocabularies(VOCABULARY)

    assert (report.added, report.changed, report.kept) == (0, 0, 0)


def test_the_tables_say_what_the_files_say() -> None:
    from_tables, from_files = current_gazetteer(), read_gazetteer(VOCABULARY)

    for kind in ("agencies", "places", "topics", "profiles"):
        in_tables = {repr(entry) for entry in getattr(from_tables, kind)}
        in_files = {repr(entry) for entry in getattr(from_files, kind)}
        assert in_tables == in_files, kind
    assert (from_tables.host, from_tables.home_state) == (from_files.host, from_files.home_state)


def test_a_value_that_the_vocabulary_changed_is_changed(folder: Path) -> None:
    change(folder, "agencies.json", "fgjem", name="Fiscalía Ficticia de Prueba")

    report = load_vocabularies(folder)

    assert Agency.objects.get(slug="fgjem").name == "Fiscalía Ficticia de Prueba"
    assert report.changed == 1


def test_a_value_that_a_person_changed_is_kept_and_counted(folder: Path) -> None:
    Agency.objects.filter(slug="fgjem").update(name="Como la llama una persona")
    change(folder, "agencies.json", "fgjem", name="Fiscalía Ficticia de Prueba")

    report = load_vocabularies(folder)

    assert Agency.objects.get(slug="fgjem").name == "Como la llama una persona"
    assert (report.changed, report.kept) == (0, 1)


def test_the_other_values_of_a_record_that_a_person_changed_still_follow(folder: Path) -> None:
    Agency.objects.filter(slug="fgjem").update(name="Como la llama una persona")
    change(folder, "agencies.json", "fgjem", acronym="PRUEBA")

    load_vocabularies(folder)

    assert Agency.objects.get(slug="fgjem").acronym == "PRUEBA"


def test_a_name_that_a_person_took_away_does_not_come_back() -> None:
    name = AgencyName.objects.filter(agency__slug="ssem", issuer=None).earliest("id")
    name.delete()

    load_vocabularies(VOCABULARY)

    assert name.text not in names_of("ssem")


def test_a_name_that_a_person_added_stays() -> None:
    AgencyName.objects.create(
        agency=Agency.objects.get(slug="ssem"), text="Nombre ficticio añadido", kind="alias"
    )

    load_vocabularies(VOCABULARY)

    assert "Nombre ficticio añadido" in names_of("ssem")


def test_a_name_that_the_vocabulary_brings_later_is_added(folder: Path) -> None:
    change(folder, "agencies.json", "fgjem", names=[{"text": "Fiscalía ficticia de prueba"}])

    load_vocabularies(folder)

    assert names_of("fgjem") == {"Fiscalía ficticia de prueba"}


def test_terms_of_topics_follow_the_same_rules(folder: Path) -> None:
    topic = Topic.objects.earliest("id")
    removed = topic.terms.earliest("id")
    removed.delete()
    Topic.objects.filter(pk=topic.pk).update(threshold=99)

    load_vocabularies(folder)

    assert not TopicTerm.objects.filter(topic=topic, text=removed.text).exists()
    assert Topic.objects.get(pk=topic.pk).threshold == 99


def test_a_profile_that_a_person_changed_is_kept() -> None:
    profile = IssuerProfile.objects.get(agency__slug="ssem")
    profile.header_lines = ["RENGLÓN FICTICIO"]
    profile.save()

    load_vocabularies(VOCABULARY)

    profile.refresh_from_db()
    assert profile.header_lines == ["RENGLÓN FICTICIO"]


def test_an_agency_that_was_merged_keeps_no_names_of_its_own(folder: Path) -> None:
    absorbed = Agency.objects.get(slug="fgjem")
    Agency.objects.filter(pk=absorbed.pk).update(merged_into=Agency.objects.get(slug="ssem"))
    change(folder, "agencies.json", "fgjem", names=[{"text": "Fiscalía ficticia de prueba"}])

    load_vocabularies(folder)

    assert "Fiscalía ficticia de prueba" not in names_of("fgjem")


def test_a_broken_file_changes_nothing(folder: Path) -> None:
    change(folder, "municipalities.json", Place.objects.filter(level="municipio")[0].slug, name="X")
    (folder / "topics.json").write_text("[{", "utf-8")

    with pytest.raises(json.JSONDecodeError):
        load_vocabularies(folder)

    assert not Place.objects.filter(name="X").exists()
