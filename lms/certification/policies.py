"""Who may record and decide about whom, asked again inside the transaction."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied

from lms.accounts.models import User
from lms.accounts.public import Role, may_coordinate, people_within


class NotAllowed(PermissionDenied):
    """This person may not do this; strangers must not learn more than that."""


def require_coordinator(actor: User, person: User) -> None:
    """Raise NotAllowed unless the actor is a coordinator of this person now, whatever a request remembers.

    Roles are read again: a role that ended a moment ago does not count any more.
    """
    fresh = User.objects.get(pk=actor.pk)
    if not may_coordinate(fresh, person):
        raise NotAllowed


def coordinated_by(actor: User, people: Iterable[User]) -> frozenset[int]:
    """The primary keys of those of `people` that the actor coordinates now; roles are read again, too."""
    mine = people_within(User.objects.get(pk=actor.pk), Role.COORDINATOR)
    return frozenset(mine.filter(pk__in=[each.pk for each in people]).values_list("pk", flat=True))
