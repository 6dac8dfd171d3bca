"""Certificates as they are frozen, an installation, and its keys."""

import uuid
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lms.certification.certificates.rules import (
    AtIssue,
    Hours,
    Issued,
    Participation,
    Share,
    freeze,
    hours_data,
    participation_data,
)
from lms.certification.certificates.rules import Issuer as NamedOnPaper
from lms.certification.credentials.issuers import Document, Issuer, did_document, method_id
from lms.certification.credentials.keys import multikey
from lms.certification.credentials.proofs import signed
from lms.certification.credentials.rules import Claim, achievement_credential, claim_of
from lms.certification.credentials.status_lists import status_list_credential
from lms.certification.rules import HOURS, PARTICIPATION

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SITE = Issuer("https://leerplein.example.org")
CERTIFICATE = uuid.UUID(int=42)
NAME, WORDS = "Noor Jansen", "Ik leerde luisteren"
KEY, OTHER_KEY = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))


def frozen(facts: Document, kind: str, issued_on: date = date(2026, 11, 22)) -> Document:
    """A frozen context with a name and words that may not come out."""
    issued = Issued(
        kind=kind,
        name=NAME,
        issuer=NamedOnPaper(network="OCO Almere", municipality="Almere", signer="Koen de Wit, coördinator"),
        issued_on=issued_on,
        facts=facts,
        words=WORDS,
        at_issue=AtIssue(scheme="Regeling 1", state="matchable", criteria=(("vog", "seen", True),)),
    )
    return freeze(issued)


def participation() -> Document:
    """Noor was at 3 of 4 meetings of an edition."""
    done = Participation(
        meetings=Share(3, 4),
        minutes=555,
        lessons=Share(17, 19),
        modules=Share(6, 7),
        starts_on=date(2026, 9, 1),
        ends_on=date(2026, 11, 3),
    )
    return frozen(participation_data(done, "Basistraining OCO", "Najaar"), PARTICIPATION)


def hours() -> Document:
    """Noor spent 24 and a half hours in a year."""
    done = Hours(
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 10, 31),
        meetings=4,
        meeting_minutes=600,
        sessions=9,
        session_minutes=870,
    )
    return frozen(hours_data(done), HOURS)


def claim(context: Document | None = None, number: int = 17) -> Claim:
    """What may be said of a certificate."""
    return claim_of(CERTIFICATE, number, context or participation(), ZONE)


def unsigned(context: Document | None = None) -> Document:
    """A credential without a proof."""
    return achievement_credential(claim(context), SITE)


def with_proof(document: Document, key: Ed25519PrivateKey = KEY, at: datetime = NOW) -> Document:
    """A document signed by a key of the installation."""
    return signed(document, key, method_id(SITE, multikey(key.public_key())), at)


def keys_document(*keys: Ed25519PrivateKey) -> Document:
    """The public document that lists these keys."""
    return did_document(SITE, [multikey(key.public_key()) for key in keys or (KEY,)])


def status_list(*withdrawn: int, key: Ed25519PrivateKey = KEY) -> Document:
    """The signed list in which these certificates are withdrawn."""
    return with_proof(status_list_credential(0, withdrawn, SITE, NOW), key)
