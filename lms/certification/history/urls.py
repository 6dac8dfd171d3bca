"""Addresses of looking back."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.history import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("op/", views.as_of, name="as_of"),
    path("<uuid:uuid>/op/", views.as_of_person, name="as_of_person"),
]
