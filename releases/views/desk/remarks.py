"""Internal notes on a bulletin."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from releases.models import Release
from releases.publishing import actions
from releases.publishing.errors import PublishingError
from releases.views.desk.access import desk_page, staff


@desk_page("remark")
@require_POST
def remark(request: HttpRequest, release_id: int) -> HttpResponse:
    """Keeps a note and goes back to the page of the desk that it was written on."""
    release = get_object_or_404(Release, pk=release_id)
    try:
        actions.remark(release=release, text=request.POST.get("text", ""), by=staff(request))
    except PublishingError as refusal:
        messages.error(request, str(refusal))
    address = request.POST.get("siguiente", "")
    if not url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}):
        return redirect("desk-published")
    return redirect(f"{address}#notas")
