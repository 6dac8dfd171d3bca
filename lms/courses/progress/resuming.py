"""Coming back to a lesson: where one was, what it was about, what comes. It follows from the last visit."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from lms.courses.progress.lesson_view import LessonView

AWAY = timedelta(hours=4)  # docs/decisions/0015, "Coming back"
LONGEST = 140  # characters of what a step was about: about two lines


@dataclass(frozen=True)
class Recap:
    """Three lines for who comes back. `next_step` is set when the step one was at is done.

    `minutes` is about what the rest of the lesson takes; 0 when every step is done.
    """

    step: int
    total: int
    seen_at: datetime
    about: str
    next_step: int | None
    minutes: int


def recap_of(view: LessonView, now: datetime) -> Recap | None:
    """Return the recap; None for who was away for four hours or less, or is at the first step."""
    seen_at = view.lesson.seen_at
    if seen_at is None or now - seen_at <= AWAY or view.step.number == 1:
        return None
    is_done = view.step.number not in view.still_open
    return Recap(
        step=view.step.number,
        total=view.total,
        seen_at=seen_at,
        about=_short(view.heading),
        next_step=view.next_step if is_done else None,
        minutes=_rest(view),
    )


def part_of(view: LessonView) -> UUID | None:
    """Return the part of this step where the learner was reading; None at its beginning or its exercise."""
    last, parts = view.lesson.last_step_uid, view.step.blocks
    return last if last in parts[1:] and last != view.step.exercise else None


def to_resume_at(view: LessonView) -> UUID | None:
    """Return what to remember when a step is opened: the part one was reading, if it is of this step."""
    last = view.lesson.last_step_uid
    return last if last in view.step.blocks else view.step.uid


def _rest(view: LessonView) -> int:
    """Return the share of the minutes of the lesson that its open steps take; rounded up."""
    return -(-max(view.lesson.minutes, 1) * len(view.still_open) // view.total)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
