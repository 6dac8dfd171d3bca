"""What is new in lessons that I finished: the list, one lesson, and that I read it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lms.accounts.public import person_of, signed_in
from lms.courses.changes.selectors import ChangesView, changes_view, open_lessons
from lms.courses.changes.services import read_changes
from lms.courses.changes.visits import expect_situation
from lms.courses.progress.desk import NotEnrolledError


@require_GET
@signed_in
def open_list(request: HttpRequest) -> HttpResponse:
    """Show which of my finished lessons have something new that I must know."""
    return render(request, "changes/open.html", {"lessons": open_lessons(person_of(request))})


@require_GET
@signed_in
def lesson(request: HttpRequest, lesson_uid: UUID) -> HttpResponse:
    """Show only what is new in a lesson that I finished, and the situation to do."""
    return render(request, "changes/lesson.html", {"view": _my_view(request, lesson_uid)})


@require_POST
@signed_in
def read(request: HttpRequest, lesson_uid: UUID) -> HttpResponse:
    """Take my word that I read it; then the situation follows, or it is done."""
    view = _my_view(request, lesson_uid)
    sent = set(request.POST.getlist("change"))
    shown = {change for change in view.changes if str(change) in sent}
    try:
        is_done = read_changes(person_of(request), lesson_uid, shown, timezone.now())
    except NotEnrolledError as error:  # the lesson went offline in between
        raise Http404 from error
    if is_done:
        messages.success(request, _("Bewaard. Je bent weer bij met deze les."))
        return redirect("changes:open")
    if view.situation is None or view.is_passed or shown != set(view.changes):
        # Something came meanwhile: it is read first.
        return redirect("changes:lesson", lesson_uid=lesson_uid)
    expect_situation(request, view.situation.exercise_uid, lesson_uid)
    messages.info(request, _("Bewaard. Doe nu nog deze situatie. Daarna ben je weer bij."))
    return redirect(view.situation.url)


def _my_view(request: HttpRequest, lesson_uid: UUID) -> ChangesView:
    view = changes_view(person_of(request), lesson_uid)
    if view is None:
        raise Http404
    return view
