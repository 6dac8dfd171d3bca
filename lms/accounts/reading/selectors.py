"""Reads of reading aids."""

from dataclasses import fields

from lms.accounts.models import ReadingAids, User
from lms.accounts.reading.rules import ReadingChoice

NAMES = tuple(field.name for field in fields(ReadingChoice))


def kept_choice(person: User) -> ReadingChoice | None:
    """Return what is kept of this person, or None; one query."""
    row = ReadingAids.objects.filter(user=person).values(*NAMES).first()
    return ReadingChoice(**row) if row else None
