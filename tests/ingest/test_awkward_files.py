"""Each awkward file of the corpus through the real intake, with what its list expects of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from releases.ingest.batch import found_files, ingest_files
from releases.ingest.intake import IngestOptions, ingest_document
from releases.ingest.outcomes import IngestResult, Outcome
from releases.models import Release
from releases.storage import documents_root
from releases.vocabulary import SourceKind
from tests.corpus.files import DOCUMENTS, NASTY

pytestmark = pytest.mark.django_db

MANIFEST = json.loads((NASTY / "MANIFEST.json").read_text("utf-8"))
PUBLISH = IngestOptions(publish=True)

_ACCEPTED = {Outcome.CREATED, Outcome.REVIEW}
_OUTCOMES = {
    "reject": {Outcome.REFUSED},
    "review": {Outcome.REVIEW},
    "accept": _ACCEPTED,
    "partial": _ACCEPTED,
    "repair": _ACCEPTED,
    "duplicate-of": {Outcome.DUPLICATE},
    "correction-of": {Outcome.NEW_VERSION},
}


def take_in(path: Path, name: str) -> list[IngestResult]:
    if path.suffix == ".zip":
        with found_files([path]) as files:
            return list(ingest_files(files, options=PUBLISH))
    return [ingest_document(path, name=name, options=PUBLISH)]


def document(stem: str) -> Path:
    return next(DOCUMENTS.glob(f"{stem}.*"))


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_an_awkward_file_ends_as_its_list_says(name: str) -> None:
    expected, _, twin = MANIFEST[name]["expect"].partition(":")
    first = None
    if twin and not expected.startswith("repair"):
        options = IngestOptions(publish=True, confirm_all=True)
        path = document(twin)
        first = ingest_document(path, name=path.name, options=options, kind=SourceKind.ORIGINAL)
        assert first.outcome is Outcome.CREATED, first.message

    results = take_in(NASTY / name, MANIFEST[name].get("upload_as", name))

    words = [expected] if expected in _OUTCOMES else expected.split("-or-")
    allowed = set().union(*(_OUTCOMES[word] for word in words)) | (
        {Outcome.REFUSED} if "partial" in words else set()
    )
    assert {result.outcome for result in results} <= allowed, results
    assert all(result.message for result in results if result.outcome is not Outcome.CREATED)
    if first:
        assert results[0].twin == first.release
        assert Release.objects.count() == 1


def test_nothing_is_written_outside_the_store(tmp_path: Path) -> None:
    archive = tmp_path / "lote" / "traversal.zip"
    archive.parent.mkdir()
    archive.write_bytes((NASTY / "traversal.zip").read_bytes())

    take_in(archive, archive.name)

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["traversal.zip"]
    kept = [path for path in documents_root().rglob("*") if path.is_file()]
    assert all(len(path.name) == 64 for path in kept)


@pytest.mark.parametrize(
    "name",
    [
        "; rm -rf ~.txt",
        "$(touch hecho).txt",
        "<img src=x onerror=1>.txt",
        "a\nb\u202etxt.txt",
        "«ñ» 🚓 (1).TXT",
        "-n.txt",
        "a" * 240 + ".txt",
    ],
)
def test_a_hostile_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    text = (document("dev-14")).read_bytes()
    path = tmp_path / name
    path.write_bytes(text)

    with found_files([tmp_path]) as files:
        results = list(ingest_files(files, options=PUBLISH))

    assert results[0].outcome in _ACCEPTED
    assert results[0].release
    assert results[0].release.sources.get().file_name
    assert [found.name for found in tmp_path.iterdir()] == [name]
