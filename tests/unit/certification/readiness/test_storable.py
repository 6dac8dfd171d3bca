"""A scheme from elsewhere fits, or is refused in a sentence."""

from dataclasses import replace

import pytest

from lms.certification.readiness import RuleError, oco_almere_licht
from lms.certification.readiness.storable import LONGEST_CODE, LONGEST_TEXT, MOST_RULES, require_storable
from tests.unit.certification.schemes.scene import leaf, scheme, seen


def test_it_keeps_the_scheme_that_ships():
    found = oco_almere_licht(course_items=["a"], boundary_scenarios=["b"], awareness_items=["c"])
    assert require_storable(found) is found


@pytest.mark.parametrize(
    "wrong",
    [
        replace(scheme(), slug="../x"),
        replace(scheme(), slug="x" * 51),
        replace(scheme(), title="x" * 121),
        scheme(*(leaf(f"r{number}") for number in range(MOST_RULES + 1))),
        scheme(replace(leaf("a"), why="x" * (LONGEST_TEXT + 1))),
        scheme(replace(leaf("a"), title="a\x00b")),
        scheme(replace(leaf("a"), how="a\ud800b")),
        scheme(replace(seen("a"), what="x" * (LONGEST_CODE + 1))),
        scheme(replace(leaf("a"), id="x" * (LONGEST_CODE + 1))),
    ],
    ids=["path", "long slug", "title", "many", "text", "nul", "half", "code", "id"],
)
def test_it_refuses_what_the_site_cannot_keep(wrong):
    with pytest.raises(RuleError):
        require_storable(wrong)
