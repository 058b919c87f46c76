"""Batches of files that were sent together: their files, how far the reading is, and in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, Q, Value, When
from django.utils import timezone

from releases.models import UploadBatch, UploadedFile
from releases.pages.desk.inbox_rows import (
    BECAME_BULLETINS,
    ORDER,
    InboxRow,
    InWork,
    file_row,
    in_order,
)
from releases.presentation import counted, joined, long_date
from releases.vocabulary import ReleaseState, UploadState

# A worker that has not begun by then does not run, or has a long job before it.
_LATE = dt.timedelta(seconds=30)

_UNREAD = (UploadState.WAITING, UploadState.READING)
IN_WORK = Q(
    state__in=BECAME_BULLETINS, release__draft__isnull=False, release__discarded_at=None
) & ~Q(release__state=ReleaseState.SCHEDULED)
WAITS = Q(state__in=[*_UNREAD, UploadState.UNREADABLE]) | IN_WORK
_WORDS = {
    UploadState.REVIEW: ("por revisar", "por revisar"),
    UploadState.UNREADABLE: ("con problema", "con problemas"),
    UploadState.SAME_FOLIO: ("con el mismo folio", "con el mismo folio"),
    UploadState.READY: ("listo", "listos"),
    UploadState.READING: ("leyéndose", "leyéndose"),
    UploadState.WAITING: ("en espera", "en espera"),
    UploadState.DUPLICATE: ("duplicado", "duplicados"),
    UploadState.CLOSED: ("atendido", "atendidos"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of a batch has come, in files, and what to expect in words."""

    read: int
    total: int
    hint: str

    @property
    def percent(self) -> int:
        return 100 * self.read // self.total if self.total else 100

    @property
    def is_over(self) -> bool:
        return self.read == self.total


@dataclass(frozen=True, slots=True)
class BatchShown:
    """A batch; `rows` is empty where it is folded to its heading."""

    batch: UploadBatch
    heading: str
    summary: str
    progress: Progress
    rows: tuple[InboxRow, ...] = ()

    @property
    def form_key(self) -> str:
        """Names the form that publishes what is ready of it."""
        return f"lote-{self.batch.pk}"

    @property
    def ready(self) -> int:
        """How many of its rows may be published together."""
        return sum(row.can_publish for row in self.rows)

    @property
    def ready_words(self) -> str:
        return counted(self.ready, "listo", "listos")


def open_batch(batch: UploadBatch, files: list[UploadedFile], in_work: InWork) -> BatchShown:
    """A batch with its rows, taken from the files of several."""
    own = [file for file in files if file.batch_id == batch.pk]
    rows = in_order(file_row(file, in_work) for file in own)
    counts = Counter(row.state for row in rows)
    return BatchShown(
        batch=batch,
        heading=batch_heading(batch),
        summary=summarise(counts),
        progress=_progress(batch, counts),
        rows=tuple(rows),
    )


def folded_batch(batch: UploadBatch, counts: Counter[UploadState]) -> BatchShown:
    """A batch as its heading alone."""
    return BatchShown(
        batch=batch,
        heading=batch_heading(batch),
        summary=summarise(counts),
        progress=_progress(batch, counts),
    )


def batch_shown(batch: UploadBatch) -> BatchShown:
    """One batch with all its files."""
    files = files_of([batch])
    in_work = InWork.of(file.release for file in files if file.release)
    return open_batch(batch, files, in_work)


def summarise(counts: Mapping[UploadState, int]) -> str:
    """«7 archivos: 2 por revisar, 1 con problema y 4 listos»."""
    total = counted(sum(counts.values()), "archivo", "archivos")
    parts = [counted(counts[state], *_WORDS[state]) for state in ORDER if counts.get(state)]
    return f"{total}: {joined(parts)}" if parts else total


def batch_heading(batch: UploadBatch) -> str:
    """«Lote de hoy, 18:05 h», «Lote del 8 de abril de 2024, 18:05 h»."""
    sent = timezone.localtime(batch.created_at)
    today = timezone.localdate()
    day = f"del {long_date(sent)}"
    if sent.date() == today:
        day = "de hoy"
    elif sent.date() == today - dt.timedelta(days=1):
        day = "de ayer"
    return f"Lote {day}, {sent:%H:%M} h"


def files_of(batches: list[UploadBatch]) -> list[UploadedFile]:
    """The files of the batches that are still listed, as they were sent."""
    return list(
        UploadedFile.objects.filter(batch__in=batches)
        .exclude(state=UploadState.CLOSED)
        .select_related("release__issuer", "twin", "archive")
        .defer("release__issuer__loaded")
        .order_by("pk")
    )


def counts_of(batches: list[UploadBatch]) -> dict[int, Counter[UploadState]]:
    """Files by state, as stored; what was dealt with since counts as settled."""
    settled = Q(state__in=BECAME_BULLETINS) & ~IN_WORK
    rows = (
        UploadedFile.objects.filter(batch__in=batches)
        .exclude(state=UploadState.CLOSED)
        .annotate(now=Case(When(settled, then=Value(UploadState.CLOSED.value)), default="state"))
        .values_list("batch_id", "now")
        .annotate(files=Count("pk"))
    )
    counts: dict[int, Counter[UploadState]] = {}
    for batch, state, files in rows:
        counts.setdefault(batch, Counter())[UploadState(state)] += files
    return counts


def _progress(batch: UploadBatch, counts: Counter[UploadState]) -> Progress:
    total = counts.total()
    unread = sum(counts[state] for state in _UNREAD)
    return Progress(total - unread, total, _hint(batch, total - unread, unread, counts))


def _hint(batch: UploadBatch, read: int, unread: int, counts: Counter[UploadState]) -> str:
    """What to expect, from how long the files so far have taken."""
    if not unread:
        return ""
    passed = timezone.now() - batch.created_at
    if not read and not counts[UploadState.READING]:
        if passed < _LATE:
            return "La lectura está por comenzar; puede seguir trabajando."
        return "La lectura aún no comienza. Si no avanza, avise a quien administra el archivo."
    minutes = round(passed.total_seconds() / max(read, 1) * unread / 60)
    if minutes < 1:
        return "Falta menos de un minuto; puede seguir trabajando."
    verb = "Falta" if minutes == 1 else "Faltan"
    return f"{verb} cerca de {counted(minutes, 'minuto', 'minutos')}; puede seguir trabajando."
