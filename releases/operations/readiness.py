"""Whether the installation can serve: database, schema, worker."""

from __future__ import annotations

import datetime as dt

from django.core.files.storage import default_storage
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

# The worker tells that it lives every ten seconds.
SILENCE_ALLOWED = dt.timedelta(seconds=40)


def check() -> dict[str, bool]:
    """What serving needs, in order; a check that depends on a failed one is false too."""
    checks = {"database": False, "migrations": False, "worker": False}
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        checks["database"] = True
        checks["migrations"] = not pending_migrations()
        checks["worker"] = checks["migrations"] and is_worker_alive()
    except (DatabaseError, InterfaceError):
        connection.close()
    return checks


def degraded() -> list[str]:
    """What works badly while the process lives: names of checks, empty when all is well."""
    checks = check()
    names = [name for name, good in checks.items() if not good]
    if checks["migrations"] and ProcrastinateJob.objects.filter(status="failed").exists():
        names.append("failed-jobs")
    if not default_storage.exists(""):
        names.append("media")
    return names


def pending_migrations() -> list[str]:
    """Names of the migrations that this code has and the database has not."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def is_worker_alive() -> bool:
    """Whether some worker told within the last forty seconds that it lives."""
    since = timezone.now() - SILENCE_ALLOWED
    return ProcrastinateWorker.objects.filter(last_heartbeat__gte=since).exists()
