"""The one mail that closes a batch of files: what became of them, and where to go on."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from releases.models import UploadBatch
from releases.pages.desk.inbox_batches import batch_heading, batch_shown
from releases.pages.desk.inbox_rows import InboxRow
from releases.presentation import counted
from releases.vocabulary import UploadState

# Which files the mail names: those that somebody has to look at.
_NAMED = (UploadState.REVIEW, UploadState.UNREADABLE, UploadState.SAME_FOLIO)
_MOST_NAMED = 20


def upload_mail(batch: UploadBatch) -> EmailMessage | None:
    """The mail to who sent the batch; None for a person without an address.

    Names files, never what they say: mail travels and stays where the desk has no say.
    """
    address = batch.created_by.email
    if not address or not batch.created_by.is_active:
        return None
    shown = batch_shown(batch)
    named = [row for row in shown.rows if row.state in _NAMED]
    files = counted(shown.progress.total, "archivo leído", "archivos leídos")
    body = render_to_string(
        "redaccion/correo_lote.txt",
        {
            "shown": shown,
            "named": [_line(row) for row in named[:_MOST_NAMED]],
            "unnamed": len(named) - _MOST_NAMED,
            "address": f"{settings.SITE_URL}{reverse('desk-batch', args=[batch.pk])}",
        },
    )
    return EmailMessage(f"{batch_heading(batch)}: {files}", body, to=[address])


def _line(row: InboxRow) -> str:
    name = row.file.name if row.file else ""
    code = f" Código: {row.file.code}." if row.file and row.state is UploadState.UNREADABLE else ""
    return f"{row.stamp.text}: {name}.{code}"
