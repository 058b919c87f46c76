"""Deferring work to the worker, by the names that `releases.tasks` gives it.

A deferred job is a row in the caller's transaction: a roll-back takes it along.
"""

from __future__ import annotations

from procrastinate.contrib.django import app

MAKE_PAGE_IMAGES = "releases.make_page_images"
READ_SCAN = "releases.read_scan"
MAKE_LETTERHEAD = "releases.make_letterhead"
SEND_INVITATION = "releases.send_invitation"
SEND_UPLOAD_MAIL = "releases.send_upload_mail"


def defer_invitation(*, user_id: int) -> None:
    """Has a member of staff mailed the link to choose a password."""
    app.configure_task(name=SEND_INVITATION).defer(user_id=user_id)


def defer_page_images(*, source_id: int) -> None:
    """Has the page images of a kept document made, unless somebody asked for them already."""
    app.configure_task(
        name=MAKE_PAGE_IMAGES,
        queueing_lock=f"page-images-{source_id}",
    ).defer(source_id=source_id)


def defer_letterhead(*, revision_id: int) -> None:
    """Has the official sheet of a version made that went out without one."""
    app.configure_task(
        name=MAKE_LETTERHEAD,
        queueing_lock=f"letterhead-{revision_id}",
    ).defer(revision_id=revision_id)


def defer_scan(*, source_id: int) -> None:
    """Has a kept scan read by OCR, one at a time, unless somebody asked for that already."""
    app.configure_task(
        name=READ_SCAN,
        lock="ocr",
        queueing_lock=f"scan-{source_id}",
    ).defer(source_id=source_id)


def defer_upload_mail(*, batch_id: int) -> None:
    """Has the person who sent a batch of files told what became of them."""
    app.configure_task(
        name=SEND_UPLOAD_MAIL,
        queueing_lock=f"upload-mail-{batch_id}",
    ).defer(batch_id=batch_id)
