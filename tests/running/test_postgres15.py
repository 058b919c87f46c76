"""The oldest supported server: the same migrations, searches and start, on PostgreSQL 15."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.requirements import require
from tests.running.installation import open_folder

pytestmark = pytest.mark.postgres15
MINUTES = 10
# What speaks to the database in ways of its own; by night everything that searches.
STATEMENTS = tuple(f"tests/search/test_{name}.py" for name in ("common_terms", "index", "results"))


@pytest.mark.parametrize(
    "searches", [STATEMENTS, pytest.param(("tests/search",), marks=pytest.mark.nightly)]
)
def test_migrations_and_search_work_on_postgresql_15(searches: tuple[str, ...]) -> None:
    binaries = require("postgres15")
    with open_folder() as home:
        ended = subprocess.run(
            [
                sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider",
                *searches, "tests/repository/test_migrations.py",
            ],
            cwd=settings.BASE_DIR,
            env={**os.environ, "CONSTE_HOME": str(home), "CONSTE_POSTGRES_BIN": binaries},
            capture_output=True,
            text=True,
            check=False,
            timeout=60 * MINUTES,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stdout[-4000:]
        assert (home / "postgres" / "data" / "PG_VERSION").read_text().strip() == "15"
