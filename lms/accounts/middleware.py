"""What holds for every request of a signed-in person: time, second factor, admin's door, no-store."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from lms.accounts.access import answers_in_json, page_of
from lms.accounts.policies import holds
from lms.accounts.roles import CONTENT_ROLES
from lms.accounts.sign_in.services import (
    is_session_over,
    second_factor_settled,
    seconds_left,
    touch_session,
)

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# Pages that must stay reachable for staff that still has to add a second factor.
BEFORE_SECOND_FACTOR = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "accounts:reading_aids",
        "accounts:reading_reset",
        "accounts:second_factor",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
        "municipality:accessibility",
        "municipality:health",
        "municipality:house_style",
        "municipality:privacy",
        "municipality:security_txt",
    }
)
ADMIN_PATH = "/beheer/"
# Wagtail's own addresses to sign in and out: they lead to ours, for everybody.
BESIDE_THE_DOOR = frozenset(
    {"accounts:admin_login", "accounts:admin_logout", "accounts:admin_password_reset"}
)
# 4 of 8 pages of the Wagtail admin need inline scripts (quality.md §4).
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
# A preview is a page as learners see it, made by a request of Wagtail's own; a frame of the admin shows it.
PREVIEW_POLICY = {"frame-ancestors": [SELF]}


def view_name(request: HttpRequest) -> str:
    """Return the name of the matched address, with its namespace; "" before matching."""
    return request.resolver_match.view_name if request.resolver_match else ""


class SessionLifeMiddleware:
    """End a session that lived too long, and write activity down now and then (ASVS 7.3.1, 7.3.2)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if answers_in_json(request) and request.user.is_authenticated:
            # A script that saved something tells the page that its time starts anew (js/idle.js).
            response["X-Session-Left"] = str(seconds_left(request.session, timezone.now()))
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        if not request.user.is_authenticated:
            return None
        now: datetime = timezone.now()
        if is_session_over(request.session, now):
            logout(request)
            if answers_in_json(request):
                return HttpResponse(status=401)
            return redirect_to_login(page_of(request))
        touch_session(request.session, now)
        return None


class SecondFactorMiddleware:
    """Send staff without a passkey or app to the page that offers one (quality.md §0.3, ASVS 6.3.3)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        if view_name(request) in BEFORE_SECOND_FACTOR or not request.user.is_authenticated:
            return None
        if second_factor_settled(request.session, request.user):
            return None
        return redirect("accounts:second_factor")


class AdminDoorMiddleware:
    """Show the Wagtail admin to people who edit content only, with the policy its pages need."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if getattr(request, "is_dummy", False):
            response._csp_replace = PREVIEW_POLICY  # type: ignore[attr-defined]  # django-csp reads it
        elif request.path.startswith(ADMIN_PATH):
            response._csp_replace = ADMIN_POLICY  # type: ignore[attr-defined]  # django-csp reads it
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        if not request.path.startswith(ADMIN_PATH) or view_name(request) in BESIDE_THE_DOOR:
            return None
        user = request.user
        if not user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not (user.is_superuser or holds(user, *CONTENT_ROLES)):
            raise Http404
        return None


class NoStoreMiddleware:
    """Keep a signed-in person's pages out of every cache (ASVS 14.3.2).

    Public files, and pictures and films that say nothing about anybody (`immutable`), say so themselves.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        cache_control = response.get("Cache-Control", "")
        if any(word in cache_control for word in ("public", "immutable", "no-store")):
            return response
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response
