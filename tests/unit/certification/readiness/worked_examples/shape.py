"""How a worked example is written down: a rule, what happened, a day to ask about, and the answer.

The answers were worked out by hand from docs/decisions/0009; the comment beside a row says how.
Days are text (2026-03-03) because that is how people check them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lms.certification.readiness import Fact, FactKind, Rule, SeenAndValid, Unit, Validity, Verdict
from tests.unit.certification.readiness.examples import a, fact, months, on

DAY_FIELDS = {"until", "met_on", "waiting_since", "due_on", "next_change_on"}


@dataclass(frozen=True)
class Example:
    """One row: on `day` the answer of `rule` over `facts` has the values in `answer`."""

    name: str
    rule: Rule
    facts: tuple[Fact, ...]
    day: str
    answer: Mapping[str, object]


def row(name: str, rule: Rule, facts: Iterable[Fact], day: str, **answer: object) -> Example:
    """A row; a row that does not say whether the rule passes says too little."""
    assert "passed" in answer
    read = {key: on(str(value)) if key in DAY_FIELDS and value else value for key, value in answer.items()}
    return Example(name, rule, tuple(facts), day, read)


def answer_of(found: Verdict, asked: Mapping[str, object]) -> dict[str, object]:
    """The fields of a verdict that a row speaks about."""
    return {name: getattr(found, name) for name in asked}


def days(length: int, **more: Any) -> Validity:
    return Validity(length=length, unit=Unit.DAYS, **more)


def year_end(length: int, **more: Any) -> Validity:
    return Validity(length=length, unit=Unit.YEAR_END, **more)


def vog(validity: Validity | None = None, **more: Any) -> SeenAndValid:
    """A document that must be seen."""
    return a(SeenAndValid, what="vog", validity=validity, **more)


def seen(*when: str) -> tuple[Fact, ...]:
    """The document was seen on these days."""
    return tuple(fact(FactKind.SEEN, day, "vog") for day in when)


def attended(day: str, meeting: str) -> Fact:
    return fact(FactKind.ATTENDED, day, "basis", ref=meeting)


def done(day: str, item: str) -> Fact:
    return fact(FactKind.ITEM_COMPLETED, day, item)


def started(day: str) -> Fact:
    return fact(FactKind.STARTED, day)


def handed_in(day: str, ref: str = "first") -> Fact:
    return fact(FactKind.HANDED_IN, day, "rule", ref=ref)


def assessed(day: str, answer: bool, ref: str = "first") -> Fact:
    return fact(FactKind.ASSESSED, day, "rule", ref=ref, state=answer)


def extended(day: str, until: str) -> Fact:
    return fact(FactKind.EXTENDED, day, "rule", until=on(until))


__all__ = [
    "Example",
    "answer_of",
    "assessed",
    "attended",
    "days",
    "done",
    "extended",
    "handed_in",
    "months",
    "row",
    "seen",
    "started",
    "vog",
    "year_end",
]
