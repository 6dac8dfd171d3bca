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
    is_slow,
    next_action,
    since_day,
    since_words,
)

TODAY = date(2026, 11, 22)


def criterion(group: str, code: str = "todo", **said: Any) -> dict[str, Any]:
    passed = code in ("met", "expiring", "not_applicable")
    values = {"id": group, "kind": "", "code": code, "passed": passed, "blocks": True, "have": 0, "need": 1}
    return {"group": group, **values, "latest_on": "", "parts": [], **said}


def facts(*criteria: dict[str, Any], **said: Any) -> Facts:
    values: dict[str, Any] = {
        "state": "in_progress",
        "open_blocking": 0,
        "has_lapsed": False,
        "waits_kind": "",
    }
    ends = {"until": None, "expires_on": None, "state_since": None}
    days = {"last_evidence_on": TODAY, "joined_on": None, "waiting_since": None}
    return Facts(criteria=criteria, **{**values, **ends, **days, **said})


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
        ([criterion("training", parts=[criterion("training", "waiting")])], Cell("wait", "Wacht op jou")),
        ([criterion("training", "met", parts=[criterion("training", "waiting")])], Cell("ok", "Klaar")),
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
    assert "almost" in groups_of(facts(open_blocking=1), TODAY)
    assert "almost" not in groups_of(facts(open_blocking=2), TODAY)
    assert "almost" not in groups_of(facts(open_blocking=1, state="ready"), TODAY)


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ({"waits_kind": "talk"}, "Eindgesprek plannen"),
        ({"waits_kind": "seen"}, "VOG bekijken"),
        ({"waits_kind": "guardian"}, "Toestemming vragen"),
        ({"waits_kind": "roles"}, "Andere rollen bekijken"),
        ({"waits_kind": "assess"}, "Bekijken wat is ingeleverd"),
        ({"state": "ready"}, "Bevestigen"),
        ({"last_evidence_on": TODAY - timedelta(days=60)}, "Even bellen"),
        ({"state": "matchable", "until": TODAY + timedelta(days=60)}, "Nieuw besluit nemen"),
        ({"state": "matchable", "until": TODAY + timedelta(days=61)}, ""),
        ({"state": "paused", "waits_kind": "talk"}, ""),
        ({}, ""),
    ],
)
def test_it_says_what_the_coordinator_does_next(said, action):
    assert next_action(facts(**said), TODAY) == action


@pytest.mark.parametrize("code", ["expiring", "expired"])
def test_it_asks_for_a_new_certificate_of_conduct_in_time(code):
    part = criterion("agreements", code, kind="seen")
    assert next_action(facts(part, state="matchable"), TODAY) == "Nieuwe VOG vragen"
    assert next_action(facts(criterion("agreements", code, parts=[part])), TODAY) == "Nieuwe VOG vragen"


def test_it_asks_most_of_the_coordinator_first():
    silent = facts(waits_kind="roles", open_blocking=1, last_evidence_on=TODAY - timedelta(days=90))
    assert groups_of(silent, TODAY) == ("waits", "almost", "stuck", "in_progress")


@pytest.mark.parametrize(
    ("days", "group", "is_late"),
    [(14, "waits", False), (15, "waits", True), (15, "ready", True), (15, "almost", False)],
)
def test_it_says_who_waits_long_for_the_coordinator(days, group, is_late):
    day = TODAY - timedelta(days=days)
    assert is_slow(facts(waiting_since=day, state_since=day), group, TODAY) is is_late


def test_it_counts_waiting_from_what_was_handed_in_first():
    waiting = facts(waits_kind="assess", waiting_since=TODAY - timedelta(days=9))
    assert since_day(waiting, "waits") == TODAY - timedelta(days=9)
    assert since_day(facts(waits_kind="talk"), "waits") == TODAY, "nothing was handed in: the last happening"


@pytest.mark.parametrize("state", ["in_progress", "ready", "matchable", "paused", "stopped"])
def test_it_puts_everybody_in_a_group_with_a_name(state):
    found = groups_of(facts(state=state), TODAY)
    assert found
    assert set(found) <= set(GROUP_LABELS)
