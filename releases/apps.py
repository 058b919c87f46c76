"""Configuration of the archive application and of its administration."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core.checks import Tags, register

from releases import checks


class ReleasesConfig(AppConfig):
    name = "releases"
    verbose_name = "Archivo de comunicados"

    def ready(self) -> None:
        register(checks.check_database, Tags.database)
        register(checks.check_folders, Tags.files)
        register(checks.check_mail, Tags.security, deploy=True)


class ConsteAdminConfig(AdminConfig):
    """The stock admin with our site, so that sections of third parties register there too."""

    default_site = "releases.admin_site.ConsteAdminSite"
