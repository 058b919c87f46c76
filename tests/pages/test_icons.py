"""Icons as inline SVG."""

from __future__ import annotations

import pytest
from lucide import IconDoesNotExist

from releases.pages.icons import draw_icon


def test_an_icon_is_hidden_from_screen_readers_and_sized_by_the_stylesheet() -> None:
    drawing = draw_icon("search")

    assert drawing.startswith("<svg")
    assert 'aria-hidden="true"' in drawing
    assert ' width="24"' not in drawing
    assert "\n" not in drawing


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(IconDoesNotExist):
        draw_icon("no-existe")
