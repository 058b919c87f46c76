"""The worker: real jobs from the real queue, failures told to administrators, due bulletins."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Iterator

import pytest
from django.core import mail
from django.db import OperationalError
from django.utils import timezone
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.testing import InMemoryConnector

from releases import jobs
from releases.operations.worker import JOBS_AT_ONCE, Ticker
from releases.publishing import actions
from releases.tasks import MOST_DEATHS, mail_failure, resume_jobs
from tests.factories import make_release


@pytest.fixture
def queue(settings: object) -> Iterator[App]:
    """Our tasks over a queue in memory; ADMINS has one address."""
    settings.ADMINS = [("Guardia", "guardia@ejemplo.invalid")]  # type: ignore[attr-defined]  # pytest-django's proxy
    with app.replace_connector(InMemoryConnector()) as connected:
        yield connected


def _work(queue: App, *, at_once: int = 1) -> None:
    queue.run_worker(
        wait=False,
        concurrency=at_once,
        listen_notify=False,
        task_middleware=[mail_failure],
        install_signal_handlers=False,
    )


def test_a_job_that_fails_for_good_is_mailed_without_its_content(queue: App) -> None:
    @queue.task(name="prueba_que_falla")
    def fail(who: str) -> None:
        raise ValueError(f"no se pudo con {who}")

    fail.defer(who="ana@ejemplo.invalid")
    _work(queue)
    (message,) = mail.outbox
    assert message.subject.endswith("Falló la tarea prueba_que_falla")
    assert "Motivo: ValueError." in message.body
    assert "ana@" not in message.body


def test_a_job_that_is_tried_again_is_mailed_only_after_the_last_try(queue: App) -> None:
    tries = []

    @queue.task(name="prueba_que_se_repite", retry=2)
    def fail() -> None:
        tries.append(len(mail.outbox))
        raise ValueError

    fail.defer()
    _work(queue)
    assert tries == [0, 0, 0]
    assert len(mail.outbox) == 1


def test_a_job_that_goes_well_is_not_mailed(queue: App) -> None:
    done = []

    @queue.task(name="prueba_que_termina")
    def succeed() -> None:
        done.append(True)

    succeed.defer()
    _work(queue)
    assert done == [True]
    assert mail.outbox == []


def test_a_long_job_keeps_no_other_waiting(queue: App) -> None:
    came = threading.Event()

    @queue.task(name="prueba_larga")
    def wait_for_the_other() -> None:
        assert came.wait(timeout=20)

    @queue.task(name="prueba_corta")
    def come() -> None:
        came.set()

    wait_for_the_other.defer()
    come.defer()
    _work(queue, at_once=JOBS_AT_ONCE)

    assert not mail.outbox


def test_one_scan_is_read_at_a_time(queue: App) -> None:
    jobs.defer_scan(source_id=1)
    jobs.defer_scan(source_id=2)

    assert isinstance(queue.connector, InMemoryConnector)
    assert {job["lock"] for job in queue.connector.jobs.values()} == {"ocr"}


def test_the_night_tasks_are_registered_under_stable_names() -> None:
    assert {
        "releases.check_archive",
        "releases.clear_sessions",
        "releases.drop_finished_jobs",
        "releases.make_page_images",
        "releases.redraw_unmeasured",
        "releases.resume_jobs",
        "releases.send_upload_mail",
        "releases.sweep_scratch",
    } <= set(app.tasks)


def _kill_worker_of(queue: App, *, attempts: int = 0) -> None:
    """Leaves the only job as a worker does that is killed under way."""
    connector = queue.connector
    assert isinstance(connector, InMemoryConnector)
    (job,) = connector.jobs.values()
    job.update(status="doing", worker_id=None, attempts=attempts)


def _resume(queue: App) -> list[str]:
    """The states of all jobs after the worker has looked for interrupted ones."""
    asyncio.run(resume_jobs.func(timestamp=0))
    connector = queue.connector
    assert isinstance(connector, InMemoryConnector)
    return [job["status"] for job in connector.jobs.values()]


def test_a_job_whose_worker_was_killed_is_begun_again(queue: App) -> None:
    done = []

    @queue.task(name="prueba_interrumpida")
    def succeed() -> None:
        done.append(True)

    succeed.defer()
    _kill_worker_of(queue)

    assert _resume(queue) == ["todo"]
    _work(queue)
    assert done == [True]


def test_a_job_that_ends_its_worker_each_time_is_given_up(queue: App) -> None:
    @queue.task(name="prueba_mortal")
    def fail() -> None:
        raise AssertionError("never run")

    fail.defer()
    _kill_worker_of(queue, attempts=MOST_DEATHS)

    assert _resume(queue) == ["failed"]


@pytest.mark.django_db(transaction=True)
def test_a_tick_publishes_what_is_due() -> None:
    release = make_release(published=False)
    actions.schedule(release=release, at=timezone.now() + dt.timedelta(minutes=5), by=None)
    Ticker().tick()
    release.refresh_from_db()
    assert release.state == "programado"

    type(release).objects.filter(pk=release.pk).update(
        publish_at=timezone.now() - dt.timedelta(seconds=1)
    )
    Ticker().tick()
    release.refresh_from_db()
    assert release.state == "publicado"


@pytest.mark.django_db
def test_a_tick_without_database_only_waits(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*, again: bool) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(actions, "publish_due", refuse)
    monkeypatch.setattr("releases.operations.worker.close_old_connections", lambda: None)
    monkeypatch.setattr("releases.operations.worker.connection.close", lambda: None)
    Ticker().tick()
    assert "tick without database" in caplog.messages
    assert "tick failed" not in caplog.messages
