"""Addresses of the limits card."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.limits import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("grenzenkaart/", views.limits_card, name="limits_card"),
    path("grenzenkaart/leeg/", views.empty_card, name="empty_card"),
]
