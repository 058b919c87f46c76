"""What monitors and `manage.py doctor` are told."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from releases.operations import diagnosis, readiness
from releases.operations.diagnosis import Verdict


@pytest.fixture
def worker(db: None) -> None:
    """A worker that told just now that it lives."""
    _register_worker(timezone.now())


@pytest.fixture
def without_database(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server that refuses connections."""

    def refuse(*arguments: object, **options: object) -> None:
        raise OperationalError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "ensure_connection", refuse)
        patch.setattr(connection, "cursor", refuse)
        patch.setattr(connection, "close", lambda: None)
        yield


def test_it_is_ready_with_database_migrations_and_worker(client: Client, worker: None) -> None:
    answer = client.get("/listo")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "checks": {"database": True, "migrations": True, "worker": True},
    }


@pytest.mark.django_db
def test_a_silent_worker_is_named(client: Client) -> None:
    _register_worker(timezone.now() - dt.timedelta(minutes=2))
    answer = client.get("/listo")
    assert answer.status_code == 503
    assert answer.json()["checks"]["worker"] is False
    assert "worker" in client.get("/salud").json()["degraded"]


def test_a_migration_that_is_missing_is_named(
    client: Client, worker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "pending_migrations", lambda: ["releases.9999_next"])
    answer = client.get("/listo")
    assert answer.status_code == 503
    assert answer.json()["checks"] == {"database": True, "migrations": False, "worker": False}


@pytest.mark.django_db
def test_the_process_lives_without_its_database(client: Client, without_database: None) -> None:
    answer = client.get("/salud")
    assert answer.status_code == 200
    assert "database" in answer.json()["degraded"]
    assert client.get("/listo").status_code == 503


@pytest.mark.django_db
def test_answers_for_monitors_are_never_kept_and_carry_no_cookie(client: Client) -> None:
    answer = client.get("/salud")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
def test_a_failed_job_degrades(client: Client) -> None:
    _fail_a_job()
    assert "failed-jobs" in client.get("/salud").json()["degraded"]


def test_the_doctor_finds_nothing_wrong_here(worker: None) -> None:
    findings = {finding.part: finding for finding in diagnosis.examine()}
    for part in ("Base de datos", "Estructura", "Reloj", "Tareas", "Tareas fallidas", "Claves"):
        assert findings[part].verdict is Verdict.GOOD, findings[part]


@pytest.mark.django_db
def test_every_line_of_the_doctor_that_is_not_well_says_what_to_do() -> None:
    _fail_a_job()
    for finding in diagnosis.examine():
        assert finding.verdict is Verdict.GOOD or finding.advice, finding


@pytest.mark.django_db
def test_without_a_database_the_doctor_still_looks_at_the_rest(without_database: None) -> None:
    findings = list(diagnosis.examine())
    assert findings[0].verdict is Verdict.BAD
    assert "DATABASE_URL" in findings[0].advice
    assert {"Disco", "Correo", "OCR", "Tipografías", "Claves"} <= {each.part for each in findings}


@pytest.mark.django_db
def test_the_doctor_ends_with_one_when_something_is_bad(without_database: None) -> None:
    said = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", stdout=said)
    assert ended.value.code == 1
    assert "Mal      Base de datos: no responde" in said.getvalue()
    assert "problema(s) que resolver" in said.getvalue()


def test_a_full_disk_is_bad_and_a_scarce_one_asks_for_attention(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usage = shutil.disk_usage("/")
    for free, verdict in ((10**8, Verdict.BAD), (3 * 10**9, Verdict.ATTENTION)):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: usage._replace(free=free))
        assert _finding("Disco").verdict is verdict


def test_a_key_that_others_may_read_is_bad(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    settings.CONSTE_HOME = tmp_path
    (tmp_path / "keys").mkdir()
    path = tmp_path / "keys" / "secret_key"
    path.write_text("clave")
    path.chmod(0o644)
    finding = _finding("Claves")
    assert finding.verdict is Verdict.BAD
    assert finding.advice == f"Ejecute: chmod 600 {path}"


def test_a_mail_server_that_does_not_answer_is_bad(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp://127.0.0.1:1")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert _finding("Correo").verdict is Verdict.BAD


def _finding(part: str) -> diagnosis.Finding:
    examinations = (diagnosis._disk, diagnosis._mail, diagnosis._keys)
    return next(finding for each in examinations if (finding := each()).part == part)


def _register_worker(last_heartbeat: dt.datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [last_heartbeat]
        )


def _fail_a_job() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status)"
            " VALUES ('default', 'prueba', 'failed')"
        )
