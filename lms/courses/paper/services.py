"""Writing down what somebody did on paper: each exercise by itself, so that none keeps another back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID, uuid5

from django.utils import timezone

from lms.accounts.models import User
from lms.courses.exercises.rules import Outcome, UnansweredError, UnknownAnswerError
from lms.courses.exercises.task import Task
from lms.courses.hand_ins.rules import LONGEST_TEXT
from lms.courses.hand_ins.services import Work, hand_in
from lms.courses.own_texts.rules import plain
from lms.courses.paper import audit
from lms.courses.paper.rules import TEXT, given_for, response_to
from lms.courses.paper.selectors import PaperLesson, PaperModule, PaperRow, person_on_paper
from lms.courses.progress.completion import record_paper_completion
from lms.courses.progress.page_fields import Fields
from lms.courses.progress.services import Answered, Given, UnknownExerciseError, answer

READ = "read"


class Trouble(StrEnum):
    """Why a row was not written down."""

    NOT_WHOLE = "not_whole"
    CHANGED = "changed"
    TOO_LONG = "too_long"


class NotAllowedError(PermissionError):
    """The actor may not write down what this person did."""


@dataclass(frozen=True)
class Sheet:
    """What was filled in: values by the name of their field, the day it was done, and the page's own id."""

    sent: Mapping[str, tuple[str, ...]]
    done_on: date
    submission: UUID


@dataclass
class Entered:
    """What was written down: outcomes and troubles by exercise, and how many lessons were read."""

    outcomes: dict[UUID, Outcome] = field(default_factory=dict)
    troubles: dict[UUID, Trouble] = field(default_factory=dict)
    lessons: int = 0

    @property
    def number(self) -> int:
        """How many things were written down."""
        return len(self.outcomes) + self.lessons


def enter(page: PaperModule, sheet: Sheet, *, actor: User, now: datetime) -> Entered:
    """Judge every exercise that was filled in by the rule of the page, and finish the lessons that were read.

    Each is a transaction of its own; the same sheet twice is written down once. Raises NotAllowedError,
    and NotEnrolledError or InTheFutureError as progress does.
    """
    if person_on_paper(actor, page.person.uuid) is None:
        raise NotAllowedError
    found = Entered()
    for lesson in page.lessons:
        for row in lesson.rows:
            given = given_for(row.uid, sheet.sent)
            if given:
                _enter_row(found, page.person, lesson, row, _Sheet(sheet, actor, now, given))
        if not lesson.rows and not lesson.is_done and f"{READ}.{lesson.uid}" in sheet.sent:
            record_paper_completion(page.person, lesson.uid, happened_on=sheet.done_on, actor=actor, now=now)
            found.lessons += 1
    if found.number:
        audit.entered(page.person, page.module.uid, actor, answers=found.number)
    return found


@dataclass(frozen=True)
class _Sheet:
    """One row of a sheet on its way: who writes it down, when, and what was given."""

    sheet: Sheet
    actor: User
    now: datetime
    given: Fields

    @property
    def given_at(self) -> datetime:
        """Noon of the day it was done, and never later than now."""
        return min(timezone.make_aware(datetime.combine(self.sheet.done_on, time(12))), self.now)


def _enter_row(found: Entered, person: User, lesson: PaperLesson, row: PaperRow, one: _Sheet) -> None:
    try:
        is_task = isinstance(row.exercise, Task)
        kept = _hand_in(person, lesson, row, one) if is_task else _answer(person, lesson, row, one)
        found.outcomes[row.uid] = kept.outcome
    except UnansweredError:
        found.troubles[row.uid] = Trouble.NOT_WHOLE
    except (UnknownAnswerError, UnknownExerciseError):
        found.troubles[row.uid] = Trouble.CHANGED
    except _TooLongError:
        found.troubles[row.uid] = Trouble.TOO_LONG


class _TooLongError(ValueError):
    """The text that stood on paper is longer than we keep."""


def _answer(person: User, lesson: PaperLesson, row: PaperRow, one: _Sheet) -> Answered:
    response = response_to(row.exercise, one.given)
    row.exercise.judge(response)  # what is not whole takes no lock
    given = Given(
        lesson.uid,
        row.uid,
        response,
        one.sheet.submission,
        entered_by=one.actor,
        given_at=one.given_at,
    )
    return answer(person, given, one.now)


def _hand_in(person: User, lesson: PaperLesson, row: PaperRow, one: _Sheet) -> Answered:
    said = row.exercise.judge(response_to(row.exercise, one.given))
    text = plain("\n".join(one.given.get(TEXT, ()))).strip()
    if len(text) > LONGEST_TEXT:
        raise _TooLongError
    work = Work(
        lesson.uid,
        row.uid,
        # Another text is another work, also when the same page sends it.
        uuid5(one.sheet.submission, text),
        text,
        is_done=said.passed,
        entered_by=one.actor,
        given_at=one.given_at,
    )
    return hand_in(person, work, one.now)
