"""Addresses of what-if."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.prospects import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("vooruit/", views.prospect, name="prospect"),
    path("<uuid:uuid>/vooruit/", views.prospect_of, name="prospect_of"),
]
