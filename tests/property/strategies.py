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
    ContentRefreshed,
    Context,
    ConversationHeld,
    Decision,
    DecisionKind,
    Domain,
    Effect,
    Fact,
    FactKind,
    FirstThen,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    NOf,
    RenewFrom,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Unit,
    Validity,
    walk,
)
from lms.certification.readiness.scheme import Group
from lms.certification.readiness.validity import most_window

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


def lasts(*, length: int, unit: Unit, renew_from: RenewFrom, window_days: int, warn_days: int) -> Validity:
    """A validity from the day or from the end of the old period, with a window that is allowed."""
    if renew_from is RenewFrom.EXPIRY:
        window_days = min(window_days, most_window(length, unit))
    return Validity(
        length=length, unit=unit, renew_from=renew_from, window_days=window_days, warn_days=warn_days
    )


validities = st.builds(
    lasts,
    length=st.sampled_from((1, 2, 3, 6, 12, 40)),
    unit=st.sampled_from((Unit.DAYS, Unit.MONTHS, Unit.MONTHS)),
    renew_from=st.sampled_from((RenewFrom.COMPLETION, RenewFrom.EXPIRY)),
    window_days=st.sampled_from((0, 1, 30, 90, 400)),
    warn_days=st.sampled_from((0, 7, 60)),
) | st.sampled_from(
    (
        Validity(length=0, unit=Unit.YEAR_END, warn_days=30),
        Validity(length=1, unit=Unit.YEAR_END, renew_from=RenewFrom.EXPIRY, window_days=60),
        Validity(
            length=12,
            unit=Unit.MONTHS,
            renew_from=RenewFrom.FIXED,
            window_days=60,
            warn_days=14,
            fixed_month=3,
            fixed_day=1,
        ),
    )
)

_PARAMETERS: dict[Callable[..., Rule], dict[str, st.SearchStrategy[Any]]] = {
    CompletedItems: {"items": st.sampled_from((("a",), ("a", "b"), ("b", "c", "a"))), "minimum": st.none()},
    Attended: {"series": keys, "minimum": st.integers(1, 2), "of": st.integers(2, 4)},
    SignedStatement: {"code": keys},
    SeenAndValid: {"what": keys},
    ConversationHeld: {"what": keys, "points": st.sampled_from(((), (), ("m1",), ("m1", "m2")))},
    RolesDeclared: {"must_be_seen": st.booleans()},
    LimitsCardMade: {},
    IntervisionHeld: {
        "minimum_sessions": st.integers(1, 3),
        "window_months": st.integers(1, 14),
        "minimum_net_minutes": st.sampled_from((0, 60, 120)),
        "group_min": st.integers(2, 4),
        "group_max": st.integers(6, 8),
        "warn_days": st.sampled_from((0, 30)),
    },
    GuardianConsent: {},
    ContactLinked: {},
    ContentRefreshed: {"items": st.sampled_from((("a",), ("a", "b")))},
}


# Rules that end by time are the hardest, so they come more often.
_KINDS = [*_PARAMETERS, SeenAndValid, SeenAndValid, IntervisionHeld]


@st.composite
def _trees(draw: st.DrawFn, depth: int) -> Rule:
    common: dict[str, Any] = {"id": "to_be_numbered", "effect": draw(st.sampled_from(Effect))}
    common |= {name: draw(rule_texts) for name in ("title", "why", "how", "alternative")}
    common["due_days"] = draw(st.sampled_from((None, None, 90)))
    if depth == 0 or draw(st.booleans()):
        return draw(_leaves(common))
    rules = tuple(draw(st.lists(_trees(depth - 1), min_size=1, max_size=3)))
    kind: Callable[..., Rule] = draw(st.sampled_from((AllOf, AnyOf, NOf, FirstThen)))
    if kind is FirstThen:
        return FirstThen(rules=(rules[0], rules[-1]), **common)
    if kind is NOf:
        return NOf(rules=rules, n=draw(st.integers(1, len(rules))), **common)
    return kind(rules=rules, **common)


@st.composite
def _leaves(draw: st.DrawFn, common: dict[str, Any]) -> Rule:
    cls: Any = draw(st.sampled_from(_KINDS))
    parameters = {name: draw(each) for name, each in _PARAMETERS[cls].items()}
    if cls is CompletedItems and draw(st.booleans()):
        parameters["minimum"] = draw(st.integers(1, len(parameters["items"])))
    if cls.can_expire:
        parameters["validity"] = draw(st.none() | validities)
    rule: Rule = cls(**common, **parameters)
    return rule


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
    found = [source for rule in walk(rules) for source in rule.reads]
    found.append((FactKind.STARTED, ""))
    return _facts([(kind, key) for kind, key in found if not positive or kind in POSITIVE_KINDS])


def grace_for(rules: Sequence[Rule]) -> st.SearchStrategy[Fact]:
    """Things handed in, and extensions, for these rules and their parts."""
    kinds = (FactKind.HANDED_IN, FactKind.EXTENDED)
    return _facts([(kind, rule.id) for rule in walk(rules) for kind in kinds])


@st.composite
def _facts(draw: st.DrawFn, sources: Sequence[tuple[FactKind, str]]) -> Fact:
    kind, key = draw(st.sampled_from(sources))
    happened_on = draw(days)
    length = draw(st.integers(0, 300)) if kind is FactKind.EXTENDED else 0
    return Fact(
        kind,
        key,
        happened_on,
        ref=draw(st.sampled_from(("", "m1", "m2", "m3"))),
        number=draw(st.sampled_from((0, 1, 2, 60, 90))),
        group_size=draw(st.integers(3, 7)),
        state=draw(st.sampled_from((True, True, True, False))),
        order=draw(st.integers(0, 2)),
        until=happened_on + timedelta(days=length) if kind is FactKind.EXTENDED else date.max,
    )


@st.composite
def cases(draw: st.DrawFn, rules: st.SearchStrategy[Rule] = rules) -> Case:
    rule = draw(rules)
    least = draw(st.sampled_from((0, 4, 9)))
    facts = draw(st.lists(facts_about([rule]), min_size=least, max_size=14))
    return Case(rule, facts, draw(contexts))


DOMAINS = ("wmo", "jeugd", "werk")


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """Some rules, of which with life domains some are shared and the others go round the domains."""
    found = numbered(draw(st.lists(_trees(1), min_size=1, max_size=4)))
    ids = draw(st.lists(st.sampled_from(DOMAINS), max_size=2, unique=True))
    shared = draw(st.integers(1, len(found))) if ids else len(found)
    own = found[shared:]
    domains = tuple(
        Domain(id=each, title=each, rules=own[number :: len(ids)]) for number, each in enumerate(ids)
    )
    return Scheme(slug=draw(texts), title=draw(texts), rules=found[:shared], domains=domains)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    kind = draw(st.sampled_from(DecisionKind))
    made_on, order = draw(days), draw(st.integers(0, 2))
    until = None
    if kind is DecisionKind.OVERRIDE or (kind is DecisionKind.PAUSE and draw(st.booleans())):
        until = made_on + timedelta(days=draw(st.integers(0, 400)))
    if kind is not DecisionKind.OVERRIDE:
        return Decision(kind, made_on, order, until)
    domains = draw(st.lists(st.sampled_from((*DOMAINS, "elders")), max_size=2, unique=True))
    return Decision(kind, made_on, order, until, "reden", tuple(domains))


_early = st.integers(0, 365).map(lambda number: FIRST + timedelta(days=number))
_confirmations = st.builds(Decision, st.just(DecisionKind.CONFIRM), _early)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    scheme = draw(schemes())
    facts = draw(
        st.lists(facts_about(scheme.criteria), min_size=draw(st.sampled_from((0, 5, 10))), max_size=16)
    )
    made = draw(st.lists(_confirmations, max_size=1)) + draw(st.lists(decisions(), max_size=4))
    return Story(scheme, facts, made, draw(contexts))
