"""Addresses of the demo; only there where the demo is installed."""

from django.urls import path

from lms.demo import views

app_name = "demo"
urlpatterns = [path("", views.mailbox, name="mailbox")]
