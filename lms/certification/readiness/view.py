"""What a measure looks at, and what it finds: the facts of one person, and the days a rule is met."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lms.certification.readiness.facts import Context, Fact, FactBook, FactKind
from lms.certification.readiness.periods import NEVER, Spans, merge, span_at
from lms.certification.readiness.rules import GRACE_KINDS, Rule
from lms.certification.readiness.validity import lasting

NOTHING: tuple[Fact, ...] = ()


class View:
    """The facts of one person and the circumstances of the question.

    `counted` are the facts that count on the day, by source and oldest first; `ahead` says that some facts
    lie after the day; `graced` that something was handed in or extended.
    """

    __slots__ = ("ahead", "as_of", "book", "context", "counted", "graced")

    def __init__(self, book: FactBook, context: Context) -> None:
        self.book, self.context, self.as_of = book, context, context.as_of
        self.ahead = book.newest > context.as_of
        self.graced = not book.kinds.isdisjoint(GRACE_KINDS)
        self.counted = book.counted(context.as_of)

    def facts(self, kind: FactKind, key: str = "") -> Sequence[Fact]:
        """The facts of one source that count on the day, oldest first."""
        return self.counted.get((kind, key), NOTHING)

    def happened(self, kind: FactKind, key: str = "") -> list[Fact]:
        """As `facts`, without those that say the thing did not happen."""
        return [fact for fact in self.counted.get((kind, key), NOTHING) if fact.state]

    def alternatives(self, rule: Rule) -> list[Fact]:
        """The moments at which this rule was met in another way."""
        return self.happened(FactKind.ALTERNATIVE_ROUTE, rule.id)

    def holds(self, spans: Spans) -> bool:
        """Say whether the day of the question lies in `spans`."""
        return span_at(spans, self.as_of) is not None


class Measure(NamedTuple):
    """`earned` are the days met by the asked evidence, `total` those met by it or by the alternative route.

    `idle` are the days the rule does not apply; `changes_on` is the first day after the question on which the
    amounts change by time alone; `lapsed` says that older evidence does not count any more although no span
    shows it; `can_expire` is false where an event undid the rule instead of time; `waiting_since` is the day
    from which it waits for the coordinator to see it.
    """

    earned: Spans
    total: Spans
    have: int
    need: int
    have_minutes: int = 0
    need_minutes: int = 0
    idle: Spans = NEVER
    changes_on: date | None = None
    warn_days: int = 0
    lapsed: bool = False
    can_expire: bool = True
    waiting_since: date | None = None


def days_of(facts: Iterable[Fact]) -> list[date]:
    """The days on which these facts happened, in the same order."""
    return [fact.happened_on for fact in facts]


def warn_days_of(rule: Rule) -> int:
    """How many days before its end a rule warns."""
    return rule.validity.warn_days if rule.validity is not None else 0


def with_other_way(rule: Rule, view: View, earned: Spans) -> Spans:
    """The days that were earned, and those on which the alternative route counts by itself."""
    other = view.alternatives(rule)
    return merge((*earned, *lasting(days_of(other), rule.validity))) if other else earned
