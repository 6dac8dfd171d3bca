"""Reads of what people did: meetings, lessons and hours. The numbers on a certificate come from here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification.certificates.rules import Hours, Participation, Share
from lms.courses.models import Attendance, Cohort, LessonProgress, Meeting
from lms.courses.public import CourseItems, Presence, course_items
from lms.intervision.models import SessionPresence

Lessons = Mapping[UUID, date]


def participations(cohort: Cohort, people: Iterable[int]) -> dict[int, Participation]:
    """What each of these people did in an edition, by primary key; 6 queries for any number of people."""
    keys = list(people)
    total = cohort.meetings.count()
    attended = _attended(cohort, keys)
    items = course_items(cohort.course)
    lessons = _lessons(items, keys)
    return {key: _participation(total, attended[key], items, lessons[key]) for key in keys}


def hours_of(person: User, starts_on: date, ends_on: date) -> Hours:
    """How often and how long somebody was at training and intervision in a period; 2 queries."""
    meetings = Attendance.objects.filter(user=person, presence=Presence.PRESENT).values_list(
        "meeting__starts_at", "meeting__ends_at"
    )
    sessions = SessionPresence.objects.filter(user=person, was_present=True).values_list(
        "session__starts_at", "session__net_minutes"
    )
    trained = [_minutes(begin, end) for begin, end in meetings if starts_on <= localdate(begin) <= ends_on]
    talked = [net or 0 for begin, net in sessions if starts_on <= localdate(begin) <= ends_on]
    return Hours(
        starts_on=starts_on,
        ends_on=ends_on,
        meetings=len(trained),
        meeting_minutes=sum(trained),
        sessions=len(talked),
        session_minutes=sum(talked),
    )


def editions_of(person: User) -> list[Cohort]:
    """The editions in which a person was at a meeting, or has a place; 1 query."""
    was_there = Attendance.objects.filter(user=person, presence=Presence.PRESENT).values("meeting__cohort")
    mine = Cohort.objects.filter(pk__in=was_there) | Cohort.objects.filter(members__user=person)
    return list(mine.select_related("course").order_by("-starts_on", "title").distinct())


def people_of_edition(cohort: Cohort) -> list[int]:
    """The keys of everybody who was at a meeting of an edition; 1 query."""
    rows = Attendance.objects.filter(meeting__cohort=cohort, presence=Presence.PRESENT)
    return list(rows.order_by("user").values_list("user", flat=True).distinct())


def _attended(cohort: Cohort, keys: list[int]) -> Mapping[int, list[Meeting]]:
    found: dict[int, list[Meeting]] = defaultdict(list)
    rows = Attendance.objects.filter(meeting__cohort=cohort, user__in=keys, presence=Presence.PRESENT)
    for row in rows.select_related("meeting").order_by("meeting__starts_at"):
        found[row.user_id].append(row.meeting)
    return found


def _lessons(items: CourseItems, keys: list[int]) -> Mapping[int, dict[UUID, date]]:
    found: dict[int, dict[UUID, date]] = defaultdict(dict)
    rows = LessonProgress.objects.filter(enrollment__user__in=keys, lesson_uid__in=items.uids())
    done = rows.exclude(completed_at=None).values_list("enrollment__user", "lesson_uid", "completed_at")
    for person, lesson, at in done:
        if at is not None:
            found[person][lesson] = localdate(at)
    return found


def _participation(
    total: int, meetings: list[Meeting], items: CourseItems, lessons: Lessons
) -> Participation:
    modules: dict[int, list[bool]] = defaultdict(list)
    for item in items.items:
        modules[item.module].append(item.uid in lessons)
    days = sorted(localdate(each.starts_at) for each in meetings) or sorted(lessons.values())
    return Participation(
        meetings=Share(len(meetings), max(total, len(meetings))),
        minutes=sum(_minutes(each.starts_at, each.ends_at) for each in meetings),
        lessons=Share(len(lessons), len(items.items)),
        modules=Share(sum(all(done) for done in modules.values()), len(modules)),
        starts_on=days[0] if days else None,
        ends_on=days[-1] if days else None,
    )


def _minutes(begin: datetime, end: datetime) -> int:
    return round((end - begin).total_seconds() / 60)
