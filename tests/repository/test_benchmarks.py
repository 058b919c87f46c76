"""The scripts that measure start: nobody runs them daily."""

from __future__ import annotations

import subprocess
import sys

from django.conf import settings

# Each sets Django up by itself, once it knows its database.
SESSIONS = (
    "session",
    "adding_session",
    "attack_session",
    "enlarging_session",
    "worst_session",
)


def test_sessions_can_be_imported_before_django_is_set_up() -> None:
    imports = "; ".join(f"import benchmarks.{name}" for name in SESSIONS)

    ended = subprocess.run(
        [sys.executable, "-c", imports],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
