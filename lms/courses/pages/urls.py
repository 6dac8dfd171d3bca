"""The addresses of the pages of courses: Wagtail's, with our own way to find a page."""

from django.urls import URLPattern, URLResolver, re_path
from wagtail.urls import serve_pattern

from lms.courses.pages import views

urlpatterns: list[URLPattern | URLResolver] = [re_path(serve_pattern, views.serve, name="wagtail_serve")]
