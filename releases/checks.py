"""System checks: what `manage.py check` and `migrate` refuse or point out before it hurts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connections

OLDEST_POSTGRES = 150_000


def check_database(
    *, databases: Sequence[str] | None = None, **options: object
) -> list[CheckMessage]:
    """Refuse a server older than PostgreSQL 15, or one that does not store Unicode."""
    messages: list[CheckMessage] = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            version = int(cursor.fetchone()[0])
            cursor.execute("SHOW server_encoding")
            encoding = cursor.fetchone()[0]
        if version < OLDEST_POSTGRES:
            messages.append(
                Error(
                    f"El servidor es PostgreSQL {version // 10_000}; se necesita 15 o posterior.",
                    hint="Actualice el servidor o indique otro en DATABASE_URL.",
                    id="conste.E001",
                )
            )
        if encoding != "UTF8":
            messages.append(
                Error(
                    f"La base de datos usa la codificación {encoding}; se necesita UTF8.",
                    hint="Créela con: createdb --encoding=UTF8 --template=template0 conste",
                    id="conste.E002",
                )
            )
    return messages


def check_folders(
    *, app_configs: Sequence[AppConfig] | None = None, **options: object
) -> list[CheckMessage]:
    """Refuse a folder of originals that can't be written or that is served as static."""
    media, static = Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT)
    messages: list[CheckMessage] = []
    holder = media if media.exists() else media.parent
    if not os.access(holder, os.W_OK):
        messages.append(
            Error(
                f"No se puede escribir en {holder}, donde se guardan los originales.",
                hint="Dé permiso a la cuenta de Conste o indique otra carpeta en CONSTE_HOME.",
                id="conste.E003",
            )
        )
    if media == static or static in media.parents:
        messages.append(
            Error(
                f"Los originales ({media}) quedarían públicos dentro de {static}.",
                hint="Separe las dos carpetas.",
                id="conste.E004",
            )
        )
    return messages


def check_mail(
    *, app_configs: Sequence[AppConfig] | None = None, **options: object
) -> list[CheckMessage]:
    """Point out that nobody would hear of a failed job."""
    messages: list[CheckMessage] = []
    if not settings.ADMINS:
        messages.append(
            Warning(
                "Nadie recibiría el aviso de una tarea que falla.",
                hint="Defina ADMINS con uno o más correos separados por comas.",
                id="conste.W001",
            )
        )
    if not os.environ.get("EMAIL_URL"):
        messages.append(
            Warning(
                "No hay servidor de correo: los avisos se guardan como archivos.",
                hint="Defina EMAIL_URL, por ejemplo: smtp+tls://usuario:clave@correo.ejemplo:587",
                id="conste.W002",
            )
        )
    return messages
