"""Everything an installation needs before it serves; each step runs only when something changed."""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection

from releases.fonts import cut_fonts
from releases.models import Agency, Release, User
from releases.operations.readiness import pending_migrations
from releases.roles import ROLES, ensure_roles

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
    _quietly("ingest_releases", *files, publish=True, confirm_all=True)


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
    fonts = _Stamp("fonts", _font_source)
    static_files = _Stamp("static", _static_source)
    catalogues = _Stamp("catalogues", _catalogue_source)
    return [
        Step("Se actualiza la estructura de la base de datos", _has_pending, _migrate),
        Step("Se crea la tabla de caché", _lacks_cache_table, _create_cache_table),
        Step(
            "Se cargan los catálogos y los grupos",
            lambda: _lacks_catalogues() or catalogues.is_stale(),
            lambda: catalogues.renew(_load_catalogues),
        ),
        Step(
            "Se recortan las tipografías",
            lambda: _lacks_fonts() or fonts.is_stale(),
            lambda: fonts.renew(_cut_fonts),
        ),
        Step(
            "Se reúnen los archivos estáticos",
            static_files.is_stale,
            lambda: static_files.renew(_collect_static),
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


def _catalogue_source() -> Iterable[str]:
    # The database is part of it: another one has its own catalogues to fill.
    yield " ".join(str(connection.settings_dict[key]) for key in ("HOST", "PORT", "NAME"))
    yield repr(sorted((name, sorted(labels)) for name, labels in ROLES.items()))
    for path in sorted(VOCABULARIES.glob("*.json")):
        yield _file_digest(path)


def _font_source() -> Iterable[str]:
    yield _file_digest(settings.BASE_DIR / "releases" / "fonts.py")
    yield _file_digest(settings.BASE_DIR / "requirements.txt")


def _file_digest(path: Path) -> str:
    return f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _quietly(command: str, *arguments: str, **options: object) -> None:
    call_command(command, *arguments, verbosity=0, stdout=io.StringIO(), **options)


def _has_pending() -> bool:
    return bool(pending_migrations())


def _migrate() -> None:
    _quietly("migrate", interactive=False)


def _lacks_cache_table() -> bool:
    cache = settings.CACHES["default"]
    return "db.DatabaseCache" in cache["BACKEND"] and (
        cache["LOCATION"] not in connection.introspection.table_names()
    )


def _create_cache_table() -> None:
    _quietly("createcachetable")


def _lacks_catalogues() -> bool:
    return not (Agency.objects.exists() and Group.objects.exists())


def _load_catalogues() -> None:
    _quietly("load_vocabularies")
    ensure_roles()


def _lacks_fonts() -> bool:
    return not any(settings.FONTS_ROOT.glob("*.woff2"))


def _cut_fonts() -> None:
    cut_fonts(settings.FONTS_ROOT)


def _collect_static() -> None:
    _quietly("collectstatic", interactive=False, clear=True)
