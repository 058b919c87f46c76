"""The worker's reader: files that staff sent, one after the other, beside the other jobs.

A thread of its own, so that neither OCR nor page images hold up the reading of what was sent.
"""

from __future__ import annotations

import logging
import threading

from django.db import close_old_connections, connection

from releases.ingest.uploads import read_next_upload, settle_next_scan
from releases.operations.outage import is_database_away

POLL_SECONDS = 1.0
GRACE_SECONDS = 4.0

logger = logging.getLogger(__name__)


class UploadReader(threading.Thread):
    """Reads what waits, then looks again each second; whatever fails is logged and tried again."""

    def __init__(self) -> None:
        super().__init__(name="uploads", daemon=True)
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.wait(POLL_SECONDS):
            self.look()
        connection.close()

    def look(self) -> None:
        """One round: all files that wait, until the worker ends."""
        close_old_connections()
        try:
            while not self._stopping.is_set() and read_next_upload():
                pass
            while not self._stopping.is_set() and settle_next_scan():
                pass
        except Exception as error:  # one file's fault must not end the reading of all others
            if is_database_away(error):
                logger.warning("uploads without database")
                connection.close()
            else:
                logger.exception("reading an upload failed")

    def stop(self) -> None:
        """End after the file under way; one that takes longer is read again by the next worker."""
        self._stopping.set()
        self.join(timeout=GRACE_SECONDS)
