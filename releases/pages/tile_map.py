"""The map of the state: one hexagon per municipality, laid out in `fixtures/edomex_hex.json`."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable

from django.conf import settings
from django.utils.safestring import SafeString

from releases.models import Place
from releases.pages.charts import Tile, hexagon_map
from releases.statistics import Counted

LABEL = "Mapa de comunicados por municipio; los mismos datos están en la tabla"


def municipal_map(rows: Iterable[Counted[Place]], *, current: Place | None = None) -> SafeString:
    """The map of the municipalities in `rows`, tinted by their counts; `current` is outlined.

    Municipalities without a tile are left to the table. Empty where no row has a tile, as in an
    archive of another state.
    """
    tiles = [
        Tile(
            name=row.entity.name,
            address=row.entity.get_absolute_url(),
            column=position[0],
            row=position[1],
            count=row.count,
        )
        for row in rows
        if (position := _positions().get(row.entity.inegi or ""))
    ]
    if not tiles:
        return SafeString("")
    tiles.sort(key=lambda tile: (tile.row, tile.column))
    return hexagon_map(tiles, label=LABEL, current=current.name if current else "")


@functools.cache
def _positions() -> dict[str, tuple[float, int]]:
    """Column and row by INEGI key; every other row lies half a step to the east."""
    path = settings.BASE_DIR / "fixtures" / "edomex_hex.json"
    layout = json.loads(path.read_text(encoding="utf-8"))
    shifted = layout["shifted_rows"]
    return {
        tile["inegi"]: (tile["col"] + 0.5 * shifted[tile["row"]], tile["row"])
        for tile in layout["tiles"]
    }
