"""Configuration of the archive application and of its administration."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ReleasesConfig(AppConfig):
    name = "releases"
    verbose_name = "Archivo de comunicados"


class ConsteAdminConfig(AdminConfig):
    """The stock admin with our site, so that sections of third parties register there too."""

    default_site = "releases.admin.site.ConsteAdminSite"
