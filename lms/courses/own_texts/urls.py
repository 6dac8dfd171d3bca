"""Addresses of one's own texts."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.own_texts import views

app_name = "own_texts"
urlpatterns: list[URLPattern | URLResolver] = [
    path("bewaar/", views.keep, name="keep"),
    path("weg/<slug:kind>/<uuid:place>/", views.throw_away_text, name="throw_away"),
    path("<slug:course>/", views.my_notes, name="mine"),
]
