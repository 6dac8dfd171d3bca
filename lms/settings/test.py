"""The test suite: fast hashing of nothing secret, mail in memory, no second file of truths."""

from lms.settings.base import *
from lms.settings.base import (
    BASE_DIR,
    CACHES,
    DATABASES,
    INSTALLED_APPS,
    MIDDLEWARE,
    PRIVATE_FILES,
    STORAGES,
    env,
)
from lms.settings.signing import own_signing_key

DEBUG = False
SECRET_KEY = "only-for-tests-" + "x" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL
SIGNING_KEY = own_signing_key(BASE_DIR / "var" / "signing-key-of-tests.pem")
INSTALLED_APPS = ["lms.demo", *INSTALLED_APPS]
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
CACHES = {**CACHES, "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Threads need a file: an in-memory database is private to one connection.
if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    (BASE_DIR / "var").mkdir(exist_ok=True)
    _name = f"test-{env.str('TEST_DB_NAME', 'suite')}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": BASE_DIR / "var" / _name}

# What a test uploads never lands between the files of the demo.
PRIVATE_ROOT = BASE_DIR / "var" / "test-private"
MEDIA_ROOT = BASE_DIR / "var" / "test-media"
STORAGES = {
    **STORAGES,
    "private": {**STORAGES["private"], "OPTIONS": {**PRIVATE_FILES, "location": PRIVATE_ROOT}},
}
