"""Every public change of a bulletin, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from releases.models import Release, Revision
from releases.pages.paging import number_pages, page_number
from releases.views.public import public_page

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A version after the first. A withdrawn bulletin has no title here and no difference."""

    revision: Revision
    title: str
    url: str
    difference_url: str


@public_page
def corrections(request: HttpRequest) -> HttpResponse:
    """The public changes with their note and a link to what changed."""
    found = public_changes()
    number = page_number(request.GET.get("pagina"))
    count = found.count()
    pages = number_pages(
        number=number, items=count, size=PAGE_SIZE, address=lambda page: f"?pagina={page}"
    )
    start = (number - 1) * PAGE_SIZE
    return render(
        request,
        "paginas/correcciones.html",
        {
            "seccion": "corrections",
            "entries": [describe_change(row) for row in found[start : start + PAGE_SIZE]],
            "count": count,
            "pages": pages,
        },
    )


def public_changes() -> QuerySet[Revision]:
    """Versions after the first of bulletins that are public, and the withdrawal of those that
    no longer are; nothing else of a withdrawn bulletin is told."""
    return (
        Revision.objects.filter(
            Q(release__in=Release.objects.public(), number__gt=1)
            | Q(release__in=Release.objects.withdrawn(), pk=F("release__current_revision"))
        )
        .select_related("release__issuer")
        .defer("body", "evidence")
        .order_by("-created_at", "-pk")
    )


def describe_change(revision: Revision) -> ChangeEntry:
    """What the list and its feed say of one change; reads the revision's release."""
    release = revision.release
    if not release.is_public:
        # The short address: the long one spells out the title.
        return ChangeEntry(revision, title="", url=release.short_path, difference_url="")
    comparison = reverse("revisions", args=(release.year, release.key, release.slug))
    return ChangeEntry(
        revision,
        title=revision.title,
        url=release.get_absolute_url(),
        difference_url=f"{comparison}?de={revision.number - 1}&a={revision.number}",
    )
