"""What the courses app logs: each slice declares its own actions."""

from lms.courses.changes import audit as changes
from lms.courses.cohorts import audit as cohorts
from lms.courses.hand_ins import audit as hand_ins
from lms.courses.pages import audit as pages
from lms.courses.paper import audit as paper
from lms.courses.progress import audit as progress
from lms.courses.second_reader import audit as second_reader
from lms.courses.viewing import audit as viewing
from lms.courses.word_import import audit as word_import

__all__ = [
    "changes",
    "cohorts",
    "hand_ins",
    "pages",
    "paper",
    "progress",
    "second_reader",
    "viewing",
    "word_import",
]
