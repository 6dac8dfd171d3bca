"""What is logged about course packages."""

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.models import CoursePage

register_actions({"packages.course_loaded": "Cursuspakket geladen"})


def course_loaded(course: CoursePage, actor: User | None, *, version: str) -> None:
    """A course came from a package, or a newer version of it did."""
    record("packages.course_loaded", subject=course, actor=actor, course=str(course.uid), version=version)
