"""Reads of group training: what a volunteer, a trainer, a coordinator and the ledger may know."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from lms.accounts.models import User
from lms.courses.cohorts.models import Attendance, Cohort, CohortMember, Meeting
from lms.courses.cohorts.policies import cohorts_for, people_for

CURRENT = Q(members__left_on=None, members__isnull=False)


@dataclass(frozen=True)
class AttendanceFact:
    """That a person was at one meeting of a series, wholly (`present`), in part or not."""

    series: str
    presence: Attendance.Presence
    held_on: date


@dataclass(frozen=True)
class MeetingCard:
    """A meeting that is still to come, for the person who goes there."""

    uuid: uuid.UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    trainer: str
    number: int


@dataclass(frozen=True)
class MeetingPresence:
    """A meeting of a person, with what was written down about it ("" = nothing yet)."""

    uuid: uuid.UUID
    title: str
    number: int
    cohort: str
    series: str
    starts_at: datetime
    presence: str
    presence_label: str


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting that a person can still go to: of which series, and on which day."""

    uuid: uuid.UUID
    series: str
    title: str
    planned_on: date


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in the list of an edition."""

    uuid: uuid.UUID
    number: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    has_started: bool
    open_places: int


@dataclass(frozen=True)
class CohortPage:
    """An edition for who arranges it: only people within the actor's scope have a name here."""

    cohort: Cohort
    members: tuple[User, ...]
    others: int
    meetings: tuple[MeetingRow, ...]


def attendance_fact(meeting: uuid.UUID, person: uuid.UUID) -> AttendanceFact | None:
    """Return what is known now about this person at this meeting, or None when nothing was written down."""
    row = (
        Attendance.objects.filter(meeting__uuid=meeting, user__uuid=person)
        .values_list("meeting__cohort__series", "presence", "meeting__starts_at")
        .first()
    )
    if row is None:
        return None
    return AttendanceFact(row[0], Attendance.Presence(row[1]), timezone.localdate(row[2]))


def upcoming_meetings(user: User, now: datetime) -> list[MeetingCard]:
    """Return the meetings this person can still go to, the first one first."""
    mine = CohortMember.objects.filter(cohort=OuterRef("cohort"), user=user, left_on=None)
    meetings = Meeting.objects.filter(Exists(mine), ends_at__gt=now).select_related("cohort__trainer")
    return [
        MeetingCard(
            uuid=meeting.uuid,
            title=meeting.title,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            place=meeting.place,
            trainer=meeting.cohort.trainer.name if meeting.cohort.trainer else "",
            number=meeting.number,
        )
        for meeting in meetings.order_by("starts_at")
    ]


def planned_meetings(people: Iterable[int], now: datetime) -> dict[int, list[PlannedMeeting]]:
    """Return what is still to come for each person (by primary key), first one first; 1 query for all."""
    places = CohortMember.objects.filter(
        user__in=list(people), left_on=None, cohort__meetings__ends_at__gt=now
    ).order_by("cohort__meetings__starts_at")
    about = ("cohort__meetings__uuid", "cohort__series", "cohort__meetings__title")
    found: dict[int, list[PlannedMeeting]] = defaultdict(list)
    for person, meeting, series, title, at in places.values_list(
        "user", *about, "cohort__meetings__starts_at"
    ):
        found[person].append(PlannedMeeting(meeting, series, title, timezone.localdate(at)))
    return found


def meetings_of(person: User) -> list[MeetingPresence]:
    """Return past and future meetings of a person with the presence that was written down, oldest first."""
    noted = Attendance.objects.filter(meeting=OuterRef("pk"), user=person)
    place = CohortMember.objects.filter(cohort=OuterRef("cohort"), user=person)
    meetings = (
        Meeting.objects.annotate(presence=Subquery(noted.values("presence")))
        .filter(Exists(place.filter(left_on=None)) | Q(presence__isnull=False))
        .select_related("cohort")
        .order_by("starts_at")
    )
    return [_with_presence(meeting) for meeting in meetings]


def _with_presence(meeting: Meeting) -> MeetingPresence:
    presence: str = meeting.presence or ""  # type: ignore[attr-defined]  # annotated
    return MeetingPresence(
        uuid=meeting.uuid,
        title=meeting.title,
        number=meeting.number,
        cohort=meeting.cohort.title,
        series=meeting.cohort.series,
        starts_at=meeting.starts_at,
        presence=presence,
        presence_label=str(Attendance.Presence(presence).label) if presence else "",
    )


def people_of(meeting: Meeting) -> QuerySet[User]:
    """Return who belongs on the list of a meeting: who has a place, had it that day, or is written down."""
    then = timezone.localdate(meeting.starts_at)
    place = CohortMember.objects.filter(user=OuterRef("pk"), cohort=meeting.cohort_id)
    stayed = place.filter(Q(left_on=None) | Q(left_on__gte=then))
    noted = Attendance.objects.filter(user=OuterRef("pk"), meeting=meeting)
    return User.objects.filter(Exists(stayed) | Exists(noted)).order_by("name")


def people_on_list(meeting: Meeting, actor: User) -> QuerySet[User]:
    """Return the people of a meeting whose presence this actor may write down."""
    return people_of(meeting).filter(pk__in=people_for(actor).values("pk"))


def presence_at(meeting: Meeting) -> dict[int, str]:
    """Return what was written down about a meeting, by the person's key."""
    return dict(meeting.attendance.values_list("user_id", "presence"))


def cohort_rows(actor: User, now: datetime) -> QuerySet[Cohort]:
    """Return the editions an actor may arrange, with `people`, `next_at`, `last_at` and `is_behind`.

    Behind means: of a meeting that has started, somebody's presence is still open.
    """
    noted = Attendance.objects.filter(meeting=OuterRef(OuterRef("pk")), user=OuterRef("user"))
    waiting = CohortMember.objects.filter(~Exists(noted), cohort=OuterRef("cohort"), left_on=None)
    behind = Meeting.objects.filter(Exists(waiting), cohort=OuterRef("pk"), starts_at__lte=now)
    return (
        cohorts_for(actor)
        .annotate(
            people=Count("members", filter=CURRENT, distinct=True),
            next_at=Min("meetings__starts_at", filter=Q(meetings__ends_at__gt=now)),
            last_at=Max("meetings__ends_at"),
            is_behind=Exists(behind),
        )
        .select_related("trainer")
        .order_by("-starts_on", "title")
    )


def cohort_page(cohort: Cohort, actor: User, now: datetime) -> CohortPage:
    """Return an edition with its meetings and its people within the actor's scope, in a few queries."""
    places = cohort.members.filter(left_on=None)
    members = tuple(people_for(actor).filter(pk__in=places.values("user")).order_by("name"))
    total = places.count()
    noted = Count("attendance", filter=Q(attendance__user__in=[person.pk for person in members]))
    meetings = cohort.meetings.annotate(noted=noted).order_by("starts_at")
    return CohortPage(
        cohort=cohort,
        members=members,
        others=total - len(members),
        meetings=tuple(_meeting_row(meeting, len(members), now) for meeting in meetings),
    )


def _meeting_row(meeting: Meeting, people: int, now: datetime) -> MeetingRow:
    noted: int = meeting.noted  # type: ignore[attr-defined]  # annotated
    return MeetingRow(
        uuid=meeting.uuid,
        number=meeting.number,
        title=meeting.title,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        has_started=meeting.starts_at <= now,
        open_places=people - noted,
    )


def candidates(cohort: Cohort, actor: User) -> QuerySet[User]:
    """Return the volunteers this actor may add: within scope, and without a place here now."""
    return people_for(actor).exclude(pk__in=cohort.members.filter(left_on=None).values("user"))
