"""Fictional content for the gallery of components: nothing here was ever issued or saved."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from releases.exports import shown
from releases.forms import PeriodForm
from releases.models import Agency, Place, Release, Revision, Topic
from releases.pages.charts import MonthCount, MonthlyChart, Tile, hexagon_map, monthly_chart
from releases.pages.paging import number_pages
from releases.pages.sharing import texts_to_share
from releases.publishing.content import AttachmentContent, attachments_to_json
from releases.publishing.shown_files import shown_annexes, shown_photos
from releases.statistics import Counted
from releases.views.correction_samples import correction_samples
from releases.views.desk_samples import inbox_rows
from releases.views.editor_samples import editor_samples
from releases.views.result_samples import result_samples
from releases.views.review_samples import review_samples
from releases.views.schedule_samples import schedule_samples
from releases.vocabulary import AttachmentKind

_LONG_WORD = "interminableSinEspaciosQueDebePartirseSinRomperLaRejillaNiDesplazarLaPagina"
COLORS = (
    "papel",
    "hoja",
    "tinta",
    "tinta-2",
    "tinta-3",
    "hilo",
    "hilo-2",
    "borde",
    "sello",
    "sello-2",
    "sello-tenue",
    "marca",
    "bien",
    "bien-tenue",
    "ojo",
    "ojo-tenue",
    "mal",
    "mal-tenue",
)


def gallery() -> dict[str, Any]:
    """What `paginas/componentes.html` shows."""
    plain = _release(1, "Título ficticio de un comunicado de muestra", "Toluca")
    corrected = _release(2, "Título ficticio de un comunicado corregido", "Ecatepec", version=2)
    extreme = _release(3, f"Título ficticio con una palabra {_LONG_WORD}", "San José del Rincón")
    wrong = PeriodForm({"desde": "2024-05-01", "hasta": "2024-04-01"}, auto_id="id_error_%s")
    wrong.is_valid()
    return {
        "colors": COLORS,
        "plain": plain,
        "corrected": corrected,
        "extreme": extreme,
        "counts": _counts(),
        "chart": _chart(),
        "map": _map(),
        "pages": number_pages(number=7, items=400, size=20, address=lambda page: f"#pagina-{page}"),
        "results": result_samples(),
        "photos": shown_photos(_with_files()),
        "annexes": shown_annexes(_with_files()),
        "shared": texts_to_share(plain, shown(plain)),
        "form": PeriodForm({"desde": "2024-04-01"}),
        "correction": correction_samples(),
        "editor": editor_samples(),
        "wrong_form": wrong,
        "inbox_rows": inbox_rows(),
        "review_fields": review_samples(),
        "schedule": schedule_samples(),
    }


def _release(number: int, headline: str, place: str, *, version: int = 1) -> Release:
    release = Release(
        pk=number, number=number, year=1999, key=f"{number:04d}", slug="comunicado-ficticio"
    )
    release.changed_at = timezone.now()
    release.current_revision = Revision(
        release=release,
        number=version,
        folio=f"{number:04d}/1999",
        headline=headline,
        display_headline="",
        summary_points=["Sumario ficticio, para ver la pieza con texto."],
        issued_on=dt.date(1999, 12, number),
        issued_in=Place(name=place, slug="lugar-ficticio"),
        change_note="Nota ficticia de una corrección.",
    )
    return release


def _with_files() -> Revision:
    """A version with a photo, whose picture is not there, and an annex."""
    files = (
        AttachmentContent(
            file=1,
            kind=AttachmentKind.PHOTO.value,
            sha256="",
            media_type="image/webp",
            file_name="muestra.jpg",
            size=184_320,
            width=1200,
            height=800,
            alt="Muestra ficticia sin imagen",
            caption="Pie de foto ficticio",
            credit="Oficina ficticia",
        ),
        AttachmentContent(
            file=2,
            kind=AttachmentKind.ANNEX.value,
            sha256="",
            media_type="text/csv",
            file_name="muestra.csv",
            size=2_048,
            caption="Cifras ficticias de muestra",
        ),
    )
    return Revision(attachments=attachments_to_json(files))


def _counts() -> list[Counted[Agency] | Counted[Topic]]:
    return [
        Counted(Agency(name="Dependencia ficticia de nombre largo", slug="ficticia"), 1184),
        Counted(Topic(name="Tema ficticio", slug="ficticio"), 38),
        Counted(Topic(name="Otro tema ficticio", slug="otro-ficticio"), 1),
    ]


def _chart() -> MonthlyChart:
    counts = [4, 9, 0, 12, 7, 3, 8, 10, 5, 6, 11, 2]
    months = [MonthCount(1999, month, count) for month, count in enumerate(counts, start=1)]
    return monthly_chart(
        months, label="Gráfica de muestra con datos ficticios", today=dt.date(1999, 12, 15)
    )


def _map() -> SafeString:
    tiles = [
        Tile(f"Municipio ficticio {n}", "#mapa", n % 6 + 0.5 * (n // 6 % 2), n // 6, n * n)
        for n in range(24)
    ]
    return hexagon_map(tiles, label="Mapa de muestra con datos ficticios", current=tiles[8].name)
