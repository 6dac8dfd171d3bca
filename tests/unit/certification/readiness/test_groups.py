import pytest

from lms.certification.readiness import (
    AllOf,
    AnyOf,
    Code,
    ContactLinked,
    ConversationHeld,
    Effect,
    Fact,
    FactKind,
    Group,
    GuardianConsent,
    NOf,
    RolesDeclared,
    Rule,
    SeenAndValid,
    advice,
    evaluate,
)
from lms.certification.readiness.facts import Context
from tests.unit.certification.readiness.examples import a, fact, judge, months, on

TALKS = tuple(a(ConversationHeld, name, what=name) for name in ("one", "two", "three"))
GUARDIAN = a(GuardianConsent, "guardian")
ROLES = a(RolesDeclared, "roles", must_be_seen=True)


def talked(what: str, day: str = "2026-10-01") -> Fact:
    return fact(FactKind.CONVERSATION_HELD, day, what)


def paper(name: str, length: int) -> SeenAndValid:
    return a(SeenAndValid, name, what=name, validity=months(length, warn_days=30))


def seen(name: str, day: str) -> Fact:
    return fact(FactKind.SEEN, day, name)


@pytest.mark.parametrize(
    ("rule", "need"),
    [(a(AllOf, rules=TALKS), 3), (a(AnyOf, rules=TALKS), 1), (a(NOf, rules=TALKS, n=2), 2)],
)
def test_it_passes_with_enough_children(rule: Group, need: int) -> None:
    names = ["one", "two", "three"]
    for count in range(4):
        verdict = judge(rule, [talked(name) for name in names[:count]], "2026-11-22")
        assert verdict.passed is (count >= need)
        assert (verdict.have, verdict.need) == (count, need)
        assert [child.passed for child in verdict.children] == [name in names[:count] for name in names]


def test_it_is_met_on_the_day_that_enough_children_are() -> None:
    facts = [talked("one", "2026-10-03"), talked("two", "2026-10-01"), talked("three", "2026-10-02")]
    days = {kind: judge(kind, facts, "2026-11-22").met_on for kind in (_all(), _any(), _two())}
    assert list(days.values()) == [on("2026-10-03"), on("2026-10-01"), on("2026-10-02")]


def _all() -> Rule:
    return a(AllOf, "all", rules=TALKS)


def _any() -> Rule:
    return a(AnyOf, "any", rules=TALKS)


def _two() -> Rule:
    return a(NOf, "two_of", rules=TALKS, n=2)


def test_it_leaves_out_children_that_do_not_apply() -> None:
    verdict = judge(a(AllOf, rules=(TALKS[0], GUARDIAN)), [talked("one")], "2026-11-22")
    assert (verdict.code, verdict.have, verdict.need) == (Code.MET, 1, 1)
    assert not judge(a(AnyOf, rules=(TALKS[0], GUARDIAN)), [], "2026-11-22").passed
    for rule in (a(AllOf, rules=(GUARDIAN,)), a(AnyOf, rules=(GUARDIAN,)), a(NOf, rules=(GUARDIAN,), n=1)):
        nothing = judge(rule, [], "2026-11-22")
        assert (nothing.code, nothing.passed) == (Code.NOT_APPLICABLE, True)


def test_it_never_asks_more_children_than_apply() -> None:
    rule = a(NOf, rules=(TALKS[0], GUARDIAN), n=2)
    assert judge(rule, [talked("one")], "2026-11-22").passed
    turns = fact(FactKind.TURNS_SIXTEEN, "2027-03-01")
    assert not judge(rule, [talked("one"), turns], "2026-11-22").passed


def test_it_waits_only_when_the_rest_is_done() -> None:
    rule = a(AllOf, rules=(TALKS[0], ROLES))
    declared = fact(FactKind.ROLES_DECLARED, "2026-10-01")
    busy = judge(rule, [declared], "2026-11-22")
    assert (busy.code, busy.waits_for) == (Code.TODO, "")
    waiting = judge(rule, [declared, talked("one")], "2026-11-22")
    assert (waiting.code, waiting.waits_for) == (Code.WAITING, "coordinator")
    assert judge(a(AnyOf, rules=(TALKS[0], ROLES)), [declared], "2026-11-22").code is Code.WAITING


def test_it_lasts_until_the_first_needed_child_ends() -> None:
    rules = (paper("short", 6), paper("long", 24))
    facts = [seen("short", "2026-01-15"), seen("long", "2026-02-01")]
    both = judge(a(AllOf, rules=rules), facts, "2026-03-01")
    assert (both.met_on, both.until) == (on("2026-02-01"), on("2026-07-15"))
    either = judge(a(AnyOf, rules=rules), facts, "2026-03-01")
    assert (either.met_on, either.until) == (on("2026-01-15"), on("2028-02-01"))


def test_it_warns_only_when_its_own_end_is_near() -> None:
    rules = (paper("short", 6), paper("long", 24))
    facts = [seen("short", "2026-01-15"), seen("long", "2026-02-01")]
    assert judge(a(AllOf, rules=rules), facts, "2026-07-01").code is Code.EXPIRING
    assert judge(a(AnyOf, rules=rules), facts, "2026-07-01").code is Code.MET
    assert judge(a(AnyOf, rules=rules), facts, "2028-01-10").code is Code.EXPIRING


def test_it_is_expired_only_after_it_was_met() -> None:
    rule = a(AllOf, rules=(paper("short", 6), TALKS[0]))
    facts = [seen("short", "2026-01-15")]
    assert judge(rule, facts, "2026-11-22").code is Code.TODO
    lapsed = judge(rule, [*facts, talked("one", "2026-02-01")], "2026-11-22")
    assert (lapsed.code, lapsed.until) == (Code.EXPIRED, on("2026-07-15"))


def test_it_is_open_again_when_a_child_was_undone_instead_of_lapsed() -> None:
    linked, unlinked = (
        fact(FactKind.CONTACT_LINKED, day, state=state)
        for day, state in (("2026-10-01", True), ("2026-11-01", False))
    )
    rule = a(AllOf, rules=(a(ContactLinked, "contact"), TALKS[0]))
    assert judge(rule, [linked, talked("one")], "2026-10-15").passed
    assert judge(rule, [linked, unlinked, talked("one")], "2026-11-22").code is Code.TODO


def test_it_changes_when_its_first_child_does() -> None:
    rule = a(AllOf, rules=(paper("short", 6), paper("long", 24)))
    facts = [seen("short", "2026-01-15"), seen("long", "2026-02-01")]
    assert judge(rule, facts, "2026-03-01").next_change_on == on("2026-06-15")


def test_it_advises_on_the_effect_of_the_top_level_only() -> None:
    rules: tuple[Rule, ...] = (
        a(AllOf, "group", Effect.WARN, rules=(TALKS[0],)),
        a(ConversationHeld, "talk", Effect.BLOCK, what="two"),
        a(RolesDeclared, "roles", Effect.INFO, must_be_seen=True),
    )
    facts = [fact(FactKind.ROLES_DECLARED, "2026-10-01")]
    found = advice(evaluate(rule, facts, Context(on("2026-11-22"))) for rule in rules)
    assert not found.ready
    assert [[each.rule_id for each in part] for part in (found.blocking, found.warnings, found.waiting)] == [
        ["talk"],
        ["group"],
        ["roles"],
    ]
    facts.append(talked("two"))
    assert advice(evaluate(rule, facts, Context(on("2026-11-22"))) for rule in rules).ready
