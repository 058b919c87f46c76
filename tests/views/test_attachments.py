"""Photos and annexes for readers: on the page, in every output, and only while they are public."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.http import HttpResponseBase
from django.test import Client
from PIL import Image

from releases.models import Draft, Release, User
from releases.publishing import actions
from releases.publishing.content import content_of_draft, content_of_revision
from releases.vocabulary import AttachmentKind, RevisionKind
from tests.factories import make_release
from tests.photos.pictures import draw, draw_with_metadata

pytestmark = pytest.mark.django_db

ALT = "Franjas roja y azul."


@pytest.fixture
def release(tmp_path: Path) -> Release:
    """A bulletin in review with a photo and an annex, ready to be published."""
    release = make_release(published=False)
    photo = actions.attach_file(
        release=release,
        path=draw_with_metadata(tmp_path / "secreta.jpg"),
        file_name="secreta.jpg",
        kind=AttachmentKind.PHOTO,
        by=None,
    )
    table = tmp_path / "cifras.csv"
    table.write_text("a,b\n1,2\n")
    annex = actions.attach_file(
        release=release, path=table, file_name=table.name, kind=AttachmentKind.ANNEX, by=None
    )
    draft = Draft.objects.get(pk=release.pk)
    actions.arrange_attachments(
        release=release,
        words=(
            actions.AttachmentWords(
                file=photo.pk,
                alt=ALT,
                caption="Pie <ficticio>",
                credit="Oficina ficticia",
                confirmed=True,
            ),
            actions.AttachmentWords(file=annex.pk, caption="Cifras ficticias"),
        ),
        lock_version=draft.lock_version,
        by=None,
    )
    return release


@pytest.fixture
def published(release: Release) -> Release:
    actions.publish(release=release, by=None)
    return Release.objects.with_current().get(pk=release.pk)


def correct(release: Release, tmp_path: Path) -> None:
    """Version 2 shows another photo alone."""
    first = release.revisions.get()
    actions.prepare_correction(
        release=release,
        content=content_of_revision(first),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        seen_draft=None,
        by=None,
    )
    path = draw(tmp_path / "otra.png", (64, 48))
    other = actions.attach_file(
        release=release, path=path, file_name=path.name, kind=AttachmentKind.PHOTO, by=None
    )
    lock_version = Draft.objects.get(pk=release.pk).lock_version
    words = actions.AttachmentWords(file=other.pk, alt="Otra.", confirmed=True)
    draft = actions.arrange_attachments(
        release=release, words=(words,), lock_version=lock_version, by=None
    )
    draft = Draft.objects.select_related("issued_in").get(pk=release.pk)
    actions.correct(
        release=release,
        content=content_of_draft(draft),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia.",
        seen_version=1,
        by=None,
        draft=draft,
    )


def size_of(answer: HttpResponseBase) -> tuple[int, int]:
    with Image.open(io.BytesIO(answer.getvalue())) as picture:
        return picture.size


def test_the_page_shows_the_photo_with_its_words(client: Client, published: Release) -> None:
    address = published.get_absolute_url()
    page = client.get(address).content.decode()

    assert f'src="{address}foto-1-chica.webp"' in page
    assert f'alt="{ALT}"' in page
    assert "Pie &lt;ficticio&gt;" in page
    assert "Fotografía: Oficina ficticia" in page
    assert f'<a href="{address}anexo-1.csv">' in page
    assert "Cifras ficticias" in page
    assert "secreta.jpg" not in page


def test_the_pictures_are_served_inline_and_the_annex_to_be_saved(
    client: Client, published: Release
) -> None:
    address = published.get_absolute_url()
    picture = client.get(f"{address}foto-1.webp")
    small = client.get(f"{address}foto-1-chica.webp")
    annex = client.get(f"{address}anexo-1.csv")

    assert picture["Content-Type"] == "image/webp"
    assert picture["Content-Disposition"] == 'inline; filename="foto-1.webp"'
    assert size_of(picture) == (800, 400)
    assert size_of(small) == (640, 320)
    assert annex["Content-Disposition"] == f'attachment; filename="{published.key}-anexo-1.csv"'
    assert annex["Content-Type"] == "text/csv"
    for answer in (picture, annex):
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(annex) == b"\xef\xbb\xbfa,b\n1,2\n"
    again = client.get(f"{address}foto-1.webp", headers={"if-none-match": picture["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["foto-0.webp", "foto-2.webp", "anexo-1.pdf", "anexo-2.csv"])
def test_what_the_version_does_not_show_is_not_there(
    name: str, client: Client, published: Release
) -> None:
    assert client.get(f"{published.get_absolute_url()}{name}").status_code == 404


def test_before_publication_there_is_nothing(client: Client, release: Release) -> None:
    for name in ("foto-1.webp", "foto-1-chica.webp", "anexo-1.csv", "versiones/1/foto-1.webp"):
        assert client.get(f"{release.get_absolute_url()}{name}").status_code == 404, name


def test_a_withdrawal_takes_the_files_along(client: Client, published: Release) -> None:
    address = published.get_absolute_url()
    actions.withdraw(release=published, note="Nota ficticia.", by=None)

    for name in ("foto-1.webp", "foto-1-chica.webp", "anexo-1.csv", "versiones/1/foto-1.webp"):
        assert client.get(f"{address}{name}").status_code == 410, name


def test_an_old_version_keeps_its_own_files(
    client: Client, published: Release, tmp_path: Path
) -> None:
    correct(published, tmp_path)
    address = published.get_absolute_url()

    assert size_of(client.get(f"{address}foto-1.webp")) == (64, 48)
    assert client.get(f"{address}anexo-1.csv").status_code == 404
    old = f"{address}versiones/1/"
    assert size_of(client.get(f"{old}foto-1.webp")) == (800, 400)
    assert size_of(client.get(f"{old}foto-1-chica.webp")) == (640, 320)
    annex = client.get(f"{old}anexo-1.csv")
    assert annex.getvalue() == b"\xef\xbb\xbfa,b\n1,2\n"
    assert f'src="{old}foto-1-chica.webp"' in client.get(old).content.decode()


def test_previews_and_search_engines_learn_of_the_photo(client: Client, published: Release) -> None:
    page = client.get(published.get_absolute_url()).content.decode()
    picture = f"http://127.0.0.1:8000{published.get_absolute_url()}foto-1.webp"

    assert f'<meta property="og:image" content="{picture}">' in page
    assert f'<meta property="og:image:alt" content="{ALT}">' in page
    article = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert [image["url"] for image in article["image"]] == [picture]
    assert article["image"][0]["creditText"] == "Oficina ficticia"


def test_data_and_feed_name_the_files(client: Client, published: Release) -> None:
    record = client.get(f"{published.get_absolute_url()}datos.json").json()
    assert record["photos"][0]["alt"] == ALT
    assert record["photos"][0]["url"].endswith("/foto-1.webp")
    assert record["annexes"][0]["title"] == "Cifras ficticias"

    feed = ElementTree.fromstring(client.get("/comunicados/atom.xml").content)  # noqa: S314 (ours)
    atom = "{http://www.w3.org/2005/Atom}"
    links = feed.findall(f"{atom}entry/{atom}link[@rel='enclosure']")
    assert [link.get("type") for link in links] == ["image/webp", "text/csv"]
    assert links[0].get("href") == record["photos"][0]["url"]


def test_no_output_names_the_original_or_who_confirmed(client: Client, published: Release) -> None:
    original = published.files.get(kind=AttachmentKind.PHOTO).original_sha256
    address = published.get_absolute_url()
    for path in (address, f"{address}datos.json", "/comunicados/atom.xml"):
        text = client.get(path).content.decode()
        assert original not in text, path
        assert "confirmed" not in text, path
        assert "secreta" not in text, path


def test_a_preview_shows_the_files_under_its_own_secret_address(
    client: Client, release: Release
) -> None:
    editor = User.objects.create_superuser("ficticia", "ficticia@ejemplo.invalid")
    _, secret = actions.give_preview(release=release, reader="Medio ficticio", hours=1, by=editor)
    address = f"/previa/{secret}/"

    assert f'src="{address}foto-1-chica.webp"' in client.get(address).content.decode()
    for name in ("foto-1.webp", "foto-1-chica.webp", "anexo-1.csv"):
        answer = client.get(f"{address}{name}")
        assert answer.status_code == 200, name
        assert b"".join(answer), name
        assert "no-store" in answer["Cache-Control"], name
        assert client.get(f"/previa/{'x' * len(secret)}/{name}").status_code == 404, name
