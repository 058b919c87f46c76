"""The pages that explain the archive, and the gallery for those who make it."""

from __future__ import annotations

import pytest
from django.test import Client

from releases.models import Office, User
from tests.factories import host_agency

pytestmark = pytest.mark.django_db

PAGES = {
    "/ayuda/busqueda/": "Cómo buscar mejor",
    "/acerca/": "Acerca del archivo",
    "/accesibilidad/": "Accesibilidad",
    "/privacidad/": "Privacidad",
    "/correcciones/politica/": "Política de correcciones",
}


@pytest.mark.parametrize(("address", "heading"), PAGES.items())
def test_each_page_answers_under_its_heading(client: Client, address: str, heading: str) -> None:
    response = client.get(address)

    assert response.status_code == 200
    assert f'<h1 class="comunicado__titulo">{heading}</h1>' in response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_read_and_not_written(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_header_and_footer_show_what_the_office_says(client: Client) -> None:
    host_agency()
    Office.objects.update(
        archive_name="Archivo ficticio",
        contact=["Contacto ficticio: 555"],
        emergency_numbers=["9-1-1 Emergencias", "800-000 Línea ficticia"],
    )

    page = client.get("/acerca/").content.decode()

    assert 'Línea ficticia <a href="tel:800000">800-000</a>' in page
    assert "Contacto ficticio: 555" in page
    assert "Archivo ficticio" in page


def test_emergency_numbers_are_there_before_the_office_is_set_up(client: Client) -> None:
    Office.objects.all().delete()

    assert '<a href="tel:911">9-1-1</a>' in client.get("/acerca/").content.decode()


def test_the_gallery_is_for_staff(client: Client, django_user_model: type[User]) -> None:
    address = "/redaccion/componentes/"
    assert client.get(address)["Location"].startswith("/cuenta/login/")

    visitor = django_user_model.objects.create_user("carla", "carla@ejemplo.mx", "x")
    client.force_login(visitor)
    assert client.get(address).status_code == 403

    visitor.is_staff = True
    visitor.save()
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert b"Todo el contenido es ficticio" in response.content
