"""`manage.py create_roles`: the groups of the office, with exactly their permissions."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from releases.roles import ensure_roles


class Command(BaseCommand):
    help = "Crea los grupos Redacción, Edición, Administración y Auditoría, o los pone al día."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = ensure_roles()
        if options["verbosity"]:
            self.stdout.write(
                f"Grupos puestos al día: {', '.join(changed)}." if changed else "Grupos al día."
            )
