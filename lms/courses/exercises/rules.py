"""Judging exercises and cutting a lesson into steps. Pure: no framework, no clock, no storage.

Source of the rules: domain.md §2.6 (nobody fails: unlimited attempts) and §7.1 (in a scenario several
reactions may be defensible). "One question per page": quality.md §2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Verdict(StrEnum):
    """What an option is worth: an answer is right or wrong, a reaction fits the role more or less."""

    RIGHT = "right"
    WRONG = "wrong"
    FITS = "fits"
    CAREFUL = "careful"
    UNFIT = "unfit"

    @property
    def passes(self) -> bool:
        """Say whether choosing this is enough to go on: `careful` is, because it can be defended."""
        return self in {Verdict.RIGHT, Verdict.FITS, Verdict.CAREFUL}


class Result(StrEnum):
    """The two things an attempt can be. There is no failing."""

    PASSED = "passed"
    TRIED = "tried"


class UnknownAnswerError(LookupError):
    """The answer does not belong to the exercise, for example because the page was edited in between."""


@dataclass(frozen=True)
class Option:
    """One answer or reaction, with what we say when it is chosen."""

    uid: UUID
    text: str
    verdict: Verdict
    explanation: str


@dataclass(frozen=True)
class Exercise:
    """A question or a scenario; `title` is empty for a question."""

    uid: UUID
    title: str
    prompt: str
    options: tuple[Option, ...]

    def option(self, uid: UUID | None) -> Option | None:
        """Return the option with this id, or None."""
        return next((option for option in self.options if option.uid == uid), None)


@dataclass(frozen=True)
class Outcome:
    """What an attempt means: passed or tried, the verdict on the option, and what to say back."""

    result: Result
    verdict: Verdict
    explanation: str

    @property
    def passed(self) -> bool:
        """Say whether this is enough."""
        return self.result is Result.PASSED


def judge(exercise: Exercise, answer: UUID) -> Outcome:
    """Return what choosing `answer` means. Raises UnknownAnswerError when the exercise has no such option."""
    option = exercise.option(answer)
    if option is None:
        raise UnknownAnswerError(str(answer))
    result = Result.PASSED if option.verdict.passes else Result.TRIED
    return Outcome(result, option.verdict, option.explanation)


@dataclass(frozen=True)
class Part:
    """One block of a lesson as far as steps care: its id, and whether it asks something."""

    uid: UUID
    is_exercise: bool


@dataclass(frozen=True)
class Step:
    """One page of a lesson: the ids of its blocks, and of its exercise if it has one."""

    number: int
    blocks: tuple[UUID, ...]
    exercise: UUID | None

    @property
    def uid(self) -> UUID | None:
        """Return the id by which this step is found again: its exercise, else its first block."""
        return self.exercise or (self.blocks[0] if self.blocks else None)


def steps(parts: Sequence[Part]) -> tuple[Step, ...]:
    """Cut a lesson into steps: each exercise is one, with what stands before it; what is left joins the last.

    A lesson without exercises is one step, also when it is empty.
    """
    groups: list[tuple[list[UUID], UUID | None]] = []
    waiting: list[UUID] = []
    for part in parts:
        waiting.append(part.uid)
        if part.is_exercise:
            groups.append((waiting, part.uid))
            waiting = []
    if groups:
        groups[-1][0].extend(waiting)
    else:
        groups.append((waiting, None))
    return tuple(Step(at, tuple(uids), exercise) for at, (uids, exercise) in enumerate(groups, start=1))


def step_at(all_steps: Sequence[Step], number: str | None, resume: UUID | None) -> Step:
    """Return the step asked for by number; otherwise the one to resume at; otherwise the first."""
    if number is not None and number.isascii() and number.isdigit() and len(number) < 6:
        found = next((step for step in all_steps if step.number == int(number)), None)
        if found:
            return found
    if resume is not None:
        found = next((step for step in all_steps if step.uid == resume or resume in step.blocks), None)
        if found:
            return found
    return all_steps[0]


def minutes_left(minutes: int, all_steps: Sequence[Step], passed: Iterable[UUID]) -> int:
    """Return about how many minutes a lesson still takes, by the share of exercises to pass; at least 1."""
    exercises = [step.exercise for step in all_steps if step.exercise]
    if not exercises:
        return max(minutes, 1)
    still = len(set(exercises) - set(passed))
    return max(-(-minutes * still // len(exercises)), 1)
