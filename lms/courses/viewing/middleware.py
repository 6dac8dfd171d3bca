"""Whatever a learner can send: while somebody looks as a volunteer, nothing of it is kept."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.accounts.public import answers_in_json
from lms.courses.progress.visits import looks_as_volunteer
from lms.courses.viewing.services import begin_lesson

Answer = Callable[[HttpRequest], HttpResponse]
# Where learners write. An answer is judged as always and kept in the session only: progress/views.py.
WRITING = frozenset({"progress", "own_texts", "changes"})
HANDING_IN, JUDGED, BEGINNING = "hand_ins:work", "progress:answer", "progress:begin"


class ViewingMiddleware:
    """Stops every form of a learner before its view, with a sentence that says why."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Answer a form that would keep something; let everything else through."""
        match = request.resolver_match
        if request.method != "POST" or match is None or not _writes(match.namespace, match.view_name):
            return None
        if not looks_as_volunteer(request):
            return None
        if match.view_name == BEGINNING:
            begin_lesson(request.session, match.kwargs["lesson_uid"], timezone.now())
            return redirect(_page_before(request))
        sentence = _("Je kijkt als vrijwilliger. Er wordt niets bewaard.")
        if answers_in_json(request):
            return JsonResponse({"detail": sentence}, status=403)
        messages.info(request, sentence)
        return redirect(_page_before(request))


def _writes(namespace: str, name: str) -> bool:
    return name == HANDING_IN or (namespace in WRITING and name != JUDGED)


def _page_before(request: HttpRequest) -> str:
    """Return the page of ours that the form stood on."""
    before = urlsplit(request.headers.get("Referer", ""))
    return before.path if before.netloc == request.get_host() and before.path else "progress:courses"
