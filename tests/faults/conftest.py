"""The project's own commands as real processes, on the test database, with a store of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def home(transactional_db: None, tmp_path: Path) -> Path:
    """The folder of an installation: its kept files lie in `media/documentos`."""
    folder = tmp_path / "conste"
    folder.mkdir()
    shared_temporary(folder).mkdir()
    return folder


def shared_temporary(home: Path) -> Path:
    """The temporary folder that processes of this home share with others: no bulletin's place."""
    return home.with_name("temporal")


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Starts a command in a process group of its own; what still runs at the end is ended.

    `prepare` runs in the new process before the command does.
    """
    started: list[subprocess.Popen[str]] = []

    def begin(
        *arguments: str, prepare: Callable[[], None] | None = None, **options: object
    ) -> subprocess.Popen[str]:
        def as_from_a_terminal() -> None:
            # A caller in the background hands down an ignored Ctrl-C; a terminal does not.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if prepare:
                prepare()

        environment = {
            **os.environ,
            "CONSTE_HOME": str(home),
            "DATABASE_URL": database_url(),
            "TMPDIR": str(shared_temporary(home)),
        }
        process: subprocess.Popen[str] = subprocess.Popen(  # type: ignore[call-overload]  # options are Popen's own
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=as_from_a_terminal,
            **options,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def database_url() -> str:
    """The test database, for processes of our own."""
    facts = connection.settings_dict
    host = quote(str(facts["HOST"]), safe="")
    return f"postgresql://{facts['USER']}@:{facts['PORT']}/{facts['NAME']}?host={host}"
