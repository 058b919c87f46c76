"""The background worker: jobs from the queue, files that staff sent, and what is due."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import threading

import psycopg
from django.db import close_old_connections, connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

from releases.operations.outage import is_database_away
from releases.operations.uploads import UploadReader
from releases.publishing import actions
from releases.tasks import mail_failure

TICK_SECONDS = 1.0
TICKS_UNTIL_RETRY = 30  # what could not be published is tried again, but not each second
RECONNECT_SECONDS = 1.0
GRACE_SECONDS = 8.0
# A scan that takes minutes must not keep page images and sheets waiting; scans wait for each other.
JOBS_AT_ONCE = 2

logger = logging.getLogger(__name__)


class Ticker(threading.Thread):
    """Publishes what is due each second; a database that is away only delays it."""

    def __init__(self) -> None:
        super().__init__(name="ticker", daemon=True)
        self._stopping = threading.Event()
        self._ticks = 0

    def run(self) -> None:
        while not self._stopping.wait(TICK_SECONDS):
            self.tick()
        connection.close()

    def tick(self) -> None:
        """Publish what is due now; a failure is logged and the next second tries again."""
        close_old_connections()
        self._ticks += 1
        try:
            for release in actions.publish_due(again=self._ticks % TICKS_UNTIL_RETRY == 0):
                logger.info("published on schedule", extra={"release": release.pk})
        except Exception as error:
            if is_database_away(error):
                logger.warning("tick without database")
                connection.close()
            else:
                logger.exception("tick failed")

    def stop(self) -> None:
        """End after the current tick."""
        self._stopping.set()
        self.join(timeout=GRACE_SECONDS)


def work() -> None:
    """Work until SIGTERM or SIGINT; connects again when the database comes back."""
    threads = (Ticker(), UploadReader())
    for thread in threads:
        thread.start()
    try:
        asyncio.run(_work())
    finally:
        for thread in threads:
            thread.stop()


async def _work() -> None:
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    while not stopping.is_set():
        try:
            await _attend(stopping)
        except (psycopg.Error, ConnectorException):
            logger.warning("worker lost the database; it connects again")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), RECONNECT_SECONDS)


async def _attend(stopping: asyncio.Event) -> None:
    """Take jobs until asked to stop; also returns when the connection that listens is lost."""
    with app.replace_connector(DjangoConnector().get_worker_connector()) as connected:
        async with connected.open_async():
            jobs = asyncio.create_task(
                connected.run_worker_async(
                    name="conste",
                    concurrency=JOBS_AT_ONCE,
                    shutdown_graceful_timeout=GRACE_SECONDS,
                    install_signal_handlers=False,
                    task_middleware=[mail_failure],
                )
            )
            asked = asyncio.create_task(stopping.wait())
            await asyncio.wait({jobs, asked}, return_when=asyncio.FIRST_COMPLETED)
            asked.cancel()
            jobs.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await jobs
