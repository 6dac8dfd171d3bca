"""Addresses of digital proofs: one inside, and two that must stand at a fixed place for everybody."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.credentials import views

Patterns = list[URLPattern | URLResolver]

urlpatterns: Patterns = [
    path("bewijzen/<uuid:certificate>/digitaal/", views.download, name="credential"),
]
open_patterns: tuple[Patterns, str] = (
    [
        path(".well-known/did.json", views.did_json, name="did"),
        path("bewijs/status/<int:page>.json", views.status, name="status"),
    ],
    "credentials",
)
