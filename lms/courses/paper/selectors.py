"""What the paper screen shows: the modules of a person, and everything to fill in of one module."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.courses.cohorts.policies import people_for
from lms.courses.exercises.content import exercises_of
from lms.courses.exercises.rules import Exercise
from lms.courses.pages.models import LessonPage, ModulePage
from lms.courses.paper.rules import Field, Words, code_of, fields_of
from lms.courses.progress.lists import KINDS, TaskRow, module_name, named, word
from lms.courses.progress.models import Enrollment, ExerciseState, LessonProgress
from lms.courses.progress.places import COURSE, Place
from lms.courses.progress.selectors import enrolled_places

NO_TRACE = ("", "")


@dataclass(frozen=True)
class PaperCourse:
    """A course that a person takes, with its modules to choose from."""

    title: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True)
class PaperRow:
    """One exercise on the screen: its code and heading, what is to be filled in, and how it stands."""

    exercise: Exercise
    code: str
    heading: str
    fields: tuple[Field, ...]
    status: str
    kind: str

    @property
    def uid(self) -> UUID:
        """The id of the exercise."""
        return self.exercise.uid


@dataclass(frozen=True)
class PaperLesson:
    """One lesson on the screen; without rows it is one to read. `is_done`: finished already."""

    uid: UUID
    name: str
    is_done: bool
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True)
class PaperModule:
    """One module of a course that a person takes."""

    module: ModulePage
    person: User
    lessons: tuple[PaperLesson, ...]

    @property
    def rows(self) -> tuple[PaperRow, ...]:
        """Every exercise of the module, in order."""
        return tuple(row for lesson in self.lessons for row in lesson.rows)


def person_on_paper(actor: User, uuid: UUID) -> User | None:
    """Return the volunteer, when this person may enter the paper: in scope as trainer or coordinator."""
    return people_for(actor).filter(uuid=uuid).first()


def courses_of(person: User) -> list[PaperCourse]:
    """Return the courses a person takes, with how far each module is; 2 queries."""
    return [_course(place, person) for place in enrolled_places(person)]


def _course(place: Place, person: User) -> PaperCourse:
    rows = (
        TaskRow(
            module_name(module),
            reverse("paper:module", args=[person.uuid, module.uid]),
            "",
            word(module.status),
            KINDS[module.status],
        )
        for module in place.modules
    )
    return PaperCourse(place.title, tuple(rows))


def paper_module(person: User, module_uid: UUID) -> PaperModule | None:
    """Return a module to fill in, or None when the person takes no course with it; 5 queries."""
    module = ModulePage.objects.live().filter(uid=module_uid).first()
    if module is None:
        return None
    enrollment = Enrollment.objects.filter(
        user=person, course__path=module.path[:COURSE], course__live=True
    ).first()
    if enrollment is None:
        return None
    pages = list(LessonPage.objects.live().filter(path__startswith=module.path).order_by("path"))
    by_lesson = {page.uid: list(page.body.get_prep_value()) for page in pages}
    exercises = {uid: exercises_of(blocks) for uid, blocks in by_lesson.items()}
    stages = _stages(enrollment, [uid for each in exercises.values() for uid in each])
    done = _done(enrollment, by_lesson)
    lessons = tuple(
        PaperLesson(
            uid=page.uid,
            name=named(page.number, page.title),
            is_done=page.uid in done,
            rows=_rows(by_lesson[page.uid], exercises[page.uid], stages),
        )
        for page in pages
    )
    return PaperModule(module, person, lessons)


def _stages(enrollment: Enrollment, exercises: Sequence[UUID]) -> dict[UUID, int]:
    states = ExerciseState.objects.filter(enrollment=enrollment, exercise_uid__in=exercises)
    return dict(states.values_list("exercise_uid", "stage"))


def _done(enrollment: Enrollment, lessons: Iterable[UUID]) -> set[UUID]:
    rows = LessonProgress.objects.filter(enrollment=enrollment, lesson_uid__in=list(lessons))
    return set(rows.exclude(completed_at=None).values_list("lesson_uid", flat=True))


def _rows(
    blocks: Iterable[Mapping[str, Any]], exercises: Mapping[UUID, Exercise], stages: Mapping[UUID, int]
) -> tuple[PaperRow, ...]:
    words = _words()
    codes = {block["id"]: block["value"].get("code") or "" for block in blocks if _has_code(block)}
    return tuple(
        _row(one, code_of(uid, codes.get(str(uid), "")), stages.get(uid), words)
        for uid, one in exercises.items()
    )


def _has_code(block: Mapping[str, Any]) -> bool:
    return isinstance(block["value"], Mapping)


def _row(exercise: Exercise, code: str, stage: int | None, words: Words) -> PaperRow:
    status, kind = {
        ExerciseState.Stage.PASSED.value: (_("Klaar"), "ok"),
        ExerciseState.Stage.TRIED.value: (_("Geprobeerd"), "busy"),
    }.get(stage or 0, NO_TRACE)
    fields = fields_of(exercise, words)
    return PaperRow(exercise, code, exercise.title or exercise.prompt, fields, status, kind)


def _words() -> Words:
    return Words(
        answer=_("Antwoord"),
        true=_("Waar"),
        false=_("Niet waar"),
        done=_("Klaar"),
        later=_("Komt later terug"),
        work=_("Wat stond er op papier?"),
    )
