"""Small steps on a scheme: what each does, and when it says no."""

from dataclasses import replace

import pytest

from lms.certification.readiness import RuleError
from lms.certification.readiness.scheme import AnyOf, Domain, FirstThen, NOf
from lms.certification.schemes.drafts import rules
from tests.unit.certification.schemes.scene import group, leaf, scheme, seen, shape

WMO = Domain(id="wmo", title="Wmo")


def grouped():
    return scheme(leaf("a"), group("g", leaf("b"), leaf("c")), leaf("d"))


@pytest.mark.parametrize(
    ("rule_id", "steps", "wanted"),
    [
        ("a", 1, ["b", "a", "c"]),
        ("c", -1, ["a", "c", "b"]),
        ("a", -1, ["a", "b", "c"]),
        ("c", 1, ["a", "b", "c"]),
        ("b", 1, ["a", "c", "b"]),
    ],
)
def test_it_moves_a_rule_within_its_list(rule_id, steps, wanted):
    assert shape(rules.move(scheme(), rule_id, steps).rules) == wanted


def test_it_moves_a_part_within_its_group_only():
    assert shape(rules.move(grouped(), "b", 1).rules) == ["a", ("g", ["c", "b"]), "d"]
    assert rules.move(grouped(), "b", -1) == grouped()


def test_it_puts_a_changed_rule_in_its_place():
    changed = replace(leaf("c"), title="Anders")
    after = rules.put(grouped(), changed)
    assert rules.find(after, "c").rule == changed
    assert shape(after.rules) == shape(grouped().rules)


def test_it_adds_to_the_end_of_any_list():
    start = replace(grouped(), domains=(WMO,))
    assert shape(rules.add(start, leaf("x"), "shared").rules)[-1] == "x"
    assert shape(rules.add(start, leaf("x"), "group:g").rules)[1] == ("g", ["b", "c", "x"])
    assert shape(rules.add(start, leaf("x"), "domain:wmo").domains[0].rules) == ["x"]


def test_it_refuses_a_list_that_is_gone():
    with pytest.raises(RuleError, match="Deze plek is er niet meer"):
        rules.add(scheme(), leaf("x"), "domain:wmo")


def test_it_takes_a_rule_away_and_a_group_with_its_last_part():
    assert shape(rules.remove(grouped(), "b").rules) == ["a", ("g", ["c"]), "d"]
    one = rules.remove(grouped(), "b")
    assert shape(rules.remove(one, "c").rules) == ["a", "d"]


def test_it_keeps_the_last_rule_of_a_scheme():
    with pytest.raises(RuleError, match="laatste eis"):
        rules.remove(scheme(leaf("a")), "a")
    with pytest.raises(RuleError, match="laatste eis"):
        rules.remove(scheme(group("g", leaf("a"))), "a")


def test_it_refuses_a_removal_that_leaves_too_few_parts():
    start = scheme(group("g", leaf("a"), leaf("b"), kind=NOf, n=2))
    with pytest.raises(RuleError, match="aantal past niet"):
        rules.remove(start, "a")


def test_it_moves_a_rule_to_another_list():
    start = replace(grouped(), domains=(WMO,))
    assert shape(rules.place(start, "b", "shared").rules) == ["a", ("g", ["c"]), "d", "b"]
    assert shape(rules.place(start, "a", "group:g").rules) == [("g", ["b", "c", "a"]), "d"]
    assert shape(rules.place(start, "g", "domain:wmo").domains[0].rules) == [("g", ["b", "c"])]
    assert rules.place(start, "a", "shared") == start


def test_it_never_puts_a_group_in_itself():
    start = scheme(leaf("a"), group("g", group("h", leaf("b"))))
    for inside in ("group:g", "group:h"):
        with pytest.raises(RuleError, match="niet in zichzelf"):
            rules.place(start, "g", inside)


def test_it_makes_a_group_where_the_first_rule_stood():
    after = rules.bundle(scheme(), ["c", "a"], lambda inside: group("g", *inside, kind=AnyOf))
    assert shape(after.rules) == [("g", ["a", "c"]), "b"]


def test_it_makes_a_group_only_of_rules_that_stand_together():
    with pytest.raises(RuleError, match="bij elkaar staan"):
        rules.bundle(grouped(), ["a", "b"], lambda inside: group("x", *inside))


def test_it_needs_two_rules_for_first_and_then():
    after = rules.bundle(scheme(), ["a", "b"], lambda inside: group("g", *inside, kind=FirstThen))
    assert shape(after.rules) == [("g", ["a", "b"]), "c"]
    with pytest.raises(RuleError, match="eerste keer"):
        rules.bundle(scheme(), ["a"], lambda inside: group("g", *inside, kind=FirstThen))


def test_it_takes_a_group_apart_on_the_spot():
    assert shape(rules.unbundle(grouped(), "g").rules) == ["a", "b", "c", "d"]
    with pytest.raises(RuleError, match="geen groep"):
        rules.unbundle(grouped(), "a")


def test_it_makes_groups_at_most_five_deep():
    deep = group("l4", group("l3", group("l2", leaf("a"), leaf("z"))))
    start = scheme(group("l5", deep), leaf("b"))
    with pytest.raises(RuleError, match="lagen"):
        rules.bundle(start, ["a", "z"], lambda inside: group("l1", *inside))


def test_it_keeps_life_domains():
    start = rules.add_domain(rules.add_domain(scheme(), "Werk en inkomen"), "Werk en inkomen")
    assert [each.id for each in start.domains] == ["werk_en_inkomen", "werk_en_inkomen_2"]
    named = rules.rename_domain(start, "werk_en_inkomen", "Werk")
    assert [each.title for each in named.domains] == ["Werk", "Werk en inkomen"]
    assert [each.id for each in rules.remove_domain(named, "werk_en_inkomen_2").domains] == [
        "werk_en_inkomen"
    ]


def test_it_takes_away_only_an_empty_life_domain():
    start = rules.add(replace(scheme(), domains=(WMO,)), leaf("x"), "domain:wmo")
    with pytest.raises(RuleError, match="heeft nog eisen"):
        rules.remove_domain(start, "wmo")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Eén gesprek!", "een_gesprek"),
        ("A", "a_2"),
        ("2 talks", "eis_2_talks"),
        ("ß🙂", "eis"),
        ("x" * 90, "x" * 40),
    ],
)
def test_it_makes_a_new_id_from_a_title(title, wanted):
    assert rules.new_id(scheme(), title) == wanted


def test_it_says_that_a_rule_is_gone():
    for step in (rules.find, rules.remove, rules.unbundle):
        with pytest.raises(RuleError, match="niet meer"):
            step(scheme(), "weg")


def test_it_lists_rules_with_their_place():
    start = replace(grouped(), domains=(Domain(id="wmo", title="Wmo", rules=(seen("vog"),)),))
    found = [
        (each.rule.id, each.where, each.depth, each.is_first, each.is_last) for each in rules.placed(start)
    ]
    assert found == [
        ("a", "shared", 0, True, False),
        ("g", "shared", 0, False, False),
        ("b", "group:g", 1, True, False),
        ("c", "group:g", 1, False, True),
        ("d", "shared", 0, False, True),
        ("vog", "domain:wmo", 0, True, True),
    ]
    assert list(rules.lists_of(start)) == [("shared", ""), ("domain:wmo", "Wmo"), ("group:g", "G")]
