"""`manage.py prepare`: everything an installation needs before it serves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from releases.operations import preparation


class Command(BaseCommand):
    help = "Actualiza la base de datos, los catálogos, las tipografías y los archivos estáticos."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        preparation.prepare(tell=self.stdout.write)
        self.stdout.write("Todo está preparado.")
