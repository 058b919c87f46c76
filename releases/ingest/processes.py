"""Several processes that take files in side by side, forked from one that is warm."""

from __future__ import annotations

import gc
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.db import connections

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.document import ExtractedDocument, MediaType
from releases.ingest.reading import interpret


def warm_pool(workers: int) -> ProcessPoolExecutor:
    """A pool whose processes share what this one has loaded: the catalogue and its indexes.

    Closes this process's database connections, which no two processes may share; Django opens
    new ones when they are needed. Not to be called within a transaction.
    """
    empty = ExtractedDocument(media_type=MediaType.TEXT, pages=(), extractor="")
    interpret(empty, current_gazetteer())
    connections.close_all()
    gc.freeze()
    return ProcessPoolExecutor(
        workers, mp_context=get_context("fork"), initializer=_ignore_interrupts
    )


def _ignore_interrupts() -> None:
    """A terminal sends Ctrl-C to all processes; only the first one decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
