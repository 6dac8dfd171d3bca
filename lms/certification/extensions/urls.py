"""Addresses of extensions."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.extensions import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("verlengen/", views.extend, name="extend"),
    path("verlengd/<uuid:extension>/", views.extension, name="extension"),
    path("verlengd/<uuid:extension>/terug/", views.withdraw, name="extension_back"),
]
