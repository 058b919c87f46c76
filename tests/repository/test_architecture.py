"""The direction of imports, stated as a table; see docs/structure.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _units(names: str) -> frozenset[str]:
    return frozenset(names.split())


# From the ground up: a module imports from its own tier and from those above it in this table.
TIERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("words of the domain", frozenset({"vocabulary"})),
    ("pure core", frozenset({"language", "extraction", "parsing", "linking", "editorial"})),
    ("tables", frozenset({"models"})),
    (
        "tools without a subject",
        _units("checks converters fonts jobs presentation roles scratch storage"),
    ),
    (
        "use cases",
        _units(
            "archive_check catalogue citations exports ingest letterhead page_images photos "
            "publishing search statistics"
        ),
    ),
    ("pages put together", frozenset({"pages"})),
    (
        "interfaces",
        _units(
            "admin admin_site apps desk_urls feeds forms management middleware operations "
            "sitemaps tasks templatetags urls views"
        ),
    ),
)
PURE = TIERS[0][1] | TIERS[1][1]
# Inside the pure core, and what each may know of the rest of it.
CORE = {
    "language": frozenset[str](),
    "extraction": frozenset[str](),
    "parsing": frozenset({"extraction", "language"}),
    "linking": frozenset({"extraction", "language", "parsing"}),
    "editorial": frozenset({"language"}),
}
# A plain value that both ends of the core share.
SHARED_VALUES = frozenset({"releases.linking.gazetteer"})
MODULES = sorted(
    path
    for folder in ("releases", "safety_press")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _unit(module: str) -> str:
    """`releases.search.facets` is part of `search`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def _tier(unit: str) -> int:
    return next(level for level, (_, units) in enumerate(TIERS) if unit in units)


def _imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, `from a import b` as `a.b` where that is a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if _is_module(full) else node.module


def _is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def _ours(path: Path) -> list[str]:
    return [name for name in _imports(path) if name.startswith("releases.")]


def _of(unit: str) -> list[Path]:
    return [path for path in MODULES if _unit(_name(path)) == unit]


def test_every_module_has_its_place_in_the_table() -> None:
    placed = frozenset[str]().union(*(units for _, units in TIERS))
    found = {_unit(_name(path)) for path in MODULES if _name(path).startswith("releases.")}
    assert found == placed


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_go_downward_only(path: Path) -> None:
    if not _name(path).startswith("releases."):
        return
    level = _tier(_unit(_name(path)))
    upward = [name for name in _ours(path) if _tier(_unit(name)) > level]
    assert upward == []


@pytest.mark.parametrize("unit", sorted(PURE))
def test_the_pure_core_imports_no_django(unit: str) -> None:
    for path in _of(unit):
        outside = {name.split(".")[0] for name in _imports(path)}
        assert not outside & {"django", "psycopg", "pghistory", "procrastinate"}, _name(path)


@pytest.mark.parametrize("unit", sorted(CORE))
def test_the_pure_core_is_read_in_the_order_a_bulletin_travels(unit: str) -> None:
    allowed = CORE[unit] | {unit, "vocabulary"}
    for path in _of(unit):
        for name in _ours(path):
            assert _unit(name) in allowed or name in SHARED_VALUES, f"{_name(path)}: {name}"


def test_tables_know_only_the_words_of_the_domain() -> None:
    for path in _of("models"):
        assert {_unit(name) for name in _ours(path)} <= {"models", "vocabulary"}, _name(path)


def test_only_extraction_knows_the_readers_of_files() -> None:
    readers = {"pdfminer", "docx", "pypdfium2"}
    for path in MODULES:
        if readers & {name.split(".")[0] for name in _imports(path)}:
            assert _unit(_name(path)) == "extraction", _name(path)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_import_hides_in_a_function(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = [
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_nothing_happens_by_signal(path: Path) -> None:
    used = {name for name in _imports(path) if ".signals" in name or "django.dispatch" in name}
    assert used == set()


def test_no_module_is_named_for_nothing() -> None:
    nothing = {"utils", "helpers", "common", "misc", "base_utils"}
    assert not [path for path in MODULES if path.stem in nothing]


def test_modules_do_not_import_each_other_in_circles() -> None:
    known = {_name(path) for path in MODULES}
    graph = {_name(path): {name for name in _ours(path) if name in known} for path in MODULES}
    finished: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join([*trail[trail.index(name) :], name])
        if name not in finished:
            for other in sorted(graph[name] - {name}):
                visit(other, (*trail, name))
            finished.add(name)

    for name in sorted(graph):
        visit(name, ())
