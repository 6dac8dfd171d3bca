"""Reading what is new in finished lessons: open from the day it is asked, met from the day it was read."""

import pytest

from lms.certification.readiness import Code, ContentRefreshed, Context, Fact, FactKind, RuleError, imagined
from lms.certification.readiness.rule_sentences import in_words
from lms.certification.readiness.sentences import describe
from tests.unit.certification.readiness.examples import a, fact, judge, on, other_way

RULE = a(ContentRefreshed, items=("5.2", "7.1"))


def due(day: str, change: str = "c1", lesson: str = "5.2") -> Fact:
    return fact(FactKind.REFRESH_DUE, day, lesson, ref=change)


def read(day: str, change: str = "c1", lesson: str = "5.2") -> Fact:
    return fact(FactKind.REFRESHED, day, lesson, ref=change)


def test_it_asks_nothing_before_anything_changed() -> None:
    verdict = judge(RULE, [due("2026-11-10")], "2026-11-09")
    assert (verdict.code, verdict.passed) == (Code.NOT_APPLICABLE, True)
    assert verdict.next_change_on == on("2026-11-10")
    assert judge(RULE, [due("2026-11-10", lesson="1.1")], "2026-11-22").code is Code.NOT_APPLICABLE


def test_it_is_open_from_the_change_until_it_was_read() -> None:
    facts = [due("2026-11-10"), read("2026-11-20")]
    assert judge(RULE, facts, "2026-11-10").code is Code.TODO
    assert judge(RULE, facts, "2026-11-19").latest_on is None, "that something is new is nobody's evidence"
    met = judge(RULE, facts, "2026-11-20")
    assert (met.code, met.met_on, met.until) == (Code.MET, on("2026-11-20"), None)


def test_it_is_never_open_when_it_was_read_the_same_day() -> None:
    assert judge(RULE, [due("2026-11-10"), read("2026-11-10")], "2026-11-10").passed


def test_it_asks_every_change_of_every_listed_lesson() -> None:
    facts = [due("2026-11-10"), due("2026-11-12", "c2"), due("2026-11-14", "c3", "7.1"), read("2026-11-15")]
    verdict = judge(RULE, facts, "2026-11-22")
    assert (verdict.passed, verdict.have, verdict.need) == (False, 0, 2)
    verdict = judge(RULE, [*facts, read("2026-11-16", "c3", "7.1")], "2026-11-22")
    assert (verdict.have, verdict.need) == (1, 2)
    assert describe(RULE, verdict) == "Er is iets veranderd in 1 les. Lees alleen het stukje dat nieuw is."
    assert judge(
        RULE, [*facts, read("2026-11-16", "c3", "7.1"), read("2026-11-16", "c2")], "2026-11-16"
    ).passed


def test_it_does_not_let_reading_before_the_change_count() -> None:
    assert not judge(RULE, [read("2026-11-09"), due("2026-11-10")], "2026-11-22").passed


def test_it_takes_another_route_for_everything_until_then() -> None:
    facts = [due("2026-11-10"), due("2026-11-12", "c3", "7.1"), other_way("2026-11-12")]
    verdict = judge(RULE, facts, "2026-11-22")
    assert (verdict.passed, verdict.by_alternative) == (True, True)
    assert not judge(RULE, [*facts, due("2026-11-13", "c4")], "2026-11-22").passed


def test_it_imagines_that_all_was_read() -> None:
    facts = [due("2026-11-10"), due("2026-11-12", "c3", "7.1")]
    context = Context(on("2026-11-22"))
    assert judge(RULE, [*facts, *imagined(RULE, context.as_of, context)], "2026-11-22").passed


def test_it_says_what_it_asks() -> None:
    said = in_words(RULE, {"5.2": "Geen maatje"})
    assert said.asks == "Is er iets veranderd in een les die klaar is? Dan las je het nieuwe stukje."
    assert said.listed == ("Geen maatje", "‘7.1’")
    assert said.counts == ""
    met = judge(RULE, [due("2026-11-10"), read("2026-11-20")], "2026-11-22")
    assert describe(RULE, met) == "Er is nu niets nieuws dat je moet lezen."


@pytest.mark.parametrize("items", [(), ("a", "a")])
def test_it_names_lessons_once(items: tuple[str, ...]) -> None:
    with pytest.raises(RuleError):
        a(ContentRefreshed, items=items)
