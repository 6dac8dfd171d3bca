"""Addresses of the exports for people; the API itself is in rest/api.py."""

from django.urls import path

from lms.exports import views

app_name = "exports"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("delen/", views.sharing, name="sharing"),
    path("delen/<uuid:uuid>/", views.sharing_for, name="sharing_for"),
    path("<uuid:uuid>/sleutel/", views.new_token, name="new_token"),
    path("<uuid:uuid>/sleutel/<str:prefix>/stop/", views.end_token, name="end_token"),
]
