"""Who may read the scheme, and who may change it."""

from django.contrib.auth.models import AnonymousUser

from lms.accounts.models import User
from lms.accounts.public import Role, grants_of, holds
from lms.certification.policies import NotAllowed

Person = User | AnonymousUser


def may_read_schemes(person: Person) -> bool:
    """Say whether the person may read the scheme: who coordinates or trains has to explain it."""
    return holds(person, Role.COORDINATOR, Role.TRAINER)


def may_edit_schemes(person: Person) -> bool:
    """Say whether the person may change the scheme: it holds for all, so a coordinator of everybody."""
    return any(
        grant.role == Role.COORDINATOR and grant.organisation_id is None for grant in grants_of(person)
    )


def require_editor(actor: User) -> None:
    """Raise NotAllowed unless the actor may change schemes now; roles are read again."""
    if not may_edit_schemes(User.objects.get(pk=actor.pk)):
        raise NotAllowed
