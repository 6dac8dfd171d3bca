"""The audit app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "lms.audit"
    label = "audit"
    verbose_name = _("Logboek")

    def ready(self) -> None:
        """Find the actions of every app, each in its `audit.py`."""
        autodiscover_modules("audit")
