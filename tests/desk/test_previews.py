"""Links for readers under embargo: what they open, for how long, and what stays closed."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db.models.functions import Now
from django.test import Client
from django.urls import reverse

from releases import storage
from releases.models import Draft, PreviewLink, Release, SourceDocument, User
from releases.operations.request_log import without_personal_data
from releases.publishing import actions
from releases.publishing.clock import database_now
from releases.publishing.content import content_of_draft
from releases.publishing.errors import IncompleteBulletin, NotAllowed, WrongState
from releases.roles import AUDITORS, EDITORS, WRITERS
from releases.vocabulary import EventKind
from tests.admin.conftest import enter, make_member
from tests.factories import host_agency, make_agency, make_content, make_release, make_topic

__all__ = ["enter"]

pytestmark = pytest.mark.django_db

CANARY = "ornitorrinco"
READER = "Diario Ficticio"


@pytest.fixture
def editor(db: None) -> User:
    return make_member(EDITORS, username="elena")


@pytest.fixture
def release(editor: User) -> Release:
    release = make_release(
        published=False,
        number=9276,
        folio="9276/2024",
        headline=f"Título {CANARY}",
        agencies=[make_agency("Dependencia Ficticia", acronym="DEFI")],
        topics=[make_topic("Asunto ficticio")],
    )
    at = database_now() + dt.timedelta(hours=5)
    return actions.schedule(release=release, at=at, by=editor)


@pytest.fixture
def link(release: Release, editor: User) -> tuple[PreviewLink, str]:
    return actions.give_preview(release=release, reader=READER, hours=24, by=editor)


def path_of(secret: str, file: str = "") -> str:
    return reverse("preview", args=[secret]) + file


def shown(page: str) -> list[str]:
    """Title, points, text, closing and the names beside it; counts grow with the publication."""
    parts = (
        r"<h1.*?</h1>",
        r'<ul class="comunicado__sumarios.*?</ul>',
        r'<div class="(?:prosa|contacto).*?</div>',
        r'<li><a href="/(?:dependencias|lugares|temas)/[^>]*><span>.*?</span>',
    )
    return re.findall("|".join(parts), page, re.S)


def masked(client: Client, path: str) -> tuple[int, str, dict[str, str]]:
    """Status, body and headers, without the request's own id and the address that was asked."""
    answer = client.get(path)
    own = {"X-Request-ID", "Content-Length"}  # the length changes with the address
    headers = {name: value for name, value in answer.items() if name not in own}
    body = answer.content.decode().replace(answer["X-Request-ID"], "")
    return answer.status_code, body.replace(quote(path), "").replace(path, ""), headers


def test_the_named_reader_sees_the_page_as_it_will_be(
    client: Client, release: Release, link: tuple[PreviewLink, str], editor: User
) -> None:
    before = client.get(path_of(link[1])).content.decode()
    Release.objects.filter(pk=release.pk).update(publish_at=database_now())
    actions.publish_due()
    after = client.get(release.short_path, follow=True).content.decode()

    assert CANARY in before
    assert READER in before
    assert "Embargado hasta el" in before
    assert shown(before) == shown(after)
    assert "Segundo párrafo ficticio." in "".join(shown(before))


def test_no_cache_keeps_it_no_engine_lists_it_and_no_site_learns_its_address(
    client: Client, link: tuple[PreviewLink, str]
) -> None:
    answer = client.get(path_of(link[1]))

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert 'content="noindex, nofollow"' in answer.content.decode()
    assert "og:" not in answer.content.decode()
    assert not answer.cookies


def test_the_desk_sees_the_lists_too_and_the_reader_of_a_link_does_not(
    enter: Any, link: tuple[PreviewLink, str]
) -> None:
    given, secret = link
    words = "Así saldrá en las listas"

    desk = enter(EDITORS).get(reverse("desk-preview", args=[given.release_id]))

    assert words in desk.content.decode()
    assert words not in Client().get(path_of(secret)).content.decode()


def test_every_secret_that_opens_nothing_gets_the_same_bytes(
    client: Client, release: Release, editor: User
) -> None:
    def given(**fields: Any) -> str:
        link, secret = actions.give_preview(release=release, reader=READER, hours=1, by=editor)
        PreviewLink.objects.filter(pk=link.pk).update(**fields)
        return secret

    secrets = {
        "never given": "A" * 32,
        "another form": "x",
        "expired": given(created_at=Now() - dt.timedelta(hours=2), expires_at=Now()),
        "revoked": given(revoked_at=Now(), revoked_by=editor),
        "for another text": given(draft_version=99),
    }
    answers = {why: masked(client, path_of(secret)) for why, secret in secrets.items()}

    assert answers["never given"][0] == 404
    assert [why for why, answer in answers.items() if answer != answers["never given"]] == []
    assert masked(client, "/previa/nunca.dado/")[:2] == answers["never given"][:2]


def test_it_stops_when_the_text_is_saved_again(
    client: Client, release: Release, link: tuple[PreviewLink, str], editor: User
) -> None:
    draft = release.draft
    actions.save_draft(
        draft=draft, content=content_of_draft(draft), lock_version=draft.lock_version, by=editor
    )

    assert client.get(path_of(link[1])).status_code == 404


def test_it_stops_when_it_is_revoked_and_when_the_bulletin_is_put_away(
    client: Client, release: Release, link: tuple[PreviewLink, str], editor: User
) -> None:
    other, secret = actions.give_preview(release=release, reader="Otro", hours=1, by=editor)
    actions.revoke_preview(link=other, by=editor)
    assert client.get(path_of(secret)).status_code == 404

    actions.unschedule(release=release, by=editor)
    assert client.get(path_of(link[1])).status_code == 200
    actions.discard(release=release, by=editor)
    assert client.get(path_of(link[1])).status_code == 404


def test_after_the_publication_it_leads_to_the_public_page(
    client: Client, release: Release, link: tuple[PreviewLink, str], editor: User
) -> None:
    actions.publish(release=release, by=editor)
    release.refresh_from_db()

    answer = client.get(path_of(link[1]))

    assert (answer.status_code, answer["Location"]) == (302, release.get_absolute_url())
    assert answer["Cache-Control"] == "private, no-store"
    actions.withdraw(release=release, note="Retirado en la prueba.", by=editor)
    assert client.get(path_of(link[1]), follow=True).status_code == 410


def test_documents_and_pictures_need_the_secret_in_their_address(
    client: Client, release: Release, link: tuple[PreviewLink, str], tmp_path: Path
) -> None:
    file = tmp_path / "prueba.pdf"
    file.write_bytes(b"%PDF-1.4 ficticio " + CANARY.encode())
    source = release.draft.source
    assert source
    kept = storage.document_path(source.sha256)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(file.read_bytes())

    answer = client.get(path_of(link[1], "documento.pdf"))
    assert b"".join(answer) == file.read_bytes()
    assert answer["Cache-Control"] == "private, no-store"
    assert CANARY in client.get(path_of(link[1], "texto.txt")).content.decode()
    for name in ("documento.pdf", "texto.txt", "pagina-1.webp", "miniatura-1.webp"):
        wrong = masked(client, path_of("A" * 32, name))
        assert wrong == masked(client, path_of("A" * 32)), name
    page = client.get(path_of(link[1])).content.decode()
    assert path_of(link[1], "documento.pdf") in page
    assert release.short_path + "/documento" not in page


def test_a_bulletin_written_here_shows_the_sheet_that_it_will_have(
    client: Client, editor: User
) -> None:
    host_agency()
    draft = actions.start_bulletin(by=editor)
    draft = actions.save_draft(
        draft=draft, content=make_content(), lock_version=draft.lock_version, by=editor
    )
    _, secret = actions.give_preview(release=draft.release, reader=READER, hours=1, by=editor)

    assert path_of(secret, "documento.pdf") in client.get(path_of(secret)).content.decode()
    sheet = b"".join(client.get(path_of(secret, "documento.pdf")))
    assert sheet.startswith(b"%PDF")
    assert sheet == b"".join(client.get(path_of(secret, "documento.pdf")))
    assert not SourceDocument.objects.filter(release=draft.release).exists()


def test_each_opening_is_kept_without_a_word_about_who_opened(
    client: Client, release: Release, link: tuple[PreviewLink, str]
) -> None:
    client.get(path_of(link[1]), REMOTE_ADDR="203.0.113.7")
    client.get(path_of(link[1], "texto.txt"))
    client.get(path_of("A" * 32))

    uses = release.events.filter(kind=EventKind.PREVIEW_USED).order_by("pk")
    assert [(use.by, use.data) for use in uses] == [
        (None, {"link": link[0].pk, "what": "página"}),
        (None, {"link": link[0].pk, "what": "texto"}),
    ]


def test_only_the_hash_of_the_secret_is_kept(link: tuple[PreviewLink, str]) -> None:
    given, secret = link

    assert len(secret) >= 32
    assert given.secret_sha256 == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(vars(given))


def test_logs_do_not_hold_the_secret() -> None:
    line = without_personal_data("Not Found: /previa/AbCdEfGhIjKlMnOpQrStUvWx/documento.pdf")

    assert line == "Not Found: /previa/[enlace]/documento.pdf"


@pytest.mark.parametrize("hours", [0, 73])
def test_a_link_lasts_from_one_hour_to_three_days(
    release: Release, editor: User, hours: int
) -> None:
    with pytest.raises(ValueError, match="72 hours"):
        actions.give_preview(release=release, reader=READER, hours=hours, by=editor)


def test_links_are_refused_where_there_is_nothing_to_show(release: Release, editor: User) -> None:
    with pytest.raises(WrongState):
        actions.give_preview(release=make_release(), reader=READER, hours=1, by=editor)
    Draft.objects.filter(pk=release.pk).update(headline="")
    with pytest.raises(IncompleteBulletin):
        actions.give_preview(release=release, reader=READER, hours=1, by=editor)
    writer = make_member(WRITERS)
    with pytest.raises(NotAllowed):
        actions.give_preview(release=release, reader=READER, hours=1, by=writer)


def test_the_desk_shows_a_new_address_once(enter: Any, client: Client, release: Release) -> None:
    desk = enter(EDITORS)
    page = reverse("desk-previews", args=[release.pk])

    answer = desk.post(page, {"reader": READER, "hours": "24"}).content.decode()

    found = re.search(r"/previa/([\w-]+)/", answer)
    assert found
    assert CANARY in client.get(path_of(found[1])).content.decode()
    again = desk.get(page).content.decode()
    assert found[1] not in again
    assert "Se abrió 1 vez" in again
    link = release.preview_links.get()
    desk.post(reverse("desk-preview-revoke", args=[link.pk]))
    assert "Revocado" in desk.get(page).content.decode()
    assert client.get(path_of(found[1])).status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"reader": " ", "hours": "24"}, "Escriba el nombre del medio o de la persona."),
        ({"reader": READER, "hours": "73"}, "A lo más 72 horas"),
        ({"reader": READER, "hours": "muchas"}, "Escriba un número de horas"),
    ],
)
def test_the_form_says_what_is_wrong(
    enter: Any, release: Release, sent: dict[str, str], said: str
) -> None:
    answer = enter(EDITORS).post(reverse("desk-previews", args=[release.pk]), sent)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not release.preview_links.exists()


def test_who_prepares_or_audits_sees_links_and_gives_none(enter: Any, release: Release) -> None:
    for role in (WRITERS, AUDITORS):
        page = reverse("desk-previews", args=[release.pk])
        assert "Dar el enlace" not in enter(role).get(page).content.decode()
        assert enter(role).post(page, {"reader": READER, "hours": "1"}).status_code == 403


def test_the_desk_sees_the_page_as_it_will_be_and_readers_do_not(
    enter: Any, client: Client, release: Release
) -> None:
    address = reverse("desk-preview", args=[release.pk])

    page = enter(AUDITORS).get(address)

    assert CANARY in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert client.get(address).status_code == 302
    assert enter(AUDITORS).get(reverse("desk-preview", args=[make_release().pk])).status_code == 404
