"""Settings every installation shares; nothing here depends on where it runs."""

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from lms.settings.environment import BASE_DIR, contact_uri, database, env, whole_number
from lms.settings.logs import LOGGING  # noqa: F401  (a setting: Django reads it)
from lms.settings.sign_in import *

INSTALLED_APPS = [
    "lms.dashboards",
    "lms.packages",
    "lms.exports",
    "lms.certification",
    "lms.intervision",
    "lms.courses",
    "lms.accounts",
    "lms.municipality",
    "lms.privacy",
    "lms.audit",
    "lms.outbox",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django_filters",
    "django_tables2",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "lms.exports.middleware.ApiMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lms.audit.middleware.OriginMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lms.accounts.middleware.SessionLifeMiddleware",
    "lms.accounts.middleware.SecondFactorMiddleware",
    "lms.accounts.middleware.AdminDoorMiddleware",
    "lms.accounts.middleware.NoStoreMiddleware",
    "lms.courses.middleware.NotPublishableMiddleware",
    "lms.courses.offline.middleware.OfflineMiddleware",
    "lms.courses.viewing.middleware.ViewingMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
]

ROOT_URLCONF = "lms.urls"
WSGI_APPLICATION = "lms.wsgi.application"
ASGI_APPLICATION = "lms.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lms.municipality.context_processors.municipality",
                "lms.accounts.context_processors.person",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DJANGO_TABLES2_TEMPLATE = "components/table.html"

DATABASES = {"default": database(f"sqlite:///{BASE_DIR / 'var' / 'leerplein.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# allauth keeps code exchange, rate limits and TOTP replay guards in the cache: with several workers
# that only holds in a shared one, and the database is the one thing every installation has.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
# A background worker that was not heard of for so many seconds counts as dead: its work is taken back.
WORKER_SILENT_AFTER = whole_number("WORKER_SILENT_AFTER", 60, least=1)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["lms.settings.formats"]

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "lms" / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = BASE_DIR / "var" / "media"
# Files that only a few people may see (work that was handed in): never served by address, only by a view.
PRIVATE_ROOT = BASE_DIR / "var" / "private"
PRIVATE_FILES: dict[str, object] = {
    "location": PRIVATE_ROOT,
    "base_url": None,
    "file_permissions_mode": 0o600,
    "directory_permissions_mode": 0o700,
}
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": PRIVATE_FILES,
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

AUTH_USER_MODEL = "accounts.User"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
READING_COOKIE_NAME = "leeshulp"  # how somebody reads: sizes and colors, never who (lms/accounts/reading)
CSRF_FAILURE_VIEW = "lms.views.csrf_failure"
APPEND_SLASH = True

TRUSTED_PROXY_COUNT = 0  # how many proxies of ours add to X-Forwarded-For; see production.py
# The address in a log line is ours (lms/audit/middleware.py): the library believes what a visitor sends.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
# The microphone is for our own pages: a learner may speak instead of write (docs/decisions/0015). The browser
# still asks the person first.
PERMISSIONS_POLICY: dict[str, list[str]] = {
    **{name: [] for name in ("accelerometer", "camera", "geolocation", "payment", "usb")},
    "microphone": ["self"],
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF, "blob:"],  # a recording that was not sent yet, to listen to
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
        "worker-src": [SELF],
    }
}

WAGTAILIMAGES_IMAGE_MODEL = "courses.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "courses.CourseDocument"
WAGTAIL_SITE_NAME = "Leerplein OCO"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
# The only workflow is the second reader, and only where a municipality asks for one (docs/decisions/0016).
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "lms.courses.second_reader.finish.put_online"
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_LOGIN_URL = "account_login"
# The kinds that lms/courses/files/rules.py can judge by their bytes; all are downloads, none is shown inside.
WAGTAILDOCS_DOCUMENT_FORM_BASE = "lms.courses.files.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt"]
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000  # a small file can be a very large picture
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "lms.courses.media.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
LARGEST_SOUND = 50 * 1000 * 1000
LARGEST_FILM = 200 * 1000 * 1000

# Keys that signed certificates before the present one: what they gave out stays checkable.
FORMER_SIGNING_KEYS: tuple[object, ...] = ()

DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Leerplein OCO <leerplein@example.org>")
EMAIL_TIMEOUT = 10
# Where people report a leak (RFC 9116): mailto:… or https://…; empty shows the network's phone number.
SECURITY_CONTACT = contact_uri("SECURITY_CONTACT")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "leerplein@example.org")  # in the API document and security.txt
# Signs digital proofs (docs/decisions/0012): made at first use here; production has its own, or none.
CREDENTIAL_KEY_FILE = str(BASE_DIR / "var" / "credential-key.pem")
