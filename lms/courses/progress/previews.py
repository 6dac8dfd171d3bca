"""A lesson that is being written, step by step, as a volunteer will go through it. Nothing is kept."""

from uuid import UUID

from django.http import HttpRequest, QueryDict

from lms.accounts.models import User
from lms.courses.pages.models import LessonPage
from lms.courses.progress.lesson_view import STEP, LessonView, lesson_view
from lms.courses.progress.places import STEP as LEVEL
from lms.courses.progress.places import Lesson, Module, Place
from lms.courses.progress.visits import Visit

NOWHERE = UUID(int=0)


def steps_of(page: LessonPage, user: User) -> list[LessonView]:
    """Return each step of a lesson as a volunteer who begins it sees it; the lesson need not be saved."""
    visit = Visit(_place_around(page), user, as_volunteer=True)
    first = lesson_view(_at_step(1), page, visit)
    if first is None:
        return []
    later = (lesson_view(_at_step(number), page, visit) for number in range(2, first.total + 1))
    return [first, *(view for view in later if view is not None)]


def _at_step(number: int) -> HttpRequest:
    request = HttpRequest()
    request.GET = QueryDict(f"{STEP}={number}")
    request.session = {}  # type: ignore[assignment]  # read for what was filled in before: nothing
    return request


def _place_around(page: LessonPage) -> Place:
    """Return a course with one module and this one lesson, so that no page has to exist."""
    lesson = Lesson(
        page.uid, page.number, page.title, page.kind, page.minutes, "", page.path, picture=page.picture
    )
    module = Module(NOWHERE, 1, "", "", page.path[:-LEVEL], (lesson,))
    return Place(NOWHERE, "", "", "", page.path[:-LEVEL][:-LEVEL], None, (module,))
