"""Cut the site's fonts from their packages into FONTS_ROOT."""

from __future__ import annotations

from typing import Any

import fontpkg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from releases.fonts import cut_fonts


class Command(BaseCommand):
    help = "Recorta los tipos de letra del sitio a caracteres latinos, en formato WOFF2."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = cut_fonts(settings.FONTS_ROOT)
        except fontpkg.FontpkgError as error:
            raise CommandError(
                f"Falta un tipo de letra: {error}. Instale requirements.txt y repita la orden."
            ) from error
        if not made:
            self.stdout.write("Los tipos de letra ya estaban listos.")
        for path in made:
            kilobytes = path.stat().st_size / 1024
            self.stdout.write(f"{path.name}: {kilobytes:.1f} KB")
