"""Who is matchable in the coming months: for many people, computed only for whom anything can change."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from lms.certification.forecast.rules import Known, PersonForecast, Threat, forecast
from lms.certification.knowledge.selectors import Started, decisions_of, facts_from
from lms.certification.models import Standing
from lms.certification.models.standing import StandingQuerySet, is_in
from lms.certification.prospects.selectors import happenings_of
from lms.certification.readiness import RESTING, State
from lms.certification.readiness.periods import months_later
from lms.certification.rules import WAITS_LONG
from lms.certification.standings.selectors import Ground
from lms.courses.public import PlannedMeeting, planned_meetings
from lms.intervision.public import PlannedSession, planned_sessions

MONTHS_AHEAD = 3
MOST = 1000
"""For more moving people than this the future is not computed one by one while somebody waits."""
MOST_LATE = 100
PIECE = 500


@dataclass(frozen=True, slots=True)
class Moment:
    """How many people are matchable on a day: on what is known, and if what is planned happens.

    `ready` are those who can then be confirmed as well. None: too many people to say.
    """

    day: date
    known: int
    planned: int | None
    ready: int | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """One person who changes: who it is, and what ends."""

    person: uuid.UUID
    name: str
    threats: tuple[Threat, ...] = ()
    has_plan: bool = False


@dataclass(frozen=True, slots=True)
class Late:
    """Somebody who handed something in, or told something, that nobody looked at for long."""

    person: uuid.UUID
    name: str
    since: date
    days: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The coming months. `losing` are people who are matchable now and for whom something ends unrenewed.

    `coming` are people who can be confirmed, or are matchable, by the last day if what is planned happens.
    `late` are people who wait long for the coordinator, the longest first.
    `moving` is for how many people anything can change at all; `is_partial` that they were too many.
    """

    moments: tuple[Moment, ...]
    losing: tuple[Ahead, ...]
    coming: tuple[Ahead, ...]
    late: tuple[Late, ...]
    moving: int
    is_partial: bool
    new_rules_on: date | None


@dataclass(frozen=True, slots=True)
class _Plans:
    meetings: dict[int, list[PlannedMeeting]]
    sessions: dict[int, list[PlannedSession]]


@dataclass(frozen=True, slots=True)
class _Computed:
    row: Standing
    one: PersonForecast
    first_plan: date


def forecast_of(rows: StandingQuerySet, ground: Ground, now: datetime) -> Forecast:
    """Look three months ahead for the people of these lines, which must hold today.

    Only who has a change ahead, or something planned, is computed: for the others today's state stays.
    """
    today = ground.context.as_of
    days = tuple(months_later(today, months) for months in range(MONTHS_AHEAD + 1))
    keys = list(rows.order_by().values_list("person_id", flat=True))
    plans = _Plans(planned_meetings(keys, now), planned_sessions(keys, now))
    may_change = Q(next_change_on__lte=days[-1]) | Q(person__in=[*plans.meetings, *plans.sessions])
    moving = rows.filter(may_change).exclude(state=State.STOPPED.value)
    number = moving.count()
    new_rules_on = ground.next_edge_on if ground.next_edge_on and ground.next_edge_on <= days[-1] else None
    if number > MOST:
        return Forecast(_roughly(rows, days), (), (), _late(rows, today), number, True, new_rules_on)
    found = list(_computed(moving, ground, plans, days))
    still = rows.exclude(pk__in=moving.order_by().values("pk"))
    always = still.aggregate(
        matchable=Count("pk", filter=is_in(State.MATCHABLE)), ready=Count("pk", filter=is_in(State.READY))
    )
    return Forecast(
        moments=_moments(days, [each.one for each in found], always),
        losing=_losing(found),
        coming=tuple(_ahead(each.row) for each in found if _is_coming(each.one)),
        late=_late(rows, today),
        moving=number,
        is_partial=False,
        new_rules_on=new_rules_on,
    )


def _computed(
    moving: StandingQuerySet, ground: Ground, plans: _Plans, days: tuple[date, ...]
) -> Iterator[_Computed]:
    rows = list(moving.select_related("person").defer("criteria", "domains").order_by("person__name", "pk"))
    for start in range(0, len(rows), PIECE):
        piece = rows[start : start + PIECE]
        started: Started = {row.person_id: row.started_on for row in piece}
        facts, decisions = facts_from(started), decisions_of(started)
        for row in piece:
            scheme, key = ground.scheme_for(row.started_on), row.person_id
            known = Known(scheme, facts.get(key, []), decisions.get(key, []), ground.context)
            happenings = happenings_of(scheme, plans.meetings.get(key, ()), plans.sessions.get(key, ()))
            planned = [fact for each in happenings.values() for fact in each.facts]
            first = min((each.day for each in happenings.values()), default=date.max)
            yield _Computed(row, forecast(known, planned, days), first)


def _moments(
    days: tuple[date, ...], found: list[PersonForecast], always: dict[str, int]
) -> tuple[Moment, ...]:
    made = []
    for number, day in enumerate(days):
        known = Counter(one.known[number] for one in found)
        planned = Counter(one.planned[number] for one in found)
        made.append(
            Moment(
                day,
                always["matchable"] + known[State.MATCHABLE],
                always["matchable"] + planned[State.MATCHABLE],
                always["ready"] + planned[State.READY],
            )
        )
    return tuple(made)


def _roughly(rows: StandingQuerySet, days: tuple[date, ...]) -> tuple[Moment, ...]:
    """From the saved lines alone: who is matchable now, and for whom no end is known before the day."""
    lasts = [
        (Q(until=None) | Q(until__gte=day)) & (Q(expires_on=None) | Q(expires_on__gte=day)) for day in days
    ]
    asked = {f"at_{number}": Count("pk", filter=last) for number, last in enumerate(lasts)}
    counts = rows.in_state(State.MATCHABLE).aggregate(**asked)
    return tuple(Moment(day, counts[f"at_{number}"], None, None) for number, day in enumerate(days))


def _losing(found: list[_Computed]) -> tuple[Ahead, ...]:
    losing = [each for each in found if each.one.threats]
    rows = [
        Ahead(
            person=each.row.person.uuid,
            name=each.row.person.name,
            threats=each.one.threats,
            has_plan=each.first_plan <= each.one.threats[0].ends_on,
        )
        for each in losing
    ]
    return tuple(sorted(rows, key=lambda each: (each.threats[0].ends_on, each.name)))


def _late(rows: StandingQuerySet, today: date) -> tuple[Late, ...]:
    waiting = rows.filter(waiting_since__lt=today - WAITS_LONG).exclude(state__in=RESTING)
    found = waiting.order_by("waiting_since", "person__name")[:MOST_LATE]
    shown = found.values_list("person__uuid", "person__name", "waiting_since")
    return tuple(Late(person, name, since, (today - since).days) for person, name, since in shown)


def _is_coming(one: PersonForecast) -> bool:
    there = (State.READY, State.MATCHABLE)
    return one.known[0] not in there and one.planned[-1] in there


def _ahead(row: Standing) -> Ahead:
    return Ahead(row.person.uuid, row.person.name)
