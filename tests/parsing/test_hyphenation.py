"""Words divided at line ends, and hyphens that belong to their word."""

from __future__ import annotations

import pytest

from releases.parsing.hyphenation import join_lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["cadena de cus-", "todia presenta"], "cadena de custodia presenta"),
        (["se distin\u2010", "guieron"], "se distinguieron"),
        (["valor con\u00ad", "junto"], "valor conjunto"),
        (["EN TENAN-", "CINGO"], "EN TENANCINGO"),
        (["Denuncia y 9-1-", "1 Número"], "Denuncia y 9-1-1 Número"),
        (["Denuncia y 9-1\u00ad", "1 Número"], "Denuncia y 9-1-1 Número"),
        (["al 9\u00ad1\u00ad1 o al co\u00adrreo"], "al 9-1-1 o al correo"),
        (["la Ciudad-", "Región"], "la Ciudad-Región"),
        (["dos -", "tres"], "dos - tres"),
        (["una línea", "y otra"], "una línea y otra"),
        (["corpo\ufffe", "ración"], "corporación"),
    ],
)
def test_lines_are_joined_as_their_words_ask(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text
