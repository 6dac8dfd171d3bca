"""The accounts app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "lms.accounts"
    label = "accounts"
    verbose_name = _("Mensen")

    def ready(self) -> None:
        """Listen to what Django and allauth say about sign-ins and authenticators."""
        import_module("lms.accounts.receivers")
