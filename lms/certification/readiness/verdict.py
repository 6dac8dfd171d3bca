"""The answer about one rule on one day, and the advice that follows from all answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lms.certification.readiness.rules import Effect

COORDINATOR = "coordinator"


class Code(StrEnum):
    """Where a rule stands; EXPIRING still counts as passed."""

    MET = "met"
    TODO = "todo"
    WAITING = "waiting"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer about a rule.

    `passed` is true when the rule does not stand in the way: met, expiring, protected while it waits, or not
    applicable. `have` / `need` count the main thing asked on the day; `have` may be less than `need` when it
    passes in another way. `have_minutes` / `need_minutes` are only for intervision. `waits_for` is
    "coordinator" when the code is WAITING, otherwise empty. `met_on` is the first day of the present unbroken
    passed stretch (None when not passed, or when it always was so). `until` is the last day of that stretch
    on present evidence (None: no end known); for EXPIRED it is the last day that it was passed.
    `next_change_on` is the first day on which any of this may differ by time alone: on every day before it
    the verdict is equal. `latest_on` is the day of the newest evidence that was read. `by_alternative` is
    true when it passes only through its alternative route. `waiting_since` is the day of the oldest thing
    handed in, or told, that nobody assessed yet; a verdict that is WAITING and passed is protected by it.
    `extended` is true when only an extension makes it pass. `due_on` is the last day of the deadline of what
    is not met yet; it may be over.
    """

    rule_id: str
    code: Code
    passed: bool
    have: int
    need: int
    effect: Effect
    waits_for: str = ""
    met_on: date | None = None
    until: date | None = None
    next_change_on: date | None = None
    children: tuple["Verdict", ...] = ()
    have_minutes: int = 0
    need_minutes: int = 0
    latest_on: date | None = None
    by_alternative: bool = False
    waiting_since: date | None = None
    extended: bool = False
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """What the verdicts say together: `ready` when no blocking criterion is open.

    `waiting` are those that wait for a person, also when they pass as long as they wait.
    """

    ready: bool
    blocking: tuple[Verdict, ...]
    warnings: tuple[Verdict, ...]
    waiting: tuple[Verdict, ...]


def leaves(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """The verdicts on rules that are not about other rules, in order."""
    for each in verdicts:
        if each.children:
            yield from leaves(each.children)
        else:
            yield each


def advice(verdicts: Iterable[Verdict]) -> Advice:
    """The advice for top-level verdicts; only their own effect counts, not that of their children."""
    found = tuple(verdicts)
    unmet = tuple(verdict for verdict in found if not verdict.passed)
    blocking = tuple(verdict for verdict in unmet if verdict.effect is Effect.BLOCK)
    return Advice(
        ready=not blocking,
        blocking=blocking,
        warnings=tuple(verdict for verdict in unmet if verdict.effect is Effect.WARN),
        waiting=tuple(verdict for verdict in found if verdict.waits_for),
    )
