"""A reader who follows every link finds no word of a hidden bulletin; an editor finds each."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests.security.doors import TABLE, address_of
from tests.security.world import HIDDEN, World, build_world

_LINK = re.compile(r"""(?:href|src|action|hx-get|content|value)=["']([^"']+)["']|<loc>([^<]+)""")
_MOST = 900


@pytest.fixture
def world(db: None, tmp_path: Path, settings: Any) -> World:
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = tmp_path / "received"
    folder.mkdir()
    return build_world(folder)


def hidden_words(world: World) -> set[str]:
    """The canaries of the hidden bulletins, and of the version that a correction replaced."""
    return {planted.canary for state, planted in world.bulletins.items() if state in HIDDEN}


def starts(world: World) -> Iterator[str]:
    """Every public door by name, then questions that name the canaries themselves."""
    for name in TABLE["site"]:
        if not name.startswith(("admin", "desk", "account", "mfa", "components")):
            yield address_of(name, world, None)
    for planted in world.bulletins.values():
        for name in TABLE["bulletin"]:
            if name.startswith(("release", "revision", "short")):
                yield address_of(name, world, planted)
    for word in sorted(hidden_words(world)):
        for door in ("search", "search-json", "search-csv", "search-jsonl", "search-atom"):
            yield f"{reverse(door)}?q={word}"
        yield f"{reverse('completion')}?q={word[:8]}"
        yield f"{reverse('completion-data')}?q={word[:8]}"
        yield f"{reverse('batch')}?lista={word}"
    for planted in world.bulletins.values():
        yield f"{reverse('search')}?lugar={planted.place}&tema={planted.topic}"


def body_of(answer: Any) -> str:
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content
    answer.close()
    return raw.decode("utf-8", "replace") + str(answer.headers)


def crawl(client: Client, addresses: Iterator[str], *, within: str = "/") -> dict[str, str]:
    """What each address answers, following links to others of this site below `within`."""
    waiting = deque(addresses)
    seen: dict[str, str] = {}
    while waiting and len(seen) < _MOST:
        address = waiting.popleft()
        if address in seen:
            continue
        answer = client.get(address)
        seen[address] = text = body_of(answer)
        found = (unescape(a or b) for a, b in _LINK.findall(text))
        for link in (*found, answer.headers.get("Location", "")):
            path = urldefrag(urljoin(address, link))[0]
            parts = urlsplit(path)
            local = parts.netloc in {"", "testserver", "127.0.0.1:8000"}
            if local and parts.path.startswith(within) and not parts.path.startswith("/static/"):
                waiting.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return seen


def test_a_reader_who_follows_every_link_meets_no_hidden_word(world: World) -> None:
    answers = crawl(world.clients["An"], starts(world))
    assert len(answers) > 200
    leaks = {
        (address, word)
        for address, text in answers.items()
        for word in hidden_words(world)
        # What was asked for is repeated; what was found is not.
        if word in text.replace(address.partition("?")[2].partition("=")[2], "")
    }
    assert leaks == set()


def test_an_editor_meets_each_of_them(world: World) -> None:
    desk = (
        address_of(name, world, world.bulletins[state])
        for state in HIDDEN
        for name in ("desk-review", "desk-preview", "desk-correct", "desk-withdraw")
    )
    text = "".join(crawl(world.clients["Pu"], desk, within="/redaccion/").values())
    assert {word for word in hidden_words(world) if word in text} == hidden_words(world)


def test_the_version_that_a_correction_replaced_is_found_only_where_versions_are(
    world: World,
) -> None:
    planted = world.bulletins["corrected"]
    found = world.clients["An"].get(reverse("search"), {"q": f'"{planted.canary} ficticio"'})
    assert "No encontramos" in found.content.decode()


@pytest.mark.parametrize("door", ["release", "release-data", "release-document", "release-photo"])
def test_hidden_and_never_existing_are_the_same_bytes(door: str, world: World) -> None:
    hidden = world.bulletins["scheduled"]
    real = address_of(door, world, hidden)
    never = real.replace(f"/{hidden.release.key}-", "/9999-")
    client = world.clients["An"]

    def bare(address: str) -> tuple[int, str]:
        answer = client.get(address)
        text = answer.content.decode()
        return answer.status_code, re.sub(r"[0-9a-f]{16}", "", text).replace(address, "")

    assert bare(real) == bare(never)
