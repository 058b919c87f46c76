"""The three ways to cite a bulletin."""

from __future__ import annotations

import datetime as dt
from typing import Any

from releases.citations import Citation


def citation(**facts: Any) -> Citation:
    """A citation of a fictional bulletin."""
    values: dict[str, Any] = {
        "issuer": "Oficina de Ejemplo",
        "acronym": "ODE",
        "kind": "Comunicado",
        "folio": "0296/2024",
        "key": "0296",
        "headline": "Título de prueba",
        "issued_on": dt.date(2024, 4, 8),
        "version": 2,
        "url": "https://conste.example/c/2024/0296",
        "consulted_on": dt.date(2026, 11, 22),
    }
    return Citation(**{**values, **facts})


def test_the_note_says_who_what_when_which_version_and_where() -> None:
    assert citation().note == (
        "Oficina de Ejemplo, comunicado 0296/2024, 8 de abril de 2024, versión 2. "
        "https://conste.example/c/2024/0296 (consultado el 2026-11-22)"
    )


def test_apa_begins_with_the_issuer_and_the_date() -> None:
    assert citation().apa == (
        "Oficina de Ejemplo. (2024, 8 de abril). Título de prueba "
        "[Comunicado 0296/2024, versión 2]. "
        "Recuperado el 2026-11-22, de https://conste.example/c/2024/0296"
    )


def test_bibtex_has_a_key_and_the_day_of_consultation() -> None:
    entry = citation().bibtex
    assert entry.startswith("@misc{ode-2024-0296,\n")
    assert "  author = {{Oficina de Ejemplo}},\n" in entry
    assert "  urldate = {2026-11-22}\n}" in entry


def test_bibtex_escapes_what_tex_would_read() -> None:
    entry = citation(headline=r"50 % de {ahorro} & \write18 #1_a $x ~^").bibtex
    assert (
        r"{{50 \% de \{ahorro\} \& \textbackslash{}write18 \#1\_a \$x "
        r"\textasciitilde{}\textasciicircum{}}}" in entry
    )


def test_a_bulletin_without_folio_says_so() -> None:
    assert "comunicado sin folio" in citation(folio="").note
