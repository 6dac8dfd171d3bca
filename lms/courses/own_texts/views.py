"""The addresses of one's own texts. Only the owner ever sees one; nobody else has a page for it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lms.accounts.public import answers_in_json, person_of, signed_in
from lms.courses.own_texts.forms import KeepForm
from lms.courses.own_texts.models import OwnText
from lms.courses.own_texts.rules import LONGEST, TooLongError
from lms.courses.own_texts.selectors import anchor_of, notes_of, own_text
from lms.courses.own_texts.services import NoPlaceError, keep_text, throw_away
from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.progress.places import address_of


@require_POST
@signed_in
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a text: a script gets the answer as JSON, a form goes back to its place."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        return _refused(request, _("Dit is nog niet bewaard. Laad de bladzijde opnieuw."), form)
    try:
        kept = keep_text(person_of(request), form.spot, form.sent, timezone.now())
    except NoPlaceError as error:
        raise Http404 from error
    except TooLongError:
        return _refused(request, too_long(), form)
    is_other = kept.text != form.sent.text
    if answers_in_json(request):
        return JsonResponse(_answer(kept, is_other=is_other))
    if is_other:
        messages.info(request, _("Je schreef hier ook ergens anders. Allebei je teksten staan er nu."))
    return redirect(f"{_back(kept.lesson_uid)}#{anchor_of(kept.kind, kept.place_uid)}")


def too_long() -> str:
    """Return the sentence for a text that does not fit."""
    return _("Je tekst is te lang. Er passen %(most)s tekens in. Haal een stuk weg.") % {"most": LONGEST}


def _answer(kept: OwnText, *, is_other: bool) -> dict[str, Any]:
    at = f"{timezone.localtime(kept.saved_at):%H.%M}" if kept.text else ""
    answer: dict[str, Any] = {"saved_at": at, "version": kept.version}
    return answer | ({"text": kept.text, "both": bool(kept.text)} if is_other else {})


def _refused(request: HttpRequest, why: str, form: KeepForm) -> HttpResponse:
    """Say why a text was not kept; without a script the page shows it again, to change or to copy."""
    if answers_in_json(request):
        return JsonResponse({"error": why}, status=400)
    return render(request, "own_texts/not_kept.html", {"form": form, "why": why}, status=400)


def _back(lesson_uid: UUID) -> str:
    """Return the address of the lesson, which opens at the step where the learner is."""
    lesson = LessonPage.objects.live().filter(uid=lesson_uid).values_list("url_path", flat=True).first()
    return address_of(lesson) if lesson else "/"


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def throw_away_text(request: HttpRequest, kind: str, place: UUID) -> HttpResponse:
    """Show a text once more and throw it away; nothing of it stays."""
    found = own_text(person_of(request), kind, place)
    if found is None and request.method != "POST":
        raise Http404
    if request.method == "POST":
        if throw_away(person_of(request), kind, place, timezone.now()):
            messages.success(request, _("Je tekst is weg."))
        return redirect(_back(found.lesson_uid) if found else "/")
    assert found is not None
    return render(request, "own_texts/throw_away.html", {"note": found, "back": _back(found.lesson_uid)})


@require_GET
@signed_in
def my_notes(request: HttpRequest, course: str) -> HttpResponse:
    """Show all I wrote in a course that I take."""
    page = get_object_or_404(CoursePage, slug=course, enrollments__user=person_of(request))
    modules = notes_of(person_of(request), page)
    back = address_of(page.url_path) if page.live else "/"
    return render(request, "own_texts/my_notes.html", {"course": page, "modules": modules, "back": back})
