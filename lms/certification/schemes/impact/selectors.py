"""Who would change because a version is published: read in pieces, so that memory stays the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from lms.certification.grounds.selectors import context_on, in_force
from lms.certification.knowledge.selectors import decisions_of, facts_from, in_pieces
from lms.certification.models import ImpactPreview, ImpactRow, SchemeDraft, SchemeVersion
from lms.certification.readiness import (
    Context,
    Decision,
    Judge,
    Scheme,
    State,
    StatusChange,
    scheme_from_data,
    status_change,
)
from lms.certification.readiness.facts import FactBook, book_of
from lms.certification.readiness.versions import InForce, Transition
from lms.certification.schemes.impact.rules import Turn, turns
from lms.certification.standings.selectors import volunteers

PIECE = 500
NEW_VERSION = 0  # no version that was published has this key
Lock = Callable[[list[int]], object]


@dataclass(frozen=True, slots=True)
class Publication:
    """A scheme that would be published: from which day, and for whom."""

    scheme: Scheme
    effective_on: date
    transition: str = Transition.EVERYONE.value
    transition_until: date | None = None

    @property
    def in_force(self) -> InForce:
        """The version as it would be."""
        return InForce(NEW_VERSION, self.effective_on, Transition(self.transition), self.transition_until)


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One person whose status would change, and on which day that is felt."""

    person: int
    felt_on: date
    change: StatusChange


@dataclass(frozen=True, slots=True)
class Piece:
    """What was found among some people; `read` says how many they were."""

    read: int
    changes: tuple[PersonChange, ...]


def publication_of(draft: SchemeDraft) -> Publication | None:
    """What publishing a draft would put into force; None while its day is not chosen."""
    if draft.effective_on is None:
        return None
    scheme = scheme_from_data(draft.content)
    return Publication(scheme, draft.effective_on, draft.transition, draft.transition_until)


def impact_of(publication: Publication, lock: Lock | None = None) -> Iterator[Piece]:
    """Everybody whose status would change, in pieces of PIECE people; 3 queries for each piece.

    With `lock` each piece is locked before it is read, and stays so while the caller's transaction lasts.
    """
    reading = _Reading(publication)
    for started in in_pieces(volunteers(), PIECE):
        if lock is not None:
            lock(list(started))
        yield Piece(len(started), tuple(reading.changes_of(started)))


def newest_preview(draft: SchemeDraft) -> ImpactPreview | None:
    """The newest preview of the present revision of a draft."""
    previews = ImpactPreview.objects.filter(draft=draft, revision=draft.revision)
    found: ImpactPreview | None = previews.order_by("pk").last()
    return found


def rows_of(preview: ImpactPreview) -> QuerySet[ImpactRow]:
    """Who is on a preview, by day and name."""
    return (
        ImpactRow.objects.filter(preview=preview)
        .select_related("person")
        .order_by("felt_on", "person__name", "pk")
    )


@dataclass
class _Reading:
    """What is read once for everybody: the versions there are, and the circumstances of each day."""

    publication: Publication
    schemes: dict[int, Scheme] = field(default_factory=dict)
    contexts: dict[date, Context] = field(default_factory=dict)
    judges: dict[tuple[int, date], Judge] = field(default_factory=dict)
    turns: dict[date | None, tuple[Turn, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = list(SchemeVersion.objects.order_by("effective_on", "pk"))
        self.versions = [in_force(row) for row in rows]
        self.contents = {row.pk: row.content for row in rows}
        self.schemes[NEW_VERSION] = self.publication.scheme

    def changes_of(self, started: dict[int, date | None]) -> Iterator[PersonChange]:
        """The changes of some people, given the day on which each began."""
        felt = {key: self._turns(day) for key, day in started.items()}
        keys = [key for key, found in felt.items() if found]
        facts = facts_from({key: started[key] for key in keys})
        decisions = decisions_of(keys) if keys else {}
        for key in keys:
            book = book_of(facts.get(key, ()))
            for turn in felt[key]:
                change = self._change(turn, book, decisions.get(key, []))
                if change is not None:
                    yield PersonChange(key, turn.day, change)

    def _turns(self, started_on: date | None) -> tuple[Turn, ...]:
        if started_on not in self.turns:
            found = turns(self.versions, self.publication.in_force, started_on)
            self.turns[started_on] = tuple(found)
        return self.turns[started_on]

    def _change(self, turn: Turn, book: FactBook, decisions: list[Decision]) -> StatusChange | None:
        after = self._judge(turn.after, turn.day).standing(book, decisions)
        if turn.before is None:  # before the first scheme nobody had a status
            begins = after.state is not State.IN_PROGRESS
            return StatusChange(State.IN_PROGRESS, after.state, (), after.scope, ()) if begins else None
        return status_change(self._judge(turn.before, turn.day).standing(book, decisions), after)

    def _judge(self, version: InForce, day: date) -> Judge:
        if (version.key, day) not in self.judges:
            self.judges[version.key, day] = Judge(self._scheme(version), self._context(day))
        return self.judges[version.key, day]

    def _context(self, day: date) -> Context:
        if day not in self.contexts:
            self.contexts[day] = context_on(day)
        return self.contexts[day]

    def _scheme(self, version: InForce) -> Scheme:
        if version.key not in self.schemes:
            self.schemes[version.key] = scheme_from_data(self.contents[version.key])
        return self.schemes[version.key]
