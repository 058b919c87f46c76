"""The inbox: batches of files with their progress, and all else that waits for a person."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from releases.models import Release, UploadBatch, UploadedFile
from releases.pages.desk.inbox_rows import (
    BECAME_BULLETINS,
    ORDER,
    InboxRow,
    InWork,
    file_row,
    in_order,
    release_row,
)
from releases.pages.paging import Pages, number_pages, page_number
from releases.presentation import counted, joined, long_date
from releases.vocabulary import ReleaseState, UploadState

BATCHES_PER_PAGE = 10
RELEASES_PER_PAGE = 20
MOST_OPEN = 3
# A worker that has not begun by then does not run, or has a long job before it.
_LATE = dt.timedelta(seconds=30)

_UNREAD = (UploadState.WAITING, UploadState.READING)
_IN_WORK = Q(
    state__in=BECAME_BULLETINS, release__draft__isnull=False, release__discarded_at=None
) & ~Q(release__state=ReleaseState.SCHEDULED)
_WAITS = Q(state__in=[*_UNREAD, UploadState.UNREADABLE]) | _IN_WORK
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


@dataclass(frozen=True, slots=True)
class Inbox:
    """All that waits: open batches, folded ones with their pages, and bulletins from elsewhere."""

    open: tuple[BatchShown, ...]
    folded: tuple[BatchShown, ...]
    batch_pages: Pages
    others: tuple[InboxRow, ...]
    others_total: int
    other_pages: Pages

    @property
    def is_reading(self) -> bool:
        """Whether a worker still reads something of what is shown."""
        return any(not shown.progress.is_over for shown in self.open)

    @property
    def is_empty(self) -> bool:
        return not (self.open or self.others)

    @property
    def others_ready(self) -> int:
        return sum(row.can_publish for row in self.others)

    @property
    def others_ready_words(self) -> str:
        return counted(self.others_ready, "listo", "listos")


def inbox(query: QueryDict) -> Inbox:
    """The inbox at the pages that the address asks for. Raises NoSuchPage."""
    batches, batch_pages = _page_of_batches(query)
    others, total, other_pages = _page_of_releases(query)
    opened = _waiting_of(batches)[:MOST_OPEN]
    files = _files_of(opened)
    in_work = InWork.of([*(file.release for file in files if file.release), *others])
    counts = _counts_of(batches)
    folded = [batch for batch in batches if batch not in opened]
    return Inbox(
        open=tuple(_open(batch, files, in_work) for batch in opened),
        folded=tuple(_folded(batch, counts.get(batch.pk, Counter())) for batch in folded),
        batch_pages=batch_pages,
        others=tuple(in_order(release_row(release, in_work) for release in others)),
        others_total=total,
        other_pages=other_pages,
    )


def batch_shown(batch: UploadBatch) -> BatchShown:
    """One batch with all its files."""
    files = _files_of([batch])
    in_work = InWork.of(file.release for file in files if file.release)
    return _open(batch, files, in_work)


def count_waiting() -> int:
    """How much in the inbox needs a person now. One query."""
    unread = UploadedFile.objects.filter(state=UploadState.UNREADABLE)
    proposed = UploadedFile.objects.filter(_IN_WORK, state=UploadState.SAME_FOLIO).exclude(
        release__state=ReleaseState.IN_REVIEW
    )
    in_review = Release.objects.filter(state=ReleaseState.IN_REVIEW, discarded_at=None)
    return (
        unread.values("pk")
        .order_by()
        .union(proposed.values("pk").order_by(), in_review.values("pk").order_by(), all=True)
    ).count()


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


def _page_of_batches(query: QueryDict) -> tuple[list[UploadBatch], Pages]:
    """Batches in which something waits come first, then the rest; the newest on top of each."""
    waiting = UploadedFile.objects.filter(_WAITS, batch=OuterRef("pk"))
    number = page_number(query.get("lotes"))
    pages = number_pages(
        number=number,
        items=UploadBatch.objects.count(),
        size=BATCHES_PER_PAGE,
        address=lambda page: f"{_address(query, 'lotes', page)}#lotes",
    )
    first = (number - 1) * BATCHES_PER_PAGE
    rows = (
        UploadBatch.objects.select_related("created_by")
        .annotate(is_waiting=Exists(waiting))
        .order_by("-is_waiting", "-pk")[first : first + BATCHES_PER_PAGE]
    )
    return list(rows), pages


def _waiting_of(batches: list[UploadBatch]) -> list[UploadBatch]:
    files = UploadedFile.objects.filter(_WAITS, batch__in=batches)
    waiting = set(files.values_list("batch_id", flat=True))
    return [batch for batch in batches if batch.pk in waiting]


def _page_of_releases(query: QueryDict) -> tuple[list[Release], int, Pages]:
    """Bulletins in work that no file of the list stands for, newest first."""
    rows = _releases_from_elsewhere()
    total = rows.count()
    number = page_number(query.get("pagina"))
    pages = number_pages(
        number=number,
        items=total,
        size=RELEASES_PER_PAGE,
        address=lambda page: f"{_address(query, 'pagina', page)}#otros",
    )
    first = (number - 1) * RELEASES_PER_PAGE
    ordered = rows.select_related("issuer").defer("issuer__loaded").order_by("-received_at", "-pk")
    return list(ordered[first : first + RELEASES_PER_PAGE]), total, pages


def _releases_from_elsewhere() -> QuerySet[Release]:
    sent = UploadedFile.objects.filter(release=OuterRef("pk"))
    return Release.objects.filter(
        ~Exists(sent),
        state__in=[ReleaseState.IN_REVIEW, ReleaseState.DRAFT],
        discarded_at=None,
        draft__isnull=False,
    )


def _address(query: QueryDict, name: str, page: int) -> str:
    changed = query.copy()
    changed[name] = str(page)
    return f"{reverse('desk-inbox')}?{changed.urlencode()}"


def _files_of(batches: list[UploadBatch]) -> list[UploadedFile]:
    return list(
        UploadedFile.objects.filter(batch__in=batches)
        .exclude(state=UploadState.CLOSED)
        .select_related("release__issuer", "twin", "archive")
        .defer("release__issuer__loaded")
        .order_by("pk")
    )


def _counts_of(batches: list[UploadBatch]) -> dict[int, Counter[UploadState]]:
    """Files by state, as stored; what was dealt with since counts as settled."""
    settled = Q(state__in=BECAME_BULLETINS) & ~_IN_WORK
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


def _open(batch: UploadBatch, files: list[UploadedFile], in_work: InWork) -> BatchShown:
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


def _folded(batch: UploadBatch, counts: Counter[UploadState]) -> BatchShown:
    return BatchShown(
        batch=batch,
        heading=batch_heading(batch),
        summary=summarise(counts),
        progress=_progress(batch, counts),
    )


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
