"""Which lessons of the starter course the default scheme asks for (domain.md §4.4)."""

from collections.abc import Iterable
from uuid import UUID

from lms.courses.public import CourseItems


class SchemeItems:
    """The starter course as `ensure_default_scheme` wants it: all lessons, the boundaries, and privacy."""

    def __init__(self, items: CourseItems) -> None:
        self._items = items

    @property
    def course_items(self) -> Iterable[UUID]:
        """Every lesson of the course."""
        return self._items.uids()

    @property
    def boundary_scenarios(self) -> Iterable[UUID]:
        """The situations of modules 5 and 6: keep your role pure, know your own limits."""
        return self._items.uids(modules=(5, 6), kind="scenarios")

    @property
    def awareness_items(self) -> Iterable[UUID]:
        """Module 7: privacy, secrecy, complaints and aggression (BIO2 6.03.02)."""
        return self._items.uids(modules=(7,))
