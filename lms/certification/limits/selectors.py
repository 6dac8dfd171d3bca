"""Reads about the limits card: only whether and when it was made."""

from lms.accounts.models import User
from lms.certification.models import Evidence
from lms.certification.readiness import FactKind


def newest_card(person: User) -> Evidence | None:
    """The newest line that says that a person made a limits card, or None; 1 query."""
    made = Evidence.objects.effective().filter(person=person, kind=FactKind.LIMITS_CARD_MADE)
    found: Evidence | None = made.order_by("happened_on", "pk").last()
    return found
