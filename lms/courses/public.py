"""The door of the courses app."""

from lms.courses.cohorts.models import Attendance
from lms.courses.cohorts.period_forms import DayField, PeriodForm
from lms.courses.cohorts.rules import Refused as AttendanceRefused
from lms.courses.cohorts.selectors import (
    AttendanceFact,
    MeetingCard,
    MeetingPresence,
    PlannedMeeting,
    attendance_fact,
    meetings_of,
    planned_meetings,
    upcoming_meetings,
)
from lms.courses.cohorts.services import record_attendance
from lms.courses.progress.completion import complete_lesson, record_paper_completion
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.lists import TaskRow
from lms.courses.progress.selectors import (
    CourseItems,
    NextStep,
    completed_items,
    course_items,
    next_step,
)
from lms.courses.progress.services import enroll

Presence = Attendance.Presence

__all__ = [
    "AttendanceFact",
    "AttendanceRefused",
    "CourseItems",
    "DayField",
    "MeetingCard",
    "MeetingPresence",
    "NextStep",
    "NotEnrolledError",
    "PeriodForm",
    "PlannedMeeting",
    "Presence",
    "TaskRow",
    "attendance_fact",
    "complete_lesson",
    "completed_items",
    "course_items",
    "enroll",
    "meetings_of",
    "next_step",
    "planned_meetings",
    "record_attendance",
    "record_paper_completion",
    "upcoming_meetings",
]
