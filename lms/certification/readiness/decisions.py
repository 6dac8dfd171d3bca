"""What people decided about one volunteer: confirm, override, pause, resume, withdraw.

Decisions replay in order. Confirm makes matchable whenever nothing blocking is open, and ends a withdrawal.
An override makes matchable until its day, whatever the rules say; a newer override replaces it. A pause rests
until its day, or without a day until `resume`; a newer pause replaces it. Withdraw ends all of these.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lms.certification.readiness.periods import ONE_DAY


class DecisionKind(StrEnum):
    CONFIRM = "confirm"
    OVERRIDE = "override"
    PAUSE = "pause"
    RESUME = "resume"
    WITHDRAW = "withdraw"


class DecisionError(ValueError):
    """A decision that cannot be meant; the message is a plain Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; `order` sorts decisions of one day, `until` is the last day it holds.

    `domains` limits an override to life domains; empty means all of them.

    Raises DecisionError: an override needs a reason and an end (nothing exceptional lasts unseen), only an
    override can name domains, only an override or a pause can have an end, and an end is never before the
    beginning.
    """

    kind: DecisionKind
    made_on: date
    order: int = 0
    until: date | None = None
    reason_code: str = ""
    domains: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind is DecisionKind.OVERRIDE and (self.until is None or not self.reason_code.strip()):
            raise DecisionError("Een uitzondering heeft een reden en een einddatum.")
        if self.domains and self.kind is not DecisionKind.OVERRIDE:
            raise DecisionError("Alleen een uitzondering kan over leefgebieden gaan.")
        if self.until is None:
            return
        if self.kind not in (DecisionKind.OVERRIDE, DecisionKind.PAUSE):
            raise DecisionError("Alleen een uitzondering of een pauze heeft een einddatum.")
        if self.until < self.made_on:
            raise DecisionError("De einddatum ligt voor het begin.")


class Rulings(NamedTuple):
    """The decisions in force on one day; None where there is none."""

    confirm: Decision | None = None
    override: Decision | None = None
    pause: Decision | None = None
    withdrawal: Decision | None = None


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions sorted by moment; the result does not depend on the order they come in."""
    return tuple(sorted(decisions, key=_moment))


def rulings_on(decisions: Iterable[Decision], day: date) -> Rulings:
    """What is in force at the end of `day`, given decisions in order."""
    kept: dict[DecisionKind, Decision] = {}
    for decision in decisions:
        if decision.made_on <= day:
            _apply(kept, decision)
    return Rulings(
        confirm=kept.get(DecisionKind.CONFIRM),
        override=_running(kept.get(DecisionKind.OVERRIDE), day),
        pause=_running(kept.get(DecisionKind.PAUSE), day),
        withdrawal=kept.get(DecisionKind.WITHDRAW),
    )


def decision_edges(decisions: Iterable[Decision]) -> Iterator[date]:
    """Every day on which what is in force may change."""
    for decision in decisions:
        yield decision.made_on
        if decision.until is not None and decision.until < date.max:
            yield decision.until + ONE_DAY


def _moment(decision: Decision) -> tuple[date, int, str, date, str, tuple[str, ...]]:
    until = decision.until or date.max
    return (
        decision.made_on,
        decision.order,
        decision.kind,
        until,
        decision.reason_code,
        decision.domains,
    )


def _apply(kept: dict[DecisionKind, Decision], decision: Decision) -> None:
    if decision.kind is DecisionKind.WITHDRAW:
        kept.clear()
    elif decision.kind is DecisionKind.CONFIRM:
        kept.pop(DecisionKind.WITHDRAW, None)
    elif decision.kind is DecisionKind.RESUME:
        kept.pop(DecisionKind.PAUSE, None)
        return
    kept[decision.kind] = decision


def _running(decision: Decision | None, day: date) -> Decision | None:
    return decision if decision is not None and (decision.until is None or day <= decision.until) else None
