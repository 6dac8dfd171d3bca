"""The tables of learning, gathered from the slices: Django finds an app's models here."""

from lms.courses.changes.models import LessonChange, OnlineText, Refresh
from lms.courses.cohorts.models import Attendance, Cohort, CohortMember, Meeting
from lms.courses.hand_ins.models import HandIn, HandInFile
from lms.courses.media.models import CourseDocument, Picture, PictureRendition, Recording
from lms.courses.own_texts.models import OwnText
from lms.courses.pages.models import CoursePage, HomePage, LessonPage, ModulePage, TralansPage
from lms.courses.prints.models import PrintedPart
from lms.courses.progress.models import Attempt, Enrollment, ExerciseState, LessonProgress, LessonRepeat
from lms.courses.second_reader.models import SecondReaderTask

__all__ = [
    "Attempt",
    "Attendance",
    "Cohort",
    "CohortMember",
    "CourseDocument",
    "CoursePage",
    "Enrollment",
    "ExerciseState",
    "HandIn",
    "HandInFile",
    "HomePage",
    "LessonChange",
    "LessonPage",
    "LessonProgress",
    "LessonRepeat",
    "Meeting",
    "ModulePage",
    "OnlineText",
    "OwnText",
    "Picture",
    "PictureRendition",
    "PrintedPart",
    "Recording",
    "Refresh",
    "SecondReaderTask",
    "TralansPage",
]
