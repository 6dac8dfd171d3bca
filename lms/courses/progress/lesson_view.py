"""One step of a lesson as a learner sees it: a frozen picture that the template only has to lay out."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from wagtail.blocks import BoundBlock

from lms.accounts.public import reads_easy_first
from lms.courses.exercises.content import exercise_of, parts_of
from lms.courses.exercises.rules import Response, from_data
from lms.courses.exercises.steps import Step, step_at, steps
from lms.courses.pages.models import LessonPage
from lms.courses.pages.pictograms import OF_KIND
from lms.courses.progress.exercise_views import ExerciseView, Standing, Trouble, exercise_view
from lms.courses.progress.lists import name_of
from lms.courses.progress.models import ExerciseState
from lms.courses.progress.page_fields import number_in, remembered
from lms.courses.progress.places import Lesson, Module
from lms.courses.progress.visits import Visit

STEP, UNANSWERED, TURN = "stap", "kies", "beurt"
SHORT = "summary"
Blocks = tuple[BoundBlock, ...]


@dataclass(frozen=True)
class LessonView:
    """What the page of one step shows. `short`: “Kort gezegd”, for who reads that before the lesson."""

    lesson: Lesson
    module: Module
    following: Lesson | None
    step: Step
    total: int
    row: tuple[str, ...]
    before: Blocks
    own: BoundBlock | None
    after: Blocks
    short: Blocks
    exercise: ExerciseView | None
    still_open: tuple[int, ...]
    is_unanswered: bool
    repeat: UUID = field(default_factory=uuid.uuid4)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Return what is still needed to answer; only when the learner tried to send it."""
        return self.exercise.troubles if self.is_unanswered and self.exercise else ()

    @property
    def may_repeat(self) -> bool:
        """Whether to offer, at the end of a finished lesson, to say that one did it again."""
        return self.lesson.completed_at is not None and self.next_step is None

    @property
    def open_elsewhere(self) -> tuple[int, ...]:
        """Return the numbers of the other steps that are still open."""
        return tuple(number for number in self.still_open if number != self.step.number)

    @property
    def heading(self) -> str:
        """Return the heading: the scenario's title, the question itself, or the lesson's title."""
        if self.exercise:
            return self.exercise.title or self.exercise.prompt
        return self.lesson.title

    @property
    def picture(self) -> str:
        """Return the name of the pictogram of this step: of its kind of exercise, else of the lesson."""
        return OF_KIND.get(self.exercise.kind, "") if self.exercise else self.lesson.picture

    @property
    def name(self) -> str:
        """Return what the lesson is called."""
        return name_of(self.lesson)

    @property
    def next_step(self) -> int | None:
        """Return the number of the next step, or None at the last."""
        return self.step.number + 1 if self.step.number < self.total else None

    @property
    def previous_step(self) -> int | None:
        """Return the number of the step before, or None at the first."""
        return self.step.number - 1 if self.step.number > 1 else None


State = tuple[int, Response]


def states_of(enrollment_id: int | None, exercises: Collection[UUID]) -> dict[UUID, State]:
    """Return stage and last response per exercise; one query, none without exercises or learner."""
    if enrollment_id is None or not exercises:
        return {}
    rows = ExerciseState.objects.filter(enrollment_id=enrollment_id, exercise_uid__in=exercises)
    found = rows.values_list("exercise_uid", "stage", "last_response")
    return {uid: (stage, from_data(response)) for uid, stage, response in found}


def lesson_view(request: HttpRequest, page: LessonPage, visit: Visit) -> LessonView | None:
    """Return the step asked for, or where the learner stopped; None when the module is not online."""
    module = next((one for one in visit.place.modules if page.path.startswith(one.path)), None)
    lesson = visit.place.lesson(page.uid)
    if module is None or lesson is None:
        return None
    raw: Sequence[Mapping[str, Any]] = list(page.body.get_prep_value())
    all_steps = steps(parts_of(raw))
    step = step_at(all_steps, request.GET.get(STEP), lesson.last_step_uid)
    exercises = [one.exercise for one in all_steps if one.exercise]
    states = {**states_of(visit.place.enrollment_id, exercises), **visit.tried}
    passed = {uid for uid, (stage, _last) in states.items() if stage == ExerciseState.Stage.PASSED}
    short = _short(page, raw) if step.number == 1 and reads_easy_first(request) else ()
    before, own, after = _around(page, raw, step, at_top=short)
    return LessonView(
        lesson=lesson,
        module=module,
        following=_following(module, lesson),
        step=step,
        total=len(all_steps),
        row=tuple(_mark(one, step, passed) for one in all_steps),
        before=before,
        own=own,
        after=after,
        short=short,
        exercise=_exercise(request, _raw(raw, step.exercise), states) if step.exercise else None,
        still_open=tuple(one.number for one in all_steps if one.exercise and one.exercise not in passed),
        is_unanswered=UNANSWERED in request.GET,
    )


def _following(module: Module, lesson: Lesson) -> Lesson | None:
    after = [one for one in module.lessons if one.path > lesson.path]
    return after[0] if after else None


def _mark(step: Step, current: Step, passed: set[UUID]) -> str:
    if step == current:
        return "now"
    return "done" if step.exercise in passed else "open"


def _raw(raw: Sequence[Mapping[str, Any]], uid: UUID) -> Mapping[str, Any]:
    return next(block for block in raw if block["id"] == str(uid))


def _short(page: LessonPage, raw: Sequence[Mapping[str, Any]]) -> Blocks:
    return tuple(page.body[index] for index, block in enumerate(raw) if block["type"] == SHORT)


def _around(
    page: LessonPage, raw: Sequence[Mapping[str, Any]], step: Step, *, at_top: Blocks
) -> tuple[Blocks, BoundBlock | None, Blocks]:
    """Return the blocks of a step before its exercise (all when there is none), that of it, and after it.

    Those `at_top` of the page are not shown again.
    Only the blocks of this step are made; an exercise has its own picture, but for the text of an assignment.
    """
    wanted = set(map(str, step.blocks)) - {block.id for block in at_top}
    at = [index for index, block in enumerate(raw) if block["id"] in wanted]
    middle = next((index for index in at if raw[index]["id"] == str(step.exercise)), len(raw))
    before = tuple(page.body[index] for index in at if index < middle)
    after = tuple(page.body[index] for index in at if index > middle)
    has_text = middle < len(raw) and raw[middle]["type"] == "assignment"
    return before, page.body[middle] if has_text else None, after


def _exercise(request: HttpRequest, raw: Mapping[str, Any], states: Mapping[UUID, State]) -> ExerciseView:
    """Return the picture of the one exercise of this step; the others of the lesson are not even read."""
    exercise = exercise_of(raw)
    stage, response = states.get(exercise.uid, (0, None))
    standing = Standing(
        passed=stage == ExerciseState.Stage.PASSED,
        response=response,
        half=remembered(request.session, exercise.uid),
        turn=number_in(request.GET.get(TURN, "")),
    )
    return exercise_view(exercise, standing)
