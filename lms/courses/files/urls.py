"""The address of documents, under the name by which Wagtail links to them."""

from django.urls import URLPattern, re_path

from lms.courses.files import views

urlpatterns: list[URLPattern] = [
    re_path(r"^(\d{1,18})/([^/]*)$", views.document, name="wagtaildocs_serve"),
]
