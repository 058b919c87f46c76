"""What the environment must say outside local mode, and what happens when it does not."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from safety_press import settings_environment as environment
from tests.running.installation import copied, open_folder

GOOD_KEY = "mB7xQ2vL9rTz4NkP1wYc8HsD6fGj3aEu5oXi0tRqWlZnVbMyKd"
SERVER = {
    "CONSTE_MODE": "production",
    "SECRET_KEY": GOOD_KEY,
    "DATABASE_URL": "postgresql://conste@/conste?host=/run/postgresql&sslmode=require",
    "ALLOWED_HOSTS": "comunicados.example.org",
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment of a complete server, to be broken by the test."""
    for name, value in SERVER.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_a_complete_environment_is_accepted(server: pytest.MonkeyPatch) -> None:
    environment.check()


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS"])
def test_each_missing_value_is_named(server: pytest.MonkeyPatch, name: str) -> None:
    server.delenv(name)
    with pytest.raises(ImproperlyConfigured, match=f"^Falta {name}. .*por ejemplo"):
        environment.check()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "corta", "demasiado corta o es la del ejemplo"),
        ("SECRET_KEY", "a" * 60, "demasiado corta o es la del ejemplo"),
        ("SECRET_KEY", f"cambie-esto{GOOD_KEY}", "demasiado corta o es la del ejemplo"),
        ("ALLOWED_HOSTS", "*", r"no admite «\*»"),
        ("DATABASE_URL", "sqlite:///conste.db", "debe apuntar a PostgreSQL 15"),
        ("CONSTE_MODE", "debug", "los valores admitidos son «local» y «production»"),
    ],
)
def test_a_value_that_would_do_harm_is_refused(
    server: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    server.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        environment.check()


def test_a_database_address_keeps_its_options(server: pytest.MonkeyPatch) -> None:
    assert environment.database()["OPTIONS"] == {"sslmode": "require", "host": "/run/postgresql"}


def test_a_configured_database_is_never_accompanied_by_a_local_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CONSTE_MODE", "local")
    monkeypatch.setenv("DATABASE_URL", SERVER["DATABASE_URL"])
    assert environment.local_cluster() is None


def test_hosts_or_a_key_mean_a_server_even_without_a_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONSTE_MODE", raising=False)
    assert environment.is_local()
    monkeypatch.setenv("ALLOWED_HOSTS", "comunicados.example.org")
    assert not environment.is_local()


def test_the_local_key_is_made_once_and_private(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("CONSTE_MODE", "local")
    monkeypatch.setenv("CONSTE_HOME", str(tmp_path / "var"))
    key = environment.secret_key()
    path = tmp_path / "var" / "keys" / "secret_key"
    assert len(key) >= environment.MINIMUM_KEY_LENGTH
    assert environment.secret_key() == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def _start(command: list[str], **values: str) -> subprocess.CompletedProcess[str]:
    hidden = {"SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "CONSTE_MODE"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env={**kept, **values},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )


@pytest.mark.parametrize(
    "command",
    [
        ["manage.py", "check"],
        ["-m", "gunicorn", "safety_press.wsgi", "--config", "python:safety_press.server",
         "--bind", "127.0.0.1:0"],
    ],
    ids=["manage.py", "gunicorn"],
)  # fmt: skip
def test_an_incomplete_server_does_not_start_and_says_so_in_one_sentence(
    command: list[str],
) -> None:
    ended = _start(command, CONSTE_MODE="production")
    assert ended.returncode != 0
    assert "Conste no puede iniciar. Falta SECRET_KEY." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_deploy_check_is_clean_on_the_settings_of_a_server() -> None:
    ended = subprocess.run(
        ["sh", "deploy/check-settings.sh", sys.executable],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert ended.returncode == 0, ended.stderr
    assert "no issues" in ended.stdout


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_a_folder_of_another_account_is_refused_in_one_sentence() -> None:
    with (
        open_folder() as folder,
        copied(folder / "conste", pwd.getpwnam("nobody")) as installation,
    ):
        (installation.home / "keys").mkdir(parents=True, mode=0o700)
        ended = installation.command("check")
    assert ended.returncode == 1
    assert "pertenece a otra cuenta" in ended.stdout
    assert "Traceback" not in ended.stdout


def test_debug_is_never_on() -> None:
    source = (settings.BASE_DIR / "safety_press" / "settings.py").read_text()
    assert "DEBUG = False" in source.splitlines()
