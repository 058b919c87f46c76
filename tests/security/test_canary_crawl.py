"""A reader who follows every link finds no word of a hidden bulletin; an editor finds each."""

from __future__ import annotations

import io
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from pdfminer.high_level import extract_text

from releases.models import Revision, SourceDocument
from releases.publishing import actions
from releases.publishing.content import content_of_revision
from releases.vocabulary import RevisionKind
from tests.factories import make_release
from tests.security.doors import TABLE, address_of
from tests.security.world import HIDDEN, World

_LINK = re.compile(r"""(?:href|src|action|hx-get|content|value)=["']([^"']+)["']|<loc>([^<]+)""")
_CANARY = re.compile(r"canario[a-z]+")
_SEARCHES = ("search", "search-json", "search-csv", "search-jsonl", "search-atom")
# So many addresses of one name in the URLconf: the catalogue has hundreds that no bulletin names.
_MOST_ALIKE = 60


def hidden_words(world: World) -> frozenset[str]:
    """The canaries of the hidden bulletins."""
    return frozenset().union(*(world.bulletins[state].words for state in HIDDEN))


def public_starts(world: World) -> Iterator[str]:
    """Every public door by name, then questions that name the canaries themselves."""
    for name in TABLE["site"]:
        if not name.startswith(("admin", "desk", "account", "mfa", "components")):
            yield address_of(name, world, None)
    for planted in world.bulletins.values():
        for name in TABLE["bulletin"]:
            if name.startswith(("release", "revision", "short")):
                yield address_of(name, world, planted)
    for state in sorted(HIDDEN):
        yield from questions(world.bulletins[state].canary)


def questions(canary: str) -> Iterator[str]:
    """What somebody would ask who knows that the bulletin exists."""
    for part in ("titulo", "texto", "pdf"):
        yield from (f"{reverse(door)}?q={canary}{part}" for door in _SEARCHES)
        yield f"{reverse('batch')}?lista={canary}{part}"
    for door in ("completion", "completion-data"):
        yield f"{reverse(door)}?q={canary[:-1]}"
    yield f"{reverse('search')}?lugar={canary}sitio"
    yield f"{reverse('search')}?tema={canary}tema"


def staff_starts(world: World) -> Iterator[str]:
    """Every page of a hidden bulletin that the table opens to Edición, and its files."""
    files = "admin:releases_sourcedocument_file"
    for source in SourceDocument.objects.order_by("pk"):
        yield reverse(files, args=[source.pk])
    for revision in Revision.objects.order_by("pk"):
        yield reverse("admin:releases_revision_change", args=[revision.pk])
    for state in sorted(HIDDEN):
        for name, rows in TABLE["bulletin"].items():
            if name.startswith(("desk", "admin")) and rows[state][3] == "o":
                yield address_of(name, world, world.bulletins[state])


def crawl(client: Client, starts: Iterable[str], *, within: str = "/") -> Iterator[tuple[str, str]]:
    """Addresses and what they answer, following links to others of this site below `within`."""
    waiting = deque(starts)
    seen: set[str] = set()
    alike: Counter[str] = Counter()
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address)
        if address in seen or alike[kind] == _MOST_ALIKE:
            continue
        seen.add(address)
        alike[kind] += 1
        text = text_of(client.get(address))
        yield address, text
        waiting.extend(links(address, text, within=within))


def kind_of(address: str) -> str:
    """The address's name in the URLconf, empty for one that does not exist."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def text_of(answer: Any) -> str:
    """What a person could read: headers, and the text of a PDF."""
    raw = b"".join(answer) if answer.streaming else answer.content
    if raw.startswith(b"%PDF"):
        return extract_text(io.BytesIO(raw)) + str(answer.headers)
    return raw.decode("utf-8", "replace") + str(answer.headers)


def links(address: str, text: str, *, within: str) -> Iterator[str]:
    for found in _LINK.findall(text):
        target = urlsplit(urldefrag(urljoin(address, unescape("".join(found))))[0])
        local = target.netloc in {"", "testserver", "127.0.0.1:8000"}
        # Combinations of questions have no end.
        one = target.query.count("&") == 0
        if (
            local
            and one
            and target.path.startswith(within)
            and not target.path.startswith("/static/")
        ):
            yield target.path + (f"?{target.query}" if target.query else "")


def test_a_reader_who_follows_every_link_meets_no_hidden_word(world: World) -> None:
    hidden = hidden_words(world)
    met: set[str] = set()
    leaks: list[str] = []
    pages = 0
    for address, text in crawl(world.clients["An"], public_starts(world)):
        words = set(_CANARY.findall(text))
        # What was asked for is repeated; what was found is not.
        told = (words & hidden) - set(_CANARY.findall(unquote(address)))
        if address == reverse("topics"):
            # The catalogue itself is public, with topics that no bulletin has.
            told = {word for word in told if not word.endswith("tema")}
        leaks += [f"{word} at {address}" for word in sorted(told)]
        met |= words
        pages += 1
    assert leaks == []
    assert pages > 300
    # Internal remarks never leave the desk, and a file goes out by the archive's name for it.
    published = world.bulletins["published"].words
    assert published - met == {"canariopublishednota", "canariopublishedarchivo"}


def test_an_editor_meets_each_of_them(world: World) -> None:
    missing = set(hidden_words(world))
    for _, text in crawl(world.clients["Pu"], staff_starts(world), within="/redaccion/"):
        missing.difference_update(_CANARY.findall(text))
        if not missing:
            break
    assert missing == set()


@pytest.mark.django_db
def test_what_a_correction_took_out_is_found_only_where_versions_are(client: Client) -> None:
    release = make_release(headline="Titular canariotitulo", body=("Decía canarioanterior.",))
    assert release.current_revision
    actions.correct(
        release=release,
        content=replace(content_of_revision(release.current_revision), body=("Dice otra cosa.",)),
        kind=RevisionKind.CORRECTION,
        note="Nota ficticia de corrección.",
        seen_version=1,
        by=None,
    )
    versions = reverse("revision", args=[release.year, release.key, release.slug, 1])
    assert "canarioanterior" in text_of(client.get(versions))
    own = release.get_absolute_url()
    assert "canarioanterior" not in text_of(client.get(own))
    for door in _SEARCHES:
        assert own not in text_of(client.get(reverse(door), {"q": "canarioanterior"})), door
        assert own in text_of(client.get(reverse(door), {"q": "canariotitulo"})), door


def test_hidden_and_never_existing_are_the_same_bytes(world: World) -> None:
    hidden = world.bulletins["scheduled"]
    client = world.clients["An"]

    def bare(address: str) -> tuple[int, str]:
        answer = client.get(address)
        text = answer.content.decode()
        return answer.status_code, re.sub(r"[0-9a-f]{16}", "", text).replace(address, "")

    for name in (n for n in TABLE["bulletin"] if n.startswith(("release", "revision", "short"))):
        real = address_of(name, world, hidden)
        never = real.replace(hidden.release.key, "9999")
        assert real != never, name
        assert bare(real) == bare(never), name
