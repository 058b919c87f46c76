"""Nothing in the repository depends on, or tells of, the machine it was written on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_TEXT = {
    ".cfg", ".conf", ".css", ".html", ".in", ".js", ".json", ".md", ".py", ".sample", ".service",
    ".sh", ".sql", ".svg", ".timer", ".toml", ".txt", ".yaml", ".yml", "",
}  # fmt: skip
# Written apart, so that this file does not contain what it looks for.
FORBIDDEN = {
    "a folder of one machine": rf"/(?:{'wo' + 'rk'}|{'ro' + 'ot'}|home/[a-z]+)/[a-z.]",
    "a neighbour folder of ours": r"\.\./" + "shared",
    "an address of a package index": "|".join(
        ("py" + "pi[.]", "artif" + "actory", "devp" + "i[.]")
    ),
    "a private key": "BEGIN [A-Z ]*PRIVATE " + "KEY",
    "unfinished work": r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b",
}


def _files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.suffix in _TEXT and path.is_file()]


FILES = _files() if (ROOT / ".git").exists() else []


@pytest.mark.skipif(not FILES, reason="not a Git work tree")
@pytest.mark.parametrize("kind", sorted(FORBIDDEN))
def test_no_file_contains(kind: str) -> None:
    pattern = re.compile(FORBIDDEN[kind])
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in FILES
        if (match := pattern.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert found == []


@pytest.mark.skipif(not FILES, reason="not a Git work tree")
def test_templates_hold_no_style_and_no_script_of_their_own() -> None:
    inline = re.compile(
        r"<style|<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|\sstyle=|\son[a-z]+=|javascript:"
    )
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in FILES
        if path.suffix == ".html"
        and path.is_relative_to(ROOT / "templates")
        and (match := inline.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.skipif(not FILES, reason="not a Git work tree")
def test_no_large_file_and_no_font_is_kept() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    kept = [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    assert not [path for path in kept if path.suffix in {".woff", ".woff2", ".ttf", ".otf"}]
    assert not [path for path in kept if path.stat().st_size > 2_000_000]
