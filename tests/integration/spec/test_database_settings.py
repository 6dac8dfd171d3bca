"""SQLite by default, one writer at a time from the start of a transaction; PostgreSQL by DATABASE_URL."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from lms.settings.environment import database


def test_it_uses_sqlite_in_wal_with_immediate_transactions(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    config = database("sqlite:////var/leerplein.sqlite3")
    assert config["ENGINE"] == "django.db.backends.sqlite3"
    options = config["OPTIONS"]
    assert isinstance(options, dict)
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


def test_it_uses_postgresql_when_the_environment_says_so(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://leerplein:secret@db.example.org/leerplein")
    assert database("sqlite:////var/leerplein.sqlite3")["ENGINE"] == "django.db.backends.postgresql"


def test_it_refuses_another_database(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://root@db/leerplein")
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database("sqlite:////var/leerplein.sqlite3")


@pytest.mark.django_db(transaction=True)
def test_it_really_begins_that_way():
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)
    with CaptureQueriesContext(connection) as seen, transaction.atomic():
        pass
    assert seen.captured_queries[0]["sql"] == "BEGIN IMMEDIATE"
