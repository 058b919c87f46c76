"""Fictional requests, differences and notes for the gallery of components: nothing was saved."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from releases.models import Authorization, Release, Remark, Revision, User
from releases.pages.desk.authorizations import Waiting
from releases.pages.desk.corrections import Effect
from releases.publishing.diff import Passage, compare_texts
from releases.vocabulary import PendingAct, RevisionKind, WithdrawalKind

_NOTE = "Nota pública ficticia: qué decía y qué debe decir."


def correction_samples() -> dict[str, Any]:
    """What the gallery shows of corrections and authorizations."""
    return {
        "waiting": [_correction(), _withdrawal(), _emergency()],
        "effects": [Effect("Se crea la versión 2."), Effect("Falta otra persona.", is_sure=False)],
        "passage": _passage(),
        "remarks": [
            Remark(text="Nota interna ficticia.", at=timezone.now(), by=User(username="ficticia"))
        ],
    }


def _passage() -> Passage:
    pieces = compare_texts("La policía comporte doce datos.", "La policía comparte trece datos.")
    return Passage("body", "Párrafo 1", pieces)


def _correction() -> Waiting:
    data = {"kind": RevisionKind.CORRECTION.value}
    return _waiting(PendingAct.CORRECT, 1, may_decide=True, data=data)


def _withdrawal() -> Waiting:
    kind = WithdrawalKind.BY_ORDER.value
    grounds = {"withdrawal": kind, "authority": "Juzgado ficticio", "file_number": "1/1999"}
    return _waiting(PendingAct.WITHDRAW, 2, is_stale=True, may_cancel=True, data=grounds)


def _emergency() -> Waiting:
    return _waiting(PendingAct.COUNTERSIGN, 3, may_decide=True)


def _waiting(
    act: PendingAct,
    number: int,
    *,
    is_stale: bool = False,
    may_decide: bool = False,
    may_cancel: bool = False,
    data: dict[str, str] | None = None,
) -> Waiting:
    release = Release(pk=number, year=1999, key=f"{number:04d}")
    folio, headline = f"{number:04d}/1999", "Título ficticio de una solicitud"
    release.current_revision = Revision(
        release=release, folio=folio, headline=headline, display_headline=""
    )
    request = Authorization(
        pk=number,
        release=release,
        act=act.value,
        note="" if act is PendingAct.COUNTERSIGN else _NOTE,
        reason="Motivo interno ficticio.",
        data=data or {},
        requested_by=User(username="ficticia"),
        requested_at=timezone.now(),
    )
    return Waiting(
        request=request, act=act, is_stale=is_stale, may_decide=may_decide, may_cancel=may_cancel
    )
