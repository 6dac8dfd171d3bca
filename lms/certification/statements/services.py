"""Write statements and sign them."""

import uuid
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.ledger.rules import Entry
from lms.certification.ledger.services import LedgerError, record_evidence
from lms.certification.models import Evidence, Source, StatementVersion
from lms.certification.readiness import FactKind
from lms.certification.standings.services import lock_people
from lms.certification.statements.selectors import (
    may_sign_again,
    signature_of,
    statement_on,
    text_of,
)
from lms.municipality.public import current_settings, slot_values
from lms.outbox.public import publish

TEXTS = Path(__file__).parent / "texts"
DEFAULTS = {"vrijwilligersovereenkomst": "Vrijwilligersovereenkomst", "geheimhouding": "Geheimhouding"}


@transaction.atomic
def ensure_default_statements(now: datetime) -> list[StatementVersion]:
    """Give an installation its first agreement and secrecy texts; return those that were missing.

    Source of the subjects: domain.md §3.6, with the house rules of the platform (BIO2 5.10.02).
    """
    missing = [code for code in DEFAULTS if not StatementVersion.objects.filter(code=code).exists()]
    made = [
        StatementVersion.objects.create(
            code=code,
            number=1,
            title=DEFAULTS[code],
            body=(TEXTS / f"{code}.html").read_text(encoding="utf-8"),
            effective_on=localdate(now),
            recorded_at=now,
        )
        for code in missing
    ]
    if made:
        publish("certification.rules_changed", now=now)
    return made


@transaction.atomic
def sign_statement(
    person: User, version: StatementVersion, submission: uuid.UUID, *, now: datetime
) -> Evidence:
    """Sign a version online, as the person self; a double send, or a second time, is one line.

    A second time is a new line only when the first signature ends soon or ended.

    Raises LedgerError when another version is asked meanwhile, or while the text is not complete.
    """
    lock_people([person.pk])
    if statement_on(version.code, localdate(now)) != version:
        raise LedgerError(_("Er is een nieuwe tekst. Lees die eerst."))
    if not text_of(version, slot_values(current_settings())).is_complete:
        raise LedgerError(_("Deze tekst is nog niet klaar. Vraag het aan je coördinator."))
    known = signature_of(person, version)
    if known is not None and not may_sign_again(person, version.code, localdate(now)):
        return known
    entry = Entry(
        kind=FactKind.STATEMENT_SIGNED,
        key=version.code,
        number=version.number,
        happened_on=localdate(now),
        source=Source.ONLINE,
        origin=f"signed:{submission}",
    )
    return record_evidence(person, entry, actor=person, now=now)


def statement_published(now: datetime) -> None:
    """Say that a new version of a statement was written, so that every standing is computed again."""
    publish("certification.rules_changed", now=now)
