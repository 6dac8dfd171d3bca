"""Facts and rules to tell a story with; the days are those of Noor, who started in September 2026."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from lms.certification.readiness import (
    Context,
    Effect,
    Fact,
    FactKind,
    Rule,
    Unit,
    Validity,
    Verdict,
    evaluate,
)

AnyRule = TypeVar("AnyRule", bound=Rule)


def a(cls: type[AnyRule], rule_id: str = "rule", effect: Effect = Effect.BLOCK, **parameters: Any) -> AnyRule:
    """A rule of a kind with plain texts."""
    texts = {"title": "Een eis", "why": "Daarom.", "how": "Zo doe je het.", "alternative": "Het kan ook zo."}
    return cls(id=rule_id, effect=effect, **texts, **parameters)


def months(length: int, **more: Any) -> Validity:
    """A validity in months."""
    return Validity(length=length, unit=Unit.MONTHS, **more)


def on(text: str) -> date:
    return date.fromisoformat(text)


def fact(kind: FactKind, day: str, key: str = "", **more: Any) -> Fact:
    return Fact(kind, key, on(day), **more)


def other_way(day: str, rule_id: str = "rule", **more: Any) -> Fact:
    return fact(FactKind.ALTERNATIVE_ROUTE, day, rule_id, **more)


def judge(rule: Rule, facts: Iterable[Fact], day: str, versions: Mapping[str, int] | None = None) -> Verdict:
    return evaluate(rule, facts, Context(on(day), versions or {}))
