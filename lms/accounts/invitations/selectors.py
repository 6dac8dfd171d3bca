"""Reads about invitations: what is wrong with a list, against who is here already."""

from dataclasses import replace

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from lms.accounts.invitations.rules import Problem, Row, with_doubles
from lms.accounts.models import User

WORDS = {
    Problem.NO_NAME: _("De naam is er nog niet."),
    Problem.LONG_NAME: _("Deze naam is te lang. Hooguit 120 letters."),
    Problem.NO_EMAIL: _("Het e-mailadres is er nog niet."),
    Problem.BAD_EMAIL: _("Dit is nog geen heel e-mailadres."),
    Problem.TWICE: _("Dit e-mailadres staat twee keer in de lijst."),
    Problem.KNOWN: _("Deze persoon heeft al een account."),
}


def checked_rows(rows: list[Row]) -> list[Row]:
    """Return the rows, each with its problem or None; two queries for the whole list."""
    judged = [_with_address_judged(row) for row in with_doubles(rows)]
    known = known_addresses({row.email for row in judged if row.problem is None})
    return [
        replace(row, problem=Problem.KNOWN) if row.problem is None and row.email in known else row
        for row in judged
    ]


def _with_address_judged(row: Row) -> Row:
    if row.problem is None:
        try:
            validate_email(row.email)
        except ValidationError:
            return replace(row, problem=Problem.BAD_EMAIL)
    return row


def known_addresses(addresses: set[str]) -> set[str]:
    """Return which of these addresses (in small letters) belong to an account."""
    users = User.objects.annotate(low=Lower("email")).filter(low__in=addresses).values_list("low", flat=True)
    others = EmailAddress.objects.filter(email__in=addresses).values_list("email", flat=True)
    return {*users, *others}
