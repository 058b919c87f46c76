"""The door for files: streamed to the disk, kept, and answered before anything is read."""

from __future__ import annotations

import errno
import logging
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from releases.ingest.uploads import accept_file, too_large
from releases.presentation import counted
from releases.publishing import actions
from releases.publishing.actions import SentFile
from releases.views.desk.access import desk_page, staff
from releases.views.desk.inbox import inbox_page

logger = logging.getLogger(__name__)

NO_SPACE = (
    "El servidor no tiene espacio y no guardó ningún archivo. "
    "Avise a quien administra el archivo y súbalos de nuevo."
)
NOTHING_SENT = "Elija al menos un archivo: PDF, DOCX, TXT o ZIP."


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Writes each file to the disk, and drops one that is too large while it arrives.

    `refused` are the files that were dropped; those beyond the number of a batch are `left_out`.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.refused: list[SentFile] = []
        self.left_out: list[str] = []
        self._files = 0
        self._received = 0

    def new_file(self, *arguments: Any, **options: Any) -> None:
        super().new_file(*arguments, **options)
        self._received = 0
        self._files += 1
        if self._files > settings.MAX_UPLOAD_FILES:
            self.left_out.append(str(self.file_name))
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._received += len(raw_data)
        if self._received > settings.MAX_DOCUMENT_BYTES:
            error = too_large()
            self.refused.append(
                SentFile(
                    name=str(self.file_name),
                    size=self._received,
                    code=error.code,
                    message=str(error),
                )
            )
            raise SkipFile
        super().receive_data_chunk(raw_data, start)


@dataclass(frozen=True, slots=True)
class _Sent:
    files: list[SentFile]
    left_out: list[str]


# The forgery check reads the body, so it must come after the right is checked and the handler set.
@csrf_exempt
@desk_page("receive")
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Takes a batch of files in and leads to the inbox, where the worker's reading shows."""
    request.upload_handlers = [BoundedUploadHandler(request)]
    try:
        return _take_in(request)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        logger.exception("no space for an upload")
        return inbox_page(request, error=NO_SPACE, status=HTTPStatus.INSUFFICIENT_STORAGE)


@csrf_protect
def _take_in(request: HttpRequest) -> HttpResponse:
    sent = _sent(request)
    if not sent.files:
        return inbox_page(request, error=NOTHING_SENT, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    batch = actions.open_upload(files=sent.files, by=staff(request))
    if sent.left_out:
        messages.warning(request, _left_out_words(sent.left_out))
    response = redirect("desk-inbox")
    response.status_code = HTTPStatus.SEE_OTHER
    response["Location"] += f"#lote-{batch.pk}"
    return response


def _sent(request: HttpRequest) -> _Sent:
    files = [
        accept_file(Path(file.temporary_file_path()), name=str(file.name))
        for file in request.FILES.getlist("archivos")
        if isinstance(file, TemporaryUploadedFile)
    ]
    (handler,) = request.upload_handlers
    assert isinstance(handler, BoundedUploadHandler)  # noqa: S101 - set by `upload`
    return _Sent([*files, *handler.refused], handler.left_out)


def _left_out_words(names: list[str]) -> str:
    files = counted(len(names), "archivo quedó fuera", "archivos quedaron fuera")
    return (
        f"Se recibieron los primeros {settings.MAX_UPLOAD_FILES}; {files}, "
        f"a partir de {names[0]}. Súbalos en otro lote."
    )
