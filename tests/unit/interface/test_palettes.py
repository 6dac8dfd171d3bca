"""The colours of the interface: equal copies, and enough contrast in every palette."""

import re
from itertools import product
from pathlib import Path

import pytest

from lms.municipality.rules import contrast_ratio

TOKENS = Path(__file__).parents[3] / "lms/static/lms/css/tokens.css"
RULE = re.compile(r"^\s*(:root[^\s{]*) \{([^}]*)\}", re.MULTILINE)
COLOR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6});")

TEXT_PAIRS = [
    *product(("ink", "ink-soft", "brand", "brand-dark"), ("paper", "card", "brand-tint")),
    *[("ink", ground) for ground in ("ok-tint", "wait-tint", "stop-tint")],
    *[(kind, f"{kind}-tint") for kind in ("ok", "wait", "stop")],
    *[("stop", ground) for ground in ("paper", "card")],
    ("on-brand", "brand"),
    ("on-brand", "brand-dark"),
    ("on-sun", "sun"),
]
EDGE_PAIRS = [("edge", "card"), ("edge", "paper"), ("brand", "card"), ("ok", "paper"), ("wait", "paper")]


def palettes() -> list[tuple[str, dict[str, str]]]:
    return [(selector, dict(COLOR.findall(body))) for selector, body in RULE.findall(TOKENS.read_text())]


def palette(selector: str) -> dict[str, str]:
    return next(colors for found, colors in palettes() if found == selector)


LIGHT, DARK, HIGH = ":root", ':root[data-contrast="dark"]', ':root[data-contrast="high"]'


@pytest.mark.parametrize(("selector", "minimum"), [(LIGHT, 4.5), (DARK, 4.5), (HIGH, 7.0)])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_it_keeps_text_readable_in_every_palette(selector, minimum, text, ground):
    colors = palette(selector)
    assert contrast_ratio(colors[text], colors[ground]) >= minimum


@pytest.mark.parametrize("selector", [LIGHT, DARK, HIGH])
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_it_keeps_borders_and_icons_visible_in_every_palette(selector, edge, ground):
    colors = palette(selector)
    assert contrast_ratio(colors[edge], colors[ground]) >= 3


def test_it_gives_the_system_wish_and_the_own_choice_the_same_colors():
    by_system = [colors for selector, colors in palettes() if selector == ":root:not([data-contrast])"]
    assert by_system == [palette(DARK), palette(HIGH)]


def test_it_sets_the_same_tokens_in_every_palette():
    assert {frozenset(colors) for _, colors in palettes()} == {frozenset(palette(LIGHT))}
