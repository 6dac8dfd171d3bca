"""The standings of many people under one scheme on one day: the same answers as `standing`, sooner."""

from collections.abc import Iterable

from lms.certification.readiness.decisions import Decision
from lms.certification.readiness.facts import Context, Fact, FactBook, book_of
from lms.certification.readiness.memory import Memory
from lms.certification.readiness.scheme import Scheme
from lms.certification.readiness.standing import Standing, conclude
from lms.certification.readiness.view import View


class Judge:
    """Gives standings one by one and remembers what it concluded from little; make one per scheme and day."""

    __slots__ = ("_memory", "context", "scheme")

    def __init__(self, scheme: Scheme, context: Context) -> None:
        self.scheme, self.context = scheme, context
        self._memory = Memory()

    def standing(self, facts: Iterable[Fact] | FactBook, decisions: Iterable[Decision]) -> Standing:
        """The standing of one person; equal to `standing` under the same scheme and context."""
        return conclude(self.scheme, View(book_of(facts), self.context), decisions, self._memory)
