"""Which reminders are due: at the start of the window, halfway, a week before the end, and once after it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lms.certification.readiness import (
    AllOf,
    Code,
    ContactLinked,
    Domain,
    DomainStanding,
    Effect,
    IntervisionHeld,
    ReasonCategory,
    Scheme,
    SeenAndValid,
    Standing,
    State,
    Unit,
    Validity,
    Verdict,
)
from lms.certification.reminders.rules import (
    ENDED,
    HALFWAY,
    LAST_WEEK,
    START,
    Notice,
    may_mail_again,
    notices,
    warn_days,
    week_of,
)

END = date(2026, 12, 31)
TEXTS = {"title": "VOG", "effect": Effect.BLOCK, "why": "a", "how": "b", "alternative": "c"}


def vog(warn: int = 60, rule_id: str = "vog") -> SeenAndValid:
    lasting = Validity(length=36, unit=Unit.MONTHS, warn_days=warn)
    return SeenAndValid(id=rule_id, what="vog", validity=lasting, **TEXTS)


def verdict(code: Code, rule_id: str = "vog", **more) -> Verdict:
    passed = code in (Code.MET, Code.EXPIRING)
    values = {"have": 1, "need": 1, "effect": Effect.BLOCK, "until": END, **more}
    return Verdict(rule_id, code, passed, **values)


def standing_with(*verdicts: Verdict, state: State = State.MATCHABLE, **more) -> Standing:
    return Standing(
        state=state,
        computed_state=State.MATCHABLE,
        since=None,
        state_since=None,
        until=None,
        reason_category=ReasonCategory.NONE,
        verdicts=verdicts,
        next_change_on=None,
        decision=None,
        **more,
    )


def due(
    code: Code, today: date, *, warn: int = 60, state: State = State.MATCHABLE, **more
) -> tuple[Notice, ...]:
    scheme = Scheme("s", "S", (vog(warn),))
    return notices(scheme, standing_with(verdict(code, **more), state=state), today)


@pytest.mark.parametrize(
    ("days_before", "warn", "step"),
    [
        (60, 60, START),
        (31, 60, START),
        (30, 60, HALFWAY),
        (8, 60, HALFWAY),
        (7, 60, LAST_WEEK),
        (0, 60, LAST_WEEK),
        (14, 14, START),
        (8, 14, START),
        (7, 14, LAST_WEEK),
        (7, 7, START),
        (0, 7, START),
        (0, 0, START),
    ],
)
def test_it_counts_the_moments_back_from_the_end(days_before, warn, step):
    found = due(Code.EXPIRING, END - timedelta(days=days_before), warn=warn)
    assert found == (Notice("vog", END, step),)


@pytest.mark.parametrize(("days_after", "expected"), [(1, ENDED), (30, ENDED), (31, 0), (400, 0)])
def test_it_tells_once_that_it_ended_and_not_years_later(days_after, expected):
    found = due(Code.EXPIRED, END + timedelta(days=days_after))
    assert [each.step for each in found] == ([expected] if expected else [])


@pytest.mark.parametrize("code", [Code.MET, Code.WAITING, Code.TODO, Code.NOT_APPLICABLE])
def test_it_says_nothing_about_what_asks_nothing_of_the_person(code):
    assert due(code, END) == ()


@pytest.mark.parametrize("state", [State.PAUSED, State.STOPPED])
def test_it_leaves_who_rests_in_peace(state):
    assert due(Code.EXPIRING, END, state=state) == ()


def test_it_leaves_out_what_only_informs():
    assert due(Code.EXPIRING, END, effect=Effect.INFO) == ()


def test_it_reads_the_life_domains_too():
    own = vog(rule_id="jeugd_vog")
    shared = ContactLinked(id="contact", **TEXTS)
    scheme = Scheme("s", "S", (shared,), (Domain(id="jeugd", title="Jeugd", rules=(own,)),))
    domain = DomainStanding("jeugd", "Jeugd", True, (verdict(Code.EXPIRING, "jeugd_vog"),))
    found = notices(scheme, standing_with(verdict(Code.MET, "contact", until=None), domains=(domain,)), END)
    assert found == (Notice("jeugd_vog", END, LAST_WEEK),)


def test_it_takes_the_window_of_the_part_that_ends_a_group():
    group = AllOf(id="all", rules=(vog(10, "short"), vog(90, "long")), **TEXTS)
    ends, later = verdict(Code.EXPIRING, "short"), verdict(Code.MET, "long", until=END + timedelta(days=9))
    whole = verdict(Code.EXPIRING, "all", children=(ends, later))
    assert warn_days(group, whole) == 10
    assert warn_days(group, replace(whole, children=(ends, replace(later, until=END)))) == 90


def test_it_knows_the_window_of_intervision():
    rule = IntervisionHeld(
        id="intervision",
        minimum_sessions=4,
        window_months=12,
        minimum_net_minutes=240,
        group_min=4,
        group_max=8,
        warn_days=45,
        **TEXTS,
    )
    assert warn_days(rule, verdict(Code.EXPIRING)) == 45


def test_it_mails_at_most_once_a_week():
    assert may_mail_again(None, END)
    assert may_mail_again(END - timedelta(days=7), END)
    assert not may_mail_again(END - timedelta(days=6), END)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 11, 22), date(2026, 11, 16)),
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2027, 1, 1), date(2026, 12, 28)),
    ],
)
def test_it_counts_weeks_from_monday(day, monday):
    assert week_of(day) == monday
