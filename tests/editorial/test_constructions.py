"""One name in many constructions: what the grammar around it says the person is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editorial.conftest import Found

NAME = "Ariel Cantú Robles"
CODES = {"D": {"nombre-detenido"}, "V": {"victima"}, "O": set()}
_LINES = (Path(__file__).parent / "constructions.txt").read_text("utf-8").splitlines()


def constructions(kind: str) -> list[str]:
    return [line[2:] for line in _LINES if line.startswith(f"{kind} ")]


@pytest.mark.parametrize(("kind", "least"), [("D", 0.97), ("V", 0.97), ("O", 1.0)])
def test_the_grammar_around_a_name_tells_the_persons_part(
    found: Found, kind: str, least: float
) -> None:
    sentences = constructions(kind)
    misread = [
        sentence
        for sentence in sentences
        if {
            code
            for code, span in found(sentence.replace("X", NAME))
            if NAME.split()[0] in span and code in {"nombre-detenido", "victima"}
        }
        != CODES[kind]
    ]
    assert len(misread) <= (1 - least) * len(sentences), misread
