"""What the process environment says, read once before Django starts."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from safety_press import local_postgres

BASE_DIR = Path(__file__).resolve().parent.parent
MINIMUM_KEY_LENGTH = 50

env = environ.Env()


def home() -> Path:
    """The one folder that holds everything running makes; created when absent."""
    folder = Path(os.environ.get("CONSTE_HOME", "").strip() or BASE_DIR / "var").absolute()
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # Others may pass, not list: the database runs under another account when we are root.
        folder.chmod(0o711)
    return folder


def is_local() -> bool:
    """Whether this is the self-contained installation of one machine.

    `CONSTE_MODE` decides (`local` or `production`). Without it, a SECRET_KEY or ALLOWED_HOSTS in
    the environment means production: nobody sets them for a trial.
    """
    mode = os.environ.get("CONSTE_MODE", "").strip()
    if mode not in {"", "local", "production"}:
        raise ImproperlyConfigured(
            f"CONSTE_MODE vale «{mode}»; los valores admitidos son «local» y «production»."
        )
    if mode:
        return mode == "local"
    return not (os.environ.get("SECRET_KEY") or os.environ.get("ALLOWED_HOSTS"))


def local_cluster() -> local_postgres.Cluster | None:
    """The database server this process may start, or `None` where another one is configured."""
    if os.environ.get("DATABASE_URL", "").strip() or not is_local():
        return None
    return local_postgres.Cluster.of(home())


def secret_key() -> str:
    """The signing key: from SECRET_KEY, or in local mode from a private file made on first use."""
    key = os.environ.get("SECRET_KEY", "").strip()
    if not key and is_local():
        return _kept_key(home() / "keys" / "secret_key")
    if not key:
        raise ImproperlyConfigured(
            "Falta SECRET_KEY. Defina una clave aleatoria de 50 caracteres o más, por ejemplo con: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    if len(key) < MINIMUM_KEY_LENGTH or len(set(key)) < 10 or "cambie" in key.lower():
        raise ImproperlyConfigured(
            "SECRET_KEY es demasiado corta o es la del ejemplo. Use 50 caracteres aleatorios o más."
        )
    return key


def allowed_hosts() -> list[str]:
    """The host names answered to; obligatory outside local mode."""
    hosts = [host.strip() for host in os.environ.get("ALLOWED_HOSTS", "").split(",")]
    named = [host for host in hosts if host]
    if not named and is_local():
        return ["127.0.0.1", "localhost", "[::1]"]
    if not named:
        raise ImproperlyConfigured(
            "Falta ALLOWED_HOSTS. Escriba los nombres del sitio separados por comas, por ejemplo: "
            "ALLOWED_HOSTS=comunicados.ejemplo.gob.mx"
        )
    if "*" in named:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS no admite «*». Escriba los nombres exactos del sitio."
        )
    return named


def database() -> dict[str, Any]:
    """The `default` entry of DATABASES."""
    if os.environ.get("DATABASE_URL", "").strip():
        configuration: dict[str, Any] = env.db_url("DATABASE_URL")
        if configuration.get("ENGINE") != "django.db.backends.postgresql":
            raise ImproperlyConfigured(
                "DATABASE_URL debe apuntar a PostgreSQL 15 o posterior, por ejemplo: "
                "postgresql://conste@/conste?host=/run/postgresql"
            )
        return configuration
    cluster = local_cluster()
    if cluster is None:
        raise ImproperlyConfigured(
            "Falta DATABASE_URL. Indique su servidor PostgreSQL 15 o posterior, por ejemplo: "
            "DATABASE_URL=postgresql://conste@/conste?host=/run/postgresql"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(cluster.socket_folder),
        "PORT": str(local_postgres.PORT),
        "NAME": local_postgres.DATABASE,
        "USER": local_postgres.ROLE,
    }


def check() -> None:
    """Raise ImproperlyConfigured, with what to set, when the environment is incomplete."""
    is_local()
    secret_key()
    allowed_hosts()
    database()


def _kept_key(path: Path) -> str:
    """Read the key file, or make it (mode 0600) without racing another first start."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
