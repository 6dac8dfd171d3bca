"""The privacy app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    name = "lms.privacy"
    label = "privacy"
    verbose_name = _("Privacy")

    def ready(self) -> None:
        """Find the declarations of every app, and make those for the libraries."""
        import_module("lms.privacy.third_party")
        autodiscover_modules("privacy")
