"""Addresses of audit."""

from django.urls import URLPattern, URLResolver, path

from lms.audit import views

app_name = "audit"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.mine, name="mine"),
    path("alles/", views.everything, name="everything"),
]
