"""The evidence there would be when somebody did what a rule asks: for worked examples and for what-if."""

from collections.abc import Iterator
from datetime import date

from lms.certification.readiness.facts import Context, Fact, FactKind
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import FirstThen, Group

_ORDER_OF_SEEING = 1


def imagined(rule: Rule, day: date, context: Context) -> tuple[Fact, ...]:
    """The facts when everything that `rule` asks is done on `day`; a statement in the version that is asked.

    Meetings and sessions get an id that no real one has. Of FirstThen this is the first time.
    Raises TypeError for an unknown kind of rule.
    """
    return tuple(_facts(rule, day, context))


def imagined_sessions(rule: IntervisionHeld, day: date, times: int, minutes: int) -> tuple[Fact, ...]:
    """So many sessions on a day, together of at least so many minutes, in a group that is just big enough."""
    each = -(-minutes // times)
    return tuple(
        Fact(FactKind.INTERVISION, "", day, ref=_id(day, number), number=each, group_size=rule.group_min)
        for number in range(times)
    )


def imagined_meetings(rule: Attended, day: date, times: int) -> tuple[Fact, ...]:
    """So many meetings of the series on a day."""
    return tuple(Fact(FactKind.ATTENDED, rule.series, day, ref=_id(day, number)) for number in range(times))


def _facts(rule: Rule, day: date, context: Context) -> Iterator[Fact]:
    match rule:
        case FirstThen():
            yield from _facts(rule.rules[0], day, context)
        case Group():
            for part in rule.rules:
                yield from _facts(part, day, context)
        case Attended():
            yield from imagined_meetings(rule, day, rule.minimum)
        case IntervisionHeld():
            yield from imagined_sessions(rule, day, rule.minimum_sessions, rule.minimum_net_minutes)
        case RolesDeclared():
            yield Fact(FactKind.ROLES_DECLARED, "", day)
            yield Fact(FactKind.ROLES_SEEN, "", day, order=_ORDER_OF_SEEING)
        case SignedStatement():
            yield Fact(
                FactKind.STATEMENT_SIGNED,
                rule.code,
                day,
                number=context.statement_versions.get(rule.code, 0),
            )
        case _:
            yield from (Fact(kind, key, day) for kind, key in _simple_sources(rule))


def _simple_sources(rule: Rule) -> Iterator[tuple[FactKind, str]]:
    """The sources of which one fact each is enough."""
    match rule:
        case CompletedItems() | SeenAndValid() | ConversationHeld() | LimitsCardMade() | ContactLinked():
            yield from rule.sources()
        case ContentRefreshed():
            yield from ((FactKind.REFRESHED, item) for item in rule.items)
        case GuardianConsent():
            yield FactKind.GUARDIAN_CONSENT, ""
        case _:
            raise TypeError(type(rule).__name__)


def _id(day: date, number: int) -> str:
    return f"imagined-{day.isoformat()}-{number}"
