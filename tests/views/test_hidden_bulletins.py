"""What is not public appears at no door: lists, searches, feeds, data, files, sitemaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from releases.models import Release
from releases.publishing import actions
from tests.factories import make_agency, make_content, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

CANARY = "ornitorrinco"
DOORS = (
    "/",
    "/buscar/",
    f"/buscar/?q={CANARY}",
    "/buscar/?q=9276/2024",
    "/buscar/filtros/tema/",
    "/buscar/filtros/dependencia/",
    "/buscar/atom.xml",
    "/buscar/datos.csv",
    "/buscar/datos.json",
    f"/buscar/datos.json?q={CANARY}",
    "/buscar/datos.json?todo=1",
    "/buscar/datos.jsonl",
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/04/",
    "/comunicados/atom.xml",
    "/correcciones/",
    "/correcciones/atom.xml",
    "/dependencias/agencia-ficticia/",
    "/lugares/lugar-ficticio/",
    "/temas/asunto-ficticio/",
    "/dependencias/",
    "/lugares/",
    "/temas/",
    "/sitemap-comunicados.xml",
    "/sitemap-paginas.xml",
    "/sitemap-noticias.xml",
    "/c/2024/9276",
    "/comunicados/2024/9276/",
)


def draft() -> Release:
    return secret(published=False)


def scheduled() -> Release:
    release = secret(published=False)
    at = timezone.now() + dt.timedelta(hours=1)
    return actions.schedule(release=release, at=at, by=None)


def withdrawn() -> Release:
    release = secret(published=True)
    actions.withdraw(release=release, note="Retirado en la prueba.", by=None)
    return release


def proposed_correction() -> Release:
    """A public bulletin for which a correction with the canary waits."""
    release = make_release(number=9276, headline="Título ya publicado")
    content = make_content(headline=f"Título {CANARY}", body=(f"Texto {CANARY}.",))
    file = actions.ReceivedFile(
        sha256="a" * 64,
        media_type="application/pdf",
        file_name=f"{CANARY}.pdf",
        size=1,
        reading=actions.Reading(extractor="prueba/1"),
    )
    actions.propose_correction(release=release, file=file, content=content, by=None)
    return release


def secret(*, published: bool) -> Release:
    return make_release(
        published=published,
        number=9276,
        headline=f"Título {CANARY}",
        summary_points=(f"Sumario {CANARY}.",),
        body=(f"Texto {CANARY}.",),
        agencies=[make_agency("Agencia ficticia", slug="agencia-ficticia")],
        places=[make_place("Lugar ficticio", slug="lugar-ficticio")],
        topics=[make_topic("Asunto ficticio", slug="asunto-ficticio")],
    )


@pytest.mark.parametrize("hide", [draft, scheduled, withdrawn, proposed_correction])
def test_no_door_shows_what_is_not_public(client: Client, hide: Callable[[], Release]) -> None:
    make_release(headline="Comunicado visible")
    release = hide()
    own = f"/comunicados/2024/{release.key}-{release.slug}/"
    paths = [*DOORS, own, *(own + tail for tail in ("texto.txt", "datos.json", "versiones/"))]

    for path in paths:
        response = client.get(path)
        body = response.getvalue().decode(errors="replace")
        echoed = body.count(CANARY) if f"q={CANARY}" in path or path.startswith(own) else 0
        shown = [line for line in body.splitlines() if CANARY in line and "Título" in line]
        assert not shown, path
        assert echoed or CANARY not in body, path


def test_a_due_bulletin_is_public_at_its_minute_and_not_before(client: Client) -> None:
    release = secret(published=False)
    actions.schedule(release=release, at=timezone.now() - dt.timedelta(seconds=1), by=None)

    page = client.get(f"/buscar/?q={CANARY}").content.decode()

    assert f"Título <mark>{CANARY}</mark>" in page
