"""The gallery of components, for those who program or review the pages."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from releases.views.samples import gallery


@never_cache
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, with fictional content that says so. Staff only."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not request.user.is_staff:
        raise PermissionDenied
    return render(request, "paginas/componentes.html", gallery())
