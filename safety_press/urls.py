"""Addresses of the whole site: includes only."""

from __future__ import annotations

from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("administracion/", admin.site.urls),
    path("cuenta/", include("allauth.urls")),
]
if find_spec("releases.urls"):
    urlpatterns.append(path("", include("releases.urls")))
