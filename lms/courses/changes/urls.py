"""Addresses of what is new in finished lessons."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.changes import views

app_name = "changes"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.open_list, name="open"),
    path("<uuid:lesson_uid>/", views.lesson, name="lesson"),
    path("<uuid:lesson_uid>/gelezen/", views.read, name="read"),
]
