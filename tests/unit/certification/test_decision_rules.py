"""Which decisions can be made when."""

from datetime import date, timedelta

import pytest

from lms.certification.decisions.rules import are_possible_domains, is_possible_end, why_not, why_not_undo
from lms.certification.readiness import ReasonCategory, Standing, State

TODAY = date(2026, 11, 22)


def standing(state: str, computed: str = "in_progress") -> Standing:
    return Standing(
        state=State(state),
        computed_state=State(computed),
        since=None,
        state_since=None,
        until=None,
        reason_category=ReasonCategory.NONE,
        verdicts=(),
        next_change_on=None,
        decision=None,
    )


@pytest.mark.parametrize(
    ("kind", "state", "computed", "code"),
    [
        ("confirm", "ready", "ready", ""),
        ("confirm", "in_progress", "in_progress", "not_ready"),
        ("confirm", "matchable", "matchable", "already_confirmed"),
        ("confirm", "matchable", "ready", ""),
        ("confirm", "matchable", "in_progress", "not_ready"),
        ("confirm", "paused", "ready", "paused"),
        ("confirm", "stopped", "ready", ""),
        ("confirm", "stopped", "in_progress", "not_ready"),
        ("override", "in_progress", "in_progress", ""),
        ("override", "matchable", "matchable", "is_matchable"),
        ("pause", "matchable", "matchable", ""),
        ("pause", "paused", "matchable", "already_paused"),
        ("pause", "stopped", "ready", "stopped"),
        ("resume", "paused", "ready", ""),
        ("resume", "ready", "ready", "not_paused"),
        ("withdraw", "paused", "ready", ""),
        ("withdraw", "stopped", "ready", "stopped"),
    ],
)
def test_it_says_why_a_decision_cannot_be_made(kind, state, computed, code):
    assert why_not(kind, standing(state, computed)) == code


@pytest.mark.parametrize(
    ("kind", "days", "fits"),
    [
        ("override", None, False),
        ("override", 0, False),
        ("override", 1, True),
        ("override", 366, True),
        ("override", 367, False),
        ("pause", None, True),
        ("pause", 0, False),
        ("pause", 4000, True),
        ("confirm", None, True),
        ("confirm", 5, False),
        ("withdraw", 5, False),
    ],
)
def test_it_knows_which_ends_are_possible(kind, days, fits):
    until = None if days is None else TODAY + timedelta(days=days)
    assert is_possible_end(kind, until, TODAY) is fits


@pytest.mark.parametrize(
    ("kind", "domains", "expected"),
    [
        ("override", (), True),
        ("override", ("wmo",), True),
        ("override", ("wmo", "wonen"), False),
        ("confirm", (), True),
        ("confirm", ("wmo",), False),
    ],
)
def test_it_limits_only_an_exception_to_domains_that_there_are(kind, domains, expected):
    assert are_possible_domains(kind, domains, ("wmo", "jeugd")) is expected


@pytest.mark.parametrize(
    ("is_newest", "is_own", "days", "code"),
    [
        (True, False, 0, ""),
        (True, False, 7, ""),
        (True, False, 8, "too_late"),
        (False, False, 0, "not_newest"),
        (True, True, 0, "own_decision"),
        (False, True, 9, "own_decision"),
    ],
)
def test_it_takes_the_newest_back_for_a_week(is_newest, is_own, days, code):
    made_on = TODAY - timedelta(days=days)
    assert why_not_undo(is_newest=is_newest, is_own=is_own, made_on=made_on, today=TODAY) == code
