"""Verbs of group training: arrange editions, their meetings and their members."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lms.accounts.models import User
from lms.courses.cohorts import audit
from lms.courses.cohorts.models import Attendance, Cohort, CohortMember, Meeting
from lms.courses.cohorts.policies import people_for
from lms.courses.cohorts.rules import Problem, Refused, changes, has_started
from lms.courses.cohorts.selectors import people_on_list
from lms.courses.pages.models import CoursePage
from lms.courses.progress.services import enroll
from lms.outbox.public import publish


@dataclass(frozen=True)
class CohortDraft:
    """What one says about an edition; the course is chosen once."""

    title: str
    trainer: User | None
    starts_on: date
    series: str


@dataclass(frozen=True)
class MeetingDraft:
    """What one says about a meeting."""

    number: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    programme: str = ""
    bring: str = ""


@transaction.atomic
def start_cohort(draft: CohortDraft, course: CoursePage, submission: uuid.UUID, actor: User) -> Cohort:
    """Make an edition; the same submission again gives the edition that is already there."""
    cohort, made = Cohort.objects.get_or_create(
        uuid=submission, defaults={"course": course, **_fields(draft)}
    )
    if made:
        audit.cohort_started(cohort, actor)
    return cohort


@transaction.atomic
def change_cohort(cohort: Cohort, draft: CohortDraft, actor: User) -> None:
    """Change an edition; the series stands once somebody's presence was counted under it."""
    cohort = _locked(cohort)
    counted = Attendance.objects.filter(meeting__cohort=cohort).exists()
    if draft.series != cohort.series and counted:
        raise Refused(Problem.SERIES_FIXED)
    if _put(cohort, _fields(draft)):
        audit.cohort_changed(cohort, actor)


@transaction.atomic
def plan_meetings(
    cohort: Cohort, drafts: Iterable[MeetingDraft], submission: uuid.UUID, actor: User
) -> list[Meeting]:
    """Add meetings to an edition and return the new ones; the same submission again adds nothing."""
    cohort = _locked(cohort)
    rows = {meeting_uuid(submission, draft.number): draft for draft in drafts}
    there = set(Meeting.objects.filter(uuid__in=rows).values_list("uuid", flat=True))
    new = {key: draft for key, draft in rows.items() if key not in there}
    if cohort.meetings.filter(number__in=[draft.number for draft in new.values()]).exists():
        raise Refused(Problem.NUMBER_TAKEN)
    meetings = Meeting.objects.bulk_create(
        Meeting(uuid=key, cohort=cohort, **asdict(draft)) for key, draft in new.items()
    )
    if meetings:
        audit.meetings_planned(cohort, actor, count=len(meetings))
    return meetings


def meeting_uuid(submission: uuid.UUID, number: int) -> uuid.UUID:
    """Return the id that a row of a plan gets: the same page sent twice gives the same ids."""
    return uuid.uuid5(submission, str(number))


@transaction.atomic
def change_meeting(meeting: Meeting, draft: MeetingDraft, actor: User, now: datetime) -> None:
    """Change a meeting; when its day moves, presence that was written down moves with it."""
    meeting = _locked_meeting(meeting.uuid)
    if meeting.cohort.meetings.filter(number=draft.number).exclude(pk=meeting.pk).exists():
        raise Refused(Problem.NUMBER_TAKEN)
    present = list(meeting.attendance.select_related("user"))
    if present and not has_started(draft.starts_at, now):
        raise Refused(Problem.NOT_STARTED)
    was_on = timezone.localdate(meeting.starts_at)
    if not _put(meeting, asdict(draft)):
        return
    audit.meeting_changed(meeting, actor)
    if timezone.localdate(meeting.starts_at) != was_on:
        for row in present:
            publish("courses.attendance_recorded", now=now, person=row.user.uuid, meeting=meeting.uuid)


@transaction.atomic
def cancel_meeting(meeting: Meeting, actor: User) -> None:
    """Take a meeting away; refused when somebody's presence was written down."""
    meeting = _locked_meeting(meeting.uuid)
    if meeting.attendance.exists():
        raise Refused(Problem.ATTENDANCE_KNOWN)
    audit.meeting_cancelled(meeting, actor)
    meeting.delete()


@transaction.atomic
def add_members(cohort: Cohort, people: Iterable[User], actor: User, now: datetime) -> list[User]:
    """Give people a place in an edition and in its course; return those who are new in it."""
    cohort = _locked(cohort)
    allowed = set(people_for(actor))
    here = {place.user_id: place for place in cohort.members.all()}
    added = []
    for person in people:
        if person not in allowed:
            raise Refused(Problem.STRANGER)
        place = here.get(person.pk)
        if place is not None and place.left_on is None:
            continue
        CohortMember.objects.update_or_create(
            cohort=cohort,
            user=person,
            defaults={"left_on": None},
            create_defaults={"joined_on": timezone.localdate(now)},
        )
        enroll(person, cohort.course, actor, now)
        audit.joined(person, cohort, actor)
        added.append(person)
    return added


@transaction.atomic
def remove_member(cohort: Cohort, person: User, actor: User, now: datetime) -> bool:
    """End a person's place; what was written down stays. Return whether there was a place to end."""
    if not people_for(actor).filter(pk=person.pk).exists():
        raise Refused(Problem.STRANGER)
    ended = cohort.members.filter(user=person, left_on=None).update(left_on=timezone.localdate(now))
    if ended:
        audit.left(person, cohort, actor)
    return bool(ended)


@transaction.atomic
def record_attendance(
    meeting: uuid.UUID, presences: Mapping[uuid.UUID, str], actor: User, now: datetime
) -> int:
    """Write down who was at a meeting, by the uuid of the person; return how many rows are new or different.

    The last one counts: a correction replaces what stood there, and the log keeps both. Refused for a meeting
    that has not started, and for people who are not on the actor's list of that meeting.
    """
    row = _locked_meeting(meeting)
    if not has_started(row.starts_at, now):
        raise Refused(Problem.NOT_STARTED)
    people = {person.uuid: person for person in people_on_list(row, actor)}
    if not presences.keys() <= people.keys():
        raise Refused(Problem.STRANGER)
    known = {place.user.uuid: place.presence for place in row.attendance.select_related("user")}
    new = changes(known, {key: str(Attendance.Presence(value)) for key, value in presences.items()})
    Attendance.objects.bulk_create(
        (
            Attendance(meeting=row, user=people[key], presence=value, recorded_by=actor, recorded_at=now)
            for key, value in new.items()
        ),
        update_conflicts=True,
        unique_fields=["meeting", "user"],
        update_fields=["presence", "recorded_by", "recorded_at"],
    )
    for key, value in new.items():
        audit.attendance_recorded(people[key], row, actor, presence=value, was=known.get(key, ""))
        publish("courses.attendance_recorded", now=now, person=key, meeting=row.uuid)
    return len(new)


def _fields(draft: CohortDraft) -> dict[str, object]:
    return {
        "title": draft.title,
        "trainer": draft.trainer,
        "starts_on": draft.starts_on,
        "series": draft.series,
    }


def _put(row: Cohort | Meeting, values: Mapping[str, object]) -> bool:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)
    return bool(changed)


def _locked(cohort: Cohort) -> Cohort:
    """Return the edition as it is now, held until the end of the transaction: one change after the other."""
    return Cohort.objects.select_for_update().get(pk=cohort.pk)


def _locked_meeting(key: uuid.UUID) -> Meeting:
    """Return the meeting as it is now, and hold its edition: attendance and what it counts for agree."""
    cohort = Cohort.objects.select_for_update(of=("self",)).get(meetings__uuid=key)
    return cohort.meetings.get(uuid=key)
