"""An extension prolongs what was met, within a year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lms.certification.extensions.rules import (
    EXTENSION_REASONS,
    extendable,
    extended,
    is_possible_until,
    rule_in,
    why_not_extend,
)
from lms.certification.readiness import (
    Code,
    Context,
    Effect,
    Fact,
    FactKind,
    Verdict,
    evaluate,
    oco_almere_licht,
)
from lms.certification.readiness.scheme import Group

TODAY, UNTIL = date(2026, 11, 22), date(2027, 2, 1)
SCHEME = oco_almere_licht(course_items=("a", "b"), boundary_scenarios=("a",), awareness_items=("b",))
VERDICT = Verdict("vog", Code.MET, True, 1, 1, Effect.BLOCK)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"until": None}, "not_needed"),
        ({"until": UNTIL}, "not_needed"),
        ({"until": UNTIL - timedelta(days=1)}, ""),
        ({"code": Code.EXPIRING, "until": TODAY}, ""),
        ({"code": Code.EXPIRED, "passed": False, "until": TODAY - timedelta(days=40)}, ""),
        ({"code": Code.TODO, "passed": False}, "never_met"),
        ({"code": Code.WAITING, "passed": False}, "never_met"),
        ({"code": Code.NOT_APPLICABLE, "until": TODAY}, "not_needed"),
    ],
)
def test_it_prolongs_what_was_met(changes, code):
    assert why_not_extend(replace(VERDICT, **changes), UNTIL) == code


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, False), (0, False), (1, True), (366, True), (367, False)]
)
def test_it_lasts_at_most_a_year(days, expected):
    assert is_possible_until(TODAY + timedelta(days=days), TODAY) == expected


def test_it_reaches_every_rule_that_is_not_about_rules():
    found = extendable(SCHEME)
    assert not any(isinstance(rule, Group) for rule in found)
    assert rule_in(SCHEME, "vog").id == "vog"
    assert rule_in(SCHEME, "boundaries") is None


def test_it_says_until_when_it_would_count():
    vog = rule_in(SCHEME, "vog")
    facts = [Fact(FactKind.SEEN, "vog", date(2023, 12, 1))]
    context = Context(as_of=TODAY)
    assert evaluate(vog, facts, context).until == date(2026, 12, 1)
    assert extended(vog, facts, context, UNTIL).until == UNTIL


def test_it_has_no_reason_that_tells_about_health():
    words = " ".join(EXTENSION_REASONS.values()).lower()
    assert not any(each in words for each in ("ziek", "gezond", "arts", "opname"))
