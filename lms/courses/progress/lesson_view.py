"""One step of a lesson as a learner sees it: a frozen picture that the template only has to lay out."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.blocks import BoundBlock

from lms.courses.exercises.choice import Choice, Option
from lms.courses.exercises.content import exercises_of, parts_of
from lms.courses.exercises.rules import ANSWER, Exercise, Response, Verdict, from_data
from lms.courses.exercises.steps import Step, step_at, steps
from lms.courses.pages.models import LessonPage
from lms.courses.progress.lists import name_of
from lms.courses.progress.models import ExerciseState
from lms.courses.progress.places import Lesson, Module
from lms.courses.progress.visits import Visit

STEP, UNANSWERED = "stap", "kies"


@dataclass(frozen=True)
class OptionView:
    """One answer: its text, whether the learner chose it last, and what we say about it."""

    uid: UUID
    text: str
    is_chosen: bool
    word: str
    kind: str
    explanation: str


@dataclass(frozen=True)
class ExerciseView:
    """The question of a step. `answer` is the learner's last one; `passed` stays true after a later miss."""

    uid: UUID
    title: str
    prompt: str
    options: tuple[OptionView, ...]
    answer: OptionView | None
    passed: bool
    submission: UUID = field(default_factory=uuid.uuid4)

    @property
    def missed_after_pass(self) -> bool:
        """Whether the last answer was not it, while an earlier one was."""
        return self.passed and self.answer is not None and self.answer.kind == "wait"


@dataclass(frozen=True)
class LessonView:
    """What the page of one step shows."""

    lesson: Lesson
    module: Module
    following: Lesson | None
    step: Step
    total: int
    row: tuple[str, ...]
    before: tuple[BoundBlock, ...]
    after: tuple[BoundBlock, ...]
    exercise: ExerciseView | None
    still_open: tuple[int, ...]
    is_unanswered: bool
    repeat: UUID = field(default_factory=uuid.uuid4)

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
    return {row.exercise_uid: (row.stage, from_data(row.last_response)) for row in rows}


def lesson_view(request: HttpRequest, page: LessonPage, visit: Visit) -> LessonView | None:
    """Return the step asked for, or where the learner stopped; None when the module is not online."""
    module = next((one for one in visit.place.modules if page.path.startswith(one.path)), None)
    lesson = visit.place.lesson(page.uid)
    if module is None or lesson is None:
        return None
    raw: Sequence[Mapping[str, Any]] = list(page.body.get_prep_value())
    all_steps = steps(parts_of(raw))
    step = step_at(all_steps, request.GET.get(STEP), lesson.last_step_uid)
    exercises = exercises_of(raw)
    states = states_of(visit.place.enrollment_id, exercises)
    passed = {uid for uid, (stage, _last) in states.items() if stage == ExerciseState.Stage.PASSED}
    before, after = _around(page, step)
    return LessonView(
        lesson=lesson,
        module=module,
        following=_following(module, lesson),
        step=step,
        total=len(all_steps),
        row=tuple(_mark(one, step, passed) for one in all_steps),
        before=before,
        after=after,
        exercise=_exercise(exercises[step.exercise], states) if step.exercise else None,
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


def _around(page: LessonPage, step: Step) -> tuple[tuple[BoundBlock, ...], tuple[BoundBlock, ...]]:
    """Return the blocks of a step before and after its exercise; all of them before when there is none."""
    wanted = set(map(str, step.blocks))
    blocks = [block for block in page.body if block.id in wanted]
    at = next((i for i, block in enumerate(blocks) if block.id == str(step.exercise)), len(blocks))
    return tuple(blocks[:at]), tuple(blocks[at + 1 :])


def _exercise(exercise: Exercise, states: Mapping[UUID, State]) -> ExerciseView:
    assert isinstance(exercise, Choice)
    stage, response = states.get(exercise.uid, (0, {}))
    last = response.get(ANSWER, ("",))[0]
    options = tuple(_option(option, last) for option in exercise.options)
    return ExerciseView(
        uid=exercise.uid,
        title=exercise.title,
        prompt=exercise.prompt,
        options=options,
        answer=next((option for option in options if option.is_chosen), None),
        passed=stage == ExerciseState.Stage.PASSED,
    )


def _option(option: Option, last: str) -> OptionView:
    word = verdict_word(option.verdict)
    return OptionView(
        uid=option.uid,
        text=option.text,
        is_chosen=str(option.uid) == last,
        word=word,
        kind="ok" if option.verdict.passes else "wait",
        explanation=option.explanation.removeprefix(word).lstrip(),
    )


def verdict_word(verdict: Verdict) -> str:
    """Return what we say first about an answer. Nobody is wrong: it is "nog niet"."""
    return {
        Verdict.RIGHT: _("Goed."),
        Verdict.WRONG: _("Nog niet."),
        Verdict.FITS: _("Past goed."),
        Verdict.CAREFUL: _("Kan, maar let op."),
        Verdict.UNFIT: _("Past niet."),
    }[verdict]
