"""Reads of statements: which text is asked on a day, and whether a person signed it."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import escape

from lms.accounts.models import User
from lms.certification.models import Evidence, StatementVersion
from lms.certification.readiness import FactKind
from lms.municipality.public import fill_slots, unfilled


@dataclass(frozen=True, slots=True)
class StatementText:
    """A statement as a person reads it. `is_complete` is false while a fill-in word has no value."""

    code: str
    number: int
    title: str
    body: str
    effective_on: date
    is_complete: bool


def statement_on(code: str, day: date) -> StatementVersion | None:
    """The version of a statement that is asked on a day, or None when there is none."""
    versions = StatementVersion.objects.filter(code=code, effective_on__lte=day)
    return versions.order_by("effective_on", "number").last()


def text_of(version: StatementVersion, slots: dict[str, str]) -> StatementText:
    """The text of a version with the municipality's own words filled in."""
    return StatementText(
        code=version.code,
        number=version.number,
        title=version.title,
        body=fill_slots(version.body, slots, escape),
        effective_on=version.effective_on,
        is_complete=not unfilled(version.body, slots),
    )


def signature_of(person: User, version: StatementVersion) -> Evidence | None:
    """The line that says that a person signed this version or a newer one, or None."""
    signed = Evidence.objects.effective().filter(
        person=person, kind=FactKind.STATEMENT_SIGNED, key=version.code, number__gte=version.number
    )
    found: Evidence | None = signed.order_by("happened_on", "pk").first()
    return found
