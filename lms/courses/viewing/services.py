"""Verbs of looking as a volunteer. All they write is the session and the log (docs/decisions/0017)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from lms.accounts.models import User
from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.progress.visits import AS_VOLUNTEER, BEGUN, TRIED
from lms.courses.viewing import audit


@transaction.atomic
def start_viewing(session: Any, course: CoursePage, actor: User) -> None:
    """Show this person every course as a volunteer who just begins sees it, until they stop."""
    session[AS_VOLUNTEER] = str(course.uid)
    _forget(session)
    audit.viewing_started(course, actor)


@transaction.atomic
def stop_viewing(session: Any, actor: User) -> None:
    """Show this person everything as before; the answers that were tried are gone. Harmless to repeat."""
    began_at = session.pop(AS_VOLUNTEER, None)
    _forget(session)
    course = CoursePage.objects.filter(uid=began_at).first() if began_at else None
    if course is not None:
        audit.viewing_stopped(course, actor)


def begin_lesson(session: Any, lesson_uid: UUID, now: datetime) -> None:
    """Open this lesson from now on without its warning, until one stops, if it is there."""
    if not LessonPage.objects.live().filter(uid=lesson_uid).exists():
        return
    session[BEGUN] = {**session.get(BEGUN, {}), str(lesson_uid): now.isoformat()}


def _forget(session: Any) -> None:
    for key in (TRIED, BEGUN):
        session.pop(key, None)
