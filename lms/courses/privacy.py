"""Which personal data the courses app holds: each slice declares its own models."""

from lms.courses.changes import privacy as changes
from lms.courses.cohorts import privacy as cohorts
from lms.courses.hand_ins import privacy as hand_ins
from lms.courses.media import privacy as media
from lms.courses.own_texts import privacy as own_texts
from lms.courses.pages import privacy as pages
from lms.courses.prints import privacy as prints
from lms.courses.progress import privacy as progress
from lms.courses.second_reader import privacy as second_reader

__all__ = [
    "changes",
    "cohorts",
    "hand_ins",
    "media",
    "own_texts",
    "pages",
    "prints",
    "progress",
    "second_reader",
]
