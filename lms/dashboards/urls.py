"""Addresses of the overviews."""

from django.urls import path

from lms.dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("", views.start, name="start"),
    path("bord/", views.board, name="board"),
]
