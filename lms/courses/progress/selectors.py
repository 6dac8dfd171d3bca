"""What others ask about learning: where somebody is, what somebody finished, what a course consists of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.courses.exercises.content import exercises_of, parts_of
from lms.courses.exercises.rules import Exercise
from lms.courses.exercises.steps import minutes_left, step_at, steps
from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.progress.lesson_view import states_of
from lms.courses.progress.lists import named, next_lesson
from lms.courses.progress.models import Enrollment, ExerciseState, LessonProgress, LessonRepeat
from lms.courses.progress.places import MODULE, Lesson, Place, address_of, places_in


@dataclass(frozen=True)
class NextStep:
    """The one thing to learn next. `resumed_at` is the title or question of the step one stopped at."""

    lesson_uid: UUID
    number: str
    title: str
    label: str
    url: str
    minutes_left: int
    resumed_at: str
    has_started: bool
    course_title: str


@dataclass(frozen=True)
class CourseItem:
    """One lesson of a course, by the number of its module and its kind."""

    uid: UUID
    module: int
    kind: str
    title: str


@dataclass(frozen=True)
class CourseItems:
    """Every lesson of a course that is online, in order."""

    course_uid: UUID
    items: tuple[CourseItem, ...]

    def uids(self, *, modules: tuple[int, ...] = (), kind: str = "") -> tuple[UUID, ...]:
        """Return the ids of the lessons of these modules and this kind; empty means any."""
        return tuple(
            item.uid
            for item in self.items
            if (not modules or item.module in modules) and (not kind or item.kind == kind)
        )


@dataclass(frozen=True)
class Repeat:
    """A finished lesson that was done again, and the day."""

    lesson_uid: UUID
    done_on: date


def enrolled_places(user: User) -> list[Place]:
    """Return the courses this person takes that are online, with progress; two queries."""
    paths = list(Enrollment.objects.filter(user=user).values_list("course__path", flat=True))
    if not paths:
        return []
    return places_in(user, reduce(or_, (Q(path__startswith=path) for path in paths)))


def next_step(user: User) -> NextStep | None:
    """Return the one thing to learn next, or None when all is done or without a course; at most 4 queries."""
    return _next_step(enrolled_places(user))


def _next_step(places: list[Place]) -> NextStep | None:
    for place in places:
        lesson = next_lesson(place.lessons)
        if lesson is not None:
            return _described(place, lesson)
    return None


def _described(place: Place, lesson: Lesson) -> NextStep:
    minutes, resumed_at = lesson.minutes, ""
    if lesson.started_at is not None:
        minutes, resumed_at = _rest_of(place, lesson)
    names = {"number": lesson.number, "title": lesson.title}
    label = _("Les %(number)s – %(title)s") % names if lesson.number else lesson.title
    return NextStep(
        lesson_uid=lesson.uid,
        number=lesson.number,
        title=lesson.title,
        label=label,
        url=lesson.url,
        minutes_left=max(minutes, 1),
        resumed_at=resumed_at,
        has_started=lesson.started_at is not None,
        course_title=place.title,
    )


def _rest_of(place: Place, lesson: Lesson) -> tuple[int, str]:
    body = LessonPage.objects.values_list("body", flat=True).get(uid=lesson.uid)
    blocks = list(body.get_prep_value())
    all_steps, exercises = steps(parts_of(blocks)), exercises_of(blocks)
    states = states_of(place.enrollment_id, exercises)
    passed = [uid for uid, (stage, _last) in states.items() if stage == ExerciseState.Stage.PASSED]
    step = step_at(all_steps, None, lesson.last_step_uid)
    at = exercises[step.exercise] if step.exercise else None
    return minutes_left(lesson.minutes, all_steps, passed), _called(at) if at else ""


def _called(exercise: Exercise) -> str:
    """Return the title or the question; nothing when it has a fill-in word, which only a page can fill."""
    name = exercise.title or exercise.prompt
    return "" if "{{" in name else name


def completed_items(person: User) -> dict[UUID, date]:
    """Return every lesson and course this person finished, by id, with the day."""
    lessons = LessonProgress.objects.filter(enrollment__user=person).exclude(completed_at=None)
    courses = Enrollment.objects.filter(user=person).exclude(completed_at=None)
    rows = [
        *lessons.values_list("lesson_uid", "completed_at"),
        *courses.values_list("course__uid", "completed_at"),
    ]
    return {uid: timezone.localdate(at) for uid, at in rows if at is not None}


def repeat_of(person: User, repeat: UUID) -> Repeat | None:
    """Return what a person did again, or None when that is not there (any more)."""
    rows = LessonRepeat.objects.filter(uuid=repeat, enrollment__user=person)
    found = rows.values_list("lesson_uid", "repeated_at").first()
    return None if found is None else Repeat(found[0], timezone.localdate(found[1]))


def lesson_links(uids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the address and the name of each of these lessons that is online, by id; one query."""
    lessons = LessonPage.objects.live().filter(uid__in=list(uids))
    rows = lessons.values_list("uid", "url_path", "number", "title")
    return {str(uid): (address_of(path), named(number, title)) for uid, path, number, title in rows}


def course_items(course: CoursePage) -> CourseItems:
    """Return the lessons of a course that are online, by module and kind."""
    lessons = LessonPage.objects.live().filter(path__startswith=course.path).order_by("path")
    modules = course.get_children().live().filter(modulepage__isnull=False)
    from_module = dict(modules.values_list("path", "modulepage__number"))
    items = tuple(
        CourseItem(uid, from_module[path[:MODULE]], kind, named(number, title))
        for uid, path, kind, number, title in lessons.values_list("uid", "path", "kind", "number", "title")
        if path[:MODULE] in from_module
    )
    return CourseItems(course.uid, items)
