"""Photos and annexes of a bulletin in work: adding them, wording them, their order; its sheet."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from django.contrib import messages
from django.core.files.base import File
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from releases.letterhead.sheet import sheet_of_draft
from releases.letterhead.typesetting import LetterheadFailed, letterhead_pdf
from releases.models import Draft, Office
from releases.pages.desk.attachments import files_of, words_in_conflict
from releases.pages.desk.conflict import ConflictRow
from releases.presentation import counted
from releases.publishing import actions
from releases.publishing.content import attachments_from_json, content_of_draft
from releases.publishing.errors import PublishingError, StaleEdit
from releases.scratch import scratch_file
from releases.views.attachments import send_annex, send_photo
from releases.views.desk.access import desk_page, staff, status_of
from releases.views.desk.attachments_form import (
    FILES,
    AnnexForm,
    PhotoForm,
    form_of,
    kind_of_file,
)

Forms = list[PhotoForm | AnnexForm]


@desk_page("attach")
@require_http_methods(["GET", "HEAD", "POST"])
def attachments(request: HttpRequest, release_id: int) -> HttpResponse:
    """The files of a draft. `accion` is `agregar`, `guardar`, or `subir`, `bajar` or `quitar` with
    the key of a file behind a colon."""
    draft = _draft(release_id)
    if request.method != "POST":
        return _page(request, draft, _forms(draft))
    act, _, key = request.POST.get("accion", "guardar").partition(":")
    if act == "agregar":
        return _add(request, draft)
    forms = _forms(draft, request)
    if act == "guardar" and not all([form.is_valid() for form in forms]):
        return _page(request, draft, forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _arrange(request, draft, forms, act, key)


def _draft(release_id: int) -> Draft:
    """The work in progress, new or a correction. Raises Http404 for a bulletin without any."""
    drafts = Draft.objects.select_related("release__issuer", "issued_in")
    return get_object_or_404(drafts, pk=release_id, release__discarded_at=None)


def _forms(draft: Draft, request: HttpRequest | None = None) -> Forms:
    data = request.POST if request else None
    return [form_of(shown, data) for shown in attachments_from_json(draft.attachments)]


def _add(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Takes in what can be shown; for the rest the page says why, file by file."""
    files = request.FILES.getlist("archivos")
    refused: list[tuple[str, str]] = []
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if not files:
        refused.append(("", "Elija al menos un archivo."))
    for file in files:
        try:
            _attach(draft, file, request)
        except PublishingError as error:
            refused.append((file.name or "", str(error)))
            status = status_of(error)
    added = len(files) - len([name for name, _ in refused if name])
    if added:
        words = counted(added, "archivo agregado", "archivos agregados")
        messages.success(request, f"{words}. Complete lo que falta de cada uno.")
    if not refused:
        return redirect("desk-attachments", draft.pk)
    draft.refresh_from_db()
    return _page(request, draft, _forms(draft), refused=refused, status=status)


def _attach(draft: Draft, file: File[bytes], request: HttpRequest) -> None:
    name = file.name or "archivo"
    with scratch_file(suffix=Path(name).suffix) as kept:
        for chunk in file.chunks():
            kept.write(chunk)
        kept.flush()
        actions.attach_file(
            release=draft.release,
            path=Path(kept.name),
            file_name=name,
            kind=kind_of_file(name),
            by=staff(request),
        )


def _arrange(request: HttpRequest, draft: Draft, forms: Forms, act: str, key: str) -> HttpResponse:
    words = _moved([form.words for form in forms], act, key)
    version = request.POST.get("lock_version", "")
    try:
        actions.arrange_attachments(
            release=draft.release,
            words=tuple(words),
            lock_version=int(version) if version.isdecimal() and len(version) < 10 else 0,
            by=staff(request),
        )
    except StaleEdit as error:
        draft.refresh_from_db()
        rows = words_in_conflict(draft, words)
        return _page(request, draft, _forms(draft, request), status=status_of(error), conflict=rows)
    except PublishingError as error:
        return _page(request, draft, forms, status=status_of(error), problem=str(error))
    if act == "guardar":
        messages.success(request, "Se guardaron los textos y el orden.")
    return redirect("desk-attachments", draft.pk)


def _moved(
    words: list[actions.AttachmentWords], act: str, key: str
) -> list[actions.AttachmentWords]:
    """The list with one file moved or taken out; as it is for any other act."""
    at = next((place for place, row in enumerate(words) if str(row.file) == key), None)
    if at is None or act == "guardar":
        return words
    row = words.pop(at)
    if act == "subir":
        words.insert(max(0, at - 1), row)
    elif act == "bajar":
        words.insert(at + 1, row)
    elif act != "quitar":
        words.insert(at, row)
    return words


def _page(
    request: HttpRequest,
    draft: Draft,
    forms: Forms,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    refused: list[tuple[str, str]] | None = None,
    problem: str = "",
    conflict: list[ConflictRow] | None = None,
) -> HttpResponse:
    context = {
        "pestana": "editor",
        "release": draft.release,
        "draft": draft,
        "rows": list(zip(forms, files_of(draft), strict=True)),
        "missing": content_of_draft(draft).missing,
        "is_correction": draft.release.current_revision_id is not None,
        "accepted": FILES,
        "refused": refused or [],
        "problem": problem,
        "is_conflict": conflict is not None,
        "filas": conflict or [],
        "has_errors": any(form.errors for form in forms),
    }
    return render(request, "redaccion/archivos.html", context, status=status)


@desk_page("read")
@require_safe
def photo(request: HttpRequest, release_id: int, position: int) -> HttpResponseBase:
    """A photo of a draft, as readers would get it."""
    return send_photo(request, _draft(release_id), position)


@desk_page("read")
@require_safe
def small_photo(request: HttpRequest, release_id: int, position: int) -> HttpResponseBase:
    return send_photo(request, _draft(release_id), position, small=True)


@desk_page("read")
@require_safe
def annex(request: HttpRequest, release_id: int, position: int, extension: str) -> HttpResponseBase:
    return send_annex(request, _draft(release_id), position, extension, prefix="borrador")


@desk_page("read")
@require_safe
def sheet(request: HttpRequest, release_id: int) -> HttpResponse:
    """The official sheet as it will look, marked as a draft."""
    draft = _draft(release_id)
    office = Office.objects.select_related("agency").first()
    content = content_of_draft(draft)
    try:
        made = letterhead_pdf(sheet_of_draft(release=draft.release, content=content, office=office))
    except LetterheadFailed as failure:
        raise Http404("No se pudo hacer la hoja membretada. Intente de nuevo.") from failure
    headers = {"Content-Disposition": 'inline; filename="borrador.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
