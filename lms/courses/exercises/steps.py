"""Cutting a lesson into steps, and finding the one to show. Pure: no framework, no clock, no storage.

Source: "one question per page", quality.md §2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID


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
