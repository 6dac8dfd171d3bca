"""What is logged about changes of lessons. Of a learner: that it was done, never an answer."""

from uuid import UUID

from wagtail.models import Page

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.changes.models import LessonChange

register_actions(
    {
        "courses.lesson_changed": "Les veranderd",
        "courses.lesson_refreshed": "Gelezen wat nieuw is in een les",
        "courses.lesson_refreshed_on_paper": "Op papier: gelezen wat nieuw is in een les",
    }
)


def lesson_changed(page: Page, change: LessonChange) -> None:
    """A lesson went online with a change; `kind` says how much it matters."""
    record(
        "courses.lesson_changed",
        subject=page,
        actor=change.published_by,
        change=change.uuid,
        kind=str(change.kind),
    )


def lesson_refreshed(person: User, change: UUID, actor: User, *, on_paper: bool) -> None:
    """A person did what a change of safety asks; `on_paper` when somebody else wrote that down."""
    action = "courses.lesson_refreshed_on_paper" if on_paper else "courses.lesson_refreshed"
    record(action, subject=person, actor=actor, change=change)
