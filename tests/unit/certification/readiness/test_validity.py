"""How long evidence counts, and from when a new period counts; the days are those of decision 0009."""

from datetime import date
from typing import Any

import pytest

from lms.certification.readiness import (
    Attended,
    Code,
    CompletedItems,
    Context,
    ConversationHeld,
    Fact,
    FactKind,
    LimitsCardMade,
    RenewFrom,
    RolesDeclared,
    SignedStatement,
    Unit,
    Validity,
    ValidityError,
    evaluate,
)
from lms.certification.readiness.periods import Span
from lms.certification.readiness.validity import end_of, lasting
from tests.unit.certification.readiness.examples import a, fact, judge, months, on, other_way

FIRST_OF_MARCH = Validity(
    length=12, unit=Unit.MONTHS, renew_from=RenewFrom.FIXED, window_days=60, fixed_month=3, fixed_day=1
)
LEAP = Validity(length=12, unit=Unit.MONTHS, renew_from=RenewFrom.FIXED, fixed_month=2, fixed_day=29)


@pytest.mark.parametrize(
    ("length", "unit", "day", "end"),
    [
        (10, Unit.DAYS, "2026-03-03", "2026-03-13"),
        (1, Unit.DAYS, "2028-02-28", "2028-02-29"),
        (6, Unit.MONTHS, "2026-08-31", "2027-02-28"),
        (12, Unit.MONTHS, "2028-02-29", "2029-02-28"),
        (0, Unit.YEAR_END, "2026-03-03", "2026-12-31"),
        (1, Unit.YEAR_END, "2026-03-03", "2027-12-31"),
        (0, Unit.YEAR_END, "2026-12-31", "2026-12-31"),
    ],
)
def test_it_counts_up_to_and_including_the_end(length: int, unit: Unit, day: str, end: str) -> None:
    assert end_of(on(day), Validity(length=length, unit=unit)) == on(end)


@pytest.mark.parametrize(
    ("validity", "day", "end"),
    [
        (FIRST_OF_MARCH, "2027-01-10", "2028-03-01"),
        (FIRST_OF_MARCH, "2026-12-20", "2027-03-01"),
        (FIRST_OF_MARCH, "2026-12-30", "2027-03-01"),
        (FIRST_OF_MARCH, "2026-12-31", "2028-03-01"),
        (FIRST_OF_MARCH, "2027-03-01", "2028-03-01"),
        (LEAP, "2027-03-01", "2028-02-29"),
        (LEAP, "2028-02-29", "2029-02-28"),
        (LEAP, "2028-02-28", "2028-02-29"),
    ],
)
def test_it_counts_up_to_the_first_fixed_day_after_the_window(validity: Validity, day: str, end: str) -> None:
    assert end_of(on(day), validity) == on(end)


def test_it_counts_more_years_up_to_a_later_fixed_day() -> None:
    three = Validity(
        length=36, unit=Unit.MONTHS, renew_from=RenewFrom.FIXED, window_days=60, fixed_month=3, fixed_day=1
    )
    assert end_of(on("2027-01-10"), three) == on("2030-03-01")


@pytest.mark.parametrize(
    ("days", "end"),
    [
        (["2026-03-03"], "2027-03-03"),
        # In the window of the old period: the new one counts from its end.
        (["2026-03-03", "2027-01-02"], "2028-03-03"),
        (["2026-03-03", "2027-03-03"], "2028-03-03"),
        # One day too early, and one day too late: from its own day.
        (["2026-03-03", "2027-01-01"], "2028-01-01"),
        (["2026-03-03", "2027-03-04"], "2028-03-04"),
        # Both in the window of one period: the second has nothing to continue but that same period.
        (["2026-03-03", "2027-01-10", "2027-02-10"], "2028-03-03"),
        (["2026-03-03", "2027-01-10", "2028-01-10"], "2029-03-03"),
    ],
)
def test_it_lets_nobody_who_is_early_lose_days(days: list[str], end: str) -> None:
    validity = months(12, renew_from=RenewFrom.EXPIRY, window_days=60)
    assert lasting([on(day) for day in days], validity)[-1].end == on(end)


def test_it_does_not_add_up_what_overlaps_when_it_counts_from_the_day_itself() -> None:
    found = lasting([on("2026-03-03"), on("2027-01-10")], months(12))
    assert found == (Span(on("2026-03-03"), on("2028-01-10")),)


def test_it_counts_for_good_without_a_validity_and_never_without_evidence() -> None:
    assert lasting([on("2026-03-03"), on("2026-01-01")], None) == (Span(on("2026-01-01"), None),)
    assert lasting([], None) == ()
    assert lasting([], months(12)) == ()


def test_it_never_counts_beyond_the_last_day_there_is() -> None:
    for validity in (
        Validity(length=36525, unit=Unit.DAYS),
        months(1200),
        Validity(length=100, unit=Unit.YEAR_END),
        Validity(length=1200, unit=Unit.MONTHS, renew_from=RenewFrom.FIXED, fixed_month=2, fixed_day=29),
    ):
        assert end_of(date(9999, 3, 1), validity) <= date.max


@pytest.mark.parametrize(
    "parameters",
    [
        {"length": 0, "unit": Unit.DAYS},
        {"length": 0, "unit": Unit.MONTHS},
        {"length": -1, "unit": Unit.YEAR_END},
        {"length": 1201, "unit": Unit.MONTHS},
        {"length": 12, "unit": Unit.MONTHS, "window_days": 732},
        {"length": 10, "unit": Unit.DAYS, "renew_from": RenewFrom.EXPIRY, "window_days": 10},
        {"length": 2, "unit": Unit.MONTHS, "renew_from": RenewFrom.EXPIRY, "window_days": 56},
        {"length": 0, "unit": Unit.YEAR_END, "renew_from": RenewFrom.EXPIRY, "window_days": 365},
        {"length": 1, "unit": Unit.YEAR_END, "renew_from": RenewFrom.EXPIRY, "window_days": 365},
        {"length": 2, "unit": Unit.YEAR_END, "renew_from": RenewFrom.EXPIRY, "window_days": 730},
        {"length": 12, "unit": Unit.MONTHS, "warn_days": -1},
        {"length": 12, "unit": Unit.MONTHS, "fixed_day": 1},
        {"length": 12, "unit": Unit.MONTHS, "renew_from": RenewFrom.FIXED},
        {"length": 12, "unit": Unit.MONTHS, "renew_from": RenewFrom.FIXED, "fixed_month": 2, "fixed_day": 30},
        {"length": 18, "unit": Unit.MONTHS, "renew_from": RenewFrom.FIXED, "fixed_month": 3, "fixed_day": 1},
        {"length": 12, "unit": Unit.DAYS, "renew_from": RenewFrom.FIXED, "fixed_month": 3, "fixed_day": 1},
    ],
)
def test_it_refuses_a_validity_that_cannot_be_meant(parameters: dict[str, Any]) -> None:
    with pytest.raises(ValidityError):
        Validity(**parameters)


MEETINGS = a(Attended, series="basistraining", minimum=3, of=4, validity=months(12, warn_days=30))


def attended(*days: str) -> list[Fact]:
    return [fact(FactKind.ATTENDED, day, "basistraining", ref=day) for day in days]


def test_it_counts_meetings_back_from_the_newest() -> None:
    facts = attended("2026-01-10", "2026-02-10", "2026-03-10")
    verdict = judge(MEETINGS, facts, "2026-04-01")
    assert (verdict.code, verdict.met_on, verdict.until) == (Code.MET, on("2026-03-10"), on("2027-01-10"))
    assert judge(MEETINGS, facts, "2026-12-11").code is Code.EXPIRING
    ended = judge(MEETINGS, facts, "2027-01-11")
    assert (ended.code, ended.have, ended.until) == (Code.EXPIRED, 2, on("2027-01-10"))
    fourth = judge(MEETINGS, [*facts, *attended("2026-11-10")], "2027-01-11")
    assert (fourth.have, fourth.met_on, fourth.until) == (3, on("2026-03-10"), on("2027-02-10"))


def test_it_lets_one_lesson_that_is_done_again_renew_only_itself() -> None:
    rule = a(CompletedItems, items=("7.1", "7.2"), validity=months(12))
    done = [fact(FactKind.ITEM_COMPLETED, "2026-01-10", item) for item in ("7.1", "7.2")]
    again = fact(FactKind.ITEM_COMPLETED, "2026-12-10", "7.1")
    assert judge(rule, [*done, again], "2026-12-10").until == on("2027-01-10")
    both = [*done, again, fact(FactKind.ITEM_COMPLETED, "2027-01-05", "7.2")]
    assert judge(rule, both, "2027-01-05").until == on("2027-12-10")


def test_it_changes_when_a_part_stops_counting() -> None:
    verdict = judge(MEETINGS, attended("2026-01-10", "2026-02-10"), "2026-04-01")
    assert (verdict.have, verdict.passed, verdict.next_change_on) == (2, False, on("2027-01-11"))


def test_it_asks_every_point_of_a_talk_and_adds_talks_up() -> None:
    rule = a(ConversationHeld, what="closing_talk", points=("role", "limits", "secrecy"))

    def talked(day: str, point: str) -> Fact:
        return fact(FactKind.CONVERSATION_HELD, day, "closing_talk", ref=point)

    first = [talked("2026-10-01", "role"), talked("2026-10-01", "limits"), talked("2026-10-01", "other")]
    half = judge(rule, first, "2026-11-22")
    assert (half.code, half.have, half.need) == (Code.TODO, 2, 3)
    whole = judge(rule, [*first, talked("2026-11-01", "secrecy")], "2026-11-22")
    assert (whole.code, whole.have, whole.met_on) == (Code.MET, 3, on("2026-11-01"))
    assert judge(rule, [talked("2026-11-02", "")], "2026-11-22").have == 3
    assert judge(a(ConversationHeld, what="closing_talk"), first[:1], "2026-11-22").passed


def test_it_lets_a_signature_end_by_time_and_by_a_new_version() -> None:
    rule = a(SignedStatement, code="geheimhouding", validity=months(12))
    old = fact(FactKind.STATEMENT_SIGNED, "2026-03-03", "geheimhouding", number=1)
    asked = Context(on("2026-11-22"), {"geheimhouding": 2}, {"geheimhouding": on("2026-12-01")})
    assert evaluate(rule, [old], asked).until == on("2026-11-30")
    later = Context(on("2026-11-22"), {"geheimhouding": 2}, {"geheimhouding": on("2027-12-01")})
    assert evaluate(rule, [old], later).until == on("2027-03-03")
    new = fact(FactKind.STATEMENT_SIGNED, "2026-11-20", "geheimhouding", number=2)
    assert evaluate(rule, [old, new], asked).until == on("2027-11-20")


def test_it_asks_to_see_roles_again_after_a_while() -> None:
    rule = a(RolesDeclared, must_be_seen=True, validity=months(12))
    facts = [fact(FactKind.ROLES_DECLARED, "2026-01-05"), fact(FactKind.ROLES_SEEN, "2026-01-10")]
    assert judge(rule, facts, "2026-11-22").until == on("2027-01-10")
    ended = judge(rule, facts, "2027-01-11")
    assert (ended.code, ended.waits_for) == (Code.EXPIRED, "")
    again = [*facts, fact(FactKind.ROLES_DECLARED, "2027-02-01", order=1)]
    waiting = judge(rule, again, "2027-02-03")
    assert (waiting.code, waiting.waiting_since) == (Code.WAITING, on("2027-02-01"))
    assert judge(rule, [*again, fact(FactKind.ROLES_SEEN, "2027-02-04")], "2027-02-04").passed


def test_it_still_asks_to_see_a_new_declaration_within_the_period() -> None:
    rule = a(RolesDeclared, must_be_seen=True, validity=months(12))
    facts = [fact(FactKind.ROLES_DECLARED, "2026-01-05"), fact(FactKind.ROLES_SEEN, "2026-01-10")]
    facts.append(fact(FactKind.ROLES_DECLARED, "2026-06-01"))
    assert judge(rule, facts, "2026-06-01").code is Code.WAITING
    seen = judge(rule, [*facts, fact(FactKind.ROLES_SEEN, "2026-06-08")], "2026-06-08")
    assert (seen.met_on, seen.until) == (on("2026-06-08"), on("2027-06-08"))


def test_it_knows_that_a_limits_card_was_made() -> None:
    rule = a(LimitsCardMade, validity=months(24))
    assert judge(rule, [], "2026-11-22").code is Code.TODO
    made = fact(FactKind.LIMITS_CARD_MADE, "2026-10-01")
    assert judge(rule, [made], "2026-11-22").until == on("2028-10-01")


def test_it_lets_the_other_way_last_as_long_as_the_rule_says() -> None:
    verdict = judge(MEETINGS, [other_way("2026-10-01")], "2026-11-22")
    assert (verdict.by_alternative, verdict.have, verdict.until) == (True, 0, on("2027-10-01"))


def test_it_continues_a_document_by_the_other_way_too() -> None:
    rule = a(LimitsCardMade, validity=months(12, renew_from=RenewFrom.EXPIRY, window_days=60))
    made = fact(FactKind.LIMITS_CARD_MADE, "2026-03-03")
    assert judge(rule, [made, other_way("2027-02-01")], "2027-02-01").until == on("2028-03-03")
