"""What the templates of handing in ask for."""

from uuid import UUID

from django import template

from lms.accounts.models import User
from lms.accounts.public import Role, holds
from lms.courses.hand_ins.forms import WorkForm
from lms.courses.hand_ins.selectors import Desk, desk_for
from lms.courses.hand_ins.waiting import waiting_for

register = template.Library()


@register.simple_tag(takes_context=True)
def hand_in_desk(context: template.Context, lesson_uid: UUID, exercise_uid: UUID) -> Desk | None:
    """Return what this learner handed in for an assignment; 1 query, None for who takes no such course."""
    user = getattr(context.get("request"), "user", None)
    return desk_for(user, lesson_uid, exercise_uid) if isinstance(user, User) else None


@register.simple_tag
def hand_in_form(desk: Desk) -> WorkForm:
    """Return the form to hand in with, with the draft that was kept."""
    return WorkForm(desk=desk)


@register.simple_tag(takes_context=True)
def works_waiting(context: template.Context) -> int:
    """Return how many works wait for a reply of who is looking; 0 without a query for who is no trainer."""
    user = getattr(context.get("request"), "user", None)
    return waiting_for(user) if isinstance(user, User) and holds(user, Role.TRAINER) else 0
