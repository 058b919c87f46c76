#!/bin/sh
# Restore one backup into an empty database and an empty CONSTE_HOME/media.
# Usage: restore.sh BACKUP_FOLDER (with DATABASE_URL and CONSTE_HOME set)
set -eu
backup=$1
(cd "$backup" && sha256sum --check --quiet SHA256SUMS)
if [ -d "$CONSTE_HOME/media" ] && [ -n "$(ls -A "$CONSTE_HOME/media")" ]; then
    echo "La carpeta $CONSTE_HOME/media no está vacía; no se restaura encima." >&2
    exit 2
fi
pg_restore --exit-on-error --no-owner --dbname="$DATABASE_URL" "$backup/database.dump"
tar -C "$CONSTE_HOME" -xf "$backup/media.tar"
echo "Restaurado. Revise ahora con: manage.py check_archive"
