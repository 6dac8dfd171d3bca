"""What is logged about learning. The subject is the person; never an answer."""

from uuid import UUID

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.progress.models import Enrollment

register_actions(
    {
        "courses.enrolled": "Ingeschreven voor een cursus",
        "courses.lesson_completed": "Les afgerond",
        "courses.lesson_completed_on_paper": "Les afgerond op papier",
        "courses.lesson_repeated": "Les opnieuw gedaan",
        "courses.course_completed": "Cursus afgerond",
    }
)


def enrolled(enrollment: Enrollment, actor: User | None) -> None:
    """A person may take a course."""
    record("courses.enrolled", subject=enrollment.user, actor=actor, enrollment=str(enrollment.uuid))


def lesson_completed(person: User, lesson_uid: UUID, actor: User, *, on_paper: bool) -> None:
    """A person finished a lesson; `on_paper` when somebody else wrote that down."""
    action = "courses.lesson_completed_on_paper" if on_paper else "courses.lesson_completed"
    record(action, subject=person, actor=actor, lesson=str(lesson_uid))


def lesson_repeated(person: User, lesson_uid: UUID) -> None:
    """A person did a finished lesson again."""
    record("courses.lesson_repeated", subject=person, actor=person, lesson=str(lesson_uid))


def course_completed(person: User, course_uid: UUID) -> None:
    """A person finished every lesson of a course."""
    record("courses.course_completed", subject=person, actor=None, course=str(course_uid))
