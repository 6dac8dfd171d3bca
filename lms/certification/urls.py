"""Addresses of certification."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.certificates import urls as certificates
from lms.certification.credentials import urls as credentials
from lms.certification.decisions import urls as decision_urls
from lms.certification.decisions import views as decisions
from lms.certification.extensions import urls as extensions
from lms.certification.handing_in import urls as handing_in
from lms.certification.history import urls as history
from lms.certification.limits import urls as limits
from lms.certification.person import views as person
from lms.certification.prospects import urls as prospects
from lms.certification.record import views as record
from lms.certification.roles import views as roles
from lms.certification.schemes import urls as schemes
from lms.certification.statements import views as statements
from lms.certification.talks import urls as talks

app_name = "certification"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", person.mine, name="mine"),
    path("afspraken/<slug:code>/", statements.statement, name="statement"),
    path("rollen/", roles.own_roles, name="roles"),
    path("pauze/", decisions.own_pause, name="pause"),
    path("weer-meedoen/", decisions.own_resume, name="resume"),
    path("<uuid:uuid>/", person.person, name="person"),
    path("<uuid:uuid>/vastleggen/", record.sheet, name="record"),
    path("<uuid:uuid>/rollen/", roles.roles_of, name="roles_of"),
    path("<uuid:uuid>/rollen/gezien/", roles.seen, name="roles_seen"),
    path("<uuid:uuid>/bevestigen/", decisions.confirm, name="confirm"),
    path("<uuid:uuid>/besluit/<slug:kind>/", decisions.decision, name="decision"),
    path("<uuid:uuid>/bewijs/<uuid:evidence>/", record.put_line_right, name="evidence"),
    *history.urlpatterns,
    *decision_urls.urlpatterns,
    *extensions.urlpatterns,
    *handing_in.urlpatterns,
    *talks.urlpatterns,
    *limits.urlpatterns,
    *schemes.urlpatterns,
    *prospects.urlpatterns,
    *certificates.urlpatterns,
    *credentials.urlpatterns,
]
