"""Shared criteria and those of life domains (decision 0009 §8)."""

import pytest

from lms.certification.readiness import (
    Context,
    ConversationHeld,
    Decision,
    DecisionError,
    DecisionKind,
    Domain,
    Effect,
    Fact,
    FactKind,
    ReasonCategory,
    RuleError,
    Scheme,
    SeenAndValid,
    Standing,
    State,
    standing,
)
from tests.unit.certification.readiness.examples import a, fact, months, on

SHARED = a(ConversationHeld, "talk", what="closing_talk")
WMO = Domain(id="wmo", title="Wmo", rules=(a(ConversationHeld, "wmo_talk", what="wmo"),))
YOUTH = Domain(
    id="jeugd", title="Jeugd", rules=(a(SeenAndValid, "youth_paper", what="youth", validity=months(12)),)
)
SCHEME = Scheme(slug="breed", title="Breed", rules=(SHARED,), domains=(WMO, YOUTH))
TALK = fact(FactKind.CONVERSATION_HELD, "2026-10-01", "closing_talk")
WMO_TALK = fact(FactKind.CONVERSATION_HELD, "2026-10-05", "wmo")
YOUTH_PAPER = fact(FactKind.SEEN, "2026-11-01", "youth")
CONFIRM = Decision(DecisionKind.CONFIRM, on("2026-10-10"))


def noor(facts: list[Fact], decisions: list[Decision], day: str, scheme: Scheme = SCHEME) -> Standing:
    return standing(scheme, facts, decisions, Context(on(day)))


def exception(*domains: str) -> Decision:
    return Decision(
        DecisionKind.OVERRIDE, on("2026-11-01"), until=on("2026-12-31"), reason_code="x", domains=domains
    )


def test_it_needs_the_shared_criteria_and_those_of_one_domain() -> None:
    assert noor([TALK], [], "2026-11-22").state is State.IN_PROGRESS
    assert noor([WMO_TALK], [], "2026-11-22").state is State.IN_PROGRESS
    ready = noor([TALK, WMO_TALK], [], "2026-11-22")
    assert (ready.state, ready.state_since, ready.scope) == (State.READY, on("2026-10-05"), ())
    assert [(each.id, each.holds) for each in ready.domains] == [("wmo", True), ("jeugd", False)]


def test_it_is_matchable_for_the_domains_that_hold() -> None:
    assert noor([TALK, WMO_TALK], [CONFIRM], "2026-11-22").scope == ("wmo",)
    assert noor([TALK, YOUTH_PAPER, WMO_TALK], [CONFIRM], "2026-11-22").scope == ("wmo", "jeugd")


def test_it_stays_matchable_when_one_of_two_domains_ends() -> None:
    facts = [TALK, YOUTH_PAPER, WMO_TALK]
    before = noor(facts, [CONFIRM], "2027-11-01")
    assert (before.scope, before.until, before.next_change_on) == (("wmo", "jeugd"), None, on("2027-11-02"))
    after = noor(facts, [CONFIRM], "2027-11-02")
    assert (after.state, after.scope, after.since) == (State.MATCHABLE, ("wmo",), on("2026-10-10"))


def test_it_ends_with_the_last_domain() -> None:
    facts = [TALK, YOUTH_PAPER]
    assert noor(facts, [CONFIRM], "2027-11-01").until == on("2027-11-01")
    after = noor(facts, [CONFIRM], "2027-11-02")
    assert (after.state, after.reason_category, after.scope) == (
        State.IN_PROGRESS,
        ReasonCategory.EXPIRED,
        (),
    )


def test_it_does_not_blame_a_domain_while_another_holds() -> None:
    lapsed = fact(FactKind.SEEN, "2025-01-01", "youth")
    found = noor([lapsed, WMO_TALK], [CONFIRM], "2026-11-22")
    assert found.reason_category is ReasonCategory.INCOMPLETE


def test_it_gives_an_exception_for_the_domains_it_names() -> None:
    assert noor([], [exception("jeugd")], "2026-11-22").scope == ("jeugd",)
    assert noor([], [exception()], "2026-11-22").scope == ("wmo", "jeugd")
    both = noor([TALK, WMO_TALK], [CONFIRM, exception("jeugd")], "2026-11-22")
    assert (both.scope, both.computed_state) == (("wmo", "jeugd"), State.MATCHABLE)
    assert [each.holds for each in both.domains] == [True, False]


def test_it_never_makes_an_exception_wider_than_it_was() -> None:
    assert noor([], [exception("oud")], "2026-11-22").scope == ("oud",)
    without = Scheme(slug="smal", title="Smal", rules=(SHARED,))
    assert noor([], [exception("jeugd")], "2026-11-22", without).scope == ("jeugd",)
    assert noor([], [exception()], "2026-11-22", without).scope == ()


def test_it_is_matchable_everywhere_without_domains() -> None:
    without = Scheme(slug="smal", title="Smal", rules=(SHARED,))
    found = noor([TALK], [CONFIRM, exception("jeugd")], "2026-11-22", without)
    assert (found.state, found.scope, found.domains) == (State.MATCHABLE, (), ())


def test_it_has_no_scope_while_paused() -> None:
    pause = Decision(DecisionKind.PAUSE, on("2026-11-01"))
    assert noor([TALK, WMO_TALK], [CONFIRM, pause], "2026-11-22").scope == ()


def test_it_lets_a_domain_without_blocking_criteria_hold() -> None:
    warns = a(ConversationHeld, "extra", Effect.WARN, what="extra")
    scheme = Scheme(
        slug="los", title="Los", rules=(SHARED,), domains=(Domain(id="werk", title="Werk", rules=(warns,)),)
    )
    assert noor([TALK], [CONFIRM], "2026-11-22", scheme).scope == ("werk",)


def test_it_names_domains_only_in_an_exception() -> None:
    with pytest.raises(DecisionError, match="leefgebieden"):
        Decision(DecisionKind.CONFIRM, on("2026-11-01"), domains=("wmo",))


def test_it_refuses_two_domains_or_rules_of_one_name() -> None:
    with pytest.raises(RuleError, match="leefgebied"):
        Scheme(slug="x", title="X", rules=(SHARED,), domains=(WMO, Domain(id="wmo", title="Ook")))
    with pytest.raises(RuleError, match="eigen code"):
        Scheme(
            slug="x", title="X", rules=(SHARED,), domains=(Domain(id="wmo", title="Wmo", rules=(SHARED,)),)
        )
    with pytest.raises(RuleError, match="naam"):
        Domain(id="wmo", title=" ")
