"""Say that one made a limits card. What is on the card is nobody else's business, and is not stored."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification.ledger.rules import Entry
from lms.certification.ledger.services import record_evidence
from lms.certification.limits.selectors import newest_card
from lms.certification.models import Evidence, Source
from lms.certification.readiness import FactKind
from lms.certification.standings.services import lock_people


@transaction.atomic
def say_card_made(person: User, submission: uuid.UUID, *, now: datetime) -> Evidence:
    """Write down that the person made a limits card today; a second time on one day is the same line.

    Raises LedgerError for a form of somebody else.
    """
    lock_people([person.pk])
    today = localdate(now)
    known = newest_card(person)
    if known is not None and known.happened_on == today:
        return known
    entry = Entry(
        kind=FactKind.LIMITS_CARD_MADE,
        happened_on=today,
        source=Source.ONLINE,
        origin=f"limits:{submission}",
    )
    return record_evidence(person, entry, actor=person, now=now)
