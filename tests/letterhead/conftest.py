"""A bulletin that has everything, as a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from releases.letterhead.sheet import Sheet

MOMENT = dt.datetime(2024, 4, 4, 12, 10, tzinfo=ZoneInfo("America/Mexico_City"))
ADDRESS = "https://comunicados.ejemplo.invalid/c/2024/0275"


@pytest.fixture
def make_sheet() -> Callable[..., Sheet]:
    """A fictional sheet; name what the test is about, the rest is filled in."""

    def make(**fields: Any) -> Sheet:
        defaults: dict[str, Any] = {
            "letterhead": ("Secretaría de Seguridad del Estado de México", "Comunicación Social"),
            "issuer": "COMUNICADO DE PRENSA",
            "folio": "0275/2024",
            "dateline": "Toluca, Estado de México, 4 de abril de 2024",
            "headline": "TÍTULO FICTICIO DE UN COMUNICADO DE PRUEBA",
            "points": ("Primer sumario ficticio.", "Segundo sumario ficticio."),
            "body": ("Primer párrafo ficticio.", "Segundo párrafo ficticio."),
            "closing": ("Cierre ficticio con los teléfonos 9-1-1 y 089.",),
            "register": (
                "Comunicado 0275/2024, versión 1, publicada el 4 de abril de 2024, 12:10 h.",
                f"Texto íntegro, versiones y correcciones: {ADDRESS}",
                f"SHA-256 del texto: {'ab12' * 16}",
            ),
            "address": ADDRESS,
            "footer": "9-1-1 Emergencias · 089 Denuncia anónima",
            "author": "Oficina ficticia",
            "moment": MOMENT,
        }
        return Sheet(**{**defaults, **fields})

    return make
