"""Who may open what of a course."""

from django.contrib.auth.models import AnonymousUser

from lms.accounts.models import User
from lms.accounts.public import Role, holds

Person = User | AnonymousUser

READERS = (Role.TRAINER, Role.COORDINATOR, Role.ADMINISTRATOR)
WRITERS = (Role.TRAINER, Role.ADMINISTRATOR)
TALKERS = (Role.TRAINER, Role.COORDINATOR)


def may_read_along(person: Person) -> bool:
    """Say whether the person may read a course without taking it; nothing is then stored."""
    return holds(person, *READERS)


def may_see_trainer_notes(person: Person) -> bool:
    """Say whether the person may see what is meant for who gives or edits the course."""
    return holds(person, *WRITERS)


def may_hold_closing_talk(person: Person) -> bool:
    """Say whether the person may see the guide of the closing talk."""
    return holds(person, *TALKERS)
