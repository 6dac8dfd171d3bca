"""Addresses for a phone that keeps the leerplein."""

from django.urls import URLPattern, path

from lms.courses.offline import views

app_name = "offline"
urlpatterns: list[URLPattern] = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("niet-online/", views.offline_page, name="page"),
]
