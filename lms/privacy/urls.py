"""Addresses of privacy."""

from django.urls import URLPattern, URLResolver, path

from lms.privacy import views

app_name = "privacy"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.mine, name="mine"),
    path("download/", views.download, name="download"),
    path("wissen/<uuid:uuid>/", views.erase, name="erase"),
]
