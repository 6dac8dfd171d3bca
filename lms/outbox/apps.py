"""The outbox app."""

import logging

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "lms.outbox"
    label = "outbox"
    verbose_name = _("Berichten naar buiten")

    def ready(self) -> None:
        """Find the consumers and jobs of every app, and keep error texts out of the task log."""
        from lms.outbox.receivers import KindOnly  # noqa: PLC0415  (needs the models)

        autodiscover_modules("consumers", "tasks")
        logging.getLogger("django_tasks").addFilter(KindOnly())
