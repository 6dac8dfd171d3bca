"""Addresses of looking as a volunteer."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.viewing import views

app_name = "viewing"
urlpatterns: list[URLPattern | URLResolver] = [
    path("stop/", views.stop, name="stop"),
    path("<slug:course>/", views.start, name="start"),
]
