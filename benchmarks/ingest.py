"""`python -m benchmarks.ingest`: intake beside bare pdfminer.six, per process and with several.

The corpus' PDFs are copied with bytes of their own. The pipeline's reader gives each copy another
folio and swaps some words, so that every copy is a bulletin of its own; reading it costs the same.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BOOT = """
import json, sys
import django
from safety_press import local_postgres, settings_environment

with local_postgres.running(settings_environment.local_cluster()):
    django.setup()
    from django.db import connection
    from benchmarks.ingest_session import run

    try:
        run(**json.loads(sys.argv[1]))
    finally:
        connection.close()  # the server stops only when nobody is connected
"""


def main(arguments: Sequence[str]) -> int:
    """Measures in a process with a new database server of its own, under `CONSTE_HOME`."""
    options = _read_options(arguments)
    parent = Path(os.environ.get("CONSTE_HOME", "var")).resolve()
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=parent, prefix="bench-intake-") as home:
        # Open enough for the account that runs the database when this one is root.
        Path(home).chmod(0o755)
        return _run(home, options)


def _run(home: str, options: argparse.Namespace) -> int:
    environment = {
        **os.environ,
        "CONSTE_HOME": home,
        "CONSTE_MODE": "local",
        "DJANGO_SETTINGS_MODULE": "safety_press.settings",
    }
    environment.pop("DATABASE_URL", None)
    wanted = {"copies": options.copies, "workers": options.workers, "write": not options.no_write}
    command = [sys.executable, "-c", _BOOT, json.dumps(wanted)]
    return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode  # noqa: S603 - ours


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest", description=__doc__)
    parser.add_argument("--copies", type=int, default=20, help="of each PDF of the corpus")
    parser.add_argument(
        "--workers", type=lambda text: [int(n) for n in text.split(",")], default=[1, 2]
    )
    parser.add_argument("--no-write", action="store_true", help="leave the page alone")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
