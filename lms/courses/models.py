"""The tables of learning, gathered from the slices: Django finds an app's models here."""

from lms.courses.cohorts.models import Attendance, Cohort, CohortMember, Meeting
from lms.courses.pages.models import CoursePage, HomePage, LessonPage, ModulePage, TralansPage
from lms.courses.progress.models import Attempt, Enrollment, ExerciseState, LessonProgress, LessonRepeat

__all__ = [
    "Attempt",
    "Attendance",
    "Cohort",
    "CohortMember",
    "CoursePage",
    "Enrollment",
    "ExerciseState",
    "HomePage",
    "LessonPage",
    "LessonProgress",
    "LessonRepeat",
    "Meeting",
    "ModulePage",
    "TralansPage",
]
