"""Answers for monitors: `/salud` tells that the process lives, `/listo` that it can serve."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from releases.operations import readiness


@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """200 while the process answers; `degraded` lists what works badly meanwhile."""
    return JsonResponse({"status": "ok", "degraded": readiness.degraded()})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """200 when requests can be served, else 503; each check with its verdict."""
    checks = readiness.check()
    status = HTTPStatus.OK if all(checks.values()) else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse(
        {"status": "ok" if status == HTTPStatus.OK else "no-listo", "checks": checks},
        status=status,
    )
