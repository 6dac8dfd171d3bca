"""Colours: tint, style sheet and the name of a version."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.municipality.rules import contrast_ratio, house_style, tint_of, version_of

colors = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_it_measures_contrast_as_wcag_does(one, other, ratio):
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.01)


@given(colors)
def test_it_makes_a_tint_lighter_than_its_color(color):
    assert contrast_ratio(tint_of(color), "#ffffff") <= contrast_ratio(color, "#ffffff")
    assert contrast_ratio(tint_of(color), "#ffffff") < 1.5


@given(colors, colors)
def test_it_writes_both_colors(action, heading):
    style = house_style(action, heading)
    assert f"--brand:{action};" in style
    assert f"--brand-dark:{heading};" in style


@given(st.text(max_size=30))
def test_it_writes_nothing_for_what_is_no_color(text):
    if not (len(text) == 7 and text[0] == "#"):
        assert house_style(text, "#000000") == house_style("#000000", text) == ""


def test_it_names_a_version_by_its_text():
    assert version_of("a") == version_of("a") != version_of("b")
