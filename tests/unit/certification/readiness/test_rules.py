from typing import Any

import pytest

from lms.certification.readiness import (
    AllOf,
    Attended,
    CompletedItems,
    ContactLinked,
    ConversationHeld,
    Effect,
    IntervisionHeld,
    NOf,
    Rule,
    RuleError,
    Scheme,
    SeenAndValid,
    SignedStatement,
    evaluate,
    sentence,
    walk,
)
from lms.certification.readiness.facts import Context, FactBook
from tests.unit.certification.readiness.examples import a, on

INTERVISION = {
    "minimum_sessions": 4,
    "window_months": 12,
    "minimum_net_minutes": 240,
    "group_min": 4,
    "group_max": 8,
}


@pytest.mark.parametrize(
    ("cls", "parameters"),
    [
        (CompletedItems, {"items": ()}),
        (CompletedItems, {"items": ("x", "x")}),
        (CompletedItems, {"items": ("x",), "minimum": 2}),
        (CompletedItems, {"items": ("x",), "minimum": 0}),
        (Attended, {"series": "", "minimum": 1, "of": 1}),
        (Attended, {"series": "basistraining", "minimum": 5, "of": 4}),
        (Attended, {"series": "basistraining", "minimum": 0, "of": 4}),
        (SignedStatement, {"code": ""}),
        (ConversationHeld, {"what": ""}),
        (SeenAndValid, {"what": ""}),
        (IntervisionHeld, INTERVISION | {"minimum_sessions": 0}),
        (IntervisionHeld, INTERVISION | {"window_months": 0}),
        (IntervisionHeld, INTERVISION | {"minimum_net_minutes": -1}),
        (IntervisionHeld, INTERVISION | {"group_min": 9}),
        (AllOf, {"rules": ()}),
        (NOf, {"rules": (a(ContactLinked),), "n": 2}),
        (NOf, {"rules": (a(ContactLinked),), "n": 0}),
    ],
)
def test_it_refuses_parameters_that_cannot_be_meant(cls: type[Rule], parameters: dict[str, Any]) -> None:
    with pytest.raises(RuleError):
        a(cls, "group", **parameters)


@pytest.mark.parametrize("rule_id", ["", "Vog", "1e", "a b", "a-b", "é"])
def test_it_refuses_an_id_that_is_not_a_plain_code(rule_id: str) -> None:
    with pytest.raises(RuleError, match="kleine letters"):
        a(ContactLinked, rule_id)


@pytest.mark.parametrize("text", ["title", "why", "how", "alternative"])
def test_it_refuses_a_rule_that_does_not_explain_itself(text: str) -> None:
    texts = {"title": "Titel", "why": "Waarom", "how": "Hoe", "alternative": "Anders"} | {text: " "}
    with pytest.raises(RuleError, match="Vul titel, waarom, hoe"):
        ContactLinked(id="contact", effect=Effect.INFO, **texts)


def test_it_refuses_a_scheme_with_two_rules_of_one_id() -> None:
    group = a(AllOf, "group", rules=(a(ContactLinked, "contact"),))
    with pytest.raises(RuleError, match="eigen code"):
        Scheme(slug="licht", title="Licht", rules=(group, a(ContactLinked, "contact")))


def test_it_refuses_a_scheme_without_name_or_rules() -> None:
    with pytest.raises(RuleError, match="naam van de regeling"):
        Scheme(slug="licht", title=" ", rules=(a(ContactLinked),))
    with pytest.raises(RuleError, match="ten minste 1 eis"):
        Scheme(slug="licht", title="Licht", rules=())


def test_it_refuses_groups_that_nobody_can_follow() -> None:
    rule: Rule = a(ContactLinked, "leaf")
    for depth in range(4):
        rule = a(AllOf, f"group_{depth}", rules=(rule,))
    assert len(list(walk(Scheme(slug="diep", title="Diep", rules=(rule,)).rules))) == 5
    with pytest.raises(RuleError, match="lagen diep"):
        Scheme(slug="diep", title="Diep", rules=(a(AllOf, "top", rules=(rule,)),))


def test_it_refuses_a_kind_of_rule_it_cannot_judge() -> None:
    class Unknown(Rule):
        pass

    rule, known = a(Unknown), a(ContactLinked)
    with pytest.raises(TypeError, match="Unknown"):
        evaluate(rule, [], Context(on("2026-11-22")))
    with pytest.raises(TypeError, match="Unknown"):
        sentence(rule, evaluate(known, [], Context(on("2026-11-22"))))


def test_it_judges_a_book_like_the_facts_in_it() -> None:
    context = Context(on("2026-11-22"))
    assert evaluate(a(ContactLinked), FactBook([]), context) == evaluate(a(ContactLinked), [], context)
