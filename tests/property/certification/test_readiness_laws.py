"""Laws of a verdict that hold for every rule, every set of facts and every day."""

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from lms.certification.readiness import (
    AllOf,
    Code,
    Context,
    Fact,
    FactKind,
    FirstThen,
    NOf,
    Rule,
    Verdict,
    code_label,
    evaluate,
    sentence,
    walk,
)
from lms.certification.readiness.scheme import Group
from tests.property.strategies import Case, cases, days, facts_about, grace_for, leaves

PASSED = {Code.MET, Code.EXPIRING, Code.NOT_APPLICABLE}
LONG_AGO, FAR_AHEAD = date(2020, 1, 1), date(2050, 1, 1)
ONE_DAY = timedelta(days=1)


def judge(case: Case, facts: list[Fact] | None = None, context: Context | None = None) -> Verdict:
    return evaluate(case.rule, case.facts if facts is None else facts, context or case.context)


def tree(verdict: Verdict) -> list[Verdict]:
    return [verdict, *(each for child in verdict.children for each in tree(child))]


def rule_of(case: Case, verdict: Verdict) -> Rule:
    return next(rule for rule in walk([case.rule]) if rule.id == verdict.rule_id)


@given(cases(), st.randoms(use_true_random=False))
def test_it_does_not_depend_on_the_order_or_doubling_of_facts(case: Case, random: Random) -> None:
    shuffled = [*case.facts, *case.facts[:2]]
    random.shuffle(shuffled)
    assert judge(case, shuffled) == judge(case)


@given(cases(), st.data())
def test_it_never_loses_a_passed_rule_by_more_positive_evidence(case: Case, data: st.DataObject) -> None:
    more = data.draw(st.lists(facts_about([case.rule], positive=True), min_size=1, max_size=4))
    for old, new in zip(tree(judge(case)), tree(judge(case, [*case.facts, *more])), strict=True):
        assert new.passed or not old.passed
        assert new.have >= old.have
        assert new.have_minutes >= old.have_minutes
        if old.passed and old.until is not None:
            assert new.until is None or new.until >= old.until


@given(cases(), st.data())
def test_it_never_harms_to_hand_something_in_or_to_extend(case: Case, data: st.DataObject) -> None:
    more = data.draw(st.lists(grace_for([case.rule]), min_size=1, max_size=3))
    for old, new in zip(tree(judge(case)), tree(judge(case, [*case.facts, *more])), strict=True):
        assert new.passed or not old.passed
        assert new.have >= old.have


@given(cases())
def test_it_does_not_read_facts_that_happen_later(case: Case) -> None:
    later = [fact for fact in case.facts if fact not in case.up_to_now()]
    known = [fact for fact in later if fact.kind in (FactKind.TURNS_SIXTEEN, FactKind.STARTED)]
    found, bare = judge(case), judge(case, [*case.up_to_now(), *known])
    assert [_today(each) for each in tree(found)] == [_today(each) for each in tree(bare)]


def _today(verdict: Verdict) -> Verdict:
    return replace(verdict, next_change_on=None, children=())


@given(cases(leaves))
def test_it_lets_every_leaf_be_met_in_another_way(case: Case) -> None:
    moment = Fact(FactKind.ALTERNATIVE_ROUTE, case.rule.id, case.context.as_of, order=99)
    assert judge(case, [*case.facts, moment]).passed


@given(cases())
def test_it_passes_a_group_exactly_when_enough_applicable_children_pass(case: Case) -> None:
    for found in tree(judge(case)):
        group = rule_of(case, found)
        if not isinstance(group, Group) or isinstance(group, FirstThen):
            continue
        applicable = [child for child in found.children if child.code is not Code.NOT_APPLICABLE]
        passing = [child for child in applicable if child.passed]
        assert (found.code is Code.NOT_APPLICABLE) is (not applicable)
        assert found.have == len(passing)
        assert found.need == _needed(group, len(applicable))
        graced = any(fact.key == group.id for fact in case.facts)
        assert found.passed is (len(passing) >= found.need) or (graced and found.passed)


def _needed(group: Group, applicable: int) -> int:
    if isinstance(group, AllOf):
        return applicable
    return min(group.n if isinstance(group, NOf) else 1, applicable)


@given(cases())
def test_it_is_consistent_within_itself(case: Case) -> None:
    as_of = case.context.as_of
    for found in tree(judge(case)):
        is_protected = found.code is Code.WAITING and found.waiting_since is not None
        assert found.passed if found.code in PASSED else (not found.passed or is_protected)
        assert (found.waits_for == "coordinator") is (found.code is Code.WAITING)
        assert found.passed or not found.extended
        assert found.due_on is None or not found.passed
        assert found.waiting_since is None or found.waiting_since <= as_of
        assert found.met_on is None or (found.passed and found.met_on <= as_of)
        assert found.next_change_on is None or found.next_change_on > as_of
        assert found.latest_on is None or found.latest_on <= as_of
        if found.until is not None:
            assert found.passed is (found.until >= as_of)
            assert found.passed or found.code is Code.EXPIRED


@settings(max_examples=250)
@given(st.one_of(cases(leaves), cases()), days)
def test_it_stays_the_same_until_the_day_it_says_it_may_change(case: Case, day: date) -> None:
    verdict = judge(case)
    last = verdict.next_change_on - ONE_DAY if verdict.next_change_on else FAR_AHEAD
    for other in (max(case.context.as_of, min(day, last)), last):
        assert judge(case, context=case.at(other)) == verdict


@settings(max_examples=60)
@given(cases())
def test_it_gives_the_stretch_that_asking_every_day_would_give(case: Case) -> None:
    facts = case.up_to_now()
    verdict = judge(case, facts)

    def passes(day: date) -> bool:
        return judge(case, facts, case.at(day)).passed

    if not verdict.passed:
        assert (verdict.met_on, passes(case.context.as_of)) == (None, False)
        return
    start = verdict.met_on or LONG_AGO
    assert all(passes(start + step * ONE_DAY) for step in range(0, (case.context.as_of - start).days, 31))
    assert verdict.met_on is None or not passes(verdict.met_on - ONE_DAY)
    if verdict.until is not None:
        assert passes(verdict.until)
        assert not passes(verdict.until + ONE_DAY)


@given(cases())
def test_it_has_a_short_sentence_for_every_verdict(case: Case) -> None:
    for found in tree(judge(case)):
        text = sentence(rule_of(case, found), found)
        assert text.endswith(".")
        assert all(2 <= len(each.split()) <= 15 for each in re.split(r"(?<=[.?]) ", text)), text
        assert "None" not in text
        assert "Nog 0" not in text
        assert "Nog ." not in text
        assert code_label(found)
