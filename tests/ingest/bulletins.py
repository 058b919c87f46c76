"""Fictional bulletins as text files, as a reader finds them without any doubt."""

from __future__ import annotations

import random
from pathlib import Path

TEMPLATE = """SECRETARÍA DE SEGURIDAD DEL ESTADO DE MÉXICO

COMUNICADO DE PRENSA

{folio}

Toluca, Estado de México, {date}

{headline}

- *Sumario ficticio del comunicado con folio {folio}.*

{body}

Documento ficticio para pruebas de software.
"""

_WORDS = (
    "robo", "auxilio", "vialidad", "arma", "taller", "patrulla", "cateo", "hallazgo", "brigada",
    "jornada", "vehículo", "ruta", "operativo", "entrega", "reunión", "informe", "apoyo",
)  # fmt: skip


def invented_sentence(source: random.Random, words: int = 40) -> str:
    """A sentence of words drawn at random, with the sentence form of a report."""
    drawn = " ".join(source.choices(_WORDS, k=words))
    return f"La Secretaría de Seguridad del Estado de México informó de un hecho ficticio: {drawn}."


def write_bulletin(
    path: Path,
    *,
    seed: int,
    folio: str = "",
    date: str = "4 de abril de 2024",
    headline: str = "",
    body: list[str] | None = None,
) -> Path:
    """A bulletin whose text depends on `seed` alone, unless its parts are given."""
    source = random.Random(seed)
    paragraphs = body or [invented_sentence(source) for _ in range(4)]
    text = TEMPLATE.format(
        folio=folio,
        date=date,
        headline=headline or f"INFORMA SECRETARÍA DE UN HECHO FICTICIO, SERIE {seed}",
        body="\n\n".join(paragraphs),
    )
    path.write_text(text, "utf-8")
    return path


def body_of(seed: int) -> list[str]:
    """The paragraphs that `write_bulletin` gives to this seed."""
    source = random.Random(seed)
    return [invented_sentence(source) for _ in range(4)]
