"""The tree itself: every part that a person may edit can be followed from version to version."""

from dataclasses import fields, is_dataclass
from inspect import getmembers, isclass

import pytest

from lms.packages import blocks, guides, tree

PARTS = sorted(
    {
        part
        for module in (blocks, guides, tree)
        for _name, part in getmembers(module, isclass)
        if is_dataclass(part) and part.__module__.startswith("lms.packages.")
    },
    key=lambda part: part.__name__,
)
# A block carries the uid for its value; a package carries it in its manifest.
WITHOUT_UID = {*blocks.BLOCK_TYPES.values(), tree.Package}


@pytest.mark.parametrize("part", [part for part in PARTS if part not in WITHOUT_UID])
def test_it_gives_every_part_a_uid_of_its_own(part: type) -> None:
    first = fields(part)[0]
    assert (first.name, first.type) == ("uid", "Uid")


@pytest.mark.parametrize("part", PARTS)
def test_it_cannot_be_changed_after_it_is_made(part: type) -> None:
    assert part.__dataclass_params__.frozen  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", blocks.BLOCK_TYPES.values())
def test_it_keeps_the_words_uid_and_type_free_for_the_block(value: type) -> None:
    assert {"uid", "type"}.isdisjoint(one.name for one in fields(value))
