"""Tells the service worker whose page this is, and whether it may be kept for reading offline."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from lms.accounts.models import User
from lms.courses.progress.visits import visit_of

Answer = Callable[[HttpRequest], HttpResponse]
PERSON, KEEP = "X-Offline-Person", "X-Offline-Keep"
NOBODY = "-"


class OfflineMiddleware:
    """Marks pages. What is kept is one person's: another one, or nobody, makes the browser forget it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.get("Content-Type", "").startswith("text/html"):
            return response
        response[PERSON] = token_of(request)
        visit = visit_of(request)
        takes_it = visit is not None and visit.place.enrollment_id is not None
        if request.method == "GET" and response.status_code == 200 and takes_it:
            response[KEEP] = "1"
        return response


def token_of(request: HttpRequest) -> str:
    """Return a word that is the same for one person and says nothing about who that is."""
    user = request.user
    if not isinstance(user, User):
        return NOBODY
    return salted_hmac("lms.courses.offline", str(user.uuid)).hexdigest()[:16]
