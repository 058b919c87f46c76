"""The WSGI entry point. Imported by a web server, hence production unless told otherwise."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("CONSTE_MODE", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safety_press.settings")

application = get_wsgi_application()
