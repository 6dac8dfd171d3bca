"""Verbs about reading aids."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from lms.accounts import audit
from lms.accounts.models import ReadingAids, User
from lms.accounts.reading.rules import NOTHING_CHOSEN, ReadingChoice, Remembered, at_sign_in
from lms.accounts.reading.selectors import kept_choice


@transaction.atomic
def keep_choice(person: User, choice: ReadingChoice, *, now: datetime) -> bool:
    """Keep how a person reads; with nothing chosen nothing is kept. False when nothing changed."""
    User.objects.select_for_update().get(pk=person.pk)  # two changes at once follow each other
    if (kept_choice(person) or NOTHING_CHOSEN) == choice:
        return False
    if choice == NOTHING_CHOSEN:
        ReadingAids.objects.filter(user=person).delete()
    else:
        values = {**asdict(choice), "changed_at": now}
        ReadingAids.objects.update_or_create(user=person, defaults=values)
    audit.reading_aids_changed(person)
    return True


def choice_at_sign_in(person: User, memory: Remembered, *, now: datetime) -> ReadingChoice:
    """Return how a person who just signed in reads; a visitor's choice that is taken over is kept."""
    kept = kept_choice(person)
    choice = at_sign_in(kept, memory)
    if kept is None and choice != NOTHING_CHOSEN:
        keep_choice(person, choice, now=now)
    return choice
