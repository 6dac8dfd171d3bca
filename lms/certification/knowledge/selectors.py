"""What is known about people, now or at an earlier moment: raw rows, for one person or for many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone, localdate

from lms.accounts.models import User
from lms.certification.models import Decision as DecisionRow
from lms.certification.models import Evidence
from lms.certification.readiness import Decision, DecisionKind, Fact, FactKind

FACT_FIELDS = ("kind", "key", "happened_on", "ref", "number", "group_size", "state", "pk", "until")
DECISION_FIELDS = ("kind", "made_at", "pk", "until", "reason_code", "domains")
Started = Mapping[int, date | None]
"""The day on which each person began, by primary key; None when it is not known."""
PIECE = 500
_KINDS = {kind.value: kind for kind in FactKind}


def end_of_day(day: date) -> datetime:
    """The last moment of a day in the Netherlands: what was written down by then was known that day."""
    return datetime.combine(day, time.max, tzinfo=get_current_timezone())


def started_of(people: Iterable[int]) -> dict[int, date | None]:
    """The day on which each person began; 1 query."""
    return dict(User.objects.filter(pk__in=list(people)).values_list("pk", "joined_on"))


def facts_of(people: Iterable[int], known_at: datetime | None = None) -> dict[int, list[Fact]]:
    """The facts that stand, per primary key of a person; 2 queries for any number of people.

    With `known_at` what stood at that moment: a correction counts from the moment it was written down.
    Facts of one day are ordered as they were written down.
    """
    return facts_from(started_of(people), known_at)


def facts_from(started: Started, known_at: datetime | None = None) -> dict[int, list[Fact]]:
    """As `facts_of`, for people of whom the start is known already; 1 query."""
    if not started:
        return {}
    begun = ((key, day) for key, day in started.items() if day is not None)
    found = defaultdict(list, {key: [Fact(FactKind.STARTED, "", day)] for key, day in begun})
    rows = Evidence.objects.effective(known_at).filter(_about(started)).values_list("person_id", *FACT_FIELDS)
    kinds, ever, new = _KINDS, date.max, tuple.__new__
    for some in _raw(rows):
        for person, kind, key, day, ref, number, size, state, order, until in some:
            # As Fact(...), without its checks of the arguments: this line runs once for every line there is.
            fact = new(Fact, (kinds[kind], key, day, ref, number, size, state, order, until or ever))
            found[person].append(fact)
    return {key: found[key] for key in started if key in found}


def _about(people: Started) -> Q:
    """The lines of these people. A range is read faster than a list of keys, when it holds few others."""
    first, last = min(people), max(people)
    if last - first < 2 * len(people):
        return Q(person__gte=first, person__lte=last)
    return Q(person__in=list(people))


def decisions_of(people: Iterable[int], known_at: datetime | None = None) -> dict[int, list[Decision]]:
    """The decisions that stand, per primary key of a person; 1 query for any number of people.

    A decision that was taken back is left out, with `known_at` from the moment that it was taken back.
    """
    found: dict[int, list[Decision]] = defaultdict(list)
    rows = DecisionRow.objects.standing(known_at).filter(person__in=list(people))
    for person, kind, made_at, order, until, code, domains in rows.values_list("person_id", *DECISION_FIELDS):
        decision = Decision(DecisionKind(kind), localdate(made_at), order, until, code, tuple(domains))
        found[person].append(decision)
    return found


def in_pieces(people: QuerySet[User], size: int = PIECE) -> Iterator[dict[int, date | None]]:
    """Everybody with the day on which each began, in pieces of `size` people; 1 query for each piece."""
    in_order = people.order_by("pk").distinct().values_list("pk", "joined_on")
    piece = dict(in_order[:size])
    while piece:
        yield piece
        piece = dict(in_order.filter(pk__gt=max(piece))[:size]) if len(piece) == size else {}


def _raw(rows: QuerySet[Any, Any]) -> Iterator[list[tuple[Any, ...]]]:
    """The rows as the driver gives them: with millions of rows, converting each once more takes most time."""
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        while some := cursor.fetchmany(2000):
            yield some
