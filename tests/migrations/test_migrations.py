"""Every migration from an empty database, as a new installation runs them; and none is missing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
NEW = "new_installation"


@pytest.mark.django_db
def test_it_makes_every_table_a_model_needs():
    tables = set(connection.introspection.table_names())
    missing = {model._meta.db_table for model in apps.get_models() if model._meta.managed} - tables
    assert missing == set()


@pytest.mark.django_db
def test_it_has_a_migration_for_every_change_of_a_model():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.fixture
def empty_database(tmp_path) -> Iterator[str]:
    """Return the address of an empty database on the engine under test."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield f"sqlite:///{tmp_path / 'new.sqlite3'}"
        return
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {NEW}")
    base, _, query = server.partition("?")
    yield f"{base.rpartition('/')[0]}/{NEW}" + (f"?{query}" if query else "")
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {NEW} WITH (FORCE)")


def prepare(database: str, key_file: Path) -> subprocess.CompletedProcess[str]:
    """Set an installation up as `make demo` does, without starting it."""
    return subprocess.run(
        [sys.executable, "manage.py", "demo", "--prepare", "--key-file", str(key_file)],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "lms.settings.dev", "DATABASE_URL": database},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_it_builds_a_new_installation_with_the_demo_and_repeats_harmlessly(empty_database, tmp_path):
    first = prepare(empty_database, tmp_path / "key.txt")
    assert first.returncode == 0, first.stderr
    assert "The demo is loaded." in first.stdout
    again = prepare(empty_database, tmp_path / "key.txt")
    assert again.returncode == 0, again.stderr
    assert "The demo is already there." in again.stdout
