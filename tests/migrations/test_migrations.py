"""Every migration from an empty database, as a new installation runs them; and none is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Site

from lms.courses.models import HomePage

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.django_db
def test_it_makes_every_table_a_model_needs():
    tables = set(connection.introspection.table_names())
    from django.apps import apps

    missing = {m._meta.db_table for m in apps.get_models() if m._meta.managed} - tables
    assert missing == set()


@pytest.mark.django_db
def test_it_has_a_migration_for_every_change_of_a_model():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_it_builds_a_new_installation_with_the_course(tmp_path):
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lms.settings.dev",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'new.sqlite3'}",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "demo", "--prepare"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    again = subprocess.run(
        [sys.executable, "manage.py", "demo", "--prepare"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert again.returncode == 0, again.stderr
