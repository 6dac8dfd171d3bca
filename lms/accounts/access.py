"""The first line of every view: who may open it. Strangers get 404, so that they learn nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlsplit

from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from lms.accounts.models import User
from lms.accounts.policies import holds
from lms.accounts.roles import Role

View = Callable[..., HttpResponseBase]


def person_of(request: HttpRequest) -> User:
    """Return who is signed in; only behind one of the guards below, which let no visitor through."""
    return cast(User, request.user)


def answers_in_json(request: HttpRequest) -> bool:
    """Say whether a script of our own asked, which cannot follow to the sign-in page: it hears a status."""
    return request.headers.get("Accept") == "application/json"


def is_too_often(request: HttpRequest, action: str) -> bool:
    """Count one more time that this person does something costly; say whether that is too often.

    How often one may, stands with the name of the action in the settings (`COSTLY_LIMITS`). Counted in the
    cache, whatever the verb (allauth's own counter lets every GET pass); two at once may count as one.
    """
    most, seconds = settings.COSTLY_LIMITS[action]
    period = int(timezone.now().timestamp() // seconds)
    key = f"costly:{action}:{person_of(request).pk}:{period}"
    times = cache.get(key, 0) + 1
    cache.set(key, times, seconds)
    return bool(times > most)


def too_often(request: HttpRequest) -> HttpResponse:
    """Return the page (429) that asks to wait a little."""
    answer: HttpResponse = respond_429(request)
    return answer


def page_of(request: HttpRequest) -> str:
    """Return the page to come back to after signing in: this one, or the one a form was sent from.

    The address a form is sent to shows nothing; the start page when the browser does not tell where it was.
    """
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(
        came_from, {request.get_host()}, require_https=request.is_secure()
    ):
        return "/"
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path or "/"


def signed_in(view: View) -> View:
    """Send a visitor to the sign-in page (a script hears 401); let every signed-in person through."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            if answers_in_json(request):
                return HttpResponse(status=401)
            return redirect_to_login(page_of(request))
        return view(request, *args, **kwargs)

    return guarded


def role_required(*roles: Role) -> Callable[[View], View]:
    """Let only holders of one of these roles through; others who are signed in see 404."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not holds(request.user, *roles):
                raise Http404
            return view(request, *args, **kwargs)

        return signed_in(guarded)

    return decorate


def policy_required(policy: Callable[[Any], bool]) -> Callable[[View], View]:
    """Let only people through for whom the policy says yes; others who are signed in see 404."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not policy(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return signed_in(guarded)

    return decorate
