"""Addresses of lessons on paper."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.prints import views

app_name = "prints"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<uuid:uid>/", views.page, name="page"),
    path("<uuid:uid>/pdf/", views.ask_for_pdf, name="ask"),
    path("<uuid:uid>/pdf/<uuid:printed>/", views.made, name="made"),
    path("<uuid:uid>/pdf/<uuid:printed>/bestand/", views.file, name="file"),
]
