"""What changed between two public versions of a bulletin."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from releases.models import Release, Revision
from releases.pages.decisions import roles_behind
from releases.presentation import counted, elapsed, joined
from releases.publishing.diff import Comparison, compare
from releases.views.addresses import of_public_release

_MOST_DIGITS = 6


@of_public_release
def revisions(request: HttpRequest, release: Release) -> HttpResponse:
    """The difference between versions `de` and `a`; by default the last two.

    `vista=columnas` sets them side by side, `completo=1` unfolds what stayed the same.
    """
    versions = list(release.revisions.select_related("issued_in", "source").order_by("number"))
    newest = versions[-1]
    after = _chosen(versions, request.GET.get("a"), default=newest)
    before = _chosen(versions, request.GET.get("de"), default=versions[max(0, after.number - 2)])
    comparison = compare(before, after)
    address = reverse("revisions", args=[release.year, release.key, release.slug])
    return render(
        request,
        "paginas/versiones.html",
        {
            "seccion": "search",
            "release": release,
            "address": address,
            "trail": [
                ("Comunicados", reverse("archive")),
                (after.folio or "Sin folio", release.get_absolute_url()),
            ],
            "versions": versions[::-1],
            "before": before,
            "after": after,
            "comparison": comparison,
            "summary": _summary(comparison),
            "words": _words(comparison),
            "roles": roles_behind(after),
            "elapsed": elapsed(before.created_at, after.created_at),
            "in_columns": request.GET.get("vista") == "columnas",
            "unfolded": request.GET.get("completo") == "1",
            "base_query": f"?de={before.number}&a={after.number}",
        },
    )


def _summary(comparison: Comparison) -> str:
    """Which parts changed: «Cambió: título y párrafo 5.»"""
    changed = [p.label.lower() for p in comparison.passages if p.is_changed]
    verb = "Cambió" if len(changed) == 1 else "Cambiaron"
    return f"{verb}: {joined(changed)}. El documento no se modifica: se conserva como se recibió."


def _words(comparison: Comparison) -> str:
    removed, added = comparison.words_removed, comparison.words_added
    before = counted(comparison.words_before, "palabra", "palabras")
    gone, new = counted(removed, "quitada", "quitadas"), counted(added, "agregada", "agregadas")
    return f"{gone} y {new}; antes eran {before}"


def _chosen(versions: list[Revision], value: str | None, *, default: Revision) -> Revision:
    """The version with that number. Raises Http404: a number that never was public."""
    if not value:
        return default
    if value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS:
        for version in versions:
            if version.number == int(value):
                return version
    raise Http404("Esa versión no existe. Elija una de la lista de versiones del comunicado.")
