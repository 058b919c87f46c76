"""Reviewing what was read: one page with the document beside its fields, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    QueryDict,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from releases.catalogue.gazetteer import current_gazetteer
from releases.catalogue.lookup import Directory, directory_of
from releases.models import Draft, Release
from releases.page_images import ImageSize, page_image_path
from releases.pages.desk.review import ReviewPage
from releases.pages.desk.review_conflict import clashes, fingerprint, shown_values
from releases.pages.desk.review_doubts import doubtful_paragraphs
from releases.pages.desk.review_queue import next_after, place_of
from releases.publishing import actions
from releases.publishing.content import BulletinContent, content_of_draft
from releases.publishing.errors import FolioTaken, PublishingError, StaleEdit
from releases.publishing.merging import READ_FIELDS, field_values
from releases.publishing.permissions import may
from releases.publishing.relinking import relink, relocate
from releases.views.desk import review_commands
from releases.views.desk.access import check_may, desk_page, staff, status_of
from releases.views.desk.review_commands import Command
from releases.views.desk.review_discard import to_next
from releases.views.desk.review_form import ReviewForm
from releases.vocabulary import ReleaseState

_ENTITIES = "mentions"
_TEXTS = ("headline", "summary_points", "body")
_IN_WORK = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW}


@dataclass(frozen=True, slots=True)
class _Work:
    """A draft on somebody's desk."""

    release: Release
    draft: Draft
    content: BulletinContent
    directory: Directory


@desk_page()
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, release_id: int) -> HttpResponse:
    """The page of a review, and what becomes of its form.

    What is or was public is corrected, not reviewed: its address leads to the correction.
    """
    release = get_object_or_404(Release.objects.with_current(), pk=release_id)
    if release.current_revision_id:
        return redirect("desk-correct", release_id)
    work = _work_on(release)
    if request.method != "POST":
        return _show(request, work, _form(work))
    check_may(staff(request), "edit")
    if not _is_editable(request, release):
        return _show(request, work, _form(work), HTTPStatus.CONFLICT)
    return _answer(request, work)


@desk_page()
@require_safe
def next_review(request: HttpRequest) -> HttpResponse:
    """Leads to the bulletin that waits after the one named by `tras`, or to the inbox."""
    after = request.GET.get("tras", "")
    release = None
    if after.isdecimal():
        release = Release.objects.with_current().filter(pk=min(int(after), 2**62)).first()
    following = next_after(release)
    if following:
        return redirect("desk-review", following.pk)
    messages.info(request, "No queda otro comunicado por revisar.")
    return redirect("desk-inbox")


@desk_page()
@require_safe
def page_image(request: HttpRequest, release_id: int, page: int) -> HttpResponseBase:
    """A drawn page of the draft's document, whatever the bulletin's state: staff only."""
    draft = get_object_or_404(Draft.objects.select_related("source"), pk=release_id)
    path = page_image_path(draft.source, page, ImageSize.FULL) if draft.source else None
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), content_type="image/webp")
    # Names no text and never changes; without this each look at the page would fetch it anew.
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _drafts() -> Any:
    return Draft.objects.select_related("issued_in", "source", "extraction", "saved_by").defer(
        "issued_in__loaded"
    )


def _work_on(release: Release) -> _Work:
    draft = get_object_or_404(_drafts(), pk=release.pk)
    # The draft's own copy would be asked for again by whoever writes.
    draft.release = release
    directory = directory_of(current_gazetteer())
    return _Work(release, draft, content_of_draft(draft), directory)


def _form(work: _Work, data: Any = None) -> ReviewForm:
    return ReviewForm(data, base=work.content, release=work.release, directory=work.directory)


def _is_editable(request: HttpRequest, release: Release) -> bool:
    person = staff(request)
    if release.discarded_at or not may(person, "edit"):
        return False
    scheduled = release.state == ReleaseState.SCHEDULED and may(person, "schedule")
    return release.state in _IN_WORK or scheduled


def _show(
    request: HttpRequest, work: _Work, form: ReviewForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    content = form.content if form.is_bound else work.content
    page = ReviewPage(work.release, work.draft, content, work.directory, staff(request))
    values = shown_values(work.content, issuer=work.release.issuer.name, directory=work.directory)
    if not form.is_bound:
        form.focus(page.first_doubt)
    context = {
        "page": page,
        "form": form,
        "boxes": [
            (each, form[each.box], form.candidates.get(each.box, ())) for each in page.entity_lists
        ],
        "pestana": "inbox",
        "place": place_of(work.release),
        "seen": fingerprint(values),
        "is_editable": _is_editable(request, work.release),
        "may_recover": work.release.discarded_at and may(staff(request), "edit"),
        "may_publish": may(staff(request), "publish"),
        "may_curate": may(staff(request), "curate"),
    }
    return render(request, "redaccion/revision.html", context, status=status)


def _answer(request: HttpRequest, work: _Work) -> HttpResponse:
    data = request.POST.copy()
    command = Command.read(data)
    command.amend_data(data)
    _take_theirs(data, _form(work))
    form = _form(work, data)
    is_valid = form.is_valid()
    if form.cleaned_data.get("lock_version") != work.draft.lock_version:
        return _conflict(request, work, form, data)
    if not is_valid:
        if command.verb == review_commands.DISCARD:
            return redirect("desk-discard", work.release.pk)
        return _show(request, work, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _explain(request, work, command)
        _save(request, work, form, command)
    except StaleEdit:
        return _conflict(request, _work_on(work.release), form, data)
    except FolioTaken as refusal:
        form.add_error("folio", str(refusal))
        return _show(request, work, form, HTTPStatus.CONFLICT)
    except PublishingError as refusal:
        form.add_error(None, str(refusal))
        return _show(request, work, form, status_of(refusal))
    return _follow(request, work.release, command)


def _explain(request: HttpRequest, work: _Work, command: Command) -> None:
    """Keeps the reason for leaving what an editorial check found, where the button says so."""
    if command.verb == review_commands.EXPLAIN:
        # The same words found twice have a box each: the one that was filled in counts.
        reasons = request.POST.getlist(f"motivo-{command.about}")
        reason = next((text for text in reasons if text.strip()), "")
        actions.explain_finding(
            release=work.release, finding=command.about[:100], reason=reason, by=staff(request)
        )


def _save(request: HttpRequest, work: _Work, form: ReviewForm, command: Command) -> None:
    content = command.amend(form.content)
    identity = None if work.draft.takes_folio else form.identity(content)
    issuer = identity.issuer if identity else work.release.issuer
    changed = _changed_fields(work.content, content)
    # A choice is kept as a whole, also where it is that there is none.
    if form.changes_entities or _ENTITIES in work.draft.confirmed:
        changed |= {_ENTITIES}
        content = relocate(content, work.directory.gazetteer, issuer=issuer.name)
    elif any(getattr(content, name) != getattr(work.content, name) for name in _TEXTS):
        content = relink(content, work.directory.gazetteer, issuer=issuer.name)
    if issuer != work.release.issuer:
        changed |= {"issuer"}
    actions.save_review(
        draft=work.draft,
        content=content,
        identity=identity,
        lock_version=work.draft.lock_version,
        by=staff(request),
        confirmed=changed | command.confirmed,
    )


def _changed_fields(before: BulletinContent, after: BulletinContent) -> frozenset[str]:
    """What a person changed and so answers for; a text with torn paragraphs waits for the rest."""
    old, new = field_values(before), field_values(after)
    changed = {name for name in READ_FIELDS if old[name] != new[name]}
    if "body" in changed and doubtful_paragraphs(after.body):
        changed.discard("body")
    return frozenset(changed)


def _follow(request: HttpRequest, release: Release, command: Command) -> HttpResponse:
    """Where the button leads once the draft is saved."""
    if command.verb in {review_commands.PUBLISH, review_commands.SCHEDULE}:
        address = reverse("desk-publish", args=[release.pk])
        return redirect(f"{address}?accion={command.verb}")
    if command.verb == review_commands.DISCARD:
        return redirect("desk-discard", release.pk)
    if command.verb == review_commands.LATER:
        messages.success(request, "Se guardó para después.")
        return to_next(release)
    if command.verb == review_commands.SAVE:
        messages.success(request, "Se guardó el borrador.")
    anchor = f"#{command.anchor}" if command.anchor else ""
    return redirect(f"{reverse('desk-review', args=[release.pk])}{anchor}")


def _take_theirs(data: QueryDict, saved: ReviewForm) -> None:
    """Puts what is saved in place of what was typed, where the person chose so in a conflict."""
    for name in saved.fields:
        if data.get(f"usar_{name}") == "otra":
            value = saved.initial.get(name) or ""
            data.setlist(name, value if isinstance(value, list) else [str(value)])


def _conflict(request: HttpRequest, work: _Work, form: ReviewForm, data: QueryDict) -> HttpResponse:
    """Both texts side by side; what was typed goes along, so that nothing of it is lost."""
    kept = shown_values(work.content, issuer=work.release.issuer.name, directory=work.directory)
    typed = shown_values(
        form.content, issuer=str(form.data.get("issuer", "")), directory=work.directory
    )
    if "issued_on" in form.errors:
        typed["issued_on"] = str(form.data.get("issued_on", ""))
    found = clashes(kept, typed, seen=str(form.data.get("visto", "")))
    names = (name for name in form.fields if name != "lock_version")
    sent = [(name, value) for name in names for value in data.getlist(name)]
    context = {
        "release": work.release,
        "draft": work.draft,
        "clashes": found,
        "sent": sent,
        "seen": fingerprint(kept),
        "pestana": "inbox",
    }
    return render(request, "redaccion/revision_conflicto.html", context, status=HTTPStatus.CONFLICT)
