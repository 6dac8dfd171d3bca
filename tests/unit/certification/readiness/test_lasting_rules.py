"""Rules that end by time: a document that was seen, intervision in a sliding window."""

import pytest

from lms.certification.readiness import Code, Fact, FactKind, IntervisionHeld, SeenAndValid
from tests.unit.certification.readiness.examples import a, fact, judge, months, on, other_way

VOG = a(SeenAndValid, what="vog", validity=months(36, warn_days=60))
INTERVISION = a(
    IntervisionHeld, minimum_sessions=2, window_months=12, minimum_net_minutes=120, group_min=4, group_max=8
)


def seen(day: str, what: str = "vog") -> Fact:
    return fact(FactKind.SEEN, day, what)


def session(day: str, minutes: int = 60, size: int = 5, ref: str = "") -> Fact:
    return fact(FactKind.INTERVISION, day, ref=ref or day, number=minutes, group_size=size)


@pytest.mark.parametrize(
    ("seen_on", "day", "code", "until"),
    [
        ("2026-11-03", "2026-11-02", Code.TODO, None),
        ("2026-11-03", "2026-11-03", Code.MET, "2029-11-03"),
        ("2026-11-03", "2029-09-03", Code.MET, "2029-11-03"),
        ("2026-11-03", "2029-09-04", Code.EXPIRING, "2029-11-03"),
        ("2026-11-03", "2029-11-03", Code.EXPIRING, "2029-11-03"),
        ("2026-11-03", "2029-11-04", Code.EXPIRED, "2029-11-03"),
        ("2026-08-31", "2029-08-31", Code.EXPIRING, "2029-08-31"),
        ("2026-08-31", "2029-09-01", Code.EXPIRED, "2029-08-31"),
        ("2028-02-29", "2031-02-28", Code.EXPIRING, "2031-02-28"),
        ("2028-02-29", "2031-03-01", Code.EXPIRED, "2031-02-28"),
    ],
)
def test_it_is_valid_up_to_and_including_the_last_day(
    seen_on: str, day: str, code: Code, until: str | None
) -> None:
    verdict = judge(VOG, [seen(seen_on)], day)
    assert (verdict.code, verdict.until) == (code, on(until) if until else None)
    assert verdict.passed is (code in (Code.MET, Code.EXPIRING))


def test_it_tells_when_it_changes_by_itself() -> None:
    facts = [seen("2026-11-03")]
    assert judge(VOG, facts, "2026-11-02").next_change_on == on("2026-11-03")
    assert judge(VOG, facts, "2026-11-22").next_change_on == on("2029-09-04")
    assert judge(VOG, facts, "2029-09-04").next_change_on == on("2029-11-04")
    assert judge(VOG, facts, "2029-11-04").next_change_on is None


def test_it_does_not_warn_when_no_reminder_is_asked() -> None:
    rule = a(SeenAndValid, what="vog", validity=months(36))
    assert judge(rule, [seen("2026-11-03")], "2029-11-03").code is Code.MET


def test_it_renews_without_a_gap() -> None:
    verdict = judge(VOG, [seen("2026-11-03"), seen("2029-11-04")], "2030-01-01")
    assert (verdict.code, verdict.met_on) == (Code.MET, on("2026-11-03"))
    assert (verdict.until, verdict.latest_on) == (on("2032-11-04"), on("2029-11-04"))


def test_it_starts_again_after_a_gap() -> None:
    facts = [seen("2026-11-03"), seen("2029-11-05")]
    assert judge(VOG, facts, "2029-11-04").code is Code.EXPIRED
    assert judge(VOG, facts, "2029-11-04").next_change_on == on("2029-11-05")
    assert judge(VOG, facts, "2029-11-05").met_on == on("2029-11-05")


def test_it_stops_warning_when_a_new_one_was_seen() -> None:
    assert judge(VOG, [seen("2026-11-03"), seen("2029-10-01")], "2029-10-01").code is Code.MET


def test_it_looks_only_at_the_asked_document() -> None:
    assert not judge(VOG, [seen("2026-11-03", "diploma")], "2026-11-22").passed


def test_it_lets_the_alternative_route_last_as_long() -> None:
    verdict = judge(VOG, [other_way("2026-11-03")], "2026-11-22")
    assert (verdict.by_alternative, verdict.until) == (True, on("2029-11-03"))
    lapsed = judge(INTERVISION, [other_way("2026-11-03")], "2027-11-04")
    assert (lapsed.code, lapsed.until) == (Code.EXPIRED, on("2027-11-03"))


def test_it_changes_when_only_the_alternative_is_left() -> None:
    facts = [seen("2026-01-31"), other_way("2026-11-03")]
    short = a(SeenAndValid, what="vog", validity=months(12))
    both = judge(short, facts, "2026-11-22")
    assert (both.by_alternative, both.until, both.next_change_on) == (
        False,
        on("2027-11-03"),
        on("2027-02-01"),
    )
    assert judge(short, facts, "2027-02-01").by_alternative


def test_it_counts_sessions_and_net_minutes() -> None:
    verdict = judge(INTERVISION, [session("2026-09-10", 60), session("2026-10-10", 50)], "2026-11-22")
    assert (verdict.code, verdict.have, verdict.need) == (Code.TODO, 2, 2)
    assert (verdict.have_minutes, verdict.need_minutes) == (110, 120)
    verdict = judge(INTERVISION, [session("2026-09-10", 60), session("2026-10-10", 60)], "2026-11-22")
    assert (verdict.code, verdict.met_on, verdict.until) == (Code.MET, on("2026-10-10"), on("2027-09-10"))


def test_it_counts_a_session_only_in_a_group_of_allowed_size() -> None:
    sizes = [session(f"2026-10-{size + 10}", size=size) for size in (3, 4, 8, 9)]
    assert judge(INTERVISION, sizes, "2026-11-22").have == 2


def test_it_counts_a_session_once_with_its_longest_time() -> None:
    shorter = session("2026-10-10", 60, ref="x")._replace(order=1)
    verdict = judge(INTERVISION, [session("2026-10-10", 90, ref="x"), shorter], "2026-11-22")
    assert (verdict.have, verdict.have_minutes) == (1, 90)


def test_it_slides_the_window() -> None:
    facts = [session("2026-02-28"), session("2026-06-30")]
    last = judge(INTERVISION, facts, "2027-02-28")
    assert (last.code, last.next_change_on) == (Code.MET, on("2027-03-01"))
    after = judge(INTERVISION, facts, "2027-03-01")
    assert (after.code, after.have, after.until) == (Code.EXPIRED, 1, on("2027-02-28"))
    assert after.next_change_on == on("2027-07-01")
    assert judge(INTERVISION, facts, "2027-07-01").have == 0


def test_it_joins_windows_into_one_stretch() -> None:
    facts = [session(f"{year}-{month}-15") for year in (2026, 2027) for month in ("03", "09")]
    verdict = judge(INTERVISION, facts, "2027-10-01")
    assert (verdict.met_on, verdict.until) == (on("2026-09-15"), on("2028-03-15"))
