"""A developer's machine and `make demo`: everything works without any environment variable."""

from lms.settings.base import *
from lms.settings.base import BASE_DIR, INSTALLED_APPS, env
from lms.settings.signing import own_signing_key

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = "only-for-a-developer-machine-" + "x" * 40
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = SITE_URL
SIGNING_KEY = own_signing_key(BASE_DIR / "var" / "signing-key.pem")
INSTALLED_APPS = ["lms.demo", *INSTALLED_APPS]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = BASE_DIR / "var" / "mail"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # an edited stylesheet shows at once
