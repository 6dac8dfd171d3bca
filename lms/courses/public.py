"""The door of the courses app."""

from lms.courses.changes.dues import Due, asked_of, dues_of
from lms.courses.changes.selectors import news_rows
from lms.courses.changes.services import TooEarlyError, record_refresh
from lms.courses.cohorts.models import Attendance
from lms.courses.cohorts.period_forms import DayField, PeriodForm
from lms.courses.cohorts.policies import cohorts_for, people_of_trainer
from lms.courses.cohorts.policies import people_for as trainees_for
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
from lms.courses.hand_ins.selectors import reply_rows
from lms.courses.media import services as media_store
from lms.courses.pages.fields import BlockField
from lms.courses.progress.completion import complete_lesson, record_paper_completion, repeat_lesson
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.lists import TaskRow
from lms.courses.progress.selectors import (
    CourseItems,
    NextStep,
    Repeat,
    completed_items,
    course_items,
    lesson_links,
    next_step,
    repeat_of,
)
from lms.courses.progress.services import enroll
from lms.courses.second_reader.services import follow_second_reader

Presence = Attendance.Presence

__all__ = [
    "AttendanceFact",
    "AttendanceRefused",
    "BlockField",
    "CourseItems",
    "DayField",
    "Due",
    "MeetingCard",
    "MeetingPresence",
    "NextStep",
    "NotEnrolledError",
    "PeriodForm",
    "PlannedMeeting",
    "Presence",
    "Repeat",
    "TaskRow",
    "TooEarlyError",
    "asked_of",
    "attendance_fact",
    "cohorts_for",
    "complete_lesson",
    "completed_items",
    "course_items",
    "dues_of",
    "enroll",
    "follow_second_reader",
    "lesson_links",
    "media_store",
    "meetings_of",
    "news_rows",
    "next_step",
    "people_of_trainer",
    "planned_meetings",
    "record_attendance",
    "record_paper_completion",
    "record_refresh",
    "repeat_lesson",
    "repeat_of",
    "reply_rows",
    "trainees_for",
    "upcoming_meetings",
]
