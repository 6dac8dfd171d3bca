"""The courses app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "lms.courses"
    label = "courses"
    verbose_name = _("Leren")

    def ready(self) -> None:
        """Listen to what Wagtail and Django say about pages and settings."""
        import_module("lms.courses.receivers")
