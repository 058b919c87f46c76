"""An hour before its minute a bulletin is found by no address, however well it is guessed.

The guesser knows the office's habits: its folios, its dates, how files and versions are called,
the addresses of the former site, and even the text, whose hash it can reckon itself.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import random
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import pytest
from django.test import Client

from releases import storage
from releases.models import Release
from releases.publishing import actions
from releases.publishing.clock import database_now
from releases.publishing.content import content_of_draft, text_sha256
from releases.publishing.identity import release_slug
from releases.roles import EDITORS
from tests.admin.conftest import make_member
from tests.factories import make_release

pytestmark = pytest.mark.django_db

# The guesser knows the title, and so does every page that repeats what was asked; this word not.
SECRET = "xoloitzcuintle"
CANARY = "ornitorrinco"
HEADLINE = f"Presentan al {CANARY} ficticio de prueba"
SHORT, LONG = 600, 10_000
FILES = (
    "",
    "documento.pdf",
    "documento.docx",
    "texto.txt",
    "datos.json",
    "pagina-1.webp",
    "miniatura-1.webp",
    "foto-1.webp",
    "anexo-1.pdf",
    "versiones/",
    "versiones/1/",
    "versiones/1/documento.pdf",
    "versiones/2/documento.pdf",
)
FORMER = (
    "/boletines/{number}-{year}.pdf",
    "/sites/default/files/comunicados/{number}_{year}.pdf",
    "/wp-content/uploads/{year}/{month}/comunicado-{number}.pdf",
    "/comunicados/{number}/{year}",
    "/media/documentos/{hash2}/{hash}",
    "/media/{hash}.pdf",
    "/static/{hash}.pdf",
    "/documentos/{hash}",
    "/descargas/{number}-{year}.pdf",
)

Guess = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Embargoed:
    """The bulletin, and what a guesser could reckon from a leaked text or file."""

    release: Release
    file_sha256: str
    text_sha256: str
    secret_sha256: str


@pytest.fixture
def embargoed() -> Embargoed:
    """Goes out in an hour, the next number of its series, its file kept and a link given."""
    for number in range(290, 296):
        make_release(number=number, folio=f"{number:04d}/2024")
    release = make_release(
        published=False,
        number=296,
        folio="0296/2024",
        headline=HEADLINE,
        body=(f"Texto del {CANARY} y del {SECRET} ficticios.",),
    )
    source = release.draft.source
    assert source
    kept = storage.document_path(source.sha256)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(SECRET.encode())
    at = database_now() + dt.timedelta(hours=1)
    actions.schedule(release=release, at=at, by=None)
    editor = make_member(EDITORS, username="elena")
    link, _ = actions.give_preview(release=release, reader="Diario Ficticio", hours=2, by=editor)
    return Embargoed(
        Release.objects.get(pk=release.pk),
        source.sha256,
        text_sha256(content_of_draft(release.draft)),
        link.secret_sha256,
    )


def guesses(embargoed: Embargoed, chance: random.Random) -> Iterator[str]:
    """Addresses without end, each kind in turn."""
    release, file = embargoed.release, embargoed.file_sha256
    known = {
        "year": str(release.year),
        "month": "04",
        "number": "0296",
        "hash": file,
        "hash2": file[:2],
    }
    hashes = [file, embargoed.text_sha256, embargoed.secret_sha256]
    slugs = [release.slug, release_slug(HEADLINE), "x", "comunicado", CANARY]
    keys = ["0296", "296", "ssem-0296", release.key, "0297"]

    def page() -> str:
        year, key = chance.choice([2024, 2024, 2023]), chance.choice(keys)
        slug, file = chance.choice(slugs), chance.choice(FILES)
        return f"/comunicados/{year}/{key}-{slug}/{file}"

    def short() -> str:
        return chance.choice(["/c/{}/{}", "/comunicados/{}/{}/"]).format(2024, chance.choice(keys))

    def former() -> str:
        return chance.choice(FORMER).format(**known)

    def preview() -> str:
        digest = chance.choice(hashes)
        near = hashlib.sha256(f"{chance.random()}".encode()).hexdigest()[:32]
        secret = chance.choice([digest, digest[:32], near, secrets.token_urlsafe(24), "0296"])
        return f"/previa/{secret}/{chance.choice(FILES)}"

    def desk() -> str:
        name = chance.choice(["vista", "publicar", "enlaces", "revision", "comunicados"])
        return f"/redaccion/{name}/{release.pk}/{chance.choice(FILES[:7])}"

    def search() -> str:
        asked = chance.choice([CANARY, "0296/2024", "296", HEADLINE, file[:12]])
        door = chance.choice(["/buscar/", "/buscar/datos.json", "/buscar/atom.xml"])
        return f"{door}?q={asked}"

    kinds: list[Guess] = [page, short, former, preview, desk, search]
    while True:
        for kind in kinds:
            yield kind()


def told_by_guesses(embargoed: Embargoed, number: int) -> list[str]:
    """The addresses, of so many guessed, that told the secret or opened a door of the bulletin."""
    seed = int(os.environ.get("CONSTE_SEED", random.randrange(1_000_000)))
    print(f"seed {seed}, {number} addresses")
    client = Client()
    told: list[str] = []
    for address in islice(guesses(embargoed, random.Random(seed)), number):
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        if SECRET.encode() in body or _opens(address, answer.status_code):
            told.append(f"{answer.status_code} {address}")
    return told


def _opens(address: str, status: int) -> bool:
    """Whether a door that holds only the bulletin opened; the search always answers."""
    signing_in = address.startswith("/redaccion/") and status == 302
    return status != 404 and not signing_in and not address.startswith("/buscar/")


def test_no_guessed_address_finds_it(embargoed: Embargoed) -> None:
    assert told_by_guesses(embargoed, SHORT) == []


@pytest.mark.nightly
def test_ten_thousand_guessed_addresses_find_nothing(embargoed: Embargoed) -> None:
    assert told_by_guesses(embargoed, LONG) == []


def test_the_same_addresses_find_it_once_it_is_out(embargoed: Embargoed) -> None:
    """Else the guesses would prove nothing."""
    actions.publish(release=embargoed.release, by=None)

    told = " ".join(told_by_guesses(embargoed, 180))

    for door in ("/comunicados/2024/", "/c/2024/", "/buscar/"):
        assert door in told
