"""Verbs of looking as a volunteer. All they write is the session and the log (docs/decisions/0017)."""

from typing import Any

from django.db import transaction

from lms.accounts.models import User
from lms.courses.pages.models import CoursePage
from lms.courses.progress.visits import AS_VOLUNTEER, TRIED
from lms.courses.viewing import audit


@transaction.atomic
def start_viewing(session: Any, course: CoursePage, actor: User) -> None:
    """Show this person every course as a volunteer who just begins sees it, until they stop."""
    session[AS_VOLUNTEER] = str(course.uid)
    session.pop(TRIED, None)
    audit.viewing_started(course, actor)


@transaction.atomic
def stop_viewing(session: Any, actor: User) -> None:
    """Show this person everything as before; the answers that were tried are gone. Harmless to repeat."""
    began_at = session.pop(AS_VOLUNTEER, None)
    session.pop(TRIED, None)
    course = CoursePage.objects.filter(uid=began_at).first() if began_at else None
    if course is not None:
        audit.viewing_stopped(course, actor)
