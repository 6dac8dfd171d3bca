"""Somebody who reads what is new goes to a situation in a lesson; passing it there ends the reading.

Only this: which situation is expected is kept in the session, so that every other visit to a lesson costs
nothing. Without it the page of what is new has a button that does the same.
"""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.courses.changes.services import finish_changes
from lms.courses.progress.desk import NotEnrolledError

EXPECTED = "situation_after_reading"


def expect_situation(request: HttpRequest, exercise_uid: UUID, lesson_uid: UUID) -> None:
    """Remember that this situation is to be done for what is new in a lesson."""
    request.session[EXPECTED] = [str(exercise_uid), str(lesson_uid)]


def after_situation(request: HttpRequest, person: User, exercise_uid: UUID | None, now: datetime) -> None:
    """Finish the reading when the expected situation was passed; called when its step is shown again."""
    expected = request.session.get(EXPECTED)
    if not expected or expected[0] != str(exercise_uid):
        return
    try:
        is_done = finish_changes(person, UUID(expected[1]), now)
    except NotEnrolledError:  # the lesson went offline meanwhile
        del request.session[EXPECTED]
        return
    if is_done:
        del request.session[EXPECTED]
        messages.success(request, _("Bewaard. Je bent weer bij met wat nieuw is."))
