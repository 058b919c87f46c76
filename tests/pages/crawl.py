"""Walk the public site from its start page, as a reader who follows every kind of link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import resolve

# Addresses followed of each kind: the municipalities are alike.
PER_KIND = 2
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_DATA_BLOCKS = {"application/ld+json"}


@dataclass(slots=True)
class Tag:
    name: str
    attributes: dict[str, str]


class PageReader(HTMLParser):
    """A page's tags in order, its links, and what is wrong with its markup."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        if self._open:
            self.faults.append(f"left open: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"an attribute twice: <{tag} {names}>")
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing, line {self.getpos()[0]}")

    def named(self, *names: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name in names]

    def links(self, base: str) -> Iterator[str]:
        """Addresses of the site that the page links to, without their fragments."""
        for tag in self.named("a"):
            address = urljoin(base, tag.attributes.get("href", ""))
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc and parts.path:
                yield parts._replace(fragment="").geturl()


@dataclass(frozen=True, slots=True)
class Visit:
    address: str
    response: HttpResponseBase
    text: str
    page: PageReader | None


def crawl(client: Client, start: str = "/") -> Iterator[Visit]:
    """Each address at most once, and PER_KIND of each route and set of parameters."""
    waiting, seen, kinds = [start], {start}, Counter[str]()
    while waiting:
        address = waiting.pop(0)
        response = client.get(address)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        text = response.getvalue().decode(errors="replace")
        page = PageReader(text) if is_page else None
        yield Visit(address, response, text, page)
        found = list(page.links(address)) if page else []
        if "Location" in response.headers:
            found.append(response.headers["Location"])
        for link in found:
            kind = _kind(link)
            if link not in seen and kinds[kind] < PER_KIND:
                seen.add(link)
                kinds[kind] += 1
                waiting.append(link)


def faults_of(page: PageReader) -> list[str]:
    """What breaks the content policy or the rules of HTML that every page keeps."""
    faults = list(page.faults)
    faults += [f"style in <{tag.name}>" for tag in page.tags if "style" in tag.attributes]
    faults += [
        f"handler in <{tag.name}>"
        for tag in page.tags
        if any(name.startswith("on") for name in tag.attributes)
    ]
    faults += ["<style>" for _ in page.named("style")]
    faults += [
        "inline <script>"
        for tag in page.named("script")
        if "src" not in tag.attributes and tag.attributes.get("type") not in _DATA_BLOCKS
    ]
    faults += [
        f"from elsewhere: {address}"
        for tag in page.named("script", "link", "img")
        if (address := tag.attributes.get("src") or tag.attributes.get("href", ""))
        if urlsplit(address).netloc and tag.attributes.get("rel") != "canonical"
    ]
    if len(page.named("h1")) != 1:
        faults.append(f"{len(page.named('h1'))} h1")
    if len(page.named("main")) != 1:
        faults.append("not one main")
    ids = [tag.attributes["id"] for tag in page.tags if "id" in tag.attributes]
    faults += [f"id twice: {name}" for name, n in Counter(ids).items() if n > 1]
    faults += [f"no label: {tag.attributes}" for tag in _unlabelled(page)]
    faults += ["image without alt" for tag in page.named("img") if "alt" not in tag.attributes]
    return faults


def _unlabelled(page: PageReader) -> list[Tag]:
    labelled = {tag.attributes.get("for") for tag in page.named("label")}
    return [
        tag
        for tag in page.named("input", "select", "textarea")
        if tag.attributes.get("type") not in {"hidden", "radio", "checkbox"}
        and tag.attributes.get("id") not in labelled
        and "aria-label" not in tag.attributes
    ]


def _kind(address: str) -> str:
    parts = urlsplit(address)
    names = sorted({pair.partition("=")[0] for pair in parts.query.split("&")})
    return f"{resolve(parts.path).route}?{names}"
