"""Addresses of accounts."""

from django.urls import URLPattern, URLResolver, include, path

from lms.accounts.sign_in import views as sign_in_views

own: list[URLPattern | URLResolver] = [
    path("account/extra-slot/", sign_in_views.second_factor, name="second_factor"),
    path("account/sneller/", sign_in_views.faster, name="faster"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("lms.accounts.sign_in.urls")),
    path("", include((own, "accounts"))),
]
