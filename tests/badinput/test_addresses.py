"""Whatever is asked for at a public address, the answer is clear and never an error of ours."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from django.test import Client

from releases.models import Release
from releases.publishing import actions
from tests.factories import make_agency, make_place, make_release, make_topic

pytestmark = pytest.mark.django_db

SEARCHES = ("/buscar/", "/buscar/filtros/tema/", "/buscar/atom.xml", "/buscar/datos.json")
LISTS = (
    "/",
    "/buscar/datos.csv",
    "/buscar/datos.jsonl",
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/04/",
    "/comunicados/atom.xml",
    "/correcciones/",
    "/correcciones/atom.xml",
    "/dependencias/",
    "/dependencias/agencia-ficticia/",
    "/municipios/",
    "/lugares/",
    "/lugares/lugar-ficticio/",
    "/temas/",
    "/temas/asunto-ficticio/",
    "/ayuda/busqueda/",
    "/acerca/",
    "/preferencias/",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-comunicados.xml",
)
OF_A_BULLETIN = (
    "",
    "texto.txt",
    "datos.json",
    "documento.pdf",
    "pagina-1.webp",
    "versiones/",
    "versiones/1/",
    "versiones/1/documento.pdf",
)
# What any address may be asked, and what only a search reads.
FOR_ANY = {
    "bad-date": "desde=2024-13-45&hasta=x",
    "huge-page": "pagina=99999999999999999999",
    "nul": "q=a%00b",
    "nul-in-a-name": "a%00=1",
    "nul-in-another-parameter": "marcar=%00&de=%00&vista=%00&entre=%00&next=%00",
    "hundred-kilobytes": "q=" + "a" * 100_000,
    "huge-number": "resultado=99999999999999999999&de=99999999999999999999&a=-1",
    "lone-surrogate": "q=%ED%A0%80",
    "markup": "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&tema=%3Csvg/onload=alert(1)%3E",
}
FOR_SEARCHES = {
    "swapped-dates": "desde=2025-01-01&hasta=2024-01-01",
    "negative-page": "pagina=-5",
    "page-of-letters": "pagina=abc",
    "page-of-other-digits": "pagina=%D9%A3",
    "ten-thousand-words": "q=" + "palabra+" * 10_000,
    "unknown": "nada=1&q%5B%5D=2",
    "repeated": "q=a1&q=b2&orden=fecha&orden=folio",
    "unknown-values": "tema=nada&dependencia=-nada&municipio=1&lugar=%20&tipo=x&documento=y",
    "unknown-order": "orden=body;drop",
    "operators": "q=polic%C3%ADa+%26+%7C+!+(%22",
    "stop-words": "q=de+la+los",
    "only-exclusions": "q=-secuestro",
    "overlong": "q=%C0%AF%FF%FE",
    "bidi": "q=%E2%80%AEabc",
    "control": "q=%01%0B%1F",
    "template": "q=%7B%7B7*7%7D%7D%25s%7B0%7D",
    "period": "periodo=32+de+enero+de+2024",
    "far-dates": "desde=0001-01-01&hasta=9999-12-31",
    "year-ten-thousand": "desde=10000-01-01",
}
CLEAR = {200, 301, 302, 304, 400, 404, 410, 414, 422, 503}


@pytest.fixture
def release() -> Release:
    return make_release(
        number=9275,
        agencies=[make_agency("Agencia ficticia", slug="agencia-ficticia")],
        places=[make_place("Lugar ficticio", slug="lugar-ficticio")],
        topics=[make_topic("Asunto ficticio", slug="asunto-ficticio")],
    )


def answer(client: Client, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.getvalue().decode(errors="replace")


@pytest.mark.parametrize("query", FOR_SEARCHES.values(), ids=FOR_SEARCHES.keys())
def test_every_search_answers_clearly(client: Client, release: Release, query: str) -> None:
    check(client, SEARCHES, query)


@pytest.mark.parametrize("query", FOR_ANY.values(), ids=FOR_ANY.keys())
def test_every_address_answers_clearly(client: Client, release: Release, query: str) -> None:
    bulletin = (release.get_absolute_url() + tail for tail in OF_A_BULLETIN)
    check(client, (*SEARCHES, *LISTS, *bulletin), query)


def check(client: Client, paths: Iterable[str], query: str) -> None:
    client.raise_request_exception = False
    for path in paths:
        status, body = answer(client, f"{path}?{query}")
        # 503 is only for the file that this test did not put into the store.
        allowed = CLEAR if path.endswith("documento.pdf") else CLEAR - {503}
        assert status in allowed, (path, status)
        assert "<script>alert" not in body, path
        assert "<svg/onload" not in body, path
        assert "Traceback" not in body, path


@pytest.mark.parametrize(
    "path",
    [
        "/c/2024/9999",
        "/c/9999/0001",
        "/comunicados/2024/9999/",
        "/comunicados/2024/9999-nada/",
        "/comunicados/2024/99999999-nada/",
        "/comunicados/2024/999999999999999-nada/",
        "/comunicados/2024/sf-0000000-nada/",
        "/comunicados/0000/0001-nada/",
        "/comunicados/2024/../../etc/passwd",
        "/comunicados/2024/%00/",
        "/comunicados/2024/9275-%00/",
        "/comunicados/2024/9275-<script>alert(1)</script>/",
        "/dependencias/nada/",
        "/dependencias/" + "a" * 5_000 + "/",
        "/temas/%F0%9F%98%80/",
        "/lugares/nada/",
        "/municipios/nada/",
        "/nada",
        "/" + "a/" * 500,
    ],
)
def test_what_does_not_exist_is_a_404_in_spanish(client: Client, path: str) -> None:
    make_release(number=9275)
    client.raise_request_exception = False

    response = client.get(path)

    assert response.status_code in {400, 404}
    assert 'lang="es-MX"' in response.content.decode()
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("path", ["/buscar/", "/comunicados/", "/buscar/datos.csv", "/robots.txt"])
def test_other_methods_are_refused_with_those_allowed(
    client: Client, method: str, path: str
) -> None:
    response = getattr(client, method)(path)

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "127.0.0.1:x"},
        {"HTTP_HOST": "a" * 5_000},
    ],
)
def test_an_unknown_host_is_refused(client: Client, headers: dict[str, str]) -> None:
    client.raise_request_exception = False

    response = client.get("/buscar/", headers=None, **headers)  # type: ignore[arg-type]  # environ

    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


def test_a_forwarded_host_is_not_believed(client: Client) -> None:
    make_release()

    response = client.get("/", HTTP_X_FORWARDED_HOST="evil.example")

    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_ACCEPT": "," * 100_000},
        {"HTTP_ACCEPT_LANGUAGE": "es-" * 2_000},
        {"HTTP_IF_NONE_MATCH": '"' * 5_000},
        {"HTTP_IF_MODIFIED_SINCE": "ayer"},
        {"HTTP_RANGE": "bytes=-1,5-2,x"},
        {"HTTP_COOKIE": "conste_preferencias=%00; =; a" + ";" * 3_000},
    ],
)
def test_hostile_headers_change_nothing(client: Client, headers: dict[str, str]) -> None:
    make_release()

    assert client.get("/buscar/", **headers).status_code == 200  # type: ignore[arg-type]  # environ


def test_machines_get_the_refusal_as_json(client: Client) -> None:
    response = client.get("/buscar/?q=%00", HTTP_ACCEPT="application/json")

    assert response.status_code == 400
    answer = json.loads(response.content)
    assert (answer["error"], answer["field"]) == ("caracter-nulo", "q")


def test_unknown_and_hidden_bulletins_get_the_same_answer(client: Client) -> None:
    hidden = make_release(published=False, number=9276)
    known = f"/comunicados/2024/{hidden.key}-{hidden.slug}/"

    answers = [
        client.get(path, HTTP_X_REQUEST_ID="").content.decode()
        for path in (known, "/comunicados/2024/9277-nada/")
    ]

    assert without_its_own(answers[0], known) == without_its_own(
        answers[1], "/comunicados/2024/9277-nada/"
    )


def without_its_own(page: str, path: str) -> str:
    """The page without what names the request: its address and its number."""
    kept = [line for line in page.splitlines() if "olicitud" not in line]
    return "\n".join(kept).replace(path, "")


@pytest.mark.parametrize("tail", [tail for tail in OF_A_BULLETIN if tail != "datos.json"])
def test_a_withdrawn_bulletin_answers_410_with_folio_date_and_reason(
    client: Client, tail: str
) -> None:
    release = make_release(number=9275, headline="Título secreto", body=("Texto secreto.",))
    address = release.get_absolute_url()
    actions.withdraw(release=release, note="Por mandato ficticio.", by=None)

    response = client.get(address + tail)
    body = response.content.decode()

    assert response.status_code == 410
    assert "9275/2024" in body
    assert "4 de abril de 2024" in body
    assert "Por mandato ficticio." in body
    assert "Texto secreto" not in body
    assert "Título secreto" not in body


def test_machines_get_the_withdrawal_as_json(client: Client) -> None:
    release = make_release(number=9275, headline="Título secreto")
    address = release.get_absolute_url()
    actions.withdraw(release=release, note="Por mandato ficticio.", by=None)

    response = client.get(f"{address}datos.json")
    answer = json.loads(response.content)

    assert response.status_code == 410
    assert answer["error"] == "retirado"
    assert "9275/2024" in answer["message"]
    assert "Por mandato ficticio." in answer["message"]
    assert "secreto" not in answer["message"]
