"""Reads for schemes: which lessons of a course the default scheme asks for (domain.md §4.4)."""

from collections.abc import Iterable
from uuid import UUID

from lms.courses.public import CourseItems

BOUNDARIES = (5, 6)  # the modules on keeping one's role pure and knowing one's own limits
AWARENESS = (7,)  # the module on privacy, secrecy, complaints and aggression (BIO2 6.03.02)


class StarterItems:
    """A course that is built like the starter course, as `ensure_default_scheme` wants it."""

    def __init__(self, items: CourseItems) -> None:
        self._items = items

    @property
    def course_items(self) -> Iterable[UUID]:
        """Every lesson of the course."""
        return self._items.uids()

    @property
    def boundary_scenarios(self) -> Iterable[UUID]:
        """The situations of the modules on role and limits."""
        return self._items.uids(modules=BOUNDARIES, kind="scenarios")

    @property
    def awareness_items(self) -> Iterable[UUID]:
        """The lessons of the module on working safely with data."""
        return self._items.uids(modules=AWARENESS)
