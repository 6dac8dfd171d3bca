"""What can be handed in, and when that makes sense."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lms.certification.handing_in.rules import (
    is_open,
    is_too_long_ago,
    open_rules,
    question_of,
    takes,
    way_of,
)
from lms.certification.readiness import Code, Effect, Verdict, oco_almere_licht, walk
from lms.certification.readiness.scheme import Group

TODAY = date(2026, 11, 22)
SCHEME = oco_almere_licht(course_items=("a", "b"), boundary_scenarios=("a",), awareness_items=("b",))
VERDICT = Verdict("vog", Code.TODO, False, 0, 1, Effect.BLOCK)


def test_it_takes_what_a_person_can_assess():
    assert list(takes(SCHEME)) == [
        "boundary_scenarios",
        "agreement",
        "secrecy",
        "vog",
        "closing_talk",
        "guardian",
        "course_core",
        "live_days",
        "intervision",
        "awareness",
    ]


@pytest.mark.parametrize(
    ("rule_id", "kind", "key"),
    [
        ("vog", "seen", "vog"),
        ("closing_talk", "conversation_held", "closing_talk"),
        ("secrecy", "statement_signed", "geheimhouding"),
        ("guardian", "guardian_consent", ""),
        ("live_days", "alternative_route", "live_days"),
        ("intervision", "alternative_route", "intervision"),
        ("awareness", "alternative_route", "awareness"),
    ],
)
def test_it_writes_what_the_rule_reads(rule_id, kind, key):
    rule = takes(SCHEME)[rule_id]
    way = way_of(rule)
    assert (way.kind, way.key) == (kind, key)
    assert rule.title in question_of(rule)


def test_it_takes_nothing_for_groups_and_what_follows_by_itself():
    others = [rule for rule in walk(SCHEME.criteria) if rule.id not in takes(SCHEME)]
    assert {rule.id for rule in others} == {"boundaries", "other_roles", "limits_card", "contact", "refresh"}
    assert any(isinstance(rule, Group) for rule in others)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"code": Code.EXPIRED}, True),
        ({"code": Code.EXPIRING, "passed": True}, True),
        ({"code": Code.MET, "passed": True, "extended": True}, True),
        ({"code": Code.MET, "passed": True}, False),
        ({"code": Code.NOT_APPLICABLE, "passed": True}, False),
        ({"code": Code.WAITING, "waiting_since": TODAY}, False),
        ({"code": Code.WAITING, "passed": True, "waiting_since": TODAY}, False),
    ],
)
def test_it_asks_only_while_it_makes_sense(changes, expected):
    verdict = replace(VERDICT, **changes)
    assert is_open(verdict) is expected
    assert [rule.id for rule in open_rules(SCHEME, [verdict])] == (["vog"] if expected else [])


def test_it_looks_inside_groups():
    group = replace(VERDICT, rule_id="boundaries", children=(replace(VERDICT, rule_id="boundary_scenarios"),))
    assert [rule.id for rule in open_rules(SCHEME, [group])] == ["boundary_scenarios"]


@pytest.mark.parametrize(("days", "expected"), [(0, False), (31, False), (32, True)])
def test_it_believes_a_volunteer_for_a_month(days, expected):
    assert is_too_long_ago(TODAY - timedelta(days=days), TODAY) is expected
