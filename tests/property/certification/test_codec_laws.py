"""Laws of the written form of a scheme."""

import json

from hypothesis import given
from hypothesis import strategies as st

from lms.certification.readiness import (
    Rule,
    Scheme,
    SchemeFormatError,
    scheme_from_data,
    scheme_from_json,
    scheme_to_data,
    scheme_to_json,
)
from tests.property.every_rule import any_scheme
from tests.property.strategies import rules, schemes

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(schemes())
def test_it_reads_back_exactly_what_was_written(scheme: Scheme) -> None:
    assert scheme_from_data(json.loads(json.dumps(scheme_to_data(scheme)))) == scheme
    assert scheme_from_json(scheme_to_json(scheme)) == scheme


@given(rules)
def test_it_reads_back_deep_groups(rule: Rule) -> None:
    scheme = Scheme(slug="diep", title="Diep", rules=(rule,))
    assert scheme_from_data(scheme_to_data(scheme)) == scheme


@given(schemes(), schemes())
def test_it_writes_different_schemes_differently(one: Scheme, other: Scheme) -> None:
    assert (scheme_to_json(one) == scheme_to_json(other)) is (one == other)


def problem_in(data: object) -> SchemeFormatError | None:
    try:
        scheme_from_data(data)
    except SchemeFormatError as error:
        return error
    return None


@given(schemes(), st.data())
def test_it_reads_damaged_data_only_as_it_stands(scheme: Scheme, data: st.DataObject) -> None:
    written = scheme_to_data(scheme)
    rule = data.draw(st.sampled_from(written["rules"]))
    rule[data.draw(st.sampled_from(sorted(rule)))] = data.draw(anything)
    problem = problem_in(written)
    if problem is None:
        assert scheme_to_data(scheme_from_data(written)) == written
    else:
        assert problem.place.startswith("regeling")
        assert problem.problem.endswith(".")


@given(anything)
def test_it_refuses_anything_else(value: object) -> None:
    problem = problem_in(value)
    assert problem is not None
    assert problem.place.startswith("regeling")


@given(any_scheme())
def test_it_reads_back_every_kind_of_rule_with_every_field(scheme: Scheme) -> None:
    assert scheme_from_data(json.loads(json.dumps(scheme_to_data(scheme)))) == scheme
    assert scheme_from_json(scheme_to_json(scheme)) == scheme


@given(any_scheme(), st.data())
def test_it_reads_damaged_validities_and_domains_only_as_they_stand(
    scheme: Scheme, data: st.DataObject
) -> None:
    written = scheme_to_data(scheme)
    places = [each["validity"] for each in written["rules"] if each["validity"]] + written["domains"]
    place = data.draw(st.sampled_from(places or written["rules"]))
    place[data.draw(st.sampled_from(sorted(place)))] = data.draw(anything)
    problem = problem_in(written)
    if problem is None:
        assert scheme_to_data(scheme_from_data(written)) == written
    else:
        assert problem.place.startswith("regeling")
        assert problem.problem.endswith(".")
