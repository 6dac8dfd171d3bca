"""Who may record and decide about whom, asked again inside the transaction."""

from lms.accounts.models import User
from lms.accounts.public import may_coordinate


class NotAllowed(PermissionError):  # noqa: N818  (what it says, not what kind of thing it is)
    """This person may not do this; strangers must not learn more than that."""


def require_coordinator(actor: User, person: User) -> None:
    """Raise NotAllowed unless the actor is a coordinator of this person now, whatever a request remembers.

    Roles are read again: a role that ended a moment ago does not count any more.
    """
    fresh = User.objects.get(pk=actor.pk)
    if not may_coordinate(fresh, person):
        raise NotAllowed
