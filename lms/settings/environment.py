"""Read the environment once, and refuse nonsense with a sentence a person can act on."""

from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = Env()

MINIMUM_SECRET_LENGTH = 50
MINIMUM_SECRET_SIGNS = 5
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


def secret_key(name: str = "SECRET_KEY") -> str:
    """Return the installation's secret; refuse a missing, a short or a monotonous one."""
    value = required(name, "a long random text, for example from `openssl rand -base64 60`")
    if len(value) < MINIMUM_SECRET_LENGTH:
        raise ImproperlyConfigured(f"{name} is too short: use at least {MINIMUM_SECRET_LENGTH} characters.")
    if len(set(value)) < MINIMUM_SECRET_SIGNS:
        raise ImproperlyConfigured(f"{name} is not random: it repeats the same few characters.")
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
    if any("/" in host for host in hosts):
        raise ImproperlyConfigured(
            f"{name} must hold names only, like leerplein.example.org, without https://."
        )
    return hosts


def https_url(name: str, hosts: list[str]) -> str:
    """Return the absolute https address of one of `hosts`, without a trailing slash."""
    value = required(name, "the address of this site, starting with https://").rstrip("/")
    if not value.startswith("https://"):
        raise ImproperlyConfigured(f"{name} must start with https://, not {value!r}.")
    host = urlsplit(value).hostname or ""
    if not any(host == known or (known.startswith(".") and f".{host}".endswith(known)) for known in hosts):
        raise ImproperlyConfigured(f"{name} must name one of the ALLOWED_HOSTS, not {host!r}.")
    return value


def whole_number(name: str, default: int, *, least: int) -> int:
    """Return a whole number of at least `least`."""
    value = env.str(name, "") or str(default)
    if not value.isascii() or not value.isdigit() or int(value) < least:
        raise ImproperlyConfigured(f"{name} must be a whole number of at least {least}, not {value!r}.")
    return int(value)


def log_level(name: str = "LOG_LEVEL") -> str:
    """Return how much is logged."""
    value = env.str(name, "INFO").upper()
    if value not in LOG_LEVELS:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(LOG_LEVELS)}, not {value!r}.")
    return value


def mail_address(name: str, what: str) -> str:
    """Return a mail address, with or without a name in front of it."""
    value = required(name, what)
    user, at, host = parseaddr(value)[1].rpartition("@")
    if not (user and at and host):
        raise ImproperlyConfigured(f"{name} must be a mail address, like beheer@example.org.")
    return value


def contact_uri(name: str) -> str:
    """Return where people can write to, as `mailto:` or `https://`; empty when that is not set."""
    value = env.str(name, "").strip()
    if value and not value.startswith(("mailto:", "https://")):
        raise ImproperlyConfigured(f"{name} must start with mailto: or https://.")
    return value


def ed25519_key_file(name: str) -> str:
    """Return the path of a PEM file with an Ed25519 private key; "" when it is not set."""
    value = env.str(name, "").strip()
    if not value:
        return ""
    try:
        key = load_pem_private_key(Path(value).read_bytes(), password=None)
    except OSError as error:
        raise ImproperlyConfigured(f"{name} must name a file that this user can read.") from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ImproperlyConfigured(f"{name} must hold a private key in PEM, without a password.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ImproperlyConfigured(f"{name} must hold a key of the kind Ed25519.")
    return value


def database(default: str) -> dict[str, object]:
    """Return Django's settings for DATABASE_URL: SQLite (WAL, immediate transactions) or PostgreSQL."""
    try:
        config = env.dj_db_url("DATABASE_URL", default)
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    engine = str(config.get("ENGINE", ""))
    if not config.get("NAME") or config["NAME"] == ":memory:":
        raise ImproperlyConfigured("DATABASE_URL must name a database: a file of SQLite, or a name.")
    if engine.endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
    elif engine.endswith("postgresql"):
        config["CONN_MAX_AGE"] = whole_number("DATABASE_CONN_MAX_AGE", 60, least=0)
        config["CONN_HEALTH_CHECKS"] = True
    else:
        raise ImproperlyConfigured("DATABASE_URL must be a sqlite:// or a postgres:// address.")
    return dict(config)


def mail_server(name: str = "EMAIL_URL") -> dict[str, object]:
    """Return Django's mail settings for a `submission://` address (STARTTLS); mail never goes unprotected."""
    value = required(name, "like submission://user:password@mail.example.org:587")
    if not value.startswith("submission://"):
        raise ImproperlyConfigured(f"{name} must start with submission://, so that mail goes encrypted.")
    try:
        server = dict(env.dj_email_url(name))
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(f"{name} cannot be read: is the port a number?") from error
    if not server.get("EMAIL_HOST"):
        raise ImproperlyConfigured(f"{name} must name the mail server, like mail.example.org.")
    return server
