"""Whole copies of the project, run as people run them."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from safety_press import local_postgres

START_SECONDS = 300.0  # a busy machine may be slow; a quiet one needs some thirty
STOP_SECONDS = 30.0
_READY = re.compile(r"Conste está listo: (http://127\.0\.0\.1:(\d+))")
_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "var", "tests", "__pycache__", ".*_cache", ".hypothesis", "docs"
)
# The settings under test are the copy's own.
_NOT_INHERITED = ("CONSTE_", "DJANGO_", "SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "PORT")


@dataclass
class Installation:
    """One copy of the project in a folder; `account` runs it, or the caller where `None`."""

    folder: Path
    account: pwd.struct_passwd | None = None
    python: str = sys.executable

    @property
    def home(self) -> Path:
        return self.folder / "var"

    def command(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run one management command to its end."""
        process = self.start(*arguments, **environment)
        output, _ = process.communicate(timeout=START_SECONDS)
        return subprocess.CompletedProcess(arguments, process.returncode, output)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start one management command; what it writes, errors included, is in its stdout."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)
        }
        account = self.account
        return subprocess.Popen(
            [self.python, "manage.py", *arguments],
            cwd=self.folder,
            env={
                **kept,
                "HOME": str(self.folder),
                **environment,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            user=None if account is None else account.pw_uid,
            group=None if account is None else account.pw_gid,
            extra_groups=None if account is None else [],
        )

    def processes(self) -> list[str]:
        """Command lines of the living processes that belong to this copy."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                command, folder = _look(entry)
                mine = str(self.folder)
                if mine in command or folder == mine or folder.startswith(mine + "/"):
                    found.append(command)
        return found


class Listener(threading.Thread):
    """Takes down what a process says as it says it, so that a full pipe never stops it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        super().__init__(name="listener", daemon=True)
        self._process = process
        self._lines: list[str] = []
        self.ready = threading.Event()
        self.start()

    @property
    def said(self) -> str:
        """All of it so far."""
        return "".join(self._lines)

    def run(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as words:
            for line in words:
                self._lines.append(line)
                if line.startswith("Para detenerlo"):
                    self.ready.set()
        self.ready.set()


@dataclass
class Running:
    """`manage.py run` under way: where it answers."""

    process: subprocess.Popen[str]
    address: str
    port: int
    listener: Listener

    @property
    def said(self) -> str:
        """What it has said so far."""
        return self.listener.said

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of one page; status 0 when nothing answered."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Stop it as Ctrl-C does; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(timeout=STOP_SECONDS)
        self.listener.join(timeout=STOP_SECONDS)
        return status


@contextmanager
def open_folder() -> Iterator[Path]:
    """A short folder that other accounts may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="conste-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@contextmanager
def copied(
    folder: Path,
    account: pwd.struct_passwd | None = None,
    *,
    prepared_by: Installation | None = None,
    fonts: Path | None = None,
) -> Iterator[Installation]:
    """Copy the project's files, without environment, data and tests; `account` owns the copy.

    What takes long to make may come from elsewhere: fonts and static files from another
    installation, or the cut `fonts` alone.
    """
    shutil.copytree(settings.BASE_DIR, folder, ignore=_NOT_COPIED)
    if fonts is not None:
        shutil.copytree(fonts, folder / "var" / "fonts")
    if prepared_by is not None:
        for made in ("fonts", "static", "stamps"):
            shutil.copytree(prepared_by.home / made, folder / "var" / made)
    installation = Installation(folder, account)
    if account is not None:
        installation.python = _environment_for(account, folder)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    try:
        yield installation
    finally:
        # Where root's folder is closed to the database's account, its files lie elsewhere.
        elsewhere = local_postgres.Cluster.of(installation.home)
        if account is None and elsewhere.relocated:
            shutil.rmtree(elsewhere.folder.parent, ignore_errors=True)


def run(installation: Installation, **environment: str) -> Running:
    """Start `manage.py run` and return once it says that it is ready."""
    process = installation.start("run", **environment)
    listener = Listener(process)
    listener.ready.wait(START_SECONDS)
    match = _READY.search(listener.said)
    if match and process.poll() is None:
        return Running(process, match[1], int(match[2]), listener)
    process.kill()
    process.wait()
    pytest.fail(f"it did not start:\n{listener.said}")


def _environment_for(account: pwd.struct_passwd, folder: Path) -> str:
    """A Python of the copy's own that `account` may use; skips by name when there is none."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    system = Path("/usr/bin") / version
    if not system.exists():
        pytest.skip(f"no {system} here that the account {account.pw_name} may use")
    environment = folder / ".venv"
    subprocess.run([system, "-m", "venv", "--without-pip", environment], check=True)
    packages = environment / "lib" / version / "site-packages"
    (packages / "conste.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return str(environment / "bin" / "python")


def _look(entry: Path) -> tuple[str, str]:
    """The command line and working folder of a process; empty when it just ended."""
    try:
        command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        return command.strip(), str((entry / "cwd").readlink())
    except OSError:
        return "", ""
