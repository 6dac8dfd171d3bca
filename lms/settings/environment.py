"""Read the environment once, and refuse nonsense with a sentence a person can act on."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = Env()

MINIMUM_SECRET_LENGTH = 50


def secret_key(name: str = "SECRET_KEY") -> str:
    """Return the installation's secret; refuse a missing or a short one."""
    value = required(name, "a long random text, for example from `openssl rand -base64 60`")
    if len(value) < MINIMUM_SECRET_LENGTH:
        raise ImproperlyConfigured(f"{name} is too short: use at least {MINIMUM_SECRET_LENGTH} characters.")
    return value


def required(name: str, what: str) -> str:
    """Return a non-empty environment value, or refuse to start and say what is expected."""
    value = env.str(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment: {what}.")
    return value


def host_names(name: str = "ALLOWED_HOSTS") -> list[str]:
    """Return the host names this installation answers to; a wildcard is refused."""
    hosts = [host.strip() for host in required(name, "host names, separated by commas").split(",")]
    if any(host in {"", "*"} for host in hosts):
        raise ImproperlyConfigured(f"{name} must name each host: '*' or an empty name is not allowed.")
    return hosts


def https_url(name: str) -> str:
    """Return an absolute https address without a trailing slash."""
    value = required(name, "the address of this site, starting with https://").rstrip("/")
    if not value.startswith("https://"):
        raise ImproperlyConfigured(f"{name} must start with https://, not {value!r}.")
    return value


def database(default: str) -> dict[str, object]:
    """Return Django's settings for DATABASE_URL: SQLite (WAL, immediate transactions) or PostgreSQL."""
    try:
        config = env.dj_db_url("DATABASE_URL", default)
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    engine = str(config.get("ENGINE", ""))
    if engine.endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
    elif engine.endswith("postgresql"):
        config["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", 60)
        config["CONN_HEALTH_CHECKS"] = True
    else:
        raise ImproperlyConfigured("DATABASE_URL must be a sqlite:// or a postgres:// address.")
    return dict(config)


def mail_server(name: str = "EMAIL_URL") -> dict[str, object]:
    """Return Django's mail settings for a `submission://` address (STARTTLS); mail never goes unprotected."""
    value = required(name, "like submission://user:password@mail.example.org:587")
    if not value.startswith("submission://"):
        raise ImproperlyConfigured(f"{name} must start with submission://, so that mail goes encrypted.")
    return dict(env.dj_email_url(name))
