"""Production settings: complete and safe, or a refusal with a sentence a person can act on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
GOOD = {
    "SECRET_KEY": "q8W!z-7Kp_" * 6,
    "ALLOWED_HOSTS": "leerplein.example.org",
    "SITE_URL": "https://leerplein.example.org",
    "DATABASE_URL": "postgres://leerplein:secret@db.example.org/leerplein",
    "EMAIL_URL": "submission://post:secret@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "Leerplein <leerplein@example.org>",
    "CONTACT_EMAIL": "beheer@example.org",
    "SIGNING_KEY_FILE": str(ROOT / "var" / "signing-key-of-tests.pem"),
}


def check(**changes: str | None) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "lms.settings.production"}
    env |= {name: value for name, value in (GOOD | changes).items() if value is not None}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120
    )


def test_it_starts_without_a_single_warning():
    done = check()
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("name", sorted(GOOD))
def test_it_refuses_to_start_without(name: str):
    done = check(**{name: None})
    assert done.returncode != 0
    assert f"Set {name}" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SECRET_KEY", "short", "too short"),
        ("SECRET_KEY", "a" * 60, "is not random"),
        ("ALLOWED_HOSTS", "*", "must name each host"),
        ("ALLOWED_HOSTS", "one.example.org,,", "must name each host"),
        ("SITE_URL", "http://leerplein.example.org", "must start with https://"),
        ("DATABASE_URL", "mysql://root@db/leerplein", "DATABASE_URL"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL"),
        ("EMAIL_URL", "smtp://post:secret@mail.example.org", "mail goes encrypted"),
        ("EMAIL_URL", "submission://", "must name the mail server"),
        ("EMAIL_URL", "submission://mail.example.org:x", "is the port a number?"),
        ("ALLOWED_HOSTS", "https://leerplein.example.org", "without https://"),
        ("SITE_URL", "https://other.example.org", "one of the ALLOWED_HOSTS"),
        ("DATABASE_URL", "postgres://", "must name a database"),
        ("DATABASE_URL", "sqlite://", "must name a database"),
        ("CONTACT_EMAIL", "nobody", "must be a mail address"),
        ("DEFAULT_FROM_EMAIL", "Leerplein OCO", "must be a mail address"),
        ("SECURITY_CONTACT", "nonsense", "must start with mailto:"),
        ("TRUSTED_PROXY_COUNT", "-1", "must be a whole number of at least 0"),
        ("WORKER_SILENT_AFTER", "0", "must be a whole number of at least 1"),
        ("DATABASE_CONN_MAX_AGE", "x", "must be a whole number of at least 0"),
        ("LOG_LEVEL", "LOUD", "must be one of DEBUG, INFO"),
        ("SIGNING_KEY_FILE", "/nowhere/key.pem", "SIGNING_KEY_FILE cannot be read"),
        ("SIGNING_KEY_FILE", str(ROOT / "manage.py"), "a private key and its certificate"),
        ("FORMER_SIGNING_KEY_FILES", str(ROOT / "manage.py"), "FORMER_SIGNING_KEY_FILES must name"),
    ],
)
def test_it_refuses_nonsense(name: str, value: str, says: str):
    done = check(**{name: value})
    assert done.returncode != 0
    assert says in done.stderr
