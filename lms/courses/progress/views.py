"""The addresses of learning beside the pages: my courses, answering, finishing, and the guides."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lms.accounts.models import User
from lms.accounts.public import person_of, signed_in
from lms.courses.exercises.content import parts_of
from lms.courses.exercises.rules import UnansweredError, UnknownAnswerError
from lms.courses.exercises.steps import steps
from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.progress.completion import (
    HasExercisesError,
    NotDoneYetError,
    complete_lesson,
    repeat_lesson,
)
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.forms import AnswerForm, FinishForm, RepeatForm
from lms.courses.progress.lesson_view import STEP, TURN, UNANSWERED
from lms.courses.progress.models import Enrollment
from lms.courses.progress.page_fields import SAID, forget, remember
from lms.courses.progress.places import COURSE, Place, address_of, places_in
from lms.courses.progress.policies import may_hold_closing_talk, may_read_along, may_see_trainer_notes
from lms.courses.progress.selectors import enrolled_places
from lms.courses.progress.services import Answered, Given, UnknownExerciseError, answer
from lms.courses.progress.trying import try_out
from lms.courses.progress.visits import looks_as_volunteer


@require_GET
@signed_in
def courses(request: HttpRequest) -> HttpResponse:
    """Show my courses; with one course, that course."""
    places = _courses_of(person_of(request))
    if len(places) == 1:
        return redirect(places[0].url)
    return render(request, "courses/courses.html", {"places": places})


def _courses_of(person: User) -> list[Place]:
    places = enrolled_places(person)
    if places or not may_read_along(person):
        return places
    return places_in(person, Q(coursepage__isnull=False))


@require_POST
@signed_in
def answer_exercise(request: HttpRequest, lesson_uid: UUID) -> HttpResponse:
    """Take an answer and go back to its step, which shows what it was worth."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Dat is niet goed gegaan. Kies nog een keer een antwoord."))
        return redirect(_lesson_address(request, lesson_uid))
    try:
        answered = _judged(request, form.given(lesson_uid))
    except NotEnrolledError as error:
        raise Http404 from error
    except UnansweredError:
        return _not_yet(request, lesson_uid, form)
    except (UnknownExerciseError, UnknownAnswerError):
        messages.warning(request, _("Deze les is net veranderd. Lees de vraag nog een keer."))
        return _not_yet(request, lesson_uid, form, is_changed=True)
    forget(request.session, form.cleaned_data["exercise"])
    return redirect(f"{address_of(answered.url_path)}?{STEP}={answered.step}#antwoord")


def _judged(request: HttpRequest, given: Given) -> Answered:
    if looks_as_volunteer(request):
        return try_out(request.session, given)
    return answer(person_of(request), given, timezone.now())


def _not_yet(
    request: HttpRequest, lesson_uid: UUID, form: AnswerForm, *, is_changed: bool = False
) -> HttpResponse:
    """Go back to the step with what was filled in still there; a redirect, so that no page is sent twice."""
    lesson = _my_lesson(request, lesson_uid)
    exercise, fields = form.cleaned_data["exercise"], form.fields_sent
    found = steps(parts_of(lesson.body.get_prep_value()))
    step = next((one.number for one in found if one.exercise == exercise), None)
    if step is None:
        return redirect(address_of(lesson.url_path))
    query = {STEP: step} if is_changed else {STEP: step, UNANSWERED: 1}
    if SAID in fields:
        query[TURN] = len(fields[SAID]) + 1
    else:
        remember(request.session, exercise, fields)
    return redirect(f"{address_of(lesson.url_path)}?{urlencode(query)}")


def _my_lesson(request: HttpRequest, lesson_uid: UUID) -> LessonPage:
    """Return a lesson of a course this person takes; everything else is 404."""
    lesson: LessonPage = get_object_or_404(LessonPage.objects.live(), uid=lesson_uid)
    mine = Enrollment.objects.filter(user=person_of(request), course__path=lesson.path[:COURSE])
    if not mine.exists() and not looks_as_volunteer(request):
        raise Http404
    return lesson


def _lesson_address(request: HttpRequest, lesson_uid: UUID) -> str:
    return address_of(_my_lesson(request, lesson_uid).url_path)


def _module_of(address: str) -> str:
    """The address of the module of a lesson."""
    return address.rstrip("/").rsplit("/", 1)[0] + "/"


@require_POST
@signed_in
def finish_lesson(request: HttpRequest, lesson_uid: UUID) -> HttpResponse:
    """Take the learner's choice (done, or later) and go to the list of the module."""
    address = _lesson_address(request, lesson_uid)
    form = FinishForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Kies eerst: ben je klaar, of kom je later terug?"))
        return redirect(address)
    if form.is_done:
        try:
            complete_lesson(person_of(request), lesson_uid, timezone.now())
        except NotEnrolledError as error:
            raise Http404 from error
        except HasExercisesError:
            messages.warning(request, _("Deze les is klaar als alle vragen klaar zijn."))
            return redirect(address)
        messages.success(request, _("Deze les is klaar. Goed gedaan."))
    else:
        messages.success(request, _("Bewaard. Je kunt later verder met deze les."))
    return redirect(_module_of(address))


@require_POST
@signed_in
def do_again(request: HttpRequest, lesson_uid: UUID) -> HttpResponse:
    """Write down that I did a finished lesson again, and go to the list of the module."""
    address = _lesson_address(request, lesson_uid)
    form = RepeatForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
        return redirect(address)
    try:
        repeat_lesson(person_of(request), lesson_uid, form.cleaned_data["submission"], timezone.now())
    except NotEnrolledError as error:
        raise Http404 from error
    except NotDoneYetError:
        messages.warning(request, _("Deze les is nog niet klaar. Doe eerst de hele les."))
        return redirect(address)
    messages.success(request, _("Bewaard. Je deed deze les vandaag opnieuw."))
    return redirect(_module_of(address))


@require_GET
@signed_in
def glossary(request: HttpRequest, course: str) -> HttpResponse:
    """Show the word list of a course to who takes it or may read along."""
    page = _course(course)
    person = person_of(request)
    if not may_read_along(person) and not page.enrollments.filter(user=person).exists():
        raise Http404
    return _beside(request, "courses/glossary.html", page)


@require_GET
@signed_in
def closing_talk(request: HttpRequest, course: str) -> HttpResponse:
    """Show the guide of the closing talk to trainers and coordinators."""
    if not may_hold_closing_talk(person_of(request)):
        raise Http404
    return _beside(request, "courses/closing_talk.html", _course(course))


@require_GET
@signed_in
def trainer_guide(request: HttpRequest, course: str) -> HttpResponse:
    """Show what the trainer needs to know about a course."""
    if not may_see_trainer_notes(person_of(request)):
        raise Http404
    return _beside(request, "courses/trainer_guide.html", _course(course))


def _course(slug: str) -> CoursePage:
    page: CoursePage = get_object_or_404(CoursePage.objects.live(), slug=slug)
    return page


def _beside(request: HttpRequest, template: str, course: CoursePage) -> HttpResponse:
    return render(request, template, {"course": course, "url": address_of(course.url_path)})
