"""The groups of the demo: two editions of the basic training, and a group for intervision."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from lms.accounts.models import User
from lms.courses.cohorts.services import CohortDraft, MeetingDraft, add_members, plan_meetings, start_cohort
from lms.courses.models import Cohort, CoursePage, Meeting
from lms.courses.public import record_attendance
from lms.demo import cast
from lms.demo.story import stable_uuid
from lms.intervision.models import Method
from lms.intervision.services import SessionDraft, plan_session, start_group
from lms.intervision.services import add_members as add_group_members

People = list[tuple[User, cast.Volunteer]]
SERIES = "basistraining"


@dataclass(frozen=True)
class Edition:
    """An edition: `shift` is how much earlier its meetings are than those of the cast."""

    title: str
    code: str
    shift: timedelta
    written_down: int


AUTUMN = Edition("Najaar 2026", "", timedelta(), cast.WRITTEN_DOWN)
SPRING = Edition("Voorjaar 2026", "spring", cast.SPRING, len(cast.MEETINGS))


def train(
    course: CoursePage, edition: Edition, people: People, staff: dict[str, User], now: datetime
) -> Cohort:
    """Arrange an edition with its meetings and people, and write down who was there."""
    koen, then = staff["Koen"], now + edition.shift
    started_on = timezone.localdate(then) + cast.MEETINGS[0][1]
    draft = CohortDraft(edition.title, staff["Femke"], started_on, SERIES)
    cohort = start_cohort(draft, course, stable_uuid("cohort", edition.code), koen)
    drafts = [
        MeetingDraft(number, title, _at(then, days, 10), _at(then, days, 12.5), "Stadhuisplein 1, zaal 4")
        for number, (title, days) in enumerate(cast.MEETINGS, start=1)
    ]
    meetings = plan_meetings(cohort, drafts, stable_uuid("meetings", edition.code), koen)
    add_members(cohort, [person for person, _ in people], koen, now)
    for meeting in sorted(meetings, key=lambda each: each.number)[: edition.written_down]:
        record_attendance(meeting.uuid, _presences(meeting, people), koen, now)
    return cohort


def meet(people: People, staff: dict[str, User], now: datetime) -> None:
    """A group for intervision, with a session that was and one that comes."""
    group = start_group("Groep Haven", staff["Femke"], stable_uuid("group"), staff["Koen"])
    members = [person for person, role in people if role.meetings][:6]
    since = timezone.localdate(now) - timedelta(days=30)
    add_group_members(group, members, since, staff["Koen"])
    method = Method.objects.order_by("title").first()
    for days in cast.SESSIONS:
        draft = SessionDraft(
            _at(now, days, 14), _at(now, days, 15.5), "Stadhuisplein 1, zaal 2", "in_person", method
        )
        plan_session(group, draft, stable_uuid("session", days), staff["Koen"])


def _presences(meeting: Meeting, people: Iterable[tuple[User, cast.Volunteer]]) -> dict[uuid.UUID, str]:
    return {
        person.uuid: "present" if meeting.number <= role.meetings else "absent"
        for person, role in people
        if role.meetings
    }


def _at(now: datetime, days: timedelta, hour: float) -> datetime:
    day = timezone.localdate(now) + days
    clock = time(int(hour), int(hour % 1 * 60))
    return timezone.make_aware(datetime.combine(day, clock))
