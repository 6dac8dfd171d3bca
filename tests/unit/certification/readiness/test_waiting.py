"""Waiting protects, an extension ends by itself, a deadline takes nothing away (decision 0009 §5 to §7)."""

from lms.certification.readiness import (
    AllOf,
    AnyOf,
    Code,
    ContactLinked,
    Fact,
    FactKind,
    RolesDeclared,
    SeenAndValid,
    advice,
)
from tests.unit.certification.readiness.examples import a, fact, judge, months, on

VOG = a(SeenAndValid, "vog", what="vog", validity=months(12, warn_days=30))
SEEN = fact(FactKind.SEEN, "2026-03-03", "vog")
IN_TIME = fact(FactKind.HANDED_IN, "2027-03-01", "vog", ref="new")
TOO_LATE = fact(FactKind.HANDED_IN, "2027-03-10", "vog", ref="new")


def answered(day: str, *, ref: str = "new", seen: bool = False) -> Fact:
    return fact(FactKind.ASSESSED, day, "vog", ref=ref, state=seen)


def extended(day: str, until: str, rule_id: str = "vog") -> Fact:
    return fact(FactKind.EXTENDED, day, rule_id, until=on(until))


def test_it_stays_met_as_long_as_what_was_handed_in_on_time_waits() -> None:
    for day in ("2027-03-01", "2027-03-04", "2028-01-01"):
        verdict = judge(VOG, [SEEN, IN_TIME], day)
        assert (verdict.code, verdict.passed, verdict.waits_for) == (Code.WAITING, True, "coordinator")
        assert (verdict.waiting_since, verdict.until) == (on("2027-03-01"), None)
        assert verdict.met_on == on("2026-03-03")


def test_it_ends_the_day_after_a_not_yet() -> None:
    facts = [SEEN, IN_TIME, answered("2027-04-15")]
    last = judge(VOG, facts, "2027-04-15")
    assert (last.passed, last.until, last.waiting_since) == (True, on("2027-04-15"), None)
    after = judge(VOG, facts, "2027-04-16")
    assert (after.code, after.passed, after.until) == (Code.EXPIRED, False, on("2027-04-15"))


def test_it_takes_nothing_away_that_counted_by_itself() -> None:
    early = fact(FactKind.HANDED_IN, "2026-05-01", "vog", ref="new")
    verdict = judge(VOG, [SEEN, early, answered("2026-05-10")], "2026-06-01")
    assert (verdict.code, verdict.until) == (Code.MET, on("2027-03-03"))


def test_it_counts_a_yes_from_the_day_of_handing_in() -> None:
    renewed = fact(FactKind.SEEN, "2027-03-01", "vog")
    verdict = judge(VOG, [SEEN, IN_TIME, answered("2027-04-15", seen=True), renewed], "2027-05-01")
    assert (verdict.code, verdict.met_on, verdict.until) == (Code.MET, on("2026-03-03"), on("2028-03-01"))


def test_it_waits_without_counting_when_it_was_handed_in_too_late() -> None:
    verdict = judge(VOG, [SEEN, TOO_LATE], "2027-03-20")
    assert (verdict.code, verdict.passed, verdict.waiting_since) == (Code.WAITING, False, on("2027-03-10"))
    assert judge(VOG, [TOO_LATE], "2027-03-20").code is Code.WAITING
    assert judge(VOG, [SEEN, TOO_LATE, answered("2027-03-21")], "2027-03-21").code is Code.EXPIRED


def test_it_is_in_time_on_the_last_day_itself() -> None:
    last_day = fact(FactKind.HANDED_IN, "2027-03-03", "vog", ref="new")
    assert judge(VOG, [SEEN, last_day], "2027-06-01").passed
    next_day = fact(FactKind.HANDED_IN, "2027-03-04", "vog", ref="new")
    assert not judge(VOG, [SEEN, next_day], "2027-06-01").passed


def test_it_gives_no_protection_to_what_is_handed_in_while_only_protected() -> None:
    second = fact(FactKind.HANDED_IN, "2027-04-01", "vog", ref="newer")
    facts = [SEEN, IN_TIME, second, answered("2027-04-15")]
    assert judge(VOG, facts, "2027-04-15").passed
    after = judge(VOG, facts, "2027-04-16")
    assert (after.code, after.passed, after.waiting_since) == (Code.WAITING, False, on("2027-04-01"))


def test_it_knows_which_of_two_was_assessed() -> None:
    both = [SEEN, IN_TIME, fact(FactKind.HANDED_IN, "2027-03-02", "vog", ref="other")]
    verdict = judge(VOG, [*both, answered("2027-03-05")], "2027-06-01")
    assert (verdict.passed, verdict.waiting_since) == (True, on("2027-03-02"))


def test_it_shows_that_something_waits_when_it_is_met_in_the_meantime() -> None:
    seen_later = fact(FactKind.SEEN, "2027-03-12", "vog")
    verdict = judge(VOG, [SEEN, TOO_LATE, seen_later], "2027-03-20")
    assert (verdict.code, verdict.waiting_since) == (Code.MET, on("2027-03-10"))


def test_it_changes_by_time_alone_when_the_assessment_lies_ahead() -> None:
    verdict = judge(VOG, [SEEN, IN_TIME, answered("2027-04-15")], "2027-04-01")
    assert (verdict.code, verdict.next_change_on) == (Code.WAITING, on("2027-04-15"))


def test_it_protects_a_group_through_its_part() -> None:
    contact = a(ContactLinked, "contact")
    linked = fact(FactKind.CONTACT_LINKED, "2026-01-01")
    whole = judge(a(AllOf, "all", rules=(VOG, contact)), [SEEN, IN_TIME, linked], "2027-06-01")
    assert (whole.code, whole.passed, whole.waiting_since) == (Code.WAITING, True, on("2027-03-01"))
    either = judge(a(AnyOf, "any", rules=(VOG, contact)), [SEEN, IN_TIME, linked], "2027-06-01")
    assert (either.code, either.passed) == (Code.MET, True)
    open_part = judge(a(AllOf, "all", rules=(VOG, contact)), [SEEN, IN_TIME], "2027-06-01")
    assert (open_part.code, open_part.passed) == (Code.TODO, False)


def test_it_tells_what_waits_also_when_it_is_protected() -> None:
    found = advice([judge(VOG, [SEEN, IN_TIME], "2027-06-01")])
    assert found.ready
    assert [each.rule_id for each in found.waiting] == ["vog"]


def test_it_is_met_by_an_extension_from_the_day_of_the_decision() -> None:
    facts = [SEEN, extended("2027-03-10", "2027-06-30")]
    assert not judge(VOG, facts, "2027-03-09").passed
    first = judge(VOG, facts, "2027-03-10")
    assert (first.code, first.extended, first.until) == (Code.MET, True, on("2027-06-30"))
    assert judge(VOG, facts, "2027-05-31").code is Code.EXPIRING
    after = judge(VOG, facts, "2027-07-01")
    assert (after.code, after.passed, after.extended) == (Code.EXPIRED, False, False)


def test_it_is_extended_only_when_nothing_else_makes_it_met() -> None:
    facts = [SEEN, extended("2027-02-01", "2027-06-30")]
    before = judge(VOG, facts, "2027-03-03")
    assert (before.extended, before.until, before.next_change_on) == (
        False,
        on("2027-06-30"),
        on("2027-03-04"),
    )
    assert judge(VOG, facts, "2027-03-04").extended


def test_it_changes_when_an_extension_or_a_protection_ends() -> None:
    rule = a(SeenAndValid, "vog", what="vog")
    assert judge(rule, [extended("2027-03-10", "2027-06-30")], "2027-04-01").next_change_on == on(
        "2027-07-01"
    )
    answer = answered("2027-04-15")
    assert judge(VOG, [SEEN, IN_TIME, answer], "2027-04-15").next_change_on == on("2027-04-16")


def test_it_is_not_extended_while_it_is_protected() -> None:
    facts = [SEEN, IN_TIME, extended("2027-03-10", "2027-06-30")]
    assert not judge(VOG, facts, "2027-04-01").extended


def test_it_waits_since_the_oldest_declaration_that_nobody_saw() -> None:
    rule = a(RolesDeclared, must_be_seen=True)
    told = [fact(FactKind.ROLES_DECLARED, day) for day in ("2026-01-05", "2026-02-01", "2026-03-01")]
    assert judge(rule, told, "2026-03-02").waiting_since == on("2026-01-05")
    seen = fact(FactKind.ROLES_SEEN, "2026-01-10")
    assert judge(rule, [*told, seen], "2026-03-02").waiting_since == on("2026-02-01")


def test_it_protects_what_is_handed_in_within_an_extension_but_not_after() -> None:
    facts = [SEEN, extended("2027-03-10", "2027-06-30")]
    within = fact(FactKind.HANDED_IN, "2027-06-30", "vog", ref="new")
    assert judge(VOG, [*facts, within], "2027-09-01").passed
    later = fact(FactKind.HANDED_IN, "2027-07-01", "vog", ref="new")
    assert not judge(VOG, [*facts, later], "2027-09-01").passed


def test_it_extends_a_group_by_its_own_name() -> None:
    group = a(AllOf, "all", rules=(VOG, a(ContactLinked, "contact")))
    verdict = judge(group, [extended("2026-10-01", "2026-12-31", "all")], "2026-11-22")
    assert (verdict.passed, verdict.extended, verdict.until) == (True, True, on("2026-12-31"))
    assert [child.passed for child in verdict.children] == [False, False]
    assert judge(group, [extended("2026-10-01", "2026-12-31", "all")], "2027-01-01").code is Code.EXPIRED


def test_it_shows_a_group_as_extended_when_its_part_is() -> None:
    group = a(AllOf, "all", rules=(VOG,))
    assert judge(group, [extended("2026-10-01", "2026-12-31")], "2026-11-22").extended


def test_it_tells_the_deadline_and_never_takes_anything_away() -> None:
    rule = a(SeenAndValid, "vog", what="vog", due_days=90)
    started = fact(FactKind.STARTED, "2026-09-01")
    assert judge(rule, [started], "2026-11-22").due_on == on("2026-11-30")
    late = judge(rule, [started], "2027-11-22")
    assert (late.code, late.due_on, late.next_change_on) == (Code.TODO, on("2026-11-30"), None)
    assert judge(rule, [started, SEEN], "2026-11-22").due_on is None
    assert judge(rule, [], "2026-11-22").due_on is None
