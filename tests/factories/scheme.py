"""The starter course as the default scheme wants it."""

from types import SimpleNamespace
from typing import Any

from lms.courses.public import CourseItems


def starter_items(items: CourseItems) -> Any:
    """Return all lessons, the boundary situations of modules 5 and 6, and module 7."""
    return SimpleNamespace(
        course_items=items.uids(),
        boundary_scenarios=items.uids(modules=(5, 6), kind="scenarios"),
        awareness_items=items.uids(modules=(7,)),
    )
