"""What was decided about many people at once, as it stands now."""

import uuid
from dataclasses import dataclass

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.models import Decision


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One person of a batch, and whether that decision was taken back."""

    person: User
    is_undone: bool


def batch_lines(batch: uuid.UUID, actor: User) -> tuple[BatchLine, ...]:
    """The people of this coordinator about whom was decided in one go, by name; empty when there are none."""
    made = Decision.objects.filter(batch=batch).exclude(kind=Decision.Kind.UNDO)
    mine = made.filter(person__in=people_within(actor, Role.COORDINATOR).order_by().values("pk"))
    rows = mine.select_related("person", "undone_by").order_by("person__name", "pk")
    return tuple(BatchLine(each.person, hasattr(each, "undone_by")) for each in rows)
