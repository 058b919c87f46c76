"""Numbered pages: which one was asked for, and the links to the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404

# Numbers beside the current page; the first and the last are always there.
_NEIGHBOURS = 1
_MOST_DIGITS = 9


class NoSuchPage(Http404):
    """A page number that is no number, or beyond the last page."""

    message = "Esa página no existe. La lista empieza en la página 1."

    def __init__(self) -> None:
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class Pages:
    """What `componentes/_paginas.html` shows. `links` are pairs of number and address; the current
    page has its number alone, and a gap has neither."""

    number: int
    total: int
    links: tuple[tuple[int | None, str], ...]
    previous: str
    next: str


def page_number(value: str | None) -> int:
    """The page asked for, 1 when none was. Raises NoSuchPage for anything but 1, 2, 3…"""
    if not value:
        return 1
    if not (value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS and int(value)):
        raise NoSuchPage
    return int(value)


def number_pages(*, number: int, items: int, size: int, address: Callable[[int], str]) -> Pages:
    """The pages of a list of `items`; `address` gives the link to a page.

    Raises NoSuchPage when `number` lies beyond the last; an empty list has one page.
    """
    total = max(1, -(-items // size))
    if number > total:
        raise NoSuchPage
    shown = sorted(
        {1, total} | set(range(max(1, number - _NEIGHBOURS), min(total, number + _NEIGHBOURS) + 1))
    )
    links: list[tuple[int | None, str]] = []
    for page in shown:
        if links and links[-1][0] != page - 1:
            links.append((None, ""))
        links.append((page, "" if page == number else address(page)))
    return Pages(
        number=number,
        total=total,
        links=tuple(links),
        previous=address(number - 1) if number > 1 else "",
        next=address(number + 1) if number < total else "",
    )
