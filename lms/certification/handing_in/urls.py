"""Addresses of handing in and of answering what waits."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.handing_in import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("ingeleverd/", views.own, name="hand_in"),
    path("ingeleverd/<uuid:ref>/terug/", views.own_take_back, name="hand_in_back"),
    path("wacht-op-mij/", views.waiting, name="waiting"),
    path("<uuid:uuid>/ingeleverd/", views.for_person, name="hand_in_for"),
    path("<uuid:uuid>/wacht/<uuid:ref>/", views.answer, name="assess"),
]
