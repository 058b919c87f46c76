"""One bulletin in each state, each with canary words wherever words can be, and the cast.

Everything here is fictional. A canary is a word that stands nowhere else: whoever sees it has
seen the bulletin, and the word says which part of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import typst
from django.test import Client
from django.utils import timezone

from releases import storage
from releases.models import (
    Authorization,
    Draft,
    EditorialTerm,
    Place,
    PreviewLink,
    Release,
    SourceDocument,
    Topic,
    UploadBatch,
    UploadedFile,
    User,
)
from releases.page_images import make_page_images
from releases.publishing import actions
from releases.publishing.actions import Reading, ReceivedFile
from releases.publishing.content import BulletinContent, content_of_revision
from releases.roles import ADMINISTRATORS, AUDITORS, EDITORS, WRITERS
from releases.vocabulary import (
    AttachmentKind,
    EditorialListKind,
    PendingAct,
    RevisionKind,
    SourceKind,
    UploadState,
)
from tests.admin.conftest import make_member
from tests.factories import host_agency, make_content, make_place, make_topic
from tests.photos.pictures import draw
from tests.security.rows import keys_of_rows

STATES = ("draft", "in-review", "scheduled", "published", "corrected", "withdrawn")
HIDDEN = frozenset({"draft", "in-review", "scheduled", "withdrawn"})
ACTORS = ("An", "Su", "Ed", "Pu", "Ad", "Au", "Pv")
_ROLES = {"Ed": WRITERS, "Pu": EDITORS, "Ad": ADMINISTRATORS, "Au": AUDITORS}
_YEAR = 2024
_PARTS = ("titulo", "sumario", "texto", "sitio", "tema", "pie", "alt", "anexo", "nota")
_PARTS_OF_FILE = ("archivo", "pdf")


@dataclass(frozen=True, slots=True)
class Planted:
    """A bulletin in one state, with its canaries and the secret of its preview link if any."""

    release: Release
    canary: str
    place: str
    topic: str
    secret: str = ""

    @property
    def words(self) -> frozenset[str]:
        """The canaries, one for each place where words can be."""
        written_here = self.canary == "canariodraft"
        parts = (*_PARTS, *(() if written_here else _PARTS_OF_FILE))
        return frozenset(f"{self.canary}{part}" for part in parts)


@dataclass(frozen=True, slots=True)
class World:
    """The bulletins by state, a client for each actor, and rows that addresses name.

    `clients` also has `Sp`: an account of the staff without a role.
    """

    bulletins: Mapping[str, Planted]
    clients: Mapping[str, Client]
    batch: UploadBatch
    upload: UploadedFile
    authorization: Authorization
    preview: PreviewLink
    account: User
    rows: Mapping[str, int]


def build_world(folder: Path) -> World:
    """Plants the bulletins and signs the cast in; files go to `settings.MEDIA_ROOT`."""
    host_agency()
    _spell()
    people = {actor: make_member(role) for actor, role in _ROLES.items()}
    bulletins = {
        state: _plant(state, number, folder, people["Pu"])
        for number, state in enumerate(STATES, start=7001)
    }
    batch = UploadBatch.objects.create(created_by=people["Ed"])
    upload = UploadedFile.objects.create(
        batch=batch,
        name="canariolote.pdf",
        size=1,
        state=UploadState.UNREADABLE.value,
        code="pdf-cifrado",
        message="Ficticio.",
    )
    authorization = actions.request_authorization(
        release=bulletins["published"].release,
        act=PendingAct.WITHDRAW,
        note="Nota ficticia.",
        data={"kind": "error"},
        by=people["Ed"],
    )
    return World(
        bulletins=bulletins,
        clients={actor: _client(people.get(actor), actor) for actor in (*ACTORS, "Sp")},
        batch=batch,
        upload=upload,
        authorization=authorization,
        preview=PreviewLink.objects.get(release=bulletins["scheduled"].release),
        account=people["Ed"],
        rows=keys_of_rows(
            release=bulletins["published"].release,
            host=host_agency(),
            place=Place.objects.get(slug=bulletins["published"].place),
            topic=Topic.objects.get(slug=bulletins["published"].topic),
        ),
    )


def _spell() -> None:
    """The canaries are rightly spelt: to look for what they may stand for takes seconds."""
    words = {f"canario{state.replace('-', '')}{part}" for state in STATES for part in _PARTS}
    EditorialTerm.objects.bulk_create(
        EditorialTerm(kind=EditorialListKind.RIGHT_WORD.value, term=word) for word in words
    )


def _client(person: User | None, actor: str) -> Client:
    client = Client(raise_request_exception=False)
    if actor in {"Su", "Sp"}:
        address = f"{actor}@ejemplo.invalid".lower()
        person = User.objects.create_user(address, address, is_staff=actor == "Sp")
    if person is not None:
        client.force_login(person)
    return client


def _plant(state: str, number: int, folder: Path, editor: User) -> Planted:
    canary = f"canario{state.replace('-', '')}"
    place = make_place(f"Villa {canary}sitio", slug=f"{canary}sitio")
    topic = make_topic(f"Asunto {canary}tema", slug=f"{canary}tema")
    content = make_content(
        folio=f"{number}/{_YEAR}",
        headline=f"Titular {canary}titulo ficticio",
        summary_points=(f"Punto {canary}sumario ficticio.",),
        body=(f"Párrafo {canary}texto en Villa {canary}sitio.", "Otro párrafo ficticio."),
        places=[place],
        topics=[topic],
        issued_in=place,
    )
    if state == "draft":
        release = _write(content, editor)
    else:
        release = actions.receive(
            file=_file(folder, canary),
            content=content,
            issuer=host_agency(),
            number=number,
            year=_YEAR,
            proposals=[],
            by=editor,
        )
    actions.remark(release=release, text=f"Nota interna {canary}nota", by=editor)
    _illustrate(release, folder, canary, editor)
    secret = _lead_to(state, release, canary, editor)
    for source in SourceDocument.objects.filter(release=release):
        make_page_images(source)
    return Planted(_fresh(release), canary, place.slug, topic.slug, secret)


def _write(content: BulletinContent, editor: User) -> Release:
    """A bulletin written at the desk, not yet sent to review."""
    draft = actions.start_bulletin(by=editor)
    actions.save_draft(draft=draft, content=content, lock_version=draft.lock_version, by=editor)
    return draft.release


def _file(folder: Path, canary: str) -> ReceivedFile:
    path = folder / f"{canary}archivo.pdf"
    path.write_bytes(typst.compile(f"Texto del archivo: {canary}pdf".encode(), format="pdf"))
    return ReceivedFile(
        sha256=storage.keep(path),
        media_type="application/pdf",
        file_name=path.name,
        size=path.stat().st_size,
        kind=SourceKind.ORIGINAL,
        reading=Reading(extractor="prueba/1"),
    )


def _illustrate(release: Release, folder: Path, canary: str, editor: User) -> None:
    """One photo with words, and one annex."""
    picture = draw(folder / f"{canary}.png", (90, 60))
    table = folder / f"{canary}anexo.csv"
    table.write_text(f"dato,valor\n{canary}anexo,1\n", encoding="utf-8")
    for path, kind in ((picture, AttachmentKind.PHOTO), (table, AttachmentKind.ANNEX)):
        actions.attach_file(release=release, path=path, file_name=path.name, kind=kind, by=editor)
    draft = Draft.objects.get(pk=release.pk)
    words = tuple(
        actions.AttachmentWords(
            file=row["file"],
            caption=f"Pie {canary}pie",
            credit="Ficticio",
            alt=f"Franjas {canary}alt",
            confirmed=True,
        )
        for row in draft.attachments
    )
    actions.arrange_attachments(
        release=release, lock_version=draft.lock_version, words=words, by=editor
    )


def _lead_to(state: str, release: Release, canary: str, editor: User) -> str:
    """Brings the bulletin to its state; the secret of a preview link where there is one."""
    secret = ""
    if state == "scheduled":
        at = timezone.now() + dt.timedelta(hours=5)
        actions.schedule(release=release, at=at, by=editor)
        _, secret = actions.give_preview(
            release=release, reader="Medio ficticio", hours=4, by=editor
        )
    if state in {"published", "corrected", "withdrawn"}:
        actions.publish(release=release, by=editor)
    if state == "corrected":
        _correct(_fresh(release), editor)
    if state == "withdrawn":
        actions.withdraw(release=release, note="Retiro ficticio.", by=editor)
    return secret


def _correct(release: Release, editor: User) -> None:
    assert release.current_revision is not None
    content = content_of_revision(release.current_revision)
    actions.correct(
        release=release,
        content=replace(content, body=content.body[:1]),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia de corrección.",
        seen_version=1,
        by=editor,
    )


def _fresh(release: Release) -> Release:
    return Release.objects.with_current().get(pk=release.pk)
