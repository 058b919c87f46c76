"""The database's clock, which alone decides what is due."""

from __future__ import annotations

import datetime as dt

from django.db import connection


def database_now() -> dt.datetime:
    """This moment by the database, whatever the clock of the application's machine says."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        row = cursor.fetchone()
    moment: dt.datetime = row[0]
    return moment
