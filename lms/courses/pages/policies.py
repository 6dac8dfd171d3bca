"""Who may do what with a page, beyond what Wagtail's own rights say."""

from django.contrib.auth.models import AnonymousUser
from wagtail.models import WorkflowState

from lms.accounts.models import User
from lms.accounts.public import Role, holds

Person = User | AnonymousUser


def may_write(person: Person) -> bool:
    """Say whether the person edits content."""
    return holds(person, Role.TRAINER, Role.ADMINISTRATOR) or bool(getattr(person, "is_superuser", False))


def may_read_for_another(person: Person, state: WorkflowState | None) -> bool:
    """Say whether the person may say that a text was read: an editor who did not hand it in.

    `state` is the text that waits; None asks whether the person reads for others at all.
    """
    return may_write(person) and (state is None or state.requested_by_id != person.pk)
