"""What the administration shows so that a person can judge a reading, and try one out."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from releases.ingest.intake import IngestOptions, ingest_document
from releases.models import IssuerProfile, Release, SourceDocument
from releases.publishing import actions
from releases.roles import ADMINISTRATORS, WRITERS
from tests.admin.conftest import Enter
from tests.corpus.files import DOCUMENTS, NASTY
from tests.factories import host_agency, make_content, make_file

pytestmark = pytest.mark.django_db

SAMPLE = Path(settings.BASE_DIR) / "fixtures" / "bulletins" / "0275-2024.pdf"


def page_of(client: Client, release: Release) -> str:
    url = reverse("admin:releases_release_change", args=[release.pk])
    return client.get(url).content.decode()


def trial_url() -> str:
    profile = IssuerProfile.objects.get(agency=host_agency())
    return reverse("admin:releases_issuerprofile_trial", args=[profile.pk])


def upload(path: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile(path.name, path.read_bytes())


def test_each_topic_says_which_words_led_to_it(enter: Enter) -> None:
    ingest_document(SAMPLE, name=SAMPLE.name, options=IngestOptions(publish=True))
    release = Release.objects.get()
    assert release.current_revision
    mention = release.current_revision.mentions.exclude(topic=None).first()
    assert mention

    page = page_of(enter(ADMINISTRATORS), release)

    term, count = mention.terms[0]
    assert "Por qué estos temas" in page
    assert f"{term} ({count})" in page


def test_a_name_that_only_the_text_knows_can_be_added_with_a_click(enter: Enter) -> None:
    release = actions.receive(
        file=make_file(),
        content=make_content(),
        issuer=host_agency(),
        number=9001,
        year=2024,
        proposals=[{"name": "Comité Ficticio de Enlace", "acronym": "COFIE"}],
        by=None,
    )
    client = enter(ADMINISTRATORS)

    page = page_of(client, release)

    assert "Comité Ficticio de Enlace (COFIE)" in page
    add = f"{reverse('admin:releases_agency_add')}?name=Comit%C3%A9+Ficticio+de+Enlace"
    assert add in page
    assert "COFIE" in client.get(add + "&acronym=COFIE").content.decode()


def test_a_bulletin_that_resembles_another_shows_it_and_what_differs(enter: Enter) -> None:
    options = IngestOptions(publish=True, confirm_all=True)
    ingest_document(DOCUMENTS / "dev-01.pdf", name="dev-01.pdf", options=options)
    known = Release.objects.get()
    release = actions.receive(
        file=make_file(),
        content=make_content(headline="Otro título ficticio"),
        issuer=host_agency(),
        number=None,
        year=2024,
        proposals=[],
        by=None,
        twin={"release": known.pk, "name": str(known), "kind": "alike", "share": 0.83},
    )

    page = page_of(enter(ADMINISTRATORS), release)

    assert "Comparte 83 %" in page
    assert reverse("admin:releases_release_change", args=[known.pk]) in page
    assert "<ins>" in page


def test_a_profile_is_tried_on_a_document_and_nothing_is_kept(enter: Enter) -> None:
    page = enter(ADMINISTRATORS).post(trial_url(), {"document": upload(SAMPLE)})

    text = page.content.decode()
    assert page.status_code == HTTPStatus.OK
    assert "0275/2024" in text
    assert "2024-04-04" in text
    assert "Seguro" in text
    assert not Release.objects.exists()
    assert not SourceDocument.objects.exists()


@pytest.mark.parametrize("name", ["truncated.pdf", "zero.pdf", "html-as.pdf"])
def test_a_document_that_cannot_be_read_is_answered_beside_the_field(
    enter: Enter, name: str
) -> None:
    page = enter(ADMINISTRATORS).post(trial_url(), {"document": upload(NASTY / name)})

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "errorlist" in page.content.decode()


def test_who_does_not_keep_catalogues_cannot_try_profiles(enter: Enter) -> None:
    answer = enter(WRITERS).get(trial_url())

    assert answer.status_code == HTTPStatus.FORBIDDEN
