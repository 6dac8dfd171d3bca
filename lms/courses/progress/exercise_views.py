"""The exercise of a step as a learner sees it: a frozen picture that the template only has to lay out."""

import uuid
from dataclasses import dataclass, field
from uuid import UUID

from lms.courses.exercises.choice import Choice
from lms.courses.exercises.dialogue import Dialogue
from lms.courses.exercises.rules import (
    ANSWER,
    Exercise,
    Outcome,
    Response,
    UnansweredError,
    UnknownAnswerError,
)
from lms.courses.progress.exercise_marks import Mark, hat_word, mark_over
from lms.courses.progress.exercise_parts import parts_shown
from lms.courses.progress.exercise_pieces import Parts
from lms.courses.progress.page_fields import SAID, Fields, fields_of


@dataclass(frozen=True)
class Standing:
    """What is known of one learner and one exercise. `half`: filled in, but not answered yet.

    `turn` is the turn of a talk to choose again, from 1; None: where the talk is.
    """

    passed: bool = False
    response: Response | None = None
    half: Fields | None = None
    turn: int | None = None


@dataclass(frozen=True)
class Voice:
    """What somebody in a role would do, for the mirror of roles."""

    role: str
    is_you: bool
    text: str


@dataclass(frozen=True)
class Trouble:
    """What is still needed, and the place in the page where it is filled in."""

    anchor: str
    label: str
    text: str


@dataclass(frozen=True)
class ExerciseView:
    """The exercise of a step. `mark` is over the last response; `passed` stays true after a later miss."""

    uid: UUID
    kind: str
    title: str
    prompt: str
    parts: Parts
    mark: Mark | None
    passed: bool
    mirror: tuple[Voice, ...] = ()
    panel: str = ""
    back: int | None = None
    submission: UUID = field(default_factory=uuid.uuid4)

    @property
    def template(self) -> str:
        """Return the template of this kind."""
        return f"courses/exercises/{self.kind}.html"

    @property
    def is_work(self) -> bool:
        """Whether this is an assignment: its form stands apart."""
        return self.kind == "assignment"

    @property
    def is_talk(self) -> bool:
        """Whether this is a talk: one answers turn by turn."""
        return self.kind == "dialogue"

    @property
    def is_answered(self) -> bool:
        """Whether there is a whole answer that was judged: then going on is the main thing."""
        return self.mark is not None and not (self.is_talk and self.parts.says)

    @property
    def anchor(self) -> str:
        """Return where the page comes back after answering: a talk has that place at the last reply."""
        return "" if self.is_talk else "antwoord"

    @property
    def missed_after_pass(self) -> bool:
        """Whether the last answer was not it, while an earlier one was."""
        return self.passed and self.mark is not None and self.mark.kind == "wait"

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Return what is still needed, in the order of the page; empty when all is filled in."""
        rows = enumerate(self.parts.rows, start=1)
        found = tuple(Trouble(f"vak-{at}", row.label, row.trouble) for at, row in rows if row.trouble)
        return found or ((Trouble("optie-1", "", self.parts.nothing),) if self.parts.nothing else ())


def exercise_view(exercise: Exercise, standing: Standing) -> ExerciseView:
    """Return the exercise with what was filled in; a response that no longer fits makes it as new."""
    fields, outcome = _shown(exercise, standing)
    is_judged = outcome is not None
    voices = exercise.mirror if is_judged and isinstance(exercise, Choice) else ()
    return ExerciseView(
        uid=exercise.uid,
        kind=exercise.kind,
        title=exercise.title,
        prompt=exercise.prompt,
        parts=parts_shown(exercise, fields, outcome),
        mark=mark_over(outcome, is_talk=isinstance(exercise, Dialogue)) if outcome else None,
        passed=standing.passed,
        mirror=tuple(Voice(hat_word(one.role), one.role == "oco", one.text) for one in voices),
        panel=exercise.panel if is_judged and isinstance(exercise, Choice) else "",
        back=len(fields.get(SAID, ())) or None,
    )


def _shown(exercise: Exercise, standing: Standing) -> tuple[Fields, Outcome | None]:
    """Return what stands in the fields, and what it means when it was judged."""
    if standing.half is not None and not isinstance(exercise, Dialogue):
        return standing.half, None
    response = standing.response or {}
    if isinstance(exercise, Dialogue) and standing.turn is not None:
        response = {ANSWER: response.get(ANSWER, ())[: standing.turn - 1]}
    try:
        outcome = exercise.judge(response)
    except (UnansweredError, UnknownAnswerError):
        return {}, None
    return fields_of(exercise, response), outcome
