from __future__ import annotations

import re

from releases.letterhead.qr import qr_svg


def test_a_qr_code_is_one_drawing_with_a_white_border() -> None:
    drawing = qr_svg("https://comunicados.ejemplo.invalid/c/2024/0275")

    size = re.search(r'viewBox="0 0 (\d+) \1"', drawing)
    assert size
    squares = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawing)]
    edge = int(size[1]) - 4
    assert min(min(pair) for pair in squares) == 4
    assert max(max(pair) for pair in squares) == edge - 1
    # The three finder patterns begin with seven dark modules in a row.
    for x, y in ((4, 4), (edge - 7, 4), (4, edge - 7)):
        assert all((x + step, y) in squares for step in range(7))
