"""Stopping for now, and beginning a lesson that says first what may touch somebody."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lms.accounts.public import person_of, signed_in
from lms.courses.pages.models import LessonPage
from lms.courses.progress.forms import PlaceForm
from lms.courses.progress.lesson_view import LessonView
from lms.courses.progress.models import Enrollment, LessonProgress
from lms.courses.progress.places import COURSE, address_of
from lms.courses.progress.selectors import next_step
from lms.courses.progress.services import open_lesson, read_up_to


@require_GET
@signed_in
def stop(request: HttpRequest) -> HttpResponse:
    """Say that all is kept, where one goes on and whom one may call."""
    return render(request, "courses/stop.html", {"next": next_step(person_of(request))})


@require_POST
@signed_in
def begin(request: HttpRequest, lesson_uid: UUID) -> HttpResponse:
    """Begin a lesson after reading its warning: from now on it opens as any other."""
    lesson = get_object_or_404(LessonPage.objects.live(), uid=lesson_uid)
    mine = Enrollment.objects.filter(user=person_of(request), course__path=lesson.path[:COURSE]).first()
    if mine is None:
        raise Http404
    is_first = not LessonProgress.objects.filter(enrollment=mine, lesson_uid=lesson_uid).exists()
    open_lesson(mine.pk, lesson_uid, None, timezone.now(), is_first=is_first)
    return redirect(address_of(lesson.url_path))


@require_POST
@signed_in
def stay(request: HttpRequest, lesson_uid: UUID) -> HttpResponse:
    """Remember which part of the lesson the learner was reading, as js/place.js tells when a page is left."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    if not LessonProgress.objects.filter(enrollment__user=person_of(request), lesson_uid=lesson_uid).exists():
        raise Http404
    read_up_to(person_of(request), lesson_uid, timezone.now(), **form.cleaned_data)
    return HttpResponse(status=204)


def warning_of(request: HttpRequest, page: LessonPage, view: LessonView) -> HttpResponse | None:
    """Return what a learner sees before a lesson that may touch somebody; None for others, and once begun."""
    if not page.warning or view.lesson.started_at is not None or request.method != "GET":
        return None
    return render(request, "courses/warning.html", {"page": page, "step": view})
