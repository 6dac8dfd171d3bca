"""The lines of the board, from plain values."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lms.certification.board.rules import (
    GROUP_LABELS,
    Cell,
    Facts,
    cells_of,
    groups_of,
    is_silent,
    next_action,
    since_words,
)

TODAY = date(2026, 11, 22)


def criterion(group: str, code: str = "todo", **said: Any) -> dict[str, Any]:
    passed = code in ("met", "expiring", "not_applicable")
    values = {"id": group, "kind": "", "code": code, "passed": passed, "blocks": True, "have": 0, "need": 1}
    return {"group": group, **values, "latest_on": "", "parts": [], **said}


def facts(*criteria: dict[str, Any], **said: Any) -> Facts:
    values: dict[str, Any] = {"state": "in_progress", "reason_category": "in_progress", "state_since": None}
    days = {"until": None, "expires_on": None, "last_evidence_on": TODAY, "joined_on": None}
    return Facts(criteria=criteria, **{**values, **days, **said})


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "vandaag"), (1, "1 dag"), (59, "59 dagen"), (60, "2 maanden"), (400, "13 maanden")],
)
def test_it_says_since_when_in_words(days, words):
    assert since_words(TODAY - timedelta(days=days), TODAY) == words


def test_it_says_nothing_about_an_unknown_day():
    assert since_words(None, TODAY) == ""


@pytest.mark.parametrize(
    ("criteria", "cell"),
    [
        ([], Cell("plain", "Niet nodig")),
        ([criterion("training", "not_applicable")], Cell("plain", "Niet nodig")),
        ([criterion("training", "met")], Cell("ok", "Klaar")),
        ([criterion("training", have=5, need=8)], Cell("busy", "5 van 8")),
        ([criterion("training")], Cell("plain", "Nog niet begonnen")),
        ([criterion("training", "met", have=1), criterion("training")], Cell("busy", "1 van 2 klaar")),
        ([criterion("training", "waiting"), criterion("training", "expired")], Cell("wait", "Wacht op jou")),
        ([criterion("training", "expired"), criterion("training", "met")], Cell("stop", "Verlopen")),
        (
            [criterion("training", "expiring"), criterion("training", "met")],
            Cell("wait", "Verloopt binnenkort"),
        ),
    ],
)
def test_it_says_where_a_column_stands(criteria, cell):
    assert cells_of(facts(*criteria))["training"] == cell


def test_it_counts_silence_from_the_start_when_there_is_nothing():
    nothing = facts(last_evidence_on=None, joined_on=TODAY - timedelta(days=60))
    assert is_silent(nothing, TODAY)
    assert not is_silent(replace(nothing, joined_on=TODAY - timedelta(days=59)), TODAY)
    assert not is_silent(replace(nothing, joined_on=None), TODAY)


def test_it_is_almost_there_with_one_thing_left():
    one, two = criterion("agreements"), criterion("boundaries")
    assert "almost" in groups_of(facts(one), TODAY)
    assert "almost" not in groups_of(facts(one, two), TODAY)


@pytest.mark.parametrize(
    ("criteria", "action"),
    [
        ([criterion("talk", kind="talk")], "Eindgesprek plannen"),
        ([criterion("talk", kind="talk"), criterion("agreements", kind="seen")], "VOG bekijken"),
        ([criterion("agreements", kind="guardian")], "Toestemming vragen"),
        ([criterion("talk", kind="talk"), criterion("agreements")], ""),
        (
            [criterion("boundaries", parts=[criterion("boundaries", "waiting", kind="roles")])],
            "Andere rollen bekijken",
        ),
    ],
)
def test_it_says_what_the_coordinator_does_next(criteria, action):
    assert next_action(facts(*criteria), TODAY) == action


def test_it_asks_most_of_the_coordinator_first():
    waiting = criterion("boundaries", "waiting", kind="roles")
    silent = facts(waiting, last_evidence_on=TODAY - timedelta(days=90))
    assert groups_of(silent, TODAY) == ("waits", "almost", "stuck", "in_progress")


@pytest.mark.parametrize("state", ["in_progress", "ready", "matchable", "paused", "stopped"])
def test_it_puts_everybody_in_a_group_with_a_name(state):
    found = groups_of(facts(state=state), TODAY)
    assert found
    assert set(found) <= set(GROUP_LABELS)
