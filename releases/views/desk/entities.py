"""Names of the catalogue for the boxes of the desk that complete what is typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from releases.catalogue.gazetteer import current_gazetteer
from releases.catalogue.lookup import CatalogueKind, directory_of
from releases.views.desk.access import desk_page


@desk_page()
@require_safe
def entities(request: HttpRequest) -> HttpResponse:
    """`[{"kind", "slug", "label", "note"}]` for the beginning `q`; `clase` leaves one kind.

    `clase` is `agency`, `place` or `topic`. `label` is unique in its kind and leads back to the
    entry when it is sent as a name. An unknown kind gives 422.
    """
    beginning, wanted = request.GET.get("q", ""), request.GET.get("clase", "")
    kinds = [kind for kind in CatalogueKind if wanted in {"", kind.value}]
    if not kinds:
        return JsonResponse({"error": "No existe esa clase."}, status=422)
    directory = directory_of(current_gazetteer())
    found = [entry for kind in kinds for entry in directory.suggest(kind, beginning)]
    rows = [
        {"kind": entry.kind, "slug": entry.slug, "label": entry.label, "note": entry.note}
        for entry in found
    ]
    return JsonResponse(rows, safe=False, json_dumps_params={"ensure_ascii": False})
