"""Numbered pages and the numbers people and machines ask for."""

from __future__ import annotations

import pytest

from releases.pages.paging import NoSuchPage, number_pages, page_number


def address(number: int) -> str:
    return f"?pagina={number}"


def test_no_number_is_the_first_page() -> None:
    assert page_number(None) == page_number("") == 1


@pytest.mark.parametrize("value", ["0", "-5", "abc", "1.5", "²", "٣", "9" * 20, " 1"])
def test_what_is_no_page_number_is_refused(value: str) -> None:
    with pytest.raises(NoSuchPage):
        page_number(value)


def test_the_page_after_the_last_does_not_exist() -> None:
    with pytest.raises(NoSuchPage):
        number_pages(number=4, items=60, size=20, address=address)


def test_an_empty_list_has_one_page() -> None:
    pages = number_pages(number=1, items=0, size=20, address=address)
    assert (pages.total, pages.previous, pages.next) == (1, "", "")


def test_far_pages_are_left_out_but_the_first_and_last() -> None:
    pages = number_pages(number=5, items=200, size=20, address=address)
    assert [number for number, _ in pages.links] == [1, None, 4, 5, 6, None, 10]
    assert (pages.previous, pages.next) == ("?pagina=4", "?pagina=6")


def test_the_current_page_is_no_link() -> None:
    assert number_pages(number=1, items=21, size=20, address=address).links == (
        (1, ""),
        (2, "?pagina=2"),
    )
