"""What the pages say about a person: the same words for everybody who may read them."""

from datetime import date, timedelta

import pytest

from lms.certification.person.rules import Readiness, Words, describe_readiness
from lms.certification.readiness import (
    Context,
    Decision,
    DecisionKind,
    Fact,
    FactKind,
    oco_almere_licht,
    standing,
)
from lms.certification.standings.rules import criteria_data, group_of

TODAY = date(2026, 11, 22)
SCHEME = oco_almere_licht(course_items=("a", "b", "c"), boundary_scenarios=("b",), awareness_items=("c",))


def readiness(*facts: Fact, decisions: tuple[Decision, ...] = (), day: date = TODAY) -> Readiness:
    context = Context(day, {"vrijwilligersovereenkomst": 1, "geheimhouding": 1})
    found = standing(SCHEME, facts, decisions, context)
    return describe_readiness(SCHEME, 3, found, day, Words("Koen", lambda rule: (f"/{rule.id}/", "Doe dit")))


def criterion(page: Readiness, rule_id: str):
    return next(each for each in page.criteria if each.rule_id == rule_id)


VOG = Fact(FactKind.SEEN, "vog", date(2026, 11, 3))


@pytest.mark.parametrize(
    ("facts", "day", "kind", "word"),
    [
        ((), TODAY, "plain", "Nog te doen"),
        ((VOG,), TODAY, "ok", "Klaar"),
        ((VOG,), date(2029, 10, 1), "wait", "Verloopt 3 november 2029"),
        ((VOG,), date(2029, 11, 4), "stop", "Verlopen"),
    ],
)
def test_it_says_how_a_document_stands(facts, day, kind, word):
    found = criterion(readiness(*facts, day=day), "vog")
    assert (found.kind, found.word) == (kind, word)


def test_it_names_the_coordinator_one_waits_for():
    declared = Fact(FactKind.ROLES_DECLARED, "", TODAY)
    boundaries = criterion(readiness(declared), "boundaries")
    assert boundaries.parts[1].word == "Wacht op Koen"
    assert boundaries.parts[0].word == "Nog te doen"


def test_it_calls_something_begun_busy():
    found = criterion(readiness(Fact(FactKind.ITEM_COMPLETED, "a", TODAY)), "course_core")
    assert (found.kind, found.word) == ("busy", "Bezig")


def test_it_does_not_ask_again_for_what_waits_for_the_coordinator():
    talk = Fact(FactKind.HANDED_IN, "closing_talk", TODAY, ref="talk")
    boundaries = criterion(readiness(Fact(FactKind.ROLES_DECLARED, "", TODAY)), "boundaries")
    assert criterion(readiness(), "closing_talk").url == "/closing_talk/"
    assert criterion(readiness(talk), "closing_talk").url == ""
    assert [part.url != "" for part in boundaries.parts] == [True, False]


def test_it_links_only_to_what_is_still_to_do():
    page = readiness(VOG)
    assert criterion(page, "vog").url == ""
    assert criterion(page, "secrecy").url == "/secrecy/"


def test_it_leaves_out_what_does_not_apply():
    assert "guardian" not in {each.rule_id for each in readiness().criteria}
    birthday = Fact(FactKind.TURNS_SIXTEEN, "", TODAY + timedelta(days=90))
    assert "guardian" in {each.rule_id for each in readiness(birthday).criteria}


def test_it_keeps_the_computed_state_beside_an_exception():
    until = TODAY + timedelta(days=9)
    page = readiness(decisions=(Decision(DecisionKind.OVERRIDE, TODAY, until=until, reason_code="other"),))
    assert (page.is_matchable, page.has_exception, page.computed_word) == (True, True, "Nog bezig")
    assert not page.may_confirm


def test_it_counts_what_applies():
    page = readiness(VOG)
    assert (page.done, page.total) == (1, len(page.criteria))


def test_it_gives_every_criterion_a_group_on_the_board():
    groups = {rule.id: group_of(rule) for rule in SCHEME.rules}
    assert groups["boundaries"] == "boundaries", "its scenarios do not make it training"
    assert groups["vog"] == groups["agreement"] == "agreements"
    data = criteria_data(SCHEME.rules, standing(SCHEME, [], [], Context(TODAY)).verdicts)
    assert [each["id"] for each in data] == list(groups)
    assert [part["kind"] for part in data[0]["parts"]] == ["", "roles"]
