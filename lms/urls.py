"""Composition: which app answers under which address. Nothing else."""

from django.apps import apps
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls

from lms.certification.credentials.urls import open_patterns as credentials
from lms.exports.rest.api import api

handler400 = "lms.views.bad_request"
handler403 = "lms.views.permission_denied"
handler404 = "lms.views.page_not_found"
handler500 = "lms.views.server_error"

urlpatterns = [
    path("", include("lms.dashboards.urls")),
    path("", include("lms.accounts.urls")),
    path("", include("lms.municipality.urls")),
    path("mijn-gegevens/", include("lms.privacy.urls")),
    path("logboek/", include("lms.audit.urls")),
    path("berichten/", include("lms.outbox.urls")),
    path("voortgang/afdrukken/", include("lms.courses.prints.urls")),
    path("voortgang/meekijken/", include("lms.courses.viewing.urls")),
    path("", include("lms.courses.offline.urls")),
    path("zoeken/", include("lms.courses.search.urls")),
    path("voortgang/", include("lms.courses.progress.urls")),
    path("voortgang/nieuw/", include("lms.courses.changes.urls")),
    path("mijn-notities/", include("lms.courses.own_texts.urls")),
    path("papier/", include("lms.courses.paper.urls")),
    path("werk/", include("lms.courses.hand_ins.urls")),
    path("lichtingen/", include("lms.courses.cohorts.urls")),
    path("intervisie/", include("lms.intervision.urls")),
    path("inzetbaar/", include("lms.certification.urls")),
    path("", include(credentials)),
    path("bewijs/", include("lms.certification.certificates.public_urls")),
    path("koppelingen/", include("lms.exports.urls")),
    path("api/v1/", api.urls),
    path("beheer/", include(wagtail_admin_urls)),
    path("documenten/", include("lms.courses.files.urls")),
    path("media/", include("lms.courses.media.urls")),
    path("leren/", include("lms.courses.pages.urls")),
    path("leren/", include(wagtail_urls)),
]

if apps.is_installed("lms.demo"):  # never in production settings
    urlpatterns.insert(0, path("demo/", include("lms.demo.urls")))
