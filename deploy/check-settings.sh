#!/bin/sh
# Django's deploy check on the settings of a server. The values only satisfy the settings:
# nothing connects to them.
set -eu
CONSTE_MODE=production \
SECRET_KEY="$("$1" -c 'import secrets; print(secrets.token_urlsafe(64))')" \
DATABASE_URL=postgresql://conste@/conste?host=/run/postgresql \
ALLOWED_HOSTS=comunicados.example.org \
ADMINS=guardia@example.org \
EMAIL_URL=smtp+tls://conste:clave@correo.example.org:587 \
exec "$1" manage.py check --deploy --fail-level WARNING
