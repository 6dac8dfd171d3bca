"""Laws of the words: every number shows, every difference is told, every sentence is short."""

import re
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from lms.certification.readiness import (
    CompletedItems,
    ContentRefreshed,
    Context,
    ConversationHeld,
    DifferenceKind,
    Fact,
    FactKind,
    RenewFrom,
    Rule,
    RuleError,
    Scheme,
    Validity,
    ValidityError,
    compare,
    dutch_date,
    evaluate,
    imagined,
    in_words,
    rule_sentence,
    sentence,
    validity_sentence,
    walk,
    worked_example,
)
from lms.certification.readiness.scheme import Group
from tests.property.every_rule import any_rule, any_scheme, leaves, leaves_of, trees, validities
from tests.property.strategies import Case, cases, days, facts_about, numbered

TEXTS = {"title", "why", "how", "alternative"}


def meaning(rule: Rule) -> object:
    """The rule without what nobody can feel: its texts, and other ways to write the same."""
    values: dict[str, Any] = {each.name: getattr(rule, each.name) for each in fields(rule)}
    values = {name: value for name, value in values.items() if name not in TEXTS}
    if isinstance(rule, CompletedItems):
        values |= {"items": set(rule.items), "minimum": rule.needed}
    if isinstance(rule, ContentRefreshed):
        values["items"] = set(rule.items)
    if isinstance(rule, ConversationHeld):
        values["points"] = set(rule.points)
    validity = rule.validity
    if validity and validity.renew_from is RenewFrom.COMPLETION:
        values["validity"] = replace(validity, window_days=0)
    return values


def told(rule: Rule) -> set[str]:
    return set(in_words(rule).lines())


@st.composite
def one_parameter_apart(draw: st.DrawFn) -> tuple[Rule, Rule]:
    """Two rules of one kind that differ in exactly one thing that they ask."""
    kind = leaves_of[draw(st.sampled_from(list(leaves_of)))]
    rule, other = (numbered([draw(kind)])[0] for _ in range(2))
    names = sorted({each.name for each in fields(rule)} - TEXTS - {"id"})
    try:
        changed = replace(rule, **{(name := draw(st.sampled_from(names))): getattr(other, name)})
    except RuleError:
        assume(False)
    assume(meaning(rule) != meaning(changed))
    return rule, changed


@given(one_parameter_apart())
def test_it_tells_every_parameter_of_a_rule(pair: tuple[Rule, Rule]) -> None:
    one, other = pair
    assert told(one) != told(other)


@given(validities, st.data())
def test_it_tells_every_parameter_of_a_validity(validity: Validity | None, data: st.DataObject) -> None:
    assume(validity is not None)
    assert validity is not None
    name = data.draw(st.sampled_from([each.name for each in fields(Validity)]))
    other = data.draw(validities.filter(lambda each: each is not None))
    assert other is not None
    try:
        changed = replace(validity, **{name: getattr(other, name)})
    except ValidityError:
        changed = other
    means_nothing = validity.renew_from is RenewFrom.COMPLETION and name == "window_days"
    is_same = validity == changed or (means_nothing and changed.renew_from is RenewFrom.COMPLETION)
    assert (validity_sentence(validity) == validity_sentence(changed)) is is_same


@given(any_rule)
def test_it_names_every_part_of_a_group_once_in_order(rule: Rule) -> None:
    ids = [each.id for each in walk([rule])]
    found: list[str] = []

    def visit(words: Any) -> None:
        found.append(words.rule_id)
        for part in words.parts:
            visit(part)

    visit(in_words(rule))
    assert found == ids
    assert len(re.findall(r"\(\d[\d.]*\)", rule_sentence(rule))) == len(ids) - 1


@given(any_scheme())
def test_it_finds_no_difference_where_there_is_none(scheme: Scheme) -> None:
    assert compare(scheme, scheme) == ()


@given(any_scheme(), st.data())
def test_it_tells_of_the_one_rule_that_changed(scheme: Scheme, data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from([each for each in walk(scheme.criteria) if not isinstance(each, Group)]))
    other = data.draw(leaves_of[type(rule)])
    changed = replace(other, id=rule.id)
    is_top = rule in scheme.criteria
    if not is_top:
        # The weight of a part does not count.
        changed = replace(changed, effect=rule.effect)
    new = _swapped(scheme, rule, changed)
    differences = compare(scheme, new)
    texts = [(getattr(rule, name), getattr(changed, name)) for name in sorted(TEXTS)]
    if meaning(rule) == meaning(changed) and all(one == two for one, two in texts):
        assert differences == ()
    else:
        (only,) = differences
        assert (only.kind, only.rule_id) == (DifferenceKind.CHANGED, rule.id)
        assert only.before != only.after
        assert not set(only.before) & set(only.after)


def _swapped(scheme: Scheme, old: Rule, new: Rule) -> Scheme:
    def swap(rule: Rule) -> Rule:
        if rule is old:
            return new
        return replace(rule, rules=tuple(map(swap, rule.rules))) if isinstance(rule, Group) else rule

    domains = tuple(replace(each, rules=tuple(map(swap, each.rules))) for each in scheme.domains)
    return replace(scheme, rules=tuple(map(swap, scheme.rules)), domains=domains)


@given(any_scheme(), any_scheme())
def test_it_tells_what_came_and_went_from_both_sides(one: Scheme, other: Scheme) -> None:
    def ids(old: Scheme, new: Scheme, kind: DifferenceKind) -> list[tuple[str, str]]:
        return sorted((each.rule_id, each.domain) for each in compare(old, new) if each.kind is kind)

    assert ids(one, other, DifferenceKind.ADDED) == ids(other, one, DifferenceKind.REMOVED)
    assert ids(one, other, DifferenceKind.REMOVED) == ids(other, one, DifferenceKind.ADDED)
    changed = [rule_id for rule_id, _ in ids(one, other, DifferenceKind.CHANGED)]
    assert changed == [rule_id for rule_id, _ in ids(other, one, DifferenceKind.CHANGED)]


@given(st.lists(trees, min_size=2, max_size=5), st.data())
def test_it_tells_of_a_new_order(found: list[Rule], data: st.DataObject) -> None:
    rules = numbered(found)
    shuffled = tuple(data.draw(st.permutations(rules)))
    old, new = (Scheme(slug="s", title="S", rules=each) for each in (rules, shuffled))
    differences = compare(old, new)
    assert {each.kind for each in differences} <= {DifferenceKind.MOVED}
    assert (differences == ()) is (rules == shuffled)
    assert len(differences) < len(rules)
    stayed = {rule.id for rule in rules} - {each.rule_id for each in differences}
    assert [rule for rule in rules if rule.id in stayed] == [rule for rule in shuffled if rule.id in stayed]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!]) ", text)


def is_plain(text: str) -> bool:
    return all(1 <= len(each.split()) <= 15 and each[-1] in ".?!" for each in sentences(text))


@given(any_rule)
def test_it_asks_in_short_sentences(rule: Rule) -> None:
    def visit(words: Any) -> None:
        for text in (words.asks, words.counts, words.due, words.weight):
            assert not text or is_plain(text), text
        for part in words.parts:
            visit(part)

    visit(in_words(rule))


@st.composite
def people(draw: st.DrawFn) -> Case:
    """Any rule, with facts that it reads and that may protect or extend."""
    rule = draw(any_rule)
    leaves = [each for each in walk([rule]) if not isinstance(each, Group)]
    facts = draw(st.lists(facts_about([rule]), max_size=12))
    for each in draw(st.lists(st.sampled_from(leaves), max_size=2)):
        kind = draw(st.sampled_from((FactKind.HANDED_IN, FactKind.ASSESSED, FactKind.EXTENDED)))
        day = draw(days)
        facts.append(Fact(kind, each.id, day, ref="h", until=day + timedelta(days=40)))
    facts.append(Fact(FactKind.STARTED, "", draw(days)))
    return Case(rule, facts, Context(draw(days), {"a": 1}))


@given(people())
def test_it_says_where_anybody_stands_in_short_sentences(case: Case) -> None:
    verdict = evaluate(case.rule, case.facts, case.context)
    for rule, each in _pairs(case.rule, verdict):
        for day in (None, case.context.as_of):
            assert is_plain(sentence(rule, each, day)), sentence(rule, each, day)


def _pairs(rule: Rule, verdict: Any) -> list[tuple[Rule, Any]]:
    parts = zip(rule.rules, verdict.children, strict=True) if isinstance(rule, Group) else ()
    return [(rule, verdict), *(pair for part in parts for pair in _pairs(*part))]


@given(people() | cases())
def test_it_gives_anybody_an_example_in_short_sentences(case: Case) -> None:
    for line in worked_example(case.rule, case.facts, case.context):
        assert is_plain(line), line


@given(leaves, days)
def test_it_tells_in_the_example_until_when_it_counts_now(leaf: Rule, day: date) -> None:
    (rule,) = numbered([leaf])
    context = Context(day, {"a": 2})
    facts = imagined(rule, day, context)
    until = evaluate(rule, facts, context).until
    lines = " ".join(worked_example(rule, facts, context))
    if until is not None:
        assert f"tot en met {dutch_date(until)}" in lines
    else:
        assert "Dit telt tot en met" not in lines


@given(any_rule, days)
def test_it_imagines_enough_to_meet_any_rule(rule: Rule, day: date) -> None:
    context = Context(day, {"a": 2, "vog": 1})
    assert evaluate(rule, imagined(rule, day, context), context).passed
