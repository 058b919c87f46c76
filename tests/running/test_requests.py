"""What surrounds every request: ids, headers, private logs, and errors in Spanish."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus

import psycopg
import pytest
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import Http404, HttpRequest
from django.test import Client, RequestFactory

from releases.operations.outage import is_database_away
from releases.operations.request_log import PrivateJsonFormatter, current_request_id
from releases.views import errors


@pytest.mark.django_db
def test_every_answer_carries_its_request_id(client: Client) -> None:
    first, second = client.get("/no-existe/"), client.get("/no-existe/")
    assert len(first["X-Request-ID"]) == 16
    assert first["X-Request-ID"] != second["X-Request-ID"]
    assert first["X-Request-ID"] in first.content.decode()


@pytest.mark.django_db
def test_a_request_id_from_outside_is_not_believed_without_a_proxy(client: Client) -> None:
    answer = client.get("/no-existe/", headers={"X-Request-ID": "inventado-por-otro"})
    assert answer["X-Request-ID"] != "inventado-por-otro"


@pytest.mark.django_db
def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get("/no-existe/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy + ";"
    assert "style-src 'self';" in policy + ";"
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_headers_close_what_the_site_does_not_use(client: Client) -> None:
    answer = client.get("/no-existe/")
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.django_db
def test_an_error_page_sets_no_cookie(client: Client) -> None:
    assert not client.get("/no-existe/").cookies


@pytest.mark.parametrize("status", sorted(errors.EXPLANATIONS))
def test_each_error_has_a_page_in_spanish_with_what_to_do(
    rf: RequestFactory, status: HTTPStatus
) -> None:
    request = _identified(rf.get("/algo/"))
    answer = errors.error_response(request, status)
    page = answer.content.decode()
    assert answer.status_code == status
    assert errors.EXPLANATIONS[status].title in page
    assert errors.EXPLANATIONS[status].advice in page
    assert "0123456789abcdef" in page
    assert answer["Cache-Control"] == "no-store"


def test_a_client_that_wants_json_gets_a_stable_code(rf: RequestFactory) -> None:
    request = _identified(rf.get("/buscar/datos.json"))
    answer = errors.error_response(request, 422, happened="La fecha no existe.", field="desde")
    assert json.loads(answer.content) == {
        "error": "datos-no-validos",
        "message": "La fecha no existe.",
        "field": "desde",
        "request_id": "0123456789abcdef",
    }


def test_a_body_over_the_limit_is_413_and_other_malformed_requests_400(rf: RequestFactory) -> None:
    request = _identified(rf.post("/"))
    assert errors.bad_request(request, RequestDataTooBig()).status_code == 413
    assert errors.bad_request(request, ValueError()).status_code == 400


def test_a_view_may_say_what_is_missing_in_its_404(rf: RequestFactory) -> None:
    request = _identified(rf.get("/"))
    told = errors.page_not_found(request, Http404("No hay comunicado 9999/2024."))
    assert "No hay comunicado 9999/2024." in told.content.decode()


def test_an_unknown_host_gets_400(client: Client) -> None:
    answer = client.get("/no-existe/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "No se entendió la solicitud" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_gets_403_in_spanish() -> None:
    answer = Client(enforce_csrf_checks=True).post("/cuenta/login/", {"login": "ana"})
    assert answer.status_code == 403
    assert "El formulario caducó" in answer.content.decode()


def test_a_database_that_is_away_is_told_from_an_error_of_ours() -> None:
    broken = OperationalError("server closed the connection unexpectedly")
    shut_down = OperationalError()
    shut_down.__cause__ = psycopg.errors.AdminShutdown()
    deadlock = OperationalError()
    deadlock.__cause__ = psycopg.errors.DeadlockDetected()
    assert is_database_away(broken)
    assert is_database_away(shut_down)
    assert not is_database_away(deadlock)
    assert not is_database_away(ValueError())


def test_the_answer_without_database_asks_to_come_back_and_needs_no_query(
    rf: RequestFactory,
) -> None:
    # No database mark: a query would fail this test.
    answer = errors.unavailable(_identified(rf.get("/")))
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "El archivo no responde por el momento" in answer.content.decode()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("aviso a ana@ejemplo.gob.mx", "aviso a [correo]"),
        ("GET /buscar/?q=extorsi%C3%B3n&desde=2024", "GET /buscar/?[consulta]"),
        ("/cuenta/password/reset/key/2-c9k3x1-0a9f8e7d/", "/cuenta/password/reset/key/[enlace]/"),
        ("dos\nlíneas\x1b[31m", "dos\nlíneas\x1b[31m"),
    ],
)
def test_log_lines_hold_no_personal_data_and_stay_on_one_line(written: str, kept: str) -> None:
    line = _format(logging.makeLogRecord({"msg": "%s", "args": (written,)}))
    assert json.loads(line)["message"] == kept
    assert "\n" not in line
    assert "\x1b" not in line


def test_the_request_itself_is_never_written(rf: RequestFactory) -> None:
    request = rf.get("/buscar/", {"q": "desaparecida"}, REMOTE_ADDR="203.0.113.7")
    line = _format(logging.makeLogRecord({"msg": "Not Found", "request": request}))
    assert "desaparecida" not in line
    assert "203.0.113.7" not in line


def test_a_traceback_is_kept_without_addresses_of_people() -> None:
    try:
        raise ValueError("Key (email)=(ana@ejemplo.gob.mx) already exists")
    except ValueError as error:
        record = logging.makeLogRecord(
            {"msg": "failed", "exc_info": (type(error), error, error.__traceback__)}
        )
    line = _format(record)
    assert "ValueError" in line
    assert "ana@" not in line


def test_lines_of_one_request_share_its_id() -> None:
    token = current_request_id.set("aaaabbbbccccdddd")
    try:
        line = _format(logging.makeLogRecord({"msg": "algo"}))
    finally:
        current_request_id.reset(token)
    assert json.loads(line)["request_id"] == "aaaabbbbccccdddd"


def _identified(request: HttpRequest) -> HttpRequest:
    request.META["CONSTE_REQUEST_ID"] = "0123456789abcdef"
    return request


def _format(record: logging.LogRecord) -> str:
    return PrivateJsonFormatter("{message}", style="{").format(record)
