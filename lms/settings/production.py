"""Production: everything from the environment, and a refusal to start where something is missing."""

from lms.settings.base import *
from lms.settings.environment import (
    database,
    ed25519_key_file,
    host_names,
    https_url,
    mail_address,
    mail_server,
    required,
    secret_key,
    whole_number,
)
from lms.settings.signing import former_signing_keys, signing_key

DEBUG = False
SECRET_KEY = secret_key()
ALLOWED_HOSTS = host_names()
SIGNING_KEY = signing_key()
FORMER_SIGNING_KEYS = former_signing_keys()
SITE_URL = https_url("SITE_URL", ALLOWED_HOSTS)
WAGTAILADMIN_BASE_URL = SITE_URL
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CONTACT_EMAIL = mail_address("CONTACT_EMAIL", "an address people can write to")
required("DATABASE_URL", "a postgres:// or sqlite:// address")
DATABASES = {"default": database("")}

_mail = mail_server()
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _mail["EMAIL_USE_SSL"]
DEFAULT_FROM_EMAIL = mail_address("DEFAULT_FROM_EMAIL", "the sender of our mails")

# One proxy in front (docs/decisions): it ends TLS and sets X-Forwarded-Proto itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
READING_COOKIE_NAME = "__Host-leeshulp"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
TRUSTED_PROXY_COUNT = whole_number("TRUSTED_PROXY_COUNT", 1, least=0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
CREDENTIAL_KEY_FILE = ed25519_key_file("CREDENTIAL_KEY_FILE")
