"""Reads of intervision: one's own group, the groups one leads, a session, and what the ledger may know."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.public import Role, holds, people_within
from lms.intervision.models import GroupMember, IntervisionGroup, IntervisionSession, SessionPresence
from lms.intervision.policies import coordinated_groups, current, led_groups, own_groups
from lms.intervision.rules import Size, size_of


@dataclass(frozen=True)
class PresenceFact:
    """What a session says about one person: presence and counts, nothing that was said."""

    was_present: bool
    held_on: date
    net_minutes: int
    group_size: int


@dataclass(frozen=True)
class SessionCard:
    """A session that is still to come, for who goes there."""

    uuid: uuid.UUID
    group: str
    starts_at: datetime
    ends_at: datetime
    place: str
    mode: str
    method: str
    method_slug: str
    facilitator: str


@dataclass(frozen=True)
class PlannedSession:
    """A session that a person can still go to, with the minutes and people that are expected."""

    uuid: uuid.UUID
    group: str
    planned_on: date
    minutes: int
    people: int


@dataclass(frozen=True)
class OwnSession:
    """A session of a person with the presence that was written down (None = nothing yet)."""

    uuid: uuid.UUID
    group: str
    starts_at: datetime
    net_minutes: int | None
    was_present: bool | None


@dataclass(frozen=True)
class OwnGroup:
    """A group as its member sees it: with whom, who leads, and whether that person also decides."""

    name: str
    members: tuple[str, ...]
    facilitator: str
    facilitator_decides: bool
    next_session: SessionCard | None


@dataclass(frozen=True)
class GroupPage:
    """A group for who leads or arranges it; only people the actor may see have a name here."""

    group: IntervisionGroup
    members: tuple[User, ...]
    others: int
    size: Size
    facilitator_decides: bool
    may_arrange: bool
    sessions: tuple[IntervisionSession, ...]


def presence_fact(session: uuid.UUID, person: uuid.UUID) -> PresenceFact | None:
    """Return what a session says about this person now, or None when nothing was written down."""
    there = Count("session__presence", filter=Q(session__presence__was_present=True))
    row = (
        SessionPresence.objects.filter(session__uuid=session, user__uuid=person)
        .annotate(group_size=there)
        .values_list("was_present", "session__starts_at", "session__net_minutes", "group_size")
        .first()
    )
    if row is None:
        return None
    return PresenceFact(row[0], timezone.localdate(row[1]), row[2] or 0, row[3])


def upcoming_sessions(user: User, now: datetime) -> list[SessionCard]:
    """Return the sessions this person can still go to, as member or as facilitator, the first one first."""
    mine = own_groups(user, timezone.localdate(now)).values("pk")
    led = Q(group__facilitator=user) if holds(user, Role.FACILITATOR) else Q(pk__in=())
    sessions = IntervisionSession.objects.filter(Q(group__in=mine) | led, ends_at__gt=now)
    return [_card(row) for row in _with_names(sessions)]


def planned_sessions(people: Iterable[int], now: datetime) -> dict[int, list[PlannedSession]]:
    """Return what is still to come for each person (by primary key), first one first; 2 queries for all.

    Expected are the pauses of the method taken off, and everybody who has a place in the group.
    """
    wanted = set(people)
    here = current(timezone.localdate(now))
    groups: dict[int, list[int]] = defaultdict(list)
    for group, person in GroupMember.objects.filter(here).values_list("group", "user"):
        groups[group].append(person)
    planned = IntervisionSession.objects.filter(ends_at__gt=now, group__in=list(groups))
    found: dict[int, list[PlannedSession]] = defaultdict(list)
    for session in planned.select_related("group", "method").order_by("starts_at"):
        card = _planned(session, len(groups[session.group_id]))
        for person in groups[session.group_id]:
            if person in wanted:
                found[person].append(card)
    return found


def _planned(session: IntervisionSession, people: int) -> PlannedSession:
    minutes = int((session.ends_at - session.starts_at).total_seconds()) // 60
    pauses = session.method.pause_minutes if session.method else 0
    day = timezone.localdate(session.starts_at)
    return PlannedSession(session.uuid, session.group.name, day, max(minutes - pauses, 0), people)


def sessions_of(person: User) -> list[OwnSession]:
    """Return the sessions of a person's groups with the person's presence, oldest first."""
    noted = SessionPresence.objects.filter(session=OuterRef("pk"), user=person)
    place = GroupMember.objects.filter(group=OuterRef("group"), user=person, until=None)
    sessions = (
        IntervisionSession.objects.annotate(was=Subquery(noted.values("was_present")))
        .filter(Exists(place) | Q(was__isnull=False))
        .select_related("group")
        .order_by("starts_at")
    )
    return [OwnSession(row.uuid, row.group.name, row.starts_at, row.net_minutes, row.was) for row in sessions]


def groups_of(user: User, now: datetime) -> list[OwnGroup]:
    """Return the groups a person belongs to today; first names only of the other members."""
    today = timezone.localdate(now)
    groups = list(own_groups(user, today).select_related("facilitator").order_by("name"))
    places = GroupMember.objects.filter(current(today), group__in=groups).select_related("user")
    cards: dict[int, SessionCard] = {}
    for row in _with_names(IntervisionSession.objects.filter(group__in=groups, ends_at__gt=now)):
        cards.setdefault(row.group_id, _card(row))
    return [_own_group(group, places, cards.get(group.pk), user) for group in groups]


def _own_group(
    group: IntervisionGroup, places: Iterable[GroupMember], card: SessionCard | None, user: User
) -> OwnGroup:
    others = [place.user for place in places if place.group_id == group.pk and place.user_id != user.pk]
    return OwnGroup(
        name=group.name,
        members=tuple(sorted(person.get_short_name() for person in others)),
        facilitator=group.facilitator.name if group.facilitator else "",
        facilitator_decides=decides(group.facilitator),
        next_session=card,
    )


def decides(facilitator: User | None) -> bool:
    """Say whether who leads the group also decides on readiness: then members must know (domain.md §4.1)."""
    return facilitator is not None and holds(facilitator, Role.COORDINATOR)


def group_rows(actor: User, now: datetime) -> QuerySet[IntervisionGroup]:
    """Return the groups an actor leads or arranges, with `people`, `next_at` and `open_records`."""
    today = timezone.localdate(now)
    here = Q(members__since__lte=today) & (Q(members__until=None) | Q(members__until__gt=today))
    behind = Q(sessions__ends_at__lte=now, sessions__recorded_at=None)
    return (
        led_groups(actor)
        .annotate(
            people=Count("members", filter=here & Q(members__isnull=False), distinct=True),
            next_at=Min("sessions__starts_at", filter=Q(sessions__ends_at__gt=now)),
            open_records=Count("sessions", filter=behind, distinct=True),
        )
        .select_related("facilitator")
        .order_by("name")
    )


def group_page(group: IntervisionGroup, actor: User, now: datetime) -> GroupPage:
    """Return a group with its members and sessions, in a few queries."""
    places = group.members.filter(until=None)
    everybody = User.objects.filter(pk__in=places.values("user")).order_by("name")
    leads = group.facilitator_id == actor.pk and holds(actor, Role.FACILITATOR)
    scope = people_within(actor, Role.COORDINATOR).values("pk")
    members = tuple(everybody if leads else everybody.filter(pk__in=scope))
    total = places.count()
    return GroupPage(
        group=group,
        members=members,
        others=total - len(members),
        size=size_of(total),
        facilitator_decides=decides(group.facilitator),
        may_arrange=coordinated_groups(actor).filter(pk=group.pk).exists(),
        sessions=tuple(group.sessions.select_related("method").order_by("-starts_at")),
    )


def candidates(group: IntervisionGroup, actor: User) -> QuerySet[User]:
    """Return the volunteers a coordinator may add: within scope, and without a place here."""
    here = group.members.filter(until=None).values("user")
    return people_within(actor, Role.COORDINATOR).exclude(pk__in=here)


def _with_names(sessions: QuerySet[IntervisionSession]) -> QuerySet[IntervisionSession]:
    return sessions.select_related("group__facilitator", "method").order_by("starts_at")


def _card(session: IntervisionSession) -> SessionCard:
    facilitator = session.group.facilitator
    return SessionCard(
        uuid=session.uuid,
        group=session.group.name,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place=session.place,
        mode=session.get_mode_display(),
        method=session.method.title if session.method else "",
        method_slug=session.method.slug if session.method else "",
        facilitator=facilitator.name if facilitator else "",
    )
