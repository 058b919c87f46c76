"""Addresses of the whole site: includes only."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from releases.views import health

urlpatterns = [
    path("administracion/", admin.site.urls),
    path("salud", health.live, name="health_live"),
    path("listo", health.ready, name="health_ready"),
    path("cuenta/", include("allauth.urls")),
    path("", include("releases.urls")),
]

handler400 = "releases.views.errors.bad_request"
handler403 = "releases.views.errors.permission_denied"
handler404 = "releases.views.old_addresses.page_not_found"
handler429 = "releases.views.errors.too_many_requests"  # read by allauth's rate limits
handler500 = "releases.views.errors.server_error"
