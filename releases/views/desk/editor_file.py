"""A bulletin written here that begins with the words of a Word file."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from releases.catalogue.gazetteer import current_gazetteer
from releases.catalogue.lookup import directory_of
from releases.extraction.limits import ExtractionError
from releases.ingest.word_files import read_word_file
from releases.models import ClosingBlock
from releases.pages.desk.editor import blocks_of, empty_state
from releases.publishing import actions
from releases.publishing.actions import Writing
from releases.publishing.content import BulletinContent
from releases.publishing.errors import PublishingError
from releases.scratch import scratch_file
from releases.views.desk.access import desk_page, staff
from releases.views.desk.editor_form import EditorForm
from releases.views.desk.editor_page import editor_page

_NO_FILE = "Elija primero el archivo de Word."


@desk_page("edit")
@require_POST
def new_from_file(request: HttpRequest) -> HttpResponse:
    """Read the file, which is not kept, and go on in the editor with what it says."""
    file = request.FILES.get("archivo")
    if not isinstance(file, UploadedFile):
        return _refused(request, _NO_FILE)
    try:
        content = _read(file)
    except ExtractionError as error:
        return _refused(request, str(error))
    try:
        draft = actions.start_bulletin(
            by=staff(request), writing=_writing(content), file_name=file.name or ""
        )
    except PublishingError as refusal:
        return _refused(request, str(refusal))
    messages.success(request, f"Se leyó «{file.name}». Revise cada dato antes de publicar.")
    return redirect("desk-edit", draft.pk)


def _read(file: UploadedFile[Any]) -> BulletinContent:
    with scratch_file(suffix=".docx") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
        kept.flush()
        name = file.name or "documento.docx"
        return read_word_file(Path(kept.name), name=name, gazetteer=current_gazetteer())


def _writing(content: BulletinContent) -> Writing:
    """Dated today and with the closing block of the day, where the file says nothing of them."""
    empty = empty_state()
    day = content.issued_on or empty.today
    block: ClosingBlock | None = None
    if not content.boilerplate:
        block = blocks_of(day).first()
        content = replace(content, boilerplate=block.text if block else "")
    return Writing(content=replace(content, issued_on=day), closing_block=block)


def _refused(request: HttpRequest, said: str) -> HttpResponse:
    state = empty_state()
    form = EditorForm(state=state, directory=directory_of(current_gazetteer()))
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return editor_page(request, state, form, status=status, file_error=said)
