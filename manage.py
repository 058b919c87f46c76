#!/usr/bin/env python
"""Run a management command; in local mode the database is started around it."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from safety_press import local_postgres, settings_environment
from safety_press.postgres_programs import LocalPostgresError


def main() -> None:
    signal.signal(signal.SIGTERM, _leave_properly)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safety_press.settings")
    try:
        cluster = _check_environment()
        with local_postgres.running(cluster):
            execute_from_command_line(sys.argv)
    except LocalPostgresError as error:
        sys.exit(f"Conste no pudo iniciar su base de datos local. {error}")


def _check_environment() -> local_postgres.Cluster | None:
    """The database server to start, if it is ours to start; ends with a sentence when unusable."""
    try:
        settings_environment.check()
        return settings_environment.local_cluster()
    except ImproperlyConfigured as error:
        sys.exit(f"Conste no puede iniciar. {error}")
    except PermissionError as error:
        sys.exit(
            f"Conste no puede usar {error.filename}: pertenece a otra cuenta. Ejecute con la "
            "cuenta que la creó, o defina otra carpeta en CONSTE_HOME."
        )


def _leave_properly(number: int, frame: FrameType | None) -> None:
    """End through the `finally` blocks, so that a database started here is stopped."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
