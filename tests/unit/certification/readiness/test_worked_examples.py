"""The rules of docs/decisions/0009, example by example; the answers were worked out by hand."""

import pytest

from lms.certification.readiness import Context, Verdict, evaluate, standing, version_for
from tests.unit.certification.readiness.examples import on
from tests.unit.certification.readiness.worked_examples import (
    domains,
    extension,
    fixed_date,
    intervision,
    kinds,
    renewal,
    validity,
    versions,
    waiting,
    windows,
)
from tests.unit.certification.readiness.worked_examples.domains import Stands
from tests.unit.certification.readiness.worked_examples.shape import Example, answer_of
from tests.unit.certification.readiness.worked_examples.versions import Asked

TABLES = (validity, kinds, renewal, fixed_date, windows, intervision, waiting, extension)
ROWS = tuple(each for table in TABLES for each in table.ROWS)


def _judged(example: Example, versions: dict[str, int] | None = None) -> Verdict:
    return evaluate(example.rule, example.facts, Context(on(example.day), versions or {}))


@pytest.mark.parametrize("example", ROWS, ids=lambda each: each.name)
def test_it_says_what_the_rules_say(example: Example) -> None:
    assert answer_of(_judged(example), example.answer) == example.answer


@pytest.mark.parametrize("example", kinds.STATEMENTS, ids=lambda each: each.name)
def test_it_asks_for_the_version_of_the_statement(example: Example) -> None:
    assert answer_of(_judged(example, kinds.ASKED), example.answer) == example.answer


@pytest.mark.parametrize("example", ROWS, ids=lambda each: each.name)
def test_it_does_not_depend_on_the_order_of_the_facts(example: Example) -> None:
    backwards = evaluate(example.rule, reversed(example.facts), Context(on(example.day)))
    assert answer_of(backwards, example.answer) == example.answer


@pytest.mark.parametrize("example", domains.ROWS, ids=lambda each: each.name)
def test_it_says_where_somebody_stands(example: Stands) -> None:
    found = standing(example.scheme, example.facts, example.decisions, Context(on(example.day)))
    expected = (example.state, example.computed, example.scope)
    assert (found.state, found.computed_state, found.scope) == expected


@pytest.mark.parametrize("example", versions.ROWS, ids=lambda each: each.name)
def test_it_finds_the_version_of_a_person(example: Asked) -> None:
    started = on(example.started) if example.started else None
    found = version_for(example.versions, started, on(example.day))
    assert (found and found.key) == example.number


def test_it_has_enough_examples_with_different_names() -> None:
    names = [each.name for each in (*ROWS, *kinds.STATEMENTS, *domains.ROWS, *versions.ROWS)]
    assert len(set(names)) == len(names) >= 80
