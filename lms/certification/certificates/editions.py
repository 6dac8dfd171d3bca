"""Certificates of a whole edition in one go, and taking that one go back."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lms.accounts.models import User
from lms.certification.certificates.rendering import ask_for_print
from lms.certification.certificates.rules import MISTAKE
from lms.certification.certificates.services import issue_missing, revoke
from lms.certification.models import Certificate, Rendering
from lms.courses.models import Cohort


@transaction.atomic
def issue_for_edition(
    cohort: Cohort, people: Iterable[User], submission: uuid.UUID, *, actor: User, now: datetime
) -> Rendering | None:
    """Issue a proof of participation for each of these people, and ask for one file to print.

    Who has a valid proof keeps it, and it is in the file too. The same submission twice is one. None when
    there is nothing to prove for anybody.
    """
    known = Rendering.objects.filter(uuid=submission, asked_by=actor).first()
    if known is not None:
        return known
    made = issue_missing(cohort, people, submission, actor=actor, now=now)
    return ask_for_print(submission, cohort, made, actor=actor, now=now) if made else None


@transaction.atomic
def revoke_print(row: Rendering, *, actor: User, now: datetime) -> int:
    """Take back the certificates that were made for this file; return how many.

    Those that were there before it stay. Raises NotAllowed when one is out of reach: then none is taken back.
    """
    made = Certificate.objects.filter(
        uuid__in=row.certificates, issued_at=row.asked_at, issued_by=actor, revocation=None
    )
    chosen = list(made.select_related("person", "cohort").order_by("person"))
    for certificate in chosen:
        revoke(certificate, MISTAKE, "", actor=actor, now=now)
    return len(chosen)
