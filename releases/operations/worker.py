"""The background worker: jobs from the queue, and the tick that publishes what is due."""

from __future__ import annotations

import logging
import threading
import time

import psycopg
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

from releases.publishing import actions
from releases.tasks import mail_failure

TICK_SECONDS = 1.0
RECONNECT_SECONDS = 1.0
GRACE_SECONDS = 8.0

logger = logging.getLogger(__name__)


class Ticker(threading.Thread):
    """Publishes what is due each second; a database that is away only delays it."""

    def __init__(self) -> None:
        super().__init__(name="ticker", daemon=True)
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.wait(TICK_SECONDS):
            self.tick()
        connection.close()

    def tick(self) -> None:
        """Publish what is due now; a failure is logged and the next second tries again."""
        close_old_connections()
        try:
            for release in actions.publish_due():
                logger.info("published on schedule", extra={"release": release.pk})
        except (DatabaseError, InterfaceError):
            logger.warning("tick without database")
            connection.close()
        except Exception:
            logger.exception("tick failed")

    def stop(self) -> None:
        """End after the current tick."""
        self._stopping.set()
        self.join(timeout=GRACE_SECONDS)


def work() -> None:
    """Work until SIGTERM or SIGINT; reconnects when the database comes back."""
    ticker = Ticker()
    ticker.start()
    try:
        while True:
            try:
                _work_while_connected()
                return
            except (psycopg.Error, ConnectorException):
                logger.warning("worker lost the database; it connects again")
                time.sleep(RECONNECT_SECONDS)
    finally:
        ticker.stop()


def _work_while_connected() -> None:
    with app.replace_connector(DjangoConnector().get_worker_connector()) as connected:
        connected.run_worker(
            name="conste",
            concurrency=1,
            shutdown_graceful_timeout=GRACE_SECONDS,
            task_middleware=[mail_failure],
        )
