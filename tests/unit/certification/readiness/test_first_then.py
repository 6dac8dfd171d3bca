"""The first time the whole, after that the shorter way is enough (decision 0009 §2)."""

import pytest

from lms.certification.readiness import (
    Code,
    CompletedItems,
    Fact,
    FactKind,
    FirstThen,
    RuleError,
    SeenAndValid,
)
from tests.unit.certification.readiness.examples import a, fact, judge, months, on

COURSE = a(CompletedItems, "course", items=("7.1", "7.2", "7.3"), validity=months(12, warn_days=30))
REFRESHER = a(CompletedItems, "refresher", items=("7.9",), validity=months(12, warn_days=30))
RULE = a(FirstThen, rules=(COURSE, REFRESHER))


def done(day: str, *items: str) -> list[Fact]:
    return [fact(FactKind.ITEM_COMPLETED, day, item) for item in items]


WHOLE = done("2026-01-10", "7.1", "7.2", "7.3")


def test_it_asks_the_whole_the_first_time() -> None:
    verdict = judge(RULE, done("2026-01-10", "7.9"), "2026-11-22")
    assert (verdict.code, verdict.passed, verdict.have, verdict.need) == (Code.TODO, False, 0, 1)
    assert judge(RULE, WHOLE, "2026-11-22").until == on("2027-01-10")


def test_it_is_enough_to_do_the_short_way_after_that() -> None:
    facts = [*WHOLE, *done("2027-01-05", "7.9")]
    verdict = judge(RULE, facts, "2027-02-01")
    assert (verdict.code, verdict.met_on, verdict.until) == (Code.MET, on("2026-01-10"), on("2028-01-05"))
    assert [child.passed for child in verdict.children] == [False, True]


def test_it_is_enough_also_after_a_gap() -> None:
    assert judge(RULE, WHOLE, "2027-06-01").code is Code.EXPIRED
    verdict = judge(RULE, [*WHOLE, *done("2027-06-01", "7.9")], "2027-06-01")
    assert (verdict.code, verdict.met_on) == (Code.MET, on("2027-06-01"))


def test_it_counts_the_short_way_from_the_day_that_the_whole_was_done() -> None:
    early = [*done("2026-01-05", "7.9"), *WHOLE]
    assert not judge(RULE, early, "2026-01-09").passed
    assert judge(RULE, early, "2026-01-10").met_on == on("2026-01-10")


def test_it_warns_before_the_last_of_the_two_ends() -> None:
    facts = [*WHOLE, *done("2026-12-01", "7.9")]
    assert judge(RULE, facts, "2026-12-20").code is Code.MET
    assert judge(RULE, facts, "2027-11-15").code is Code.EXPIRING


def test_it_does_not_take_an_extension_for_the_first_time() -> None:
    extension = fact(FactKind.EXTENDED, "2026-02-01", "course", until=on("2026-03-31"))
    facts = [extension, *done("2026-03-01", "7.9")]
    assert judge(RULE, facts, "2026-03-31").extended
    after = judge(RULE, facts, "2026-04-01")
    assert (after.passed, after.have) == (False, 0)


def test_it_waits_for_the_way_that_counts() -> None:
    rule = a(FirstThen, rules=(COURSE, a(SeenAndValid, "paper", what="paper", validity=months(12))))
    handed_in = fact(FactKind.HANDED_IN, "2027-02-01", "paper", ref="x")
    assert judge(rule, [handed_in], "2027-02-01").code is Code.TODO
    assert judge(rule, [*WHOLE, handed_in], "2027-02-01").code is Code.WAITING


def test_it_asks_exactly_two() -> None:
    with pytest.raises(RuleError, match="eerste keer"):
        a(FirstThen, "group", rules=(COURSE,))
