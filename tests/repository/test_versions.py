"""Versions that are written in several places agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from releases import checks
from releases.operations import diagnosis

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    match = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert match is not None
    assert match[1] == PROJECT["project"]["version"]


def test_tools_and_makefile_ask_for_the_same_python() -> None:
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert PROJECT["tool"]["mypy"]["python_version"] == oldest
    assert PROJECT["tool"]["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    makefile = (ROOT / "Makefile").read_text()
    assert f"--python-version {oldest}" in makefile
    assert f"({oldest.replace('.', ', ')})" in makefile


def test_the_oldest_server_is_the_same_everywhere() -> None:
    assert checks.OLDEST_POSTGRES // 10_000 == diagnosis.OLDEST_POSTGRES
    assert f"/usr/lib/postgresql/{diagnosis.OLDEST_POSTGRES}/" in (ROOT / ".ci/run").read_text()
