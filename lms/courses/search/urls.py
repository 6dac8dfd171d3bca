"""The address of searching."""

from django.urls import URLPattern, path

from lms.courses.search import views

app_name = "search"
urlpatterns: list[URLPattern] = [path("", views.search, name="search")]
