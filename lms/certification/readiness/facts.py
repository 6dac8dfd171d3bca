"""What is known about one volunteer: dated facts, and the circumstances of a question.

A fact counts on a day when it happened on or before that day. One kind is different: `turns_sixteen` is known
ahead, so it counts before its date. Corrections are the work of the ledger: only facts that stand come here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class FactKind(StrEnum):
    """The kinds of evidence that a rule can read."""

    ITEM_COMPLETED = "item_completed"
    ATTENDED = "attended"
    STATEMENT_SIGNED = "statement_signed"
    SEEN = "seen"
    CONVERSATION_HELD = "conversation_held"
    ROLES_DECLARED = "roles_declared"
    ROLES_SEEN = "roles_seen"
    INTERVISION = "intervision"
    GUARDIAN_CONSENT = "guardian_consent"
    TURNS_SIXTEEN = "turns_sixteen"
    CONTACT_LINKED = "contact_linked"
    LIMITS_CARD_MADE = "limits_card_made"
    REFRESH_DUE = "refresh_due"
    REFRESHED = "refreshed"
    ALTERNATIVE_ROUTE = "alternative_route"
    STARTED = "started"
    HANDED_IN = "handed_in"
    ASSESSED = "assessed"
    EXTENDED = "extended"


KEYED_KINDS = frozenset(
    {
        FactKind.ITEM_COMPLETED,
        FactKind.ATTENDED,
        FactKind.STATEMENT_SIGNED,
        FactKind.SEEN,
        FactKind.CONVERSATION_HELD,
        FactKind.REFRESH_DUE,
        FactKind.REFRESHED,
        FactKind.ALTERNATIVE_ROUTE,
        FactKind.HANDED_IN,
        FactKind.ASSESSED,
        FactKind.EXTENDED,
    }
)

POSITIVE_KINDS = frozenset(FactKind) - {
    FactKind.ROLES_DECLARED,
    FactKind.GUARDIAN_CONSENT,
    FactKind.TURNS_SIXTEEN,
    FactKind.CONTACT_LINKED,
    FactKind.REFRESH_DUE,
    FactKind.ASSESSED,
}
"""Kinds of which one more never turns a passed rule into a rule that is not passed.

The others can: a new declaration of roles must be seen again, consent and a contact link can end, a date
of turning sixteen makes consent necessary, what changed in a lesson is to be read, and an assessment ends the
protection of what was handed in.
"""


class Fact(NamedTuple):
    """One piece of evidence; immutable, and sortable because every field is.

    `key` names what it is about (item uid, series, statement code, "vog", "closing_talk", rule id); `ref` is
    the outside id of a meeting or session, the code of a point of a talk, the id of a change of a lesson, or
    the id of what was handed in;
    `number` is a version or net minutes; `state` False means the opposite (consent withdrawn, contact
    unlinked, assessed as "not yet"); `order` puts facts of the same day in order; `until` is the last day of
    an extension.
    """

    kind: FactKind
    key: str
    happened_on: date
    ref: str = ""
    number: int = 0
    group_size: int = 0
    state: bool = True
    order: int = 0
    until: date = date.max


@dataclass(frozen=True, slots=True)
class Context:
    """The day of the question and the versions of statements that are asked.

    `statement_since` is the day from which the version in `statement_versions` is asked; an older signature
    counts up to the day before. Without such a day an older signature does not count at all.
    """

    as_of: date
    statement_versions: Mapping[str, int] = field(default_factory=dict)
    statement_since: Mapping[str, date] = field(default_factory=dict)


Source = tuple[FactKind, str]
"""What a rule reads: a kind and, for the kinds in KEYED_KINDS, a key (otherwise the empty string)."""


class FactBook:
    """The facts of one volunteer, sorted by day and found by kind and key.

    `kinds` are the kinds that there are, `newest` is the day of the newest fact (date.min without facts).
    """

    __slots__ = ("_facts", "kinds", "newest")

    def __init__(self, facts: Iterable[Fact]) -> None:
        found: dict[Source, list[Fact]] = {}
        for fact in facts:
            kind = fact.kind
            source = (kind, fact.key if kind in KEYED_KINDS else "")
            if source in found:
                found[source].append(fact)
            else:
                found[source] = [fact]
        for group in found.values():
            if len(group) > 1:
                group.sort(key=by_moment)
        self._facts = found
        self.kinds = {kind for kind, _ in found}
        self.newest = max([group[-1].happened_on for group in found.values()], default=date.min)

    def known(self, source: Source) -> list[Fact]:
        """Every fact of a source, also those that lie in the future, oldest first."""
        return self._facts.get(source, [])

    def counted(self, as_of: date) -> Mapping[Source, list[Fact]]:
        """The facts that happened on or before `as_of`, by source, oldest first."""
        if self.newest <= as_of:
            return self._facts
        return {source: facts[: _number_up_to(facts, as_of)] for source, facts in self._facts.items()}

    def first_after(self, source: Source, as_of: date) -> date | None:
        """The day of the first fact of a source that lies after `as_of`, or None."""
        facts = self.known(source)
        place = _number_up_to(facts, as_of)
        return facts[place].happened_on if place < len(facts) else None


def book_of(facts: "Iterable[Fact] | FactBook") -> FactBook:
    """A book of `facts`; a book is given back as it is."""
    return facts if isinstance(facts, FactBook) else FactBook(facts)


def _number_up_to(facts: list[Fact], as_of: date) -> int:
    return bisect_right(facts, as_of, key=_happened_on)


def _happened_on(fact: Fact) -> date:
    return fact.happened_on


def by_moment(fact: Fact) -> tuple[date, int, bool, Fact]:
    """The key that sorts facts in time."""
    # At the same moment the negative fact comes last, so that a withdrawal is never lost.
    return (fact.happened_on, fact.order, not fact.state, fact)
