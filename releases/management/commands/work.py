"""`manage.py work`: the background worker."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from releases.operations import worker


class Command(BaseCommand):
    help = "Atiende las tareas en segundo plano y publica lo programado a su hora."

    def handle(self, *args: Any, **options: Any) -> None:
        worker.work()
