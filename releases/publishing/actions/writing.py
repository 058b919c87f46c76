"""A bulletin written here, from its first words until it is sent to review or published.

Its document is the letterhead PDF made from it. A Word file that somebody starts from is read and
not kept: its remarks, author and former wordings are nobody's business, and its text is the
draft's from then on.
"""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

import pgtrigger
from django.db import connection, transaction
from django.utils import timezone

from releases.catalogue.gazetteer import current_gazetteer
from releases.models import Agency, ClosingBlock, Draft, Office, Release
from releases.publishing.content import BulletinContent, content_of_draft
from releases.publishing.errors import FolioTaken, IncompleteBulletin, StaleEdit, WrongState
from releases.publishing.folios import print_folio, set_number
from releases.publishing.identity import release_key, release_slug
from releases.publishing.letterheads import print_ahead
from releases.publishing.permissions import Actor, require
from releases.publishing.records import locked_release, record, write_draft_fields
from releases.publishing.relinking import link_anew
from releases.publishing.second_person import demand_second_person
from releases.publishing.sketches import write_sketch
from releases.vocabulary import EventKind, ReleaseState

Entity = tuple[str, str]
_IN_WORK = {ReleaseState.DRAFT, ReleaseState.IN_REVIEW, ReleaseState.SCHEDULED}
# What each change of a draft adds to the change trail.
_DRAFT_TRAIL = "releases.Draft:update_update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a person wrote. The mentions of `content` are those that the person added, confirmed.

    `number` is a folio given by hand; without it the bulletin takes the next one of its series.
    `removed` are agencies, places and topics, as kind and slug, that it shall not be linked to.
    """

    content: BulletinContent = field(default_factory=BulletinContent)
    number: int | None = None
    closing_block: ClosingBlock | None = None
    removed: frozenset[Entity] = frozenset()


NOTHING_WRITTEN = Writing()


def start_bulletin(
    *,
    by: Actor,
    issuer: Agency | None = None,
    writing: Writing = NOTHING_WRITTEN,
    window: str = "",
    file_name: str = "",
) -> Draft:
    """A new bulletin without number, of the office that runs the archive unless told otherwise.

    `window` names the page it was written on: sent twice from the same page, it is one bulletin.
    `file_name` is that of the Word file that it was started from. Raises FolioTaken for a number
    given by hand, WrongState before the office is set up.
    """
    require(by, "edit")
    with transaction.atomic():
        known = _started_before(window, by) if window else None
        if known:
            return _save(known, writing, by=by, window=window)
        release = _new_release(issuer or _host(), writing)
        draft = Draft(release=release, takes_folio=True, saved_by=by)
        draft.links = {"window": {"id": window, "version": draft.lock_version}}
        draft.save(force_insert=True)
        details: dict[str, Any] = {"file": file_name} if file_name else {}
        record(release, EventKind.DRAFTED, by=by, **details)
        return _save(draft, writing, by=by, window=window)


def save_bulletin(
    *,
    draft: Draft,
    writing: Writing,
    lock_version: int,
    by: Actor,
    window: str = "",
    quietly: bool = False,
) -> Draft:
    """Overwrites the draft of a bulletin written here, with its agencies, places and topics found.

    `lock_version` is the one that the person's form was made from; raises StaleEdit when somebody
    saved since, other than the same page (`window`), whose answer may have been lost. `quietly` is
    for the saving that happens by itself: it leaves no row in the change trail, and is refused for
    a scheduled bulletin, which half a sentence could make public.

    A scheduled bulletin keeps its minute and its number; raises IncompleteBulletin when something
    is missing then, WrongState for another year and for a bulletin that is public or put away,
    FolioTaken, SecondPersonNeeded.
    """
    require(by, "edit")
    with transaction.atomic():
        release = locked_release(draft.release)
        if release.state not in _IN_WORK or release.discarded_at:
            raise WrongState("Este comunicado ya se publicó o se descartó. Recargue la página.")
        fresh = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
        fresh.release = release
        if fresh.lock_version != lock_version and not _is_last_saved_by(fresh, window):
            raise StaleEdit
        if release.state == ReleaseState.SCHEDULED:
            _check_scheduled(release, writing, by=by, quietly=quietly)
        return _save(fresh, writing, by=by, window=window, quietly=quietly)


def _host() -> Agency:
    office = Office.objects.select_related("agency").first()
    if office is None:
        raise WrongState("Falta registrar la oficina. Pídalo a quien administra el archivo.")
    return office.agency


def _new_release(issuer: Agency, writing: Writing) -> Release:
    return Release.objects.create(
        issuer=issuer,
        year=_year(writing.content),
        key=release_key(issuer=issuer, number=None),
        slug=release_slug(writing.content.headline),
    )


def _year(content: BulletinContent) -> int:
    day: dt.date = content.issued_on or timezone.localdate()
    return day.year


def _started_before(window: str, by: Actor) -> Draft | None:
    """The bulletin that the same page has started already, as when its button is pressed twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [window])
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("release__issuer")
    known = drafts.filter(links__window__id=window, saved_by=by).first()
    return known if known and _is_last_saved_by(known, window) else None


def _is_last_saved_by(draft: Draft, window: str) -> bool:
    last = draft.links.get("window", {})
    return bool(window) and last == {"id": window, "version": draft.lock_version}


def _check_scheduled(release: Release, writing: Writing, *, by: Actor, quietly: bool) -> None:
    require(by, "schedule")
    demand_second_person(by)
    if quietly:
        raise WrongState("Está programado: guarde usted sus cambios cuando estén completos.")
    if writing.content.missing:
        raise IncompleteBulletin(writing.content.missing)
    if _year(writing.content) != release.year:
        raise WrongState(
            "Su folio es de otro año. Cancele la programación, cambie la fecha y prográmelo otra "
            "vez."
        )


def _save(
    draft: Draft, writing: Writing, *, by: Actor, window: str, quietly: bool = False
) -> Draft:
    release = draft.release
    linked = link_anew(
        writing.content, current_gazetteer(), issuer=release.issuer.name, removed=writing.removed
    )
    kept = content_of_draft(draft)
    _set_folio(draft, writing)
    content = replace(linked, folio=draft.folio)
    if content == kept and _has_same_choices(draft, writing):
        return draft
    is_unremarkable = quietly and by is not None and draft.saved_by_id == by.pk
    write_draft_fields(draft, content, by=by)
    draft.closing_block = writing.closing_block
    draft.lock_version += 1
    draft.links = {
        **draft.links,
        "removed": sorted(writing.removed),
        "window": {"id": window, "version": draft.lock_version},
    }
    with pgtrigger.ignore(_DRAFT_TRAIL) if is_unremarkable else nullcontext():
        draft.save()
    if not quietly:
        _follow(draft, content)
    return draft


def _has_same_choices(draft: Draft, writing: Writing) -> bool:
    """Whether the closing block and the removed entities are as saved."""
    block = writing.closing_block.pk if writing.closing_block else None
    removed = {(kind, slug) for kind, slug in draft.links.get("removed", ())}
    return draft.closing_block_id == block and removed == writing.removed


def _set_folio(draft: Draft, writing: Writing) -> None:
    """Keeps the number that a person gave, or goes back to the next one of the series."""
    release = draft.release
    if release.state == ReleaseState.SCHEDULED:
        return
    year = _year(writing.content)
    try:
        with transaction.atomic():
            set_number(release, number=writing.number, year=year)
    except FolioTaken as error:
        folio = print_folio(number=writing.number or 0, year=year, issuer=release.issuer)
        raise FolioTaken(f"El folio {folio} ya es de otro comunicado. Escriba otro.") from error
    draft.takes_folio = writing.number is None
    draft.folio = (
        print_folio(number=writing.number, year=year, issuer=release.issuer)
        if writing.number
        else ""
    )


def _follow(draft: Draft, content: BulletinContent) -> None:
    """What is derived from the text and need not be derived at every pause of its writer."""
    release = draft.release
    release.slug = release_slug(content.headline)
    release.save(update_fields=["slug"])
    write_sketch(release, content)
    if release.state == ReleaseState.SCHEDULED:
        print_ahead(release=release, draft=draft, content=content)
