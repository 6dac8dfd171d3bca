"""A talk is a list of points: talked about for good, provisionally, or not yet."""

from dataclasses import replace
from datetime import date

import pytest

from lms.certification.readiness import oco_almere_licht, oco_levensbreed
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from lms.certification.talks.rules import closing_talk, conversations, kept_points, lines_of, points_of

ITEMS = {"course_items": ("a", "b"), "boundary_scenarios": ("a",), "awareness_items": ("b",)}
RULE = closing_talk(oco_almere_licht(**ITEMS))
WHOLE = replace(RULE, points=())
EARLY, LATE = date(2026, 11, 3), date(2026, 11, 20)
ALL = tuple(CLOSING_TALK_POINTS)


def test_it_has_the_seven_points_also_where_the_scheme_asks_one_talk():
    assert points_of(RULE) == points_of(WHOLE) == dict(CLOSING_TALK_POINTS)
    assert len(ALL) == 7


def test_it_knows_the_talks_of_life_domains_too():
    found = conversations(oco_levensbreed(**ITEMS))
    assert "closing_talk" in found
    assert all(points_of(rule) == {} for rule in found.values() if rule.what != "closing_talk")
    assert len(found) > 1


def test_it_says_where_each_point_stands():
    lines = lines_of(RULE, {"grenzen": LATE}, {"grenzen": EARLY, "welzijn": EARLY})
    states = {line.code: (line.state, line.kind, line.word) for line in lines}
    assert states["grenzen"] == ("final", "ok", "Besproken op 20 november 2026")
    assert states["welzijn"] == ("provisional", "wait", "Voorlopig besproken op 3 november 2026")
    assert states["stabiel"] == ("open", "plain", "Nog niet besproken")
    assert tuple(line.code for line in lines) == ALL


def test_it_counts_a_talk_about_everything_for_each_point():
    lines = lines_of(RULE, {"": EARLY, "grenzen": LATE}, {})
    assert {line.state for line in lines} == {"final"}
    assert {line.code: line.day for line in lines}["grenzen"] == LATE
    assert {line.code: line.day for line in lines}["stabiel"] == EARLY


@pytest.mark.parametrize(
    ("rule", "talked", "asked", "kept"),
    [
        (RULE, ALL, (), ALL),
        (RULE, ALL, ("grenzen",), ALL[:-1]),
        (RULE, ("grenzen", "stabiel", "iets"), (), ("stabiel", "grenzen")),
        (RULE, (), (), ()),
        (WHOLE, ALL[:2], (), ("",)),
        (WHOLE, ALL, ("grenzen",), ()),
    ],
)
def test_it_keeps_the_points_that_need_nothing_more(rule, talked, asked, kept):
    assert kept_points(rule, talked, asked) == kept
