"""Addresses of certificates inside the leerplein."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.certificates import edition_views, issue_views, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("bewijzen/", views.mine, name="certificates"),
    path("bewijzen/woorden/", views.own_words, name="own_words"),
    path("bewijzen/<uuid:certificate>/", views.certificate, name="certificate"),
    path("bewijzen/<uuid:certificate>/pdf/", views.download, name="certificate_pdf"),
    path("bewijzen/<uuid:certificate>/pdf/opnieuw/", views.draw_again, name="certificate_pdf_again"),
    path("bewijzen/<uuid:certificate>/opnieuw/", issue_views.again, name="certificate_again"),
    path("bewijzen/<uuid:certificate>/intrekken/", issue_views.take_back, name="certificate_revoke"),
    path("<uuid:uuid>/bewijzen/", issue_views.certificates_of_person, name="certificates_of"),
    path("<uuid:uuid>/bewijzen/nieuw/", issue_views.new, name="certificate_new"),
    path("lichting/<uuid:cohort>/bewijzen/", edition_views.choose, name="edition_certificates"),
    path("bewijzen/printen/<uuid:key>/", edition_views.printing, name="certificates_print"),
    path("bewijzen/printen/<uuid:key>/pdf/", edition_views.print_pdf, name="certificates_print_pdf"),
    path("bewijzen/printen/<uuid:key>/opnieuw/", edition_views.print_again, name="certificates_print_again"),
    path("bewijzen/printen/<uuid:key>/intrekken/", edition_views.undo, name="certificates_undo"),
]
