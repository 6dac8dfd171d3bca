"""A learner's work for one assignment, and the files of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.accounts.public import is_too_often, person_of, signed_in
from lms.courses.exercises.rules import UnknownAnswerError
from lms.courses.hand_ins.forms import TOO_LONG, TOO_OFTEN, WorkForm
from lms.courses.hand_ins.policies import files_for
from lms.courses.hand_ins.rules import Refused
from lms.courses.hand_ins.selectors import Assignment, Desk, assignment_of, desk_for
from lms.courses.hand_ins.services import hand_in, see_replies
from lms.courses.hand_ins.serving import as_answer
from lms.courses.own_texts.rules import TooLongError
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.lesson_view import STEP
from lms.courses.progress.places import address_of
from lms.courses.progress.services import UnknownExerciseError


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def work(request: HttpRequest, lesson_uid: UUID, exercise_uid: UUID) -> HttpResponse:
    """Show what I handed in for an assignment with the replies, and take more."""
    person = person_of(request)
    desk = desk_for(person, lesson_uid, exercise_uid)
    assignment = assignment_of(lesson_uid, exercise_uid)
    if desk is None or assignment is None:
        raise Http404
    if request.method == "POST":
        return _taken(request, assignment, desk)
    if request.method == "GET":
        new = [(each.uuid, each.replied_at) for each in desk.works if each.is_new and each.replied_at]
        see_replies(new, timezone.now())
    return _page(request, assignment, desk, WorkForm(desk=desk))


def _taken(request: HttpRequest, assignment: Assignment, desk: Desk) -> HttpResponse:
    form = WorkForm(request.POST, request.FILES, desk=desk)
    if not form.is_valid():
        return _page(request, assignment, desk, form)
    if form.has_files and is_too_often(request, "hand_in_files"):
        form.add_error("photos", TOO_OFTEN)
        return _page(request, assignment, desk, form)
    sent = form.work(assignment.lesson_uid, assignment.exercise_uid)
    try:
        answered = hand_in(person_of(request), sent, timezone.now())
    except (NotEnrolledError, UnknownExerciseError, UnknownAnswerError) as error:
        raise Http404 from error
    except Refused as refused:
        form.refuse(refused)
        return _page(request, assignment, desk, form)
    except TooLongError:
        form.add_error("text", TOO_LONG)
        return _page(request, assignment, desk, form)
    messages.success(request, _said(has_work=sent.is_handed_in, is_done=sent.is_done))
    return redirect(f"{address_of(answered.url_path)}?{STEP}={answered.step}#werk")


def _said(*, has_work: bool, is_done: bool) -> str:
    if has_work:
        return _("Je werk is ingeleverd. Je trainer leest het en antwoordt.")
    return _("Bewaard. Deze opdracht is klaar.") if is_done else _("Bewaard. Je kunt later verder.")


def _page(request: HttpRequest, assignment: Assignment, desk: Desk, form: WorkForm) -> HttpResponse:
    context = {"assignment": assignment, "desk": desk, "form": form}
    return render(request, "hand_ins/work.html", context)


@require_safe
@signed_in
def file(request: HttpRequest, file: UUID) -> HttpResponseBase:
    """Give a photo or a recording to its owner and to the trainer of that person; nobody else."""
    found = get_object_or_404(files_for(person_of(request)), uuid=file)
    return as_answer(request, found)
