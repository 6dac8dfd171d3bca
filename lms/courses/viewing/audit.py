"""What is logged about looking as a volunteer: who, at which course, from when to when."""

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.pages.models import CoursePage

register_actions(
    {
        "courses.viewing_started": "Ging kijken als vrijwilliger",
        "courses.viewing_stopped": "Stopte met kijken als vrijwilliger",
    }
)


def viewing_started(course: CoursePage, actor: User) -> None:
    """Somebody began to look at a course as a volunteer does."""
    record("courses.viewing_started", subject=course, actor=actor)


def viewing_stopped(course: CoursePage, actor: User) -> None:
    """Somebody stopped looking as a volunteer."""
    record("courses.viewing_stopped", subject=course, actor=actor)
