"""The documents say what is there: links lead somewhere, commands and settings exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *ROOT.glob("deploy/*.md"),
        *ROOT.glob("fixtures/**/*.md"),
    ]
    if path.is_file()
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_OUTSIDE = re.compile(r"[a-z]+:")
_MAKE = re.compile(r"(?:^|[`;&])\s*make ([a-z][\w-]*)", re.MULTILINE)
_CODE = re.compile(r"```.*?```|`[^`\n]+`|^ {4}[^\n]+", re.DOTALL | re.MULTILINE)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _code(text: str) -> str:
    return "\n".join(_CODE.findall(text))


def _anchors(path: Path) -> set[str]:
    """The anchors that the headings of a Markdown file get where it is shown."""
    headings = re.findall(r"^#+ +(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", heading.strip().lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in kept}


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    broken = []
    for link in _LINK.findall(document.read_text(encoding="utf-8")):
        if _OUTSIDE.match(link):
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_make_target_named_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE))
    named = set(_MAKE.findall(_code(document.read_text(encoding="utf-8"))))

    assert named - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_command_named_exists(document: Path) -> None:
    text = _code(document.read_text(encoding="utf-8"))
    named = set(re.findall(r"manage\.py ([a-z_]+)", text))

    assert named - set(get_commands()) == set()


def test_the_readme_lists_every_setting_that_is_read_from_the_environment() -> None:
    sources = [*ROOT.glob("safety_press/*.py"), *(ROOT / "releases").rglob("*.py")]
    read = {
        name
        for path in sources
        for name in re.findall(
            r"""(?:environ(?:\.get)?[\[(]|getenv\(|env(?:\.\w+)?\()\s*["']([A-Z][A-Z0-9_]+)["']""",
            path.read_text(encoding="utf-8"),
        )
    }
    inner = {"DJANGO_SETTINGS_MODULE", "PATH"}
    listed = set(re.findall(r"`([A-Z][A-Z0-9_]+)`", (ROOT / "README.md").read_text("utf-8")))

    assert read - inner - listed == set()


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(
        r"^\| \[(\d{4})\]\(([^)]+)\)", (folder / "README.md").read_text("utf-8"), re.M
    )
    files = sorted(path.name for path in folder.glob("[0-9]*.md"))

    assert [name for _, name in listed] == files
    assert [number for number, _ in listed] == [f"{n:04d}" for n in range(1, len(files) + 1)]


def test_the_structure_page_names_every_package_of_the_archive() -> None:
    page = (ROOT / "docs" / "structure.md").read_text(encoding="utf-8")
    packages = {
        path.name
        for path in (ROOT / "releases").iterdir()
        if path.is_dir() and any(path.glob("*.py"))
    }

    assert {name for name in packages if f"`releases/{name}/`" not in page} == set()


def test_the_readme_counts_the_vocabularies_right() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("agencies", "municipalities", "countries", "topics"):
        records = json.loads((ROOT / "fixtures" / "vocabulary" / f"{name}.json").read_text("utf-8"))
        assert re.search(rf"\b{len(records):,} {name}\b", readme), name


def test_paths_named_on_the_structure_page_exist() -> None:
    page = (ROOT / "docs" / "structure.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:releases|fixtures|tests|safety_press)/[\w/.-]*)`", page))

    assert {path for path in named if not (ROOT / path).exists()} == set()
