"""Settings of gunicorn, for one machine and for a server alike: `-c python:safety_press.server`.

The service file or `manage.py run` says where to listen; the environment, how many workers.
"""

from __future__ import annotations

import os
import sys

from django.core.exceptions import ImproperlyConfigured

from safety_press import settings_environment

os.environ.setdefault("CONSTE_MODE", "production")

worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "").strip() or 2)
# More than can work at once: dear searches wait for their turn in one (releases.search.turns).
threads = int(os.environ.get("WEB_THREADS", "").strip() or 12)
timeout = 30
graceful_timeout = 10
keepalive = 5
# The longest that gunicorn takes: a pasted list is part of the address.
limit_request_line = 8190
# Each worker is renewed now and then, not all at once.
max_requests = 20_000
max_requests_jitter = 2_000
control_socket_disable = True
# Requests are logged by the application, without addresses and queries.
accesslog = None
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "releases.operations.request_log.PrivateJsonFormatter",
            "fmt": "{asctime} {levelname} {name} {message}",
            "style": "{",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "loggers": {"gunicorn.error": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}


def on_starting(server: object) -> None:
    """Refuse to start with incomplete settings, in one sentence and before any worker."""
    try:
        settings_environment.check()
    except ImproperlyConfigured as error:
        sys.exit(f"Conste no puede iniciar. {error}")


def post_worker_init(worker: object) -> None:
    """Hand the interpreter over sooner than after 5 ms: a reader's page waits for it many times."""
    sys.setswitchinterval(0.0005)
