"""The certification app."""

from importlib import import_module
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificationConfig(AppConfig):
    name = "lms.certification"
    label = "certification"
    verbose_name = _("Inzetbaar")

    def ready(self) -> None:
        """Declare what the slices log, each in its own `audit.py`."""
        for path in sorted(Path(__file__).parent.glob("*/audit.py")):
            import_module(f"{self.name}.{path.parent.name}.audit")
