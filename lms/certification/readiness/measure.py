"""What the facts say about one leaf rule: on which days it is met, and how much is there.

Every function takes a rule and the facts of one person up to a day, and gives a Measure. All days come from
the facts, so a measure also answers for every earlier day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from lms.certification.readiness.facts import Context, Fact, FactBook, FactKind, Source, by_moment
from lms.certification.readiness.periods import (
    ALWAYS,
    NEVER,
    ONE_DAY,
    Span,
    Spans,
    from_day,
    merge,
    months_later,
    span_at,
    sweep,
    switched,
)
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ConversationHeld,
    GuardianConsent,
    IntervisionHeld,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.verdict import COORDINATOR


@dataclass(frozen=True, slots=True)
class View:
    """The facts of one person and the circumstances of the question."""

    book: FactBook
    context: Context

    def facts(self, kind: FactKind, key: str = "") -> list[Fact]:
        """The facts that count on the day, oldest first."""
        return self.book.counted((kind, key), self.context.as_of)

    def happened(self, kind: FactKind, key: str = "") -> list[Fact]:
        """As `facts`, without those that say the thing did not happen."""
        return [fact for fact in self.facts(kind, key) if fact.state]

    def alternatives(self, rule: Rule) -> list[Fact]:
        """The moments at which this rule was met in another way."""
        return self.happened(FactKind.ALTERNATIVE_ROUTE, rule.id)


@dataclass(frozen=True, slots=True)
class Measure:
    """`earned` are the days met by the asked evidence, `total` those met in any way.

    `idle` are the days the rule does not apply; `changes` are days on which the amounts change by time alone;
    `lapsed` says that older evidence does not count any more although no span shows it; `can_expire` is false
    for rules that are undone by an event instead of by time.
    """

    earned: Spans
    total: Spans
    have: int
    need: int
    have_minutes: int = 0
    need_minutes: int = 0
    idle: Spans = NEVER
    waits_for: str = ""
    changes: tuple[date, ...] = ()
    remind_days: int = 0
    lapsed: bool = False
    can_expire: bool = True


def sources_of(rule: Rule) -> tuple[Source, ...]:
    """Everything a leaf rule reads, its alternative route included."""
    return (*rule.sources(), (FactKind.ALTERNATIVE_ROUTE, rule.id))


@singledispatch
def measure(rule: Rule, view: View) -> Measure:
    """Measure a leaf rule; raises TypeError for a kind of rule that has no measure."""
    raise TypeError(type(rule).__name__)


@measure.register
def _items(rule: CompletedItems, view: View) -> Measure:
    done = [view.happened(FactKind.ITEM_COMPLETED, item) for item in rule.items]
    return _counted(rule, view, [facts[0].happened_on for facts in done if facts], rule.needed)


@measure.register
def _attended(rule: Attended, view: View) -> Measure:
    first: dict[str, date] = {}
    for fact in view.happened(FactKind.ATTENDED, rule.series):
        first.setdefault(_identity(fact), fact.happened_on)
    return _counted(rule, view, first.values(), rule.minimum)


@measure.register
def _conversation(rule: ConversationHeld, view: View) -> Measure:
    held = [fact.happened_on for fact in view.happened(FactKind.CONVERSATION_HELD, rule.what)]
    return _counted(rule, view, held[:1], 1)


@measure.register
def _signed(rule: SignedStatement, view: View) -> Measure:
    asked = view.context.statement_versions.get(rule.code, 0)
    since = view.context.statement_since.get(rule.code)

    def spans(facts: Iterable[Fact]) -> Spans:
        found: list[Span] = []
        for fact in facts:
            if fact.number >= asked:
                found.append(Span(fact.happened_on, None))
            elif since is not None and fact.happened_on < since:
                found.append(Span(fact.happened_on, since - ONE_DAY))
        return merge(found)

    signed = view.happened(FactKind.STATEMENT_SIGNED, rule.code)
    # An alternative without a version was agreed in person and holds for every version.
    other = [fact if fact.number else fact._replace(number=asked) for fact in view.alternatives(rule)]
    earned = spans(signed)
    total = merge((*earned, *spans(other)))
    is_met = span_at(total, view.context.as_of) is not None
    return Measure(earned, total, have=int(is_met), need=1, lapsed=bool(signed or other))


@measure.register
def _seen(rule: SeenAndValid, view: View) -> Measure:
    earned = _lasting(view.happened(FactKind.SEEN, rule.what), rule.max_age_months)
    total = merge((*earned, *_lasting(view.alternatives(rule), rule.max_age_months)))
    is_met = span_at(total, view.context.as_of) is not None
    return Measure(earned, total, have=int(is_met), need=1, remind_days=rule.remind_days)


@measure.register
def _roles(rule: RolesDeclared, view: View) -> Measure:
    declared = view.happened(FactKind.ROLES_DECLARED)
    seen = view.happened(FactKind.ROLES_SEEN) if rule.must_be_seen else []
    earned = _roles_spans(rule, declared, seen, [])
    total = _roles_spans(rule, declared, seen, view.alternatives(rule))
    is_met = span_at(total, view.context.as_of) is not None
    waits = bool(declared) and rule.must_be_seen and not is_met
    return Measure(
        earned, total, have=int(is_met), need=1, waits_for=COORDINATOR if waits else "", can_expire=False
    )


@measure.register
def _consent(rule: GuardianConsent, view: View) -> Measure:
    # The date of turning sixteen is known ahead, so it is read from all facts.
    birthdays = [fact.happened_on for fact in view.book.known((FactKind.TURNS_SIXTEEN, "")) if fact.state]
    idle = from_day(max(birthdays)) if birthdays else ALWAYS
    return _newest_wins(rule, view, FactKind.GUARDIAN_CONSENT, idle)


@measure.register
def _contact(rule: ContactLinked, view: View) -> Measure:
    return _newest_wins(rule, view, FactKind.CONTACT_LINKED, NEVER)


@measure.register
def _intervision(rule: IntervisionHeld, view: View) -> Measure:
    # The size of the group must be allowed for a session to count at all.
    sessions = [
        (fact.happened_on, months_later(fact.happened_on, rule.window_months), _identity(fact), fact.number)
        for fact in view.happened(FactKind.INTERVISION)
        if rule.group_min <= fact.group_size <= rule.group_max
    ]

    def amounts(day: date) -> tuple[int, int]:
        minutes: dict[str, int] = {}
        for first, last, ref, number in sessions:
            if first <= day <= last:
                minutes[ref] = max(minutes.get(ref, 0), number)
        return len(minutes), sum(minutes.values())

    def holds(day: date) -> bool:
        count, minutes = amounts(day)
        return count >= rule.minimum_sessions and minutes >= rule.minimum_net_minutes

    leaves = [last + ONE_DAY for _, last, _, _ in sessions if last < date.max]
    earned = sweep((*(first for first, _, _, _ in sessions), *leaves), holds)
    total = merge((*earned, *_lasting(view.alternatives(rule), rule.window_months)))
    count, minutes = amounts(view.context.as_of)
    return Measure(
        earned, total, count, rule.minimum_sessions, minutes, rule.minimum_net_minutes, changes=tuple(leaves)
    )


def _identity(fact: Fact) -> str:
    return fact.ref or fact.happened_on.isoformat()


def _lasting(facts: Iterable[Fact], months: int) -> Spans:
    return merge(Span(fact.happened_on, months_later(fact.happened_on, months)) for fact in facts)


def _counted(rule: Rule, view: View, days: Iterable[date], need: int) -> Measure:
    """A rule that is met for good on the day that the `need`th different thing is there."""
    in_order = sorted(days)
    earned = from_day(in_order[need - 1]) if len(in_order) >= need else NEVER
    other = view.alternatives(rule)
    total = merge((*earned, *from_day(other[0].happened_on))) if other else earned
    return Measure(earned, total, have=len(in_order), need=need)


def _newest_wins(rule: Rule, view: View, kind: FactKind, idle: Spans) -> Measure:
    """A rule that follows the newest fact; the alternative route counts as a positive fact at its moment."""
    facts = view.facts(kind)
    earned = switched((fact.happened_on, fact.state) for fact in facts)
    both = sorted((*facts, *view.alternatives(rule)), key=by_moment)
    total = switched((fact.happened_on, fact.state) for fact in both)
    is_met = span_at(total, view.context.as_of) is not None
    return Measure(earned, total, have=int(is_met), need=1, idle=idle, can_expire=False)


def _roles_spans(rule: RolesDeclared, declared: list[Fact], seen: list[Fact], other: list[Fact]) -> Spans:
    """Follow the declarations in time: a declaration opens the question, "seen" closes it."""
    moments = [(fact.happened_on, fact.order, 0, fact.kind) for fact in declared]
    moments += [(fact.happened_on, fact.order, 1, fact.kind) for fact in (*seen, *other)]
    events: list[tuple[date, bool]] = []
    is_declared = False
    for day, _, _, kind in sorted(moments):
        if kind is FactKind.ROLES_DECLARED:
            is_declared = True
            events.append((day, not rule.must_be_seen))
        elif is_declared or kind is FactKind.ALTERNATIVE_ROUTE:
            events.append((day, True))
    return switched(events)
