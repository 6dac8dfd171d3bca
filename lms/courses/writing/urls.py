"""The addresses for who writes, below that of the Wagtail admin and guarded as it is."""

from django.urls import URLPattern, path
from wagtail import hooks

from lms.courses.writing import views


@hooks.register("register_admin_urls")
def pages_for_writers() -> list[URLPattern]:
    """Return the addresses, below that of the admin."""
    return [
        path("nakijken/", views.checks, name="writing_checks"),
        path("nakijken/<int:course_id>/", views.checks, name="writing_checks_of"),
        path("hulp/", views.help_index, name="writing_help"),
        path("hulp/<slug:slug>/", views.help_topic, name="writing_help_topic"),
    ]
