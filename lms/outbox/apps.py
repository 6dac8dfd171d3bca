"""The outbox app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "lms.outbox"
    label = "outbox"
    verbose_name = _("Berichten naar buiten")

    def ready(self) -> None:
        """Find the consumers and the scheduled jobs of every app, and listen to the task library."""
        import_module("lms.outbox.receivers")
        autodiscover_modules("consumers", "tasks")
