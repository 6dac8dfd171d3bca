"""Judging many people gives each the same as judging one; what differs a little is not taken for the same."""

import pytest

from lms.certification.readiness import (
    Attended,
    Context,
    ConversationHeld,
    Effect,
    Fact,
    FactKind,
    GuardianConsent,
    Judge,
    RolesDeclared,
    Scheme,
    SignedStatement,
    standing,
)
from lms.certification.readiness import memory as memories
from tests.unit.certification.readiness.examples import a, fact, on, other_way

SCHEME = Scheme(
    slug="licht",
    title="Licht",
    rules=(
        a(SignedStatement, "secrecy", code="geheimhouding"),
        a(ConversationHeld, "talk", what="closing_talk", points=("m1", "m2")),
        a(Attended, "meetings", Effect.WARN, series="basis", minimum=2, of=2, due_days=90),
        a(RolesDeclared, "roles", Effect.WARN, must_be_seen=True),
        a(GuardianConsent, "guardian"),
    ),
)
ASKED = Context(on("2026-11-22"), {"geheimhouding": 2}, {"geheimhouding": on("2026-10-01")})
DAY = "2026-11-01"


def signed(number: int, **more: bool) -> Fact:
    return fact(FactKind.STATEMENT_SIGNED, DAY, "geheimhouding", number=number, **more)


def talked(point: str) -> Fact:
    return fact(FactKind.CONVERSATION_HELD, DAY, "closing_talk", ref=point)


def came(ref: str, day: str = DAY) -> Fact:
    return fact(FactKind.ATTENDED, day, "basis", ref=ref)


PEOPLE: list[list[Fact]] = [
    [],
    [signed(1)],
    [signed(2)],
    [signed(2, state=False)],
    [talked("m1")],
    [talked("m2")],
    [talked("")],
    [talked("m1"), talked("m2")],
    [came("x", "2026-10-01"), came("x")],
    [came("x", "2026-10-01"), came("y")],
    [other_way(DAY, "talk")],
    [other_way(DAY, "meetings")],
    [fact(FactKind.STARTED, "2026-09-01")],
    [fact(FactKind.STARTED, "2026-10-01")],
    [fact(FactKind.ROLES_DECLARED, DAY, order=1), fact(FactKind.ROLES_SEEN, DAY, order=2)],
    [fact(FactKind.ROLES_DECLARED, DAY, order=2), fact(FactKind.ROLES_SEEN, DAY, order=1)],
    [fact(FactKind.TURNS_SIXTEEN, "2027-03-01")],
    [fact(FactKind.TURNS_SIXTEEN, "2027-04-01")],
    [came("x", "2026-12-01")],
    [fact(FactKind.HANDED_IN, DAY, "secrecy", ref="x")],
    [fact(FactKind.EXTENDED, DAY, "secrecy", until=on("2026-12-31"))],
]


def test_it_judges_everybody_as_alone() -> None:
    judge = Judge(SCHEME, ASKED)
    for facts in [*PEOPLE, *reversed(PEOPLE)]:
        assert judge.standing(facts, []) == standing(SCHEME, facts, [], ASKED)


def test_it_forgets_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memories, "MOST", 3)
    remembered = memories.Memory()
    judge = Judge(SCHEME, ASKED)
    judge._memory = remembered
    for facts in PEOPLE:
        assert judge.standing(facts, []) == standing(SCHEME, facts, [], ASKED)
        assert len(remembered) <= 3
