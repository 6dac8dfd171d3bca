"""Addresses of outbox."""

from django.urls import URLPattern, URLResolver, path

from lms.outbox import views

app_name = "outbox"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.given_up, name="given_up"),
    path("opnieuw/", views.try_all_again, name="try_all_again"),
    path("<str:kind>/<uuid:uuid>/opnieuw/", views.try_again, name="try_again"),
]
