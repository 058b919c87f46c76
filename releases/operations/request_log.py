"""Log lines that can be joined by request and that hold no personal data."""

from __future__ import annotations

import logging
import re
import secrets
import time
from contextvars import ContextVar
from types import TracebackType

from pythonjsonlogger.json import JsonFormatter

ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

current_request_id: ContextVar[str] = ContextVar("current_request_id", default="")

_GIVEN_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_QUERY = re.compile(r"\?[^\s'\"»>]+")
_PREVIEW_PATH = re.compile(r"(/previa/)[^/\s]+")
_TOKEN_PATH = re.compile(r"(/cuenta/[a-z-]+(?:/[a-z-]+)*?/)(?=[^/\s]*\d)[^/\s]{12,}")
# Django adds the whole request to its records: its text form carries the search of a reader.
_NOT_WRITTEN = {"request", "server_time", "status_code"}


def new_request_id(given: str = "") -> str:
    """Return `given` when it is a well-formed id of a proxy in front, else a new one."""
    if _GIVEN_REQUEST_ID.fullmatch(given):
        return given
    return secrets.token_hex(8)


def without_personal_data(text: str) -> str:
    """Blank mail addresses, query strings and one-time links."""
    text = _MAIL_ADDRESS.sub("[correo]", text)
    text = _QUERY.sub("?[consulta]", text)
    text = _PREVIEW_PATH.sub(r"\1[enlace]", text)
    return _TOKEN_PATH.sub(r"\1[enlace]", text)


class PrivateJsonFormatter(JsonFormatter):
    """One JSON object a line, in UTC, with the request id and without personal data."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        kept = logging.makeLogRecord(
            {name: value for name, value in vars(record).items() if name not in _NOT_WRITTEN}
        )
        kept.request_id = current_request_id.get()
        kept.msg = without_personal_data(record.getMessage())
        kept.args = None
        return super().format(kept)

    def formatException(self, ei: ExceptionInfo) -> str:
        return without_personal_data(str(super().formatException(ei)))
