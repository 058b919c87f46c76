"""The worker's watch over a folder: each file that arrives is taken in, none is published."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pghistory
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from releases.ingest.intake import IngestOptions
from releases.ingest.manifest import ManifestError
from releases.ingest.watching import WatchedFolder

POLL_SECONDS = 2.0
GRACE_SECONDS = 12.0

logger = logging.getLogger(__name__)


class FolderWatcher(threading.Thread):
    """Takes in what arrives in a folder; whatever fails is logged and tried again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(name="watcher", daemon=True)
        self._stopping = threading.Event()
        self._watched = WatchedFolder(folder, IngestOptions(operator="worker"))

    def run(self) -> None:
        while not self._stopping.wait(POLL_SECONDS):
            close_old_connections()
            self.look()
        connection.close()

    def look(self) -> None:
        """One round over the folder."""
        try:
            with pghistory.context(command="watch_folder", operator="worker"):
                for _ in self._watched.take_stable(going_on=lambda: not self._stopping.is_set()):
                    pass
        except (DatabaseError, InterfaceError):
            logger.warning("watched folder without database", exc_info=True)
            connection.close()
        except (OSError, ManifestError):
            logger.exception("watched folder failed")

    def stop(self) -> None:
        """End after the file under way."""
        self._stopping.set()
        self.join(timeout=GRACE_SECONDS)
