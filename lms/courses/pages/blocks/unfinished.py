"""Exercises that are not finished: kept in a draft, but nobody can answer them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from lms.courses.pages.blocks.exercises import ExerciseBlocks

EXERCISES = ExerciseBlocks().child_blocks


def unfinished(blocks: Sequence[Mapping[str, Any]]) -> Iterator[int]:
    """Yield the position, from 1, of each stored exercise that the editor would refuse to publish."""
    for position, stored in enumerate(blocks, start=1):
        block = EXERCISES.get(stored["type"])
        if block is None:
            continue
        try:
            block.clean(block.to_python(stored["value"]))
        except ValidationError:
            yield position
