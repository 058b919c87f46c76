"""Everything an installation needs before it serves; each step runs only when something changed."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection

from releases.models import Agency, Release, User
from releases.operations.readiness import pending_migrations

ADMINISTRATOR = "administracion"
SAMPLES = settings.BASE_DIR / "fixtures" / "bulletins"
VOCABULARIES = settings.BASE_DIR / "fixtures" / "vocabulary"

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to prepare: what people read, whether it is due, and how it is done."""

    label: str
    is_due: Callable[[], bool]
    do: Callable[[], None]


def prepare(*, tell: Tell) -> None:
    """Bring database, catalogues, fonts and static files up to date."""
    for step in _steps():
        if step.is_due():
            tell(f"{step.label}…")
            step.do()


def load_samples(*, tell: Tell) -> None:
    """Take in the five sample bulletins through the pipeline, when the archive is empty."""
    if Release.objects.exists():
        return
    tell("Se ingresan los cinco comunicados de muestra…")
    files = [str(path) for path in sorted(SAMPLES.glob("*.pdf"))]
    call_command("ingest_releases", *files, publish=True, confirm_all=True, verbosity=0)


def create_administrator() -> str | None:
    """Make the first account when there is none; its password, to be shown once, else `None`."""
    if User.objects.exists():
        return None
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(
        ADMINISTRATOR, email="administracion@localhost.invalid", password=password
    )
    return password


def _steps() -> list[Step]:
    static_files = _Stamp("static", _static_source)
    vocabularies = _Stamp("vocabulary", _vocabulary_source)
    return [
        Step("Se actualiza la estructura de la base de datos", _has_pending, _migrate),
        Step("Se crea la tabla de caché", _lacks_cache_table, _create_cache_table),
        Step("Se cortan las tipografías", _lacks_fonts, _cut_fonts),
        Step(
            "Se reúnen los archivos estáticos",
            static_files.is_stale,
            lambda: static_files.renew(_collect_static),
        ),
        Step(
            "Se cargan los catálogos",
            lambda: not Agency.objects.exists() or vocabularies.is_stale(),
            lambda: vocabularies.renew(_load_vocabularies),
        ),
    ]


class _Stamp:
    """Remembers, in a file, what some step was last done for."""

    def __init__(self, name: str, source: Callable[[], Iterable[str]]) -> None:
        self._path: Path = settings.CONSTE_HOME / "stamps" / name
        self._source = source

    def is_stale(self) -> bool:
        return not self._path.exists() or self._path.read_text() != self._digest()

    def renew(self, do: Callable[[], None]) -> None:
        digest = self._digest()
        do()
        self._path.parent.mkdir(exist_ok=True)
        self._path.write_text(digest)

    def _digest(self) -> str:
        return hashlib.sha256("\n".join(self._source()).encode()).hexdigest()


def _static_source() -> Iterable[str]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            yield f"{name} {status.st_size} {status.st_mtime_ns}"


def _vocabulary_source() -> Iterable[str]:
    # The database is part of it: another one has its own catalogues to fill.
    yield " ".join(str(connection.settings_dict[key]) for key in ("HOST", "PORT", "NAME"))
    for path in sorted(VOCABULARIES.glob("*.json")):
        yield f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _has_pending() -> bool:
    return bool(pending_migrations())


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def _lacks_cache_table() -> bool:
    cache = settings.CACHES["default"]
    return "db.DatabaseCache" in cache["BACKEND"] and (
        cache["LOCATION"] not in connection.introspection.table_names()
    )


def _create_cache_table() -> None:
    call_command("createcachetable", verbosity=0)


def _lacks_fonts() -> bool:
    return not any(settings.FONTS_ROOT.glob("*.woff2"))


def _cut_fonts() -> None:
    call_command("cut_fonts", verbosity=0)


def _collect_static() -> None:
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


def _load_vocabularies() -> None:
    call_command("load_vocabularies", verbosity=0)
