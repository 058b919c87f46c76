#!/bin/sh
# One dated backup: the database, then the originals. Usage: backup.sh FOLDER
# The originals never change, so the database first: every file it names is copied after it.
set -eu
umask 077
target=$1
keep=${CONSTE_BACKUPS_KEPT:-14}
stamp=$(date -u +%Y%m%dT%H%M%SZ)
draft="$target/.$stamp.part"
trap 'rm -rf "$draft"' EXIT
mkdir -p "$draft"
pg_dump --format=custom --no-owner --file="$draft/database.dump" "$DATABASE_URL"
pg_restore --list "$draft/database.dump" >/dev/null
mkdir -p "$CONSTE_HOME/media"
tar -C "$CONSTE_HOME" -cf "$draft/media.tar" media
(cd "$draft" && sha256sum database.dump media.tar >SHA256SUMS)
mv "$draft" "$target/$stamp"
find "$target" -mindepth 1 -maxdepth 1 -type d -name '20*Z' | sort -r | tail -n "+$((keep + 1))" |
    while IFS= read -r old; do rm -rf "$old"; done
echo "Copia terminada: $target/$stamp"
