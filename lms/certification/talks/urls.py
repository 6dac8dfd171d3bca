"""Addresses of talks."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.talks import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("eindgesprekken/", views.own_people, name="talks"),
    path("eindgesprekken/<uuid:talk>/terug/", views.own_take_back, name="talk_back"),
    path("<uuid:uuid>/gesprek/<slug:rule>/", views.talk, name="talk"),
    path("<uuid:uuid>/gesprek/<uuid:talk>/definitief/", views.finish, name="talk_finish"),
]
