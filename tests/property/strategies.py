"""Hypothesis strategies for readiness: small worlds, so that facts, rules and days meet often.

The world lies between 2026 and 2028, so that it holds a leap day, and windows open and close within it. Facts
are drawn from what the rules read, so that most of them matter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from lms.certification.readiness import (
    POSITIVE_KINDS,
    AllOf,
    AnyOf,
    Attended,
    CompletedItems,
    ContactLinked,
    Context,
    ConversationHeld,
    Decision,
    DecisionKind,
    Effect,
    Fact,
    GuardianConsent,
    IntervisionHeld,
    NOf,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    walk,
)
from lms.certification.readiness.scheme import Group

FIRST, DAYS = date(2026, 1, 1), 1095
KEYS = ("a", "b")

days = st.one_of(
    st.integers(0, DAYS).map(lambda number: FIRST + timedelta(days=number)),
    # Ends of months, and a few days on which things happen together.
    st.sampled_from([date(2026, 8, 31), date(2027, 2, 28), date(2028, 2, 29), date(2027, 8, 31)]),
)
late_days = st.integers(365, DAYS).map(lambda number: FIRST + timedelta(days=number))
keys = st.sampled_from(KEYS)
texts = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
# Four texts per rule are drawn from a few, for speed; the names of schemes are drawn freely.
rule_texts = st.sampled_from(("Daarom.", "Eén ‘woord’", '"\\\n', "0", "true", "ß🙂"))

contexts = st.builds(
    Context,
    as_of=st.one_of(late_days, days, late_days),
    statement_versions=st.fixed_dictionaries({}, optional={key: st.integers(1, 2) for key in KEYS}),
    statement_since=st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, days)),
)


@dataclass(frozen=True)
class Case:
    """A rule, facts that it mostly reads, and a question."""

    rule: Rule
    facts: list[Fact]
    context: Context

    def at(self, day: date) -> Context:
        return replace(self.context, as_of=day)

    def up_to_now(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.happened_on <= self.context.as_of]


@dataclass(frozen=True)
class Story:
    """A scheme, facts, decisions and a question."""

    scheme: Scheme
    facts: list[Fact]
    decisions: list[Decision]
    context: Context

    def at(self, day: date) -> Context:
        return replace(self.context, as_of=day)


_PARAMETERS: dict[Callable[..., Rule], dict[str, st.SearchStrategy[Any]]] = {
    CompletedItems: {"items": st.sampled_from((("a",), ("a", "b"), ("b", "c", "a"))), "minimum": st.none()},
    Attended: {"series": keys, "minimum": st.integers(1, 2), "of": st.integers(2, 4)},
    SignedStatement: {"code": keys},
    SeenAndValid: {"what": keys},
    ConversationHeld: {"what": keys},
    RolesDeclared: {"must_be_seen": st.booleans()},
    IntervisionHeld: {
        "minimum_sessions": st.integers(1, 3),
        "window_months": st.integers(1, 14),
        "minimum_net_minutes": st.sampled_from((0, 60, 120)),
        "group_min": st.integers(2, 4),
        "group_max": st.integers(6, 8),
    },
    GuardianConsent: {},
    ContactLinked: {},
}


# Rules that end by time are the hardest, so they come more often.
_KINDS = [*_PARAMETERS, SeenAndValid, SeenAndValid, IntervisionHeld]


@st.composite
def _trees(draw: st.DrawFn, depth: int) -> Rule:
    common: dict[str, Any] = {"id": "to_be_numbered", "effect": draw(st.sampled_from(Effect))}
    common |= {name: draw(rule_texts) for name in ("title", "why", "how", "alternative")}
    if depth == 0 or draw(st.booleans()):
        cls: Callable[..., Rule] = draw(st.sampled_from(_KINDS))
        parameters = {name: draw(each) for name, each in _PARAMETERS[cls].items()}
        if cls is CompletedItems and draw(st.booleans()):
            parameters["minimum"] = draw(st.integers(1, len(parameters["items"])))
        return cls(**common, **parameters)
    rules = tuple(draw(st.lists(_trees(depth - 1), min_size=1, max_size=3)))
    kind: Callable[..., Rule] = draw(st.sampled_from((AllOf, AnyOf, NOf)))
    if kind is NOf:
        return NOf(rules=rules, n=draw(st.integers(1, len(rules))), **common)
    return kind(rules=rules, **common)


def numbered(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The same rules, with an id of its own for every rule in the trees."""
    numbers = iter(range(1000))

    def number(rule: Rule) -> Rule:
        own = f"rule_{next(numbers)}"
        if isinstance(rule, Group):
            return replace(rule, id=own, rules=tuple(number(child) for child in rule.rules))
        return replace(rule, id=own)

    return tuple(number(rule) for rule in rules)


rules = _trees(2).map(lambda rule: numbered([rule])[0])
leaves = _trees(0).map(lambda rule: numbered([rule])[0])


def facts_about(rules: Sequence[Rule], *, positive: bool = False) -> st.SearchStrategy[Fact]:
    """Facts of the kinds and keys that the rules read; `positive` leaves out kinds that can undo."""
    found = [source for rule in walk(rules) if not isinstance(rule, Group) for source in rule.reads]
    wanted = [(kind, key) for kind, key in found if not positive or kind in POSITIVE_KINDS]
    return st.builds(
        lambda source, **more: Fact(source[0], source[1], **more),
        st.sampled_from(wanted),
        happened_on=days,
        ref=st.sampled_from(("", "m1", "m2", "m3")),
        number=st.sampled_from((0, 1, 2, 60, 90)),
        group_size=st.integers(3, 7),
        state=st.sampled_from((True, True, True, False)),
        order=st.integers(0, 2),
    )


@st.composite
def cases(draw: st.DrawFn, rules: st.SearchStrategy[Rule] = rules) -> Case:
    rule = draw(rules)
    least = draw(st.sampled_from((0, 4, 9)))
    facts = draw(st.lists(facts_about([rule]), min_size=least, max_size=14))
    return Case(rule, facts, draw(contexts))


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    found = draw(st.lists(_trees(1), min_size=1, max_size=3))
    return Scheme(slug=draw(texts), title=draw(texts), rules=numbered(found))


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    kind = draw(st.sampled_from(DecisionKind))
    made_on, order = draw(days), draw(st.integers(0, 2))
    until = None
    if kind is DecisionKind.OVERRIDE or (kind is DecisionKind.PAUSE and draw(st.booleans())):
        until = made_on + timedelta(days=draw(st.integers(0, 400)))
    return Decision(kind, made_on, order, until, "reden" if kind is DecisionKind.OVERRIDE else "")


_early = st.integers(0, 365).map(lambda number: FIRST + timedelta(days=number))
_confirmations = st.builds(Decision, st.just(DecisionKind.CONFIRM), _early)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    scheme = draw(schemes())
    facts = draw(st.lists(facts_about(scheme.rules), min_size=draw(st.sampled_from((0, 5, 10))), max_size=16))
    made = draw(st.lists(_confirmations, max_size=1)) + draw(st.lists(decisions(), max_size=4))
    return Story(scheme, facts, made, draw(contexts))
