"""Addresses of municipality."""

from django.urls import URLPattern, URLResolver, path

from lms.municipality import views

app_name = "municipality"
urlpatterns: list[URLPattern | URLResolver] = [
    path("huisstijl/<str:version>.css", views.house_style, name="house_style"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("gezond/", views.healthy, name="health"),
]
