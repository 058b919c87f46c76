from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from releases.catalogue.vocabularies import load_vocabularies
from releases.models import Agency, AgencyName, Place, Topic
from tests.vocabulary.records import FIXTURES, Record

pytestmark = pytest.mark.django_db

Edit = Callable[[str, Callable[[Record], None]], Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """The vocabularies with one agency's record changed, as the next version might bring them."""

    def edit(slug: str, change: Callable[[Record], None]) -> Path:
        folder = tmp_path / "vocabulary"
        shutil.copytree(FIXTURES / "vocabulary", folder, dirs_exist_ok=True)
        path = folder / "agencies.json"
        records = json.loads(path.read_text(encoding="utf-8"))
        change(next(record for record in records if record["slug"] == slug))
        path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
        return folder

    return edit


def _names(slug: str) -> set[str]:
    return set(AgencyName.objects.filter(agency__slug=slug).values_list("text", flat=True))


def test_everything_of_the_files_is_in_the_tables() -> None:
    assert Place.objects.municipalities_of("15").count() == 125
    assert Place.objects.filter(level="municipio").count() == 2478
    assert Topic.objects.count() == 26
    assert Agency.objects.get(slug="ssem").acronym == "SSEM"


def test_loading_again_changes_nothing() -> None:
    report = load_vocabularies(FIXTURES / "vocabulary")

    assert (report.added, report.changed, report.kept) == (0, 0, 0)


def test_a_field_that_a_person_changed_is_kept(edited: Edit) -> None:
    agency = Agency.objects.get(slug="cobupem")
    agency.name = "Comisión de Búsqueda mexiquense"
    agency.save()

    report = load_vocabularies(edited("cobupem", lambda record: record.update(name="Otro nombre")))

    agency.refresh_from_db()
    assert agency.name == "Comisión de Búsqueda mexiquense"
    assert report.kept == 1


def test_a_field_that_nobody_changed_follows_the_vocabulary(edited: Edit) -> None:
    load_vocabularies(edited("cobupem", lambda record: record.update(acronym="CBPEM")))

    assert Agency.objects.get(slug="cobupem").acronym == "CBPEM"


def test_a_name_that_a_person_removed_does_not_come_back() -> None:
    AgencyName.objects.filter(agency__slug="cruz-roja", text="Cruz Roja").delete()

    load_vocabularies(FIXTURES / "vocabulary")

    assert "Cruz Roja" not in _names("cruz-roja")


def test_a_name_that_a_person_added_stays_when_the_vocabulary_changes(edited: Edit) -> None:
    agency = Agency.objects.get(slug="cruz-roja")
    AgencyName.objects.create(agency=agency, text="Benemérita", kind="alias")
    new = {"names": [{"text": "Cruz Roja en México", "kind": "alias"}]}

    load_vocabularies(edited("cruz-roja", lambda record: record.update(new)))

    assert _names("cruz-roja") == {"Benemérita", "Cruz Roja en México"}


def test_a_broken_file_leaves_everything_as_it_was(edited: Edit) -> None:
    folder = edited("cobupem", lambda record: record.update(acronym="CBPEM"))
    (folder / "topics.json").write_text("[", encoding="utf-8")

    with pytest.raises(json.JSONDecodeError):
        load_vocabularies(folder)

    assert Agency.objects.get(slug="cobupem").acronym == "COBUPEM"
