"""The page that compares two public versions, and the list of all changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from releases.models import Release, User
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.roles import EDITORS, WRITERS
from releases.vocabulary import PendingAct, RevisionKind
from tests.admin.conftest import make_member
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def correct(release: Release, note: str = "Nota ficticia.", **changes: Any) -> None:
    release.refresh_from_db()
    current = release.current_revision
    assert current is not None
    actions.correct(
        release=release,
        content=replace(content_of_revision(current), **changes),
        kind=RevisionKind.CORRECTION,
        note=note,
        seen_version=current.number,
        by=None,
    )
    release.refresh_from_db()


def compared(client: Client, release: Release, query: str = "") -> str:
    response = client.get(f"{release.get_absolute_url()}versiones/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_last_two_versions_are_compared_word_by_word(client: Client) -> None:
    release = make_release(headline="Comporte la Secretaría")
    correct(release, headline="Comparte la Secretaría")

    page = compared(client, release)

    assert "Qué cambió entre la versión 1 y la versión 2" in page
    assert '<del><span class="oculto">Se quitó: </span>Comporte</del>' in page
    assert '<ins><span class="oculto">Se agregó: </span>Comparte</ins>' in page
    assert "Cambió: título." in page
    assert "Nota ficticia." in page


def test_what_stayed_the_same_is_folded_and_can_be_shown(client: Client) -> None:
    release = make_release(headline="Uno")
    correct(release, headline="Dos")

    assert "Segundo párrafo ficticio." not in compared(client, release)
    assert "párrafos 1 y 2" in compared(client, release)
    assert "Segundo párrafo ficticio." in compared(client, release, "?completo=1")


def test_two_columns_show_before_and_after(client: Client) -> None:
    release = make_release(headline="Uno")
    correct(release, headline="Dos")

    page = compared(client, release, "?vista=columnas")

    assert "<del>Uno</del>" in page
    assert "<ins>Dos</ins>" in page
    assert "Ver en una columna" in page


def test_any_two_versions_can_be_compared(client: Client) -> None:
    release = make_release(headline="Uno")
    correct(release, headline="Dos")
    correct(release, headline="Tres")

    page = compared(client, release, "?de=1&a=3")

    assert "entre la versión 1 y la versión 3" in page
    assert '<option value="1" selected>' in page


def test_a_version_compared_with_itself_has_no_difference(client: Client) -> None:
    release = make_release()
    correct(release, headline="Dos")

    assert "No hay diferencias entre estas versiones." in compared(client, release, "?de=2&a=2")


def test_a_bulletin_with_one_version_says_so(client: Client) -> None:
    assert "Este comunicado no se ha corregido." in compared(client, make_release())


@pytest.mark.parametrize("query", ["?de=7", "?a=x", "?de=-1&a=1", f"?a={'9' * 30}", "?a=²"])
def test_a_version_that_never_was_is_a_404(client: Client, query: str) -> None:
    release = make_release()

    assert client.get(f"{release.get_absolute_url()}versiones/{query}").status_code == 404


def test_hostile_words_are_compared_as_text(client: Client) -> None:
    release = make_release(headline="<script>alert(1)</script>")
    correct(release, headline="</del><img src=x onerror=alert(1)>")

    page = compared(client, release)

    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_every_change_is_listed_with_its_note_and_its_difference(client: Client) -> None:
    release = make_release(headline="Uno", number=9275)
    correct(release, note="Primera nota.", headline="Dos")
    correct(release, note="Segunda nota.", headline="Tres")

    page = client.get("/correcciones/").content.decode()

    assert page.index("Segunda nota.") < page.index("Primera nota.")
    assert f"{release.get_absolute_url()}versiones/?de=1&amp;a=2" in page
    assert "2 cambios públicos" in page


def test_a_withdrawal_is_listed_without_what_was_withdrawn(client: Client) -> None:
    release = make_release(headline="Título secreto")
    correct(release, note="Nota anterior.", headline="Título muy secreto")
    actions.withdraw(release=release, note="Motivo del retiro.", by=None)

    for path in ("/correcciones/", "/correcciones/atom.xml"):
        page = client.get(path).content.decode()
        assert "Motivo del retiro." in page
        assert "secreto" not in page
        assert "Nota anterior." not in page


def test_an_archive_without_corrections_says_so(client: Client) -> None:
    assert "Aún no hay correcciones" in client.get("/correcciones/").content.decode()


def test_corrections_have_a_feed_with_an_entry_for_each(client: Client) -> None:
    release = make_release(headline="Uno")
    correct(release, note="Primera nota.", headline="Dos")
    correct(release, note="Segunda nota.", headline="Tres")

    root = ElementTree.fromstring(client.get("/correcciones/atom.xml").content)  # noqa: S314 - ours

    ids = [entry.findtext("{*}id") for entry in root.findall("{*}entry")]
    assert len(set(ids)) == 2


def test_a_page_of_corrections_beyond_the_last_is_a_404(client: Client) -> None:
    response = client.get("/correcciones/?pagina=2")

    assert response.status_code == 404
    assert 'href="/correcciones/"' in response.content.decode()


def test_a_version_tells_the_roles_behind_it_and_no_names(client: Client) -> None:
    asked, authorised = (
        make_member(role, username=name)
        for role, name in ((WRITERS, "solicitantereservada"), (EDITORS, "autorizantereservada"))
    )
    release = make_release(headline="Uno")
    assert release.current_revision
    actions.prepare_correction(
        release=release,
        content=replace(content_of_revision(release.current_revision), headline="Dos"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        seen_draft=None,
        by=asked,
    )
    request = actions.request_authorization(release=release, act=PendingAct.CORRECT, by=asked)
    actions.authorise(authorization=request, by=authorised)
    release.refresh_from_db()

    page = compared(client, release)

    assert "<dt>Solicitó</dt><dd>Redacción</dd>" in page
    assert "<dt>Autorizó</dt><dd>Edición</dd>" in page
    assert "reservada" not in page


def test_who_has_full_power_decides_as_the_administration(client: Client) -> None:
    release = make_release(headline="Uno dos")
    assert release.current_revision
    actions.correct(
        release=release,
        content=replace(content_of_revision(release.current_revision), headline="Uno tres"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        by=User.objects.create_superuser("raizreservada"),
    )
    release.refresh_from_db()

    page = compared(client, release)

    assert "<dt>Decidió</dt><dd>Administración</dd>" in page
    assert "1 quitada y 1 agregada; antes eran" in page


def test_a_version_that_one_person_decided_tells_the_one_role(client: Client) -> None:
    release = make_release(headline="Uno")
    assert release.current_revision
    actions.correct(
        release=release,
        content=replace(content_of_revision(release.current_revision), headline="Dos"),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        by=make_member(EDITORS),
    )
    release.refresh_from_db()

    page = compared(client, release)

    assert "<dt>Decidió</dt><dd>Edición</dd>" in page
    assert "Autorizó" not in page
