"""What the coordinator reads before a new version is published: the differences, as sentences."""

from dataclasses import replace
from typing import Any

import pytest

from lms.certification.readiness import (
    AllOf,
    AnyOf,
    Attended,
    CompletedItems,
    ConversationHeld,
    Difference,
    Domain,
    Effect,
    FirstThen,
    LimitsCardMade,
    NOf,
    Rule,
    Scheme,
    SeenAndValid,
    Unit,
    Validity,
    compare,
)
from tests.unit.certification.readiness.examples import a

MEETINGS = a(Attended, "meetings", series="basistraining", minimum=2, of=4)
VOG = a(SeenAndValid, "vog", what="vog", validity=Validity(length=36, unit=Unit.MONTHS))
TALK = a(ConversationHeld, "talk", what="closing_talk")
CARD = a(LimitsCardMade, "card", effect=Effect.WARN)
LESSONS = a(CompletedItems, "lessons", items=("1", "2"))
NAMES = {"1": "Privacy", "2": "Veilig werken", "3": "Melden"}


def scheme(*rules: Rule, domains: tuple[Domain, ...] = (), **more: Any) -> Scheme:
    return Scheme(**({"slug": "oco", "title": "OCO"} | more), rules=rules, domains=domains)


OLD = scheme(MEETINGS, VOG, TALK)


def told(old: Scheme | None, new: Scheme) -> list[tuple[Any, ...]]:
    return [
        (each.kind.value, each.rule_id, each.before, each.after) for each in compare(old, new, names=NAMES)
    ]


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (
            replace(MEETINGS, minimum=3),
            "Je bent bij ten minste 2 van de 4 bijeenkomsten geweest. De reeks heet basistraining.",
            "Je bent bij ten minste 3 van de 4 bijeenkomsten geweest. De reeks heet basistraining.",
        ),
        (
            replace(VOG, validity=None),
            "Dit telt 36 maanden. Doe je het opnieuw? Dan telt het vanaf die dag.",
            "Dit blijft tellen.",
        ),
        (
            replace(TALK, effect=Effect.WARN),
            "Dit is nodig voor je inzet.",
            "Dit hoort erbij. Je inzet stopt er niet door.",
        ),
        (replace(TALK, due_days=90), None, "Doe dit binnen 90 dagen na je start. Later mag ook."),
        (replace(TALK, title="Slotgesprek"), "Titel: Een eis", "Titel: Slotgesprek"),
        (replace(TALK, why="Anders."), "Waarom: Daarom.", "Waarom: Anders."),
        (replace(TALK, how="Anders."), "Hoe: Zo doe je het.", "Hoe: Anders."),
        (
            replace(TALK, alternative="Anders."),
            "Andere manier: Het kan ook zo.",
            "Andere manier: Anders.",
        ),
    ],
)
def test_it_tells_only_what_changed(rule: Rule, before: str | None, after: str) -> None:
    new = scheme(*(rule if each.id == rule.id else each for each in OLD.rules))
    assert told(OLD, new) == [("changed", rule.id, (before,) if before else (), (after,))]


def test_it_tells_of_everything_that_changed_in_one_rule() -> None:
    new = scheme(MEETINGS, VOG, replace(TALK, effect=Effect.INFO, due_days=1))
    assert told(OLD, new) == [
        (
            "changed",
            "talk",
            ("Dit is nodig voor je inzet.",),
            ("Dit is goed om te weten.", "Doe dit binnen 1 dag na je start. Later mag ook."),
        )
    ]


def test_it_names_the_lessons_that_came_and_went() -> None:
    new = scheme(replace(LESSONS, items=("3", "1")))
    assert told(scheme(LESSONS), new) == [
        ("changed", "lessons", ("Niet meer: Veilig werken.",), ("Erbij: Melden.",))
    ]


def test_it_tells_what_came_and_what_went() -> None:
    assert told(OLD, scheme(VOG, MEETINGS, CARD)) == [
        ("moved", "meetings", ("Dit staat op plaats 1.",), ("Dit staat op plaats 2.",)),
        (
            "added",
            "card",
            (),
            (
                "Je hebt je grenzenkaart gemaakt. Wat erop staat, is van jou.",
                "Dit blijft tellen.",
                "Dit hoort erbij. Je inzet stopt er niet door.",
                "Dit hoort bij iedereen.",
            ),
        ),
        (
            "removed",
            "talk",
            (
                "Dit gesprek is gevoerd: eindgesprek.",
                "Dit blijft tellen.",
                "Dit is nodig voor je inzet.",
                "Dit hoort bij iedereen.",
            ),
            (),
        ),
    ]


def test_it_tells_of_a_new_group_once_with_its_parts() -> None:
    group = a(AllOf, "group", rules=(CARD, LESSONS))
    (found,) = compare(OLD, scheme(*OLD.rules, group))
    assert (found.kind, found.rule_id) == ("added", "group")
    assert found.after[0] == "Al deze 2 delen zijn nodig."
    assert "Je hebt alle 2 lessen gedaan." in found.after
    assert compare(scheme(*OLD.rules, group), OLD)[0].before == found.after


def test_it_tells_that_a_rule_went_into_a_group() -> None:
    group = a(AllOf, "group", rules=(TALK, CARD))
    kinds = [(each.kind.value, each.rule_id) for each in compare(OLD, scheme(MEETINGS, VOG, group))]
    assert kinds == [("added", "group"), ("moved", "talk"), ("changed", "talk")]
    moved = compare(OLD, scheme(MEETINGS, VOG, group))[1]
    assert moved.before == ("Dit hoort bij iedereen.",)
    assert moved.after == ("Dit is een deel van “Een eis”.",)


def test_it_tells_of_a_part_that_came_into_a_group() -> None:
    one, two = (scheme(a(AllOf, "group", rules=rules)) for rules in ((CARD, TALK), (CARD, TALK, LESSONS)))
    assert [each[:2] for each in told(one, two)] == [("changed", "group"), ("added", "lessons")]
    assert told(one, two)[1][3][-1] == "Dit is een deel van “Een eis”."
    assert [each[:2] for each in told(two, one)] == [("changed", "group"), ("removed", "lessons")]


def test_it_tells_which_comes_first_and_which_after() -> None:
    one, two = (scheme(a(FirstThen, "again", rules=rules)) for rules in ((TALK, CARD), (CARD, TALK)))
    assert [each[:2] for each in told(one, two)] == [("moved", "talk")]


def test_it_takes_other_ways_to_write_the_same_for_no_difference() -> None:
    whole = scheme(replace(LESSONS, minimum=2, items=("2", "1")))
    assert told(scheme(LESSONS), whole) == []
    parts = (CARD, TALK)
    assert told(scheme(a(AllOf, "g", rules=parts)), scheme(a(NOf, "g", rules=parts, n=2))) == []
    assert told(scheme(a(AnyOf, "g", rules=parts)), scheme(a(NOf, "g", rules=parts, n=1))) == []


WMO = Domain(id="wmo", title="Wmo", rules=(TALK,))


def test_it_tells_of_life_domains() -> None:
    shared, per_domain = scheme(MEETINGS), scheme(MEETINGS, domains=(WMO,))
    came = compare(shared, per_domain)
    assert [(each.kind.value, each.rule_id, each.domain) for each in came] == [
        ("changed", "", ""),
        ("added", "", "wmo"),
        ("added", "talk", "wmo"),
    ]
    assert came[0].before == ("Iemand is inzetbaar voor alles.",)
    assert came[0].after == ("Iemand is inzetbaar per leefgebied.",)
    assert came[1].after == ("Dit leefgebied is er nu: Wmo.",)
    assert came[2].after[-1] == "Dit hoort bij het leefgebied Wmo."
    went = compare(per_domain, shared)
    assert [(each.kind.value, each.rule_id, each.domain) for each in went] == [
        ("changed", "", ""),
        ("removed", "", "wmo"),
        ("removed", "talk", "wmo"),
    ]


def test_it_tells_of_another_name_of_a_life_domain() -> None:
    new = scheme(MEETINGS, domains=(replace(WMO, title="Zorg"),))
    assert compare(scheme(MEETINGS, domains=(WMO,)), new) == (
        Difference(
            kind="changed",  # type: ignore[arg-type]
            rule_id="",
            title="Zorg",
            before=("Dit leefgebied heet Wmo.",),
            after=("Dit leefgebied heet Zorg.",),
            domain="wmo",
        ),
    )


def test_it_tells_that_a_rule_went_to_a_life_domain() -> None:
    old, new = scheme(MEETINGS, TALK, domains=(replace(WMO, rules=()),)), scheme(MEETINGS, domains=(WMO,))
    assert told(old, new) == [
        ("moved", "talk", ("Dit hoort bij iedereen.",), ("Dit hoort bij het leefgebied Wmo.",))
    ]


def test_it_tells_of_another_name_of_the_scheme() -> None:
    assert told(OLD, scheme(*OLD.rules, title="OCO 2027", slug="oco_2027")) == [
        (
            "changed",
            "",
            ("De regeling heet “OCO”.", "De code van de regeling is “oco”."),
            ("De regeling heet “OCO 2027”.", "De code van de regeling is “oco_2027”."),
        )
    ]


def test_it_takes_everything_for_new_without_an_older_scheme() -> None:
    found = compare(None, scheme(MEETINGS, a(AllOf, "g", rules=(CARD,)), domains=(WMO,)))
    assert [(each.kind.value, each.rule_id, each.domain) for each in found] == [
        ("added", "", "wmo"),
        ("added", "meetings", ""),
        ("added", "g", ""),
        ("added", "talk", "wmo"),
    ]
