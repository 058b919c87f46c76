"""What is wrong with an installation, in plain Spanish, and what to do about it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from releases.operations.readiness import is_worker_alive, pending_migrations

OLDEST_POSTGRES = 15
LITTLE_DISK_BYTES = 1 * 1024**3
SCARCE_DISK_BYTES = 5 * 1024**3
CLOCK_TOLERANCE = dt.timedelta(seconds=2)


class Verdict(StrEnum):
    """How a part of the installation is; the words are those shown to people."""

    GOOD = "Bien"
    ATTENTION = "Atención"
    BAD = "Mal"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the diagnosis: the part, how it is, what was seen, and what to do if anything."""

    part: str
    verdict: Verdict
    seen: str
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Each part in turn; those that need the database are left out when it does not answer."""
    database = _database()
    yield database
    if database.verdict is not Verdict.BAD:
        yield _told("Estructura", _structure)
        yield _told("Reloj", _clock)
        yield _told("Tareas", _worker)
        yield _told("Tareas fallidas", _failed_jobs)
    for examination in (_disk, _originals, _mail, _ocr, _fonts, _keys):
        yield examination()


def _told(part: str, examination: Callable[[], Finding]) -> Finding:
    """A part that the database refuses to tell about is reported, not raised."""
    try:
        return examination()
    except DatabaseError as error:
        seen = f"no se pudo consultar: {_first_line(error)}"
        return Finding(part, Verdict.BAD, seen, "Ejecute: manage.py prepare")


def _database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            version = str(cursor.fetchone()[0])
    except DatabaseError as error:
        return Finding(
            "Base de datos",
            Verdict.BAD,
            f"no responde: {_first_line(error)}",
            "Revise que PostgreSQL esté en marcha y que DATABASE_URL sea correcta.",
        )
    if int(version.split(".")[0].split()[0]) < OLDEST_POSTGRES:
        return Finding(
            "Base de datos",
            Verdict.BAD,
            f"es PostgreSQL {version}",
            "Actualice a PostgreSQL 15 o posterior.",
        )
    return Finding("Base de datos", Verdict.GOOD, f"PostgreSQL {version} responde")


def _structure() -> Finding:
    pending = pending_migrations()
    if pending:
        return Finding(
            "Estructura",
            Verdict.BAD,
            f"faltan {len(pending)} migraciones, desde {pending[0]}",
            "Ejecute: manage.py prepare",
        )
    return Finding("Estructura", Verdict.GOOD, "todas las migraciones están aplicadas")


def _clock() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        apart = abs(cursor.fetchone()[0] - timezone.now())
    if apart > CLOCK_TOLERANCE:
        return Finding(
            "Reloj",
            Verdict.BAD,
            f"esta máquina y la base de datos difieren {apart.total_seconds():.0f} segundos",
            "Active la sincronización de hora (NTP) en las dos; la de la base de datos decide "
            "cuándo se publica lo programado.",
        )
    return Finding("Reloj", Verdict.GOOD, "coincide con el de la base de datos")


def _worker() -> Finding:
    if is_worker_alive():
        return Finding("Tareas", Verdict.GOOD, "el proceso de tareas está en marcha")
    if settings.LOCAL_MODE:
        return Finding(
            "Tareas",
            Verdict.ATTENTION,
            "el proceso de tareas no está en marcha",
            "Inicie Conste con: make run",
        )
    return Finding(
        "Tareas",
        Verdict.BAD,
        "el proceso de tareas no está en marcha",
        "Ejecute: systemctl restart conste-worker",
    )


def _failed_jobs() -> Finding:
    failed = ProcrastinateJob.objects.filter(status="failed").count()
    if failed:
        return Finding(
            "Tareas fallidas",
            Verdict.ATTENTION,
            f"hay {failed}",
            "Revíselas en Administración › Procrastinate › Jobs.",
        )
    return Finding("Tareas fallidas", Verdict.GOOD, "no hay")


def _disk() -> Finding:
    free = shutil.disk_usage(settings.CONSTE_HOME).free
    seen = f"quedan {free / 1024**3:.1f} GB en {settings.CONSTE_HOME}"
    if free < LITTLE_DISK_BYTES:
        return Finding("Disco", Verdict.BAD, seen, "Libere espacio ya: sin él no se puede guardar.")
    if free < SCARCE_DISK_BYTES:
        return Finding("Disco", Verdict.ATTENTION, seen, "Libere o agregue espacio pronto.")
    return Finding("Disco", Verdict.GOOD, seen)


def _originals() -> Finding:
    folder = Path(settings.MEDIA_ROOT)
    holder = folder if folder.exists() else folder.parent
    if not os.access(holder, os.W_OK):
        return Finding(
            "Originales",
            Verdict.BAD,
            f"no se puede escribir en {holder}",
            "Dé permiso de escritura a la cuenta que ejecuta Conste.",
        )
    return Finding("Originales", Verdict.GOOD, f"se guardan en {folder}")


def _mail() -> Finding:
    if not os.environ.get("EMAIL_URL"):
        return Finding(
            "Correo",
            Verdict.ATTENTION,
            f"no hay servidor; los mensajes quedan en {settings.CONSTE_HOME / 'mail'}",
            "Defina EMAIL_URL para que los avisos lleguen.",
        )
    try:
        mail = get_connection()
        mail.open()
        mail.close()
    except OSError as error:  # smtplib's own errors are OSErrors too
        return Finding(
            "Correo",
            Verdict.BAD,
            f"el servidor no aceptó la conexión: {_first_line(error)}",
            "Revise EMAIL_URL y que la red permita llegar al servidor.",
        )
    if not settings.ADMINS:
        return Finding(
            "Correo",
            Verdict.ATTENTION,
            "el servidor responde, pero nadie recibe los avisos",
            "Defina ADMINS con uno o más correos.",
        )
    return Finding("Correo", Verdict.GOOD, "el servidor responde")


def _ocr() -> Finding:
    program = shutil.which("tesseract")
    advice = "En Debian y Ubuntu: apt-get install tesseract-ocr tesseract-ocr-spa"
    if program is None:
        return Finding(
            "OCR", Verdict.ATTENTION, "no está; los PDF escaneados quedan sin texto", advice
        )
    listed = subprocess.run(  # noqa: S603 - a program found on PATH, with fixed arguments
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20
    )
    if "spa" not in listed.stdout.split():
        return Finding("OCR", Verdict.ATTENTION, "tesseract está, pero sin el español", advice)
    return Finding("OCR", Verdict.GOOD, "tesseract lee español")


def _fonts() -> Finding:
    if any(settings.FONTS_ROOT.glob("*.woff2")):
        return Finding("Tipografías", Verdict.GOOD, "están recortadas")
    return Finding(
        "Tipografías",
        Verdict.ATTENTION,
        "no están; el sitio usa las del sistema",
        "Ejecute: manage.py cut_fonts && manage.py collectstatic",
    )


def _keys() -> Finding:
    if os.environ.get("SECRET_KEY"):
        return Finding("Claves", Verdict.GOOD, "SECRET_KEY viene del entorno")
    path = settings.CONSTE_HOME / "keys" / "secret_key"
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return Finding(
            "Claves",
            Verdict.BAD,
            f"otras cuentas pueden leer {path}",
            f"Ejecute: chmod 600 {path}",
        )
    return Finding("Claves", Verdict.GOOD, f"{path} es privada")


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
