"""`manage.py run`: the whole installation on this machine, until Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from releases.operations import preparation
from releases.operations.processes import Processes
from safety_press import local_postgres, settings_environment

HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TRIED = 50
START_SECONDS = 60.0


class Command(BaseCommand):
    help = "Prepara e inicia Conste en esta máquina: base de datos, sitio y tareas."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.LOCAL_MODE:
            raise CommandError(
                "«run» es para una sola máquina. En un servidor use las unidades de deploy/."
            )
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.default_int_handler)
        try:
            with self._only_one(), self._listening() as listener:
                self._serve(listener)
        except KeyboardInterrupt:
            self._tell("Conste se detuvo.")

    def _serve(self, listener: socket.socket) -> None:
        preparation.prepare(tell=self._tell)
        preparation.load_samples(tell=self._tell)
        connections.close_all()
        address = f"http://{HOST}:{listener.getsockname()[1]}"
        processes = Processes(settings.CONSTE_HOME / "logs")
        try:
            self._start(processes, listener)
            self._await(processes, address)
            self._greet(address, preparation.create_administrator())
            connections.close_all()
            self._watch(processes)
        finally:
            # A second Ctrl-C must not interrupt the stopping.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            processes.stop()

    def _start(self, processes: Processes, listener: socket.socket) -> None:
        environment = {
            "CONSTE_MODE": "local",
            "CONSTE_HOME": str(settings.CONSTE_HOME),
            "DJANGO_SETTINGS_MODULE": "safety_press.settings",
            "PORT": str(listener.getsockname()[1]),
        }
        web = [
            "-m", "gunicorn", "safety_press.wsgi",
            "--config", "python:safety_press.server",
            "--chdir", str(settings.BASE_DIR),
            "--bind", f"fd://{listener.fileno()}",
        ]  # fmt: skip
        processes.start(
            "El sitio", "web", web, environment=environment, descriptors=[listener.fileno()]
        )
        worker = [str(settings.BASE_DIR / "manage.py"), "work"]
        processes.start("El proceso de tareas", "worker", worker, environment=environment)

    def _await(self, processes: Processes, address: str) -> None:
        """Return when the site answers. Raises CommandError when it ends or stays silent."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            self._refuse_ended(processes)
            try:
                with urllib.request.urlopen(f"{address}/salud", timeout=5) as answer:  # noqa: S310 - our own address
                    if answer.status == HTTPStatus.OK:
                        return
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                time.sleep(0.1)
        raise CommandError(f"El sitio no respondió en {START_SECONDS:.0f} segundos.")

    def _watch(self, processes: Processes) -> None:
        cluster = settings_environment.local_cluster()
        while True:
            time.sleep(0.5)
            if cluster is not None and local_postgres.mend(cluster):
                self._tell("La base de datos se había detenido; ya funciona de nuevo.")
            self._refuse_ended(processes)

    def _refuse_ended(self, processes: Processes) -> None:
        child = processes.ended()
        if child is not None:
            raise CommandError(
                f"{child.label} terminó (código {child.process.returncode}); se detiene lo demás. "
                f"Consulte {child.log}."
            )

    def _greet(self, address: str, password: str | None) -> None:
        self._tell(f"Conste está listo: {address}")
        if password is not None:
            self._tell(f"  Personal: {address}{settings.LOGIN_REDIRECT_URL}")
            self._tell(f"  Usuario:  {preparation.ADMINISTRATOR}")
            self._tell(f"  Clave:    {password}   (no se volverá a mostrar; cámbiela al entrar)")
        self._tell("Para detenerlo, Ctrl-C.")

    def _tell(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    @contextmanager
    def _only_one(self) -> Iterator[None]:
        """Refuse a second run over the same folder."""
        path = settings.CONSTE_HOME / "run.lock"
        with path.open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise CommandError(
                    f"Conste ya está en marcha con la carpeta {settings.CONSTE_HOME}."
                ) from error
            yield

    @contextmanager
    def _listening(self) -> Iterator[socket.socket]:
        """Listen on PORT, or on the first free port from 8000 on when none was given."""
        given = os.environ.get("PORT", "").strip()
        if given and not (given.isascii() and given.isdecimal() and 0 < int(given) < 65536):
            raise CommandError(f"PORT debe ser un número entre 1 y 65535, no «{given}».")
        ports = [int(given)] if given else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
        for port in ports:
            listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((HOST, port))
                listener.listen(2048)
            except OSError:
                listener.close()
                continue
            with listener:
                yield listener
            return
        if given:
            raise CommandError(f"El puerto {given} está ocupado. Indique otro: PORT=8080 make run")
        raise CommandError(
            f"Los puertos {FIRST_PORT} a {FIRST_PORT + PORTS_TRIED - 1} están ocupados. "
            "Indique uno libre: PORT=9000 make run"
        )
