"""Addresses of intervision."""

from django.urls import URLPattern, URLResolver

app_name = "intervision"
urlpatterns: list[URLPattern | URLResolver] = []
