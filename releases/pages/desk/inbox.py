"""The inbox: batches of files with their progress, and all else that waits for a person."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from releases.models import Release, UploadBatch, UploadedFile
from releases.pages.desk.inbox_batches import (
    IN_WORK,
    WAITS,
    BatchShown,
    counts_of,
    files_of,
    folded_batch,
    open_batch,
)
from releases.pages.desk.inbox_rows import InboxRow, InWork, in_order, release_row
from releases.pages.paging import Pages, number_pages, page_number
from releases.presentation import counted
from releases.vocabulary import ReleaseState, UploadState

BATCHES_PER_PAGE = 10
RELEASES_PER_PAGE = 20
MOST_OPEN = 3
RECENT = dt.timedelta(hours=12)


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
    opened = _opened_of(batches)
    files = files_of(opened)
    in_work = InWork.of([*(file.release for file in files if file.release), *others])
    shown_batches = [open_batch(batch, files, in_work) for batch in opened]
    counts = counts_of(batches)
    folded = [batch for batch in batches if batch not in opened]
    return Inbox(
        open=tuple(shown for shown in shown_batches if shown.rows),
        folded=tuple(folded_batch(batch, counts.get(batch.pk, Counter())) for batch in folded),
        batch_pages=batch_pages,
        others=tuple(in_order(release_row(release, in_work) for release in others)),
        others_total=total,
        other_pages=other_pages,
    )


def count_waiting() -> int:
    """How much in the inbox needs a person now. One query."""
    unread = UploadedFile.objects.filter(state=UploadState.UNREADABLE)
    proposed = UploadedFile.objects.filter(IN_WORK, state=UploadState.SAME_FOLIO).exclude(
        release__state=ReleaseState.IN_REVIEW
    )
    in_review = Release.objects.filter(state=ReleaseState.IN_REVIEW, discarded_at=None)
    return (
        unread.values("pk")
        .order_by()
        .union(proposed.values("pk").order_by(), in_review.values("pk").order_by(), all=True)
    ).count()


def _page_of_batches(query: QueryDict) -> tuple[list[UploadBatch], Pages]:
    """Batches in which something waits come first, then the rest; the newest on top of each."""
    waiting = UploadedFile.objects.filter(WAITS, batch=OuterRef("pk"))
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


def _opened_of(batches: list[UploadBatch]) -> list[UploadBatch]:
    """Those in which something waits, and what was sent lately, so that its sender sees the end."""
    files = UploadedFile.objects.filter(WAITS, batch__in=batches)
    waiting = set(files.values_list("batch_id", flat=True))
    recent = timezone.now() - RECENT
    opened = [batch for batch in batches if batch.pk in waiting or batch.created_at > recent]
    return opened[:MOST_OPEN]


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
