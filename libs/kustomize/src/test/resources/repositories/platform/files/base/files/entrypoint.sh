#!/usr/bin/env bash
# Entrypoint: wait for the database, then exec "$@"
set -euo pipefail
until nc -z "${DB_HOST:-db}" "${DB_PORT:-5432}"; do
  echo "waiting for $DB_HOST…" >&2
  sleep 1
done
cat <<EOT >/tmp/config
key: value # not a comment
---
EOT
exec "$@"
