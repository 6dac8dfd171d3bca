"""The privacy app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    name = "lms.privacy"
    label = "privacy"
    verbose_name = _("Privacy")

    def ready(self) -> None:
        """Find the declarations of every app, and make those for the libraries."""
        from lms.privacy import third_party  # noqa: F401, PLC0415  (needs every model to be loaded)

        autodiscover_modules("privacy")
