"""Answers to requests that can't be served: what happened, and what to do next."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template import TemplateDoesNotExist
from django.template.loader import select_template
from django.utils.html import format_html

from releases.operations.outage import is_database_away

RETRY_AFTER_SECONDS = 5

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The words of one error page. `code` is the stable name that machines get."""

    code: str
    title: str
    happened: str
    advice: str


EXPLANATIONS = {
    HTTPStatus.BAD_REQUEST: Explanation(
        "solicitud-no-valida",
        "No se entendió la solicitud",
        "La dirección o los datos enviados no tienen la forma esperada.",
        "Revise la dirección o vuelva a empezar desde la búsqueda.",
    ),
    HTTPStatus.FORBIDDEN: Explanation(
        "sin-permiso",
        "No tiene permiso para esta página",
        "Su cuenta no incluye esta acción, o la página caducó antes de enviarse.",
        "Recargue la página e intente de nuevo, o pida el permiso a Administración.",
    ),
    HTTPStatus.NOT_FOUND: Explanation(
        "no-encontrado",
        "No existe esta página",
        "No hay nada en esta dirección.",
        "Busque el comunicado por su folio o por palabras del título.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Explanation(
        "metodo-no-permitido",
        "Esta página no admite esa acción",
        "La dirección existe, pero no acepta lo que se le envió.",
        "Vuelva a la página anterior y use sus botones.",
    ),
    HTTPStatus.CONFLICT: Explanation(
        "conflicto",
        "Otra persona guardó antes",
        "El contenido cambió desde que usted abrió la página; no se guardó nada.",
        "Compare las dos versiones y vuelva a guardar.",
    ),
    HTTPStatus.GONE: Explanation(
        "retirado",
        "Este contenido se retiró",
        "Estuvo publicado en esta dirección y ya no está disponible.",
        "Consulte la nota de retiro o busque otros comunicados.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Explanation(
        "demasiado-grande",
        "El envío es demasiado grande",
        "Supera el límite de 25 MB por archivo; no se guardó nada.",
        "Divida el envío o reduzca el archivo.",
    ),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Explanation(
        "tipo-no-admitido",
        "El tipo de archivo no se admite",
        "Se leen archivos PDF, DOCX, TXT y ZIP con esos formatos.",
        "Guarde el documento en uno de esos formatos y súbalo de nuevo.",
    ),
    HTTPStatus.UNPROCESSABLE_ENTITY: Explanation(
        "datos-no-validos",
        "Hay datos que corregir",
        "Uno o más datos no son válidos.",
        "Corrija lo indicado e intente de nuevo.",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: Explanation(
        "demasiados-intentos",
        "Demasiados intentos seguidos",
        "Se alcanzó el límite de intentos desde su conexión.",
        "Espere cinco minutos e intente de nuevo.",
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Explanation(
        "error-interno",
        "Algo falló de nuestro lado",
        "La falla quedó registrada; no se guardó nada a medias.",
        "Intente de nuevo en unos minutos. Si continúa, avise con el número de solicitud.",
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: Explanation(
        "no-disponible",
        "El archivo no responde por el momento",
        "La base de datos se está reiniciando o tardó demasiado.",
        "Espere unos segundos y recargue la página.",
    ),
}


def error_response(
    request: HttpRequest,
    status: int,
    *,
    happened: str | None = None,
    advice: str | None = None,
    code: str | None = None,
    field: str | None = None,
    context: dict[str, object] | None = None,
) -> HttpResponse:
    """The page (or JSON, where the client asks for it) of an error.

    `happened`, `advice` and `code` replace the general ones; `field` names the parameter at fault.
    With 503 goes the time to wait.
    `context` reaches the template `errores/<status>.html`.
    """
    words = EXPLANATIONS[HTTPStatus(status)]
    request_id: str = request.META.get("CONSTE_REQUEST_ID", "")
    response: HttpResponse
    if _wants_json(request):
        body = {"error": code or words.code, "message": happened or words.happened, "field": field}
        response = JsonResponse({**body, "request_id": request_id}, status=status)
    else:
        page = {
            "status": int(status),
            "code": code or words.code,
            "title": words.title,
            "happened": happened or words.happened,
            "advice": advice or words.advice,
            "request_id": request_id,
            **(context or {}),
        }
        response = HttpResponse(_render(request, page), status=status)
    response["Cache-Control"] = "no-store"
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Handle what Django refuses before a view: hosts, sizes, malformed bodies."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return error_response(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return error_response(request, HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_response(request, HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Handle a form whose token is missing or too old."""
    return error_response(
        request,
        HTTPStatus.FORBIDDEN,
        happened="El formulario caducó o llegó desde otro sitio; no se guardó nada.",
        advice="Regrese, recargue la página y envíe el formulario de nuevo.",
    )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Handle an unknown address; a view may explain through the argument of `Http404`."""
    told = exception.args[0] if isinstance(exception, Http404) and exception.args else None
    happened = told if isinstance(told, str) and type(exception) is Http404 else None
    return error_response(request, HTTPStatus.NOT_FOUND, happened=happened)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    response = error_response(request, HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = "300"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Handle a failure of ours; a database that went away outside the view is told apart."""
    if is_database_away(sys.exc_info()[1]):
        return unavailable(request)
    return error_response(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Ask the client to come back in some seconds; needs no database."""
    return error_response(request, HTTPStatus.SERVICE_UNAVAILABLE)


def _wants_json(request: HttpRequest) -> bool:
    if request.path.endswith((".json", ".jsonl")):
        return True
    accepted = request.headers.get("Accept", "")[:1000]
    return "application/json" in accepted and "text/html" not in accepted


def _render(request: HttpRequest, page: dict[str, object]) -> str:
    """Render the page; when even that fails, plain words without any template."""
    # Context processors ask the database who is signed in, so a failing server does without.
    serving = int(str(page["status"])) < HTTPStatus.INTERNAL_SERVER_ERROR
    try:
        template = select_template([f"errores/{page['status']}.html", "errores/error.html"])
        return str(template.render(page, request if serving else None))
    except TemplateDoesNotExist:
        return _plain_page(page)
    except Exception:  # the last line of defence: an error page never fails
        logger.exception("error page failed")
        return _plain_page(page)


def _plain_page(page: dict[str, object]) -> str:
    return format_html(
        '<!doctype html><html lang="es-MX"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>{title}</title><h1>{title}</h1><p>{happened}</p><p>{advice}</p>"
        '<p><a href="/">Ir al inicio</a></p><p>Número de solicitud: {request_id}</p></html>',
        **page,
    )
