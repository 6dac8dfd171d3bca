"""Addresses for anybody who has a certificate in hand."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.certificates import check_views

app_name = "check"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<uuid:uuid>/", check_views.certificate, name="certificate"),
]
