"""Addresses of accounts."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from lms.accounts.invitations import views as invitations
from lms.accounts.me import views as me
from lms.accounts.people import organisation_views as partners
from lms.accounts.people import views as people
from lms.accounts.reading import views as reading
from lms.accounts.sign_in import views as sign_in


def not_here(request: HttpRequest, **rest: Any) -> HttpResponse:
    """Answer 404 where the Wagtail admin would handle people: our own pages do (quality.md §0.4)."""
    raise Http404


own: list[URLPattern | URLResolver] = [
    path("account/extra-slot/", sign_in.second_factor, name="second_factor"),
    path("account/sneller/", sign_in.faster, name="faster"),
    path("account/sessie/", sign_in.session, name="session"),
    path("ik/", me.me, name="me"),
    path("ik/naam/", me.my_name, name="my_name"),
    path("ik/organisatie/", me.my_organisation, name="my_organisation"),
    path("ik/organisatie/delen/", me.share_status, name="share_status"),
    path("ik/onderwerpen/", me.my_themes, name="my_themes"),
    path("leeshulp/", reading.reading_aids, name="reading_aids"),
    path("leeshulp/terugzetten/", reading.reading_reset, name="reading_reset"),
    path("mensen/", people.people, name="people"),
    path("mensen/nog-te-koppelen/", people.unlinked, name="unlinked"),
    path("mensen/uitnodigen/", invitations.invite, name="invite"),
    path("mensen/uitnodigen/lijst/", invitations.invite_list, name="invite_list"),
    path("mensen/uitnodigen/controle/", invitations.invite_check, name="invite_check"),
    path("mensen/<uuid:uuid>/", people.person, name="person"),
    path("mensen/<uuid:uuid>/organisatie/", people.membership, name="membership"),
    path("mensen/<uuid:uuid>/rol/", people.add_role, name="add_role"),
    path("mensen/<uuid:uuid>/rol/<int:assignment>/stop/", people.stop_role, name="stop_role"),
    path("mensen/<uuid:uuid>/uitnodigen/", invitations.invite_again, name="invite_again"),
    path("mensen/<uuid:uuid>/uitzetten/", people.close, name="close"),
    path("mensen/<uuid:uuid>/aanzetten/", people.reopen, name="reopen"),
    path("organisaties/", partners.organisations, name="organisations"),
    path("organisaties/nieuw/", partners.new_organisation, name="new_organisation"),
    path("organisaties/<uuid:uuid>/", partners.organisation, name="organisation"),
]

# Addresses of the Wagtail admin that are ours: one way in, and people only on our own pages.
login = RedirectView.as_view(pattern_name="account_login", query_string=True)
logout = RedirectView.as_view(pattern_name="account_logout")
admin: list[URLPattern | URLResolver] = [
    path("beheer/login/", login, name="admin_login"),
    path("beheer/logout/", logout, name="admin_logout"),
    path("beheer/password_reset/", login, name="admin_password_reset"),
    path("beheer/password_reset/<path:rest>", not_here, name="admin_password_reset_steps"),
    path("beheer/users/", not_here, name="admin_users"),
    path("beheer/users/<path:rest>", not_here, name="admin_user"),
    path("beheer/groups/", not_here, name="admin_groups"),
    path("beheer/groups/<path:rest>", not_here, name="admin_group"),
    path("beheer/api-tokens/<path:rest>", not_here, name="admin_api_tokens"),
    path("beheer/bulk/accounts/<path:rest>", not_here, name="admin_bulk_people"),
    path("beheer/reports/site-history/", not_here, name="admin_history"),
    path("beheer/reports/site-history/<path:rest>", not_here, name="admin_history_parts"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("lms.accounts.sign_in.urls")),
    path("", include(([*own, *admin], "accounts"))),
]
