"""Addresses of taking decisions back, and of the answer of a second coordinator."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.decisions import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("<uuid:uuid>/besluit/<uuid:decision>/terug/", views.take_back, name="decision_undo"),
    path("<uuid:uuid>/uitzondering/<uuid:wanted>/", views.answer, name="override_answer"),
]
