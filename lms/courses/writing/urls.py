"""The addresses for who writes, below that of the Wagtail admin and guarded as it is."""

from django.urls import path

from lms.courses.writing import views

urlpatterns = [
    path("nakijken/", views.checks, name="writing_checks"),
    path("nakijken/<int:course_id>/", views.checks, name="writing_checks_of"),
    path("hulp/", views.help_index, name="writing_help"),
    path("hulp/<slug:slug>/", views.help_topic, name="writing_help_topic"),
]
