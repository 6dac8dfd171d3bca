"""The door of the courses app."""

from lms.courses.cohorts.forms import DayField, PeriodForm
from lms.courses.cohorts.models import Attendance
from lms.courses.cohorts.rules import Refused as AttendanceRefused
from lms.courses.cohorts.selectors import (
    AttendanceFact,
    MeetingCard,
    MeetingPresence,
    attendance_fact,
    meetings_of,
    upcoming_meetings,
)
from lms.courses.cohorts.services import record_attendance

Presence = Attendance.Presence

__all__ = [
    "AttendanceFact",
    "AttendanceRefused",
    "DayField",
    "MeetingCard",
    "MeetingPresence",
    "PeriodForm",
    "Presence",
    "attendance_fact",
    "meetings_of",
    "record_attendance",
    "upcoming_meetings",
]
