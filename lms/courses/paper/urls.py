"""Addresses of entering what was done on paper."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.paper import views

app_name = "paper"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<uuid:person>/", views.choose, name="choose"),
    path("<uuid:person>/<uuid:module>/", views.module, name="module"),
]
