"""Migrations: none is missing, each has a name that says what it does, all can be undone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL

FOLDER = Path(__file__).resolve().parents[2] / "releases" / "migrations"
NAMES = sorted(path.stem for path in FOLDER.glob("0*.py"))


@pytest.mark.django_db
def test_none_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_a_name_of_words(name: str) -> None:
    assert re.fullmatch(r"\d{4}_[a-z][a-z_]+", name)
    assert "_auto_" not in name


def test_numbers_follow_each_other_without_forks() -> None:
    assert [int(name[:4]) for name in NAMES] == list(range(1, len(NAMES) + 1))
    loader = MigrationLoader(None)
    assert len(loader.graph.leaf_nodes("releases")) == 1


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_undone(name: str) -> None:
    migration = MigrationLoader(None).get_migration("releases", name)
    final = [
        operation
        for operation in migration.operations
        if isinstance(operation, RunPython | RunSQL) and not operation.reversible
    ]
    assert final == []


@pytest.mark.django_db
def test_the_database_has_the_extensions_that_stock_servers_offer() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        found = {row[0] for row in cursor.fetchall()}
    assert found <= {"plpgsql", "unaccent", "pg_trgm", "btree_gin"}
