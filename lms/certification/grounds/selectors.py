"""The rules and circumstances of a day: as known now, or as they were known at a moment."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import DateField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from lms.certification.grounds.rules import in_play
from lms.certification.models import SchemeVersion, StatementVersion
from lms.certification.models import Transition as TransitionChoice
from lms.certification.readiness import Context, Judge, Scheme, scheme_from_data
from lms.certification.readiness.periods import first_after
from lms.certification.readiness.versions import InForce, Transition, version_edges, version_for


@dataclass(frozen=True, slots=True)
class Ground:
    """What every standing of one day rests on; two grounds with the same `basis` give the same answers.

    `versions` are those that hold for somebody on the day. `next_edge_on` is the first later day on which
    another version, or another text of a statement, begins to hold. `known_at` is None for what is known now.
    """

    versions: tuple[InForce, ...]
    rows: Mapping[int, SchemeVersion]
    judges: Mapping[int, Judge]
    context: Context
    basis: str
    next_edge_on: date | None
    known_at: datetime | None

    def version_for(self, started_on: date | None) -> SchemeVersion:
        """The version that holds for who started on a day (None: no known start)."""
        return self.rows[self._key(started_on)]

    def scheme_for(self, started_on: date | None) -> Scheme:
        """The rules of the version that holds for who started on a day."""
        return self.judges[self._key(started_on)].scheme

    def judge_for(self, started_on: date | None) -> Judge:
        """Who gives the standings of people that started on a day; for many people this is faster."""
        return self.judges[self._key(started_on)]

    def _key(self, started_on: date | None) -> int:
        found = version_for(self.versions, started_on, self.context.as_of)
        return (found or self.versions[0]).key


@dataclass(frozen=True, slots=True)
class Asked:
    """Per statement the number of the version that is asked on a day and since when, and the next change."""

    versions: Mapping[str, tuple[int, date]]
    next_edge_on: date | None


def ground_on(day: date, known_at: datetime | None = None) -> Ground | None:
    """The rules and circumstances of a day, or None when no scheme is in force; 2 queries.

    With `known_at` only versions that were published, and texts that were written down, by that moment.
    """
    found = {row.pk: row for row in _since_everyone(day, known_at)}
    known = [in_force(row) for row in found.values()]
    versions = in_play(known, day)
    if not versions:
        return None
    asked = statements_on(day, known_at)
    edges = [*version_edges(known), *([asked.next_edge_on] if asked.next_edge_on else [])]
    rows = {each.key: found[each.key] for each in versions}
    context = _context(day, asked)
    return Ground(
        versions=versions,
        rows=rows,
        judges={key: Judge(scheme_from_data(row.content), context) for key, row in rows.items()},
        context=context,
        basis=_digest((list(rows), sorted(asked.versions.items()))),
        next_edge_on=first_after(day, edges),
        known_at=known_at,
    )


def in_force(row: SchemeVersion) -> InForce:
    """A published version as the pure core reads it."""
    return InForce(row.pk, row.effective_on, Transition(row.transition), row.transition_until)


def statements_on(day: date, known_at: datetime | None = None) -> Asked:
    """What is asked of each statement on a day; 1 query."""
    rows = StatementVersion.objects.filter(_by("recorded_at", known_at)).order_by("effective_on", "number")
    found = list(rows.values_list("code", "number", "effective_on"))
    begun = {code: (number, since) for code, number, since in found if since <= day}
    return Asked(begun, first_after(day, (since for _, _, since in found)))


def context_on(day: date) -> Context:
    """The circumstances of a question about a day, as known now; 1 query."""
    return _context(day, statements_on(day))


def _context(day: date, asked: Asked) -> Context:
    return Context(
        as_of=day,
        statement_versions={code: number for code, (number, _) in asked.versions.items()},
        statement_since={code: since for code, (_, since) in asked.versions.items()},
    )


def _since_everyone(day: date, known_at: datetime | None) -> QuerySet[SchemeVersion]:
    """Versions in order, without those that were over before the newest version for everyone began."""
    known = SchemeVersion.objects.filter(_by("published_at", known_at))
    newest = known.filter(effective_on__lte=day, transition=TransitionChoice.EVERYONE)
    begun = Subquery(newest.order_by("-effective_on").values("effective_on")[:1])
    first: Coalesce = Coalesce(begun, Value(date.min, output_field=DateField()))
    # Within a scheme the order of publication is the order of the numbers.
    return known.filter(effective_on__gte=first).order_by("effective_on", "pk")


def _by(field: str, moment: datetime | None) -> Q:
    return Q() if moment is None else Q(**{f"{field}__lte": moment})


def _digest(what: Iterable[object]) -> str:
    return hashlib.sha256(repr(what).encode()).hexdigest()
