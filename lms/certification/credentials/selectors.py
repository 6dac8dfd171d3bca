"""Digital proofs as they are handed out: signed with the installation's key, from what is true now."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max
from django.utils import timezone

from lms.certification.credentials import issuers, rules, status_lists
from lms.certification.credentials.keys import Keyring, keys_at
from lms.certification.credentials.proofs import signed
from lms.certification.models import Certificate, CertificateCounter, CertificateRevocation
from lms.municipality.public import current_settings

MIME = "application/vc"  # registered by Verifiable Credentials Data Model 2.0, appendix C
LIST_KEPT = status_lists.LIST_KEPT_MS // 1000


@dataclass(frozen=True, slots=True)
class CredentialFile:
    """A digital proof as a file, to download or to put into the PDF."""

    name: str
    mime: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the installation's address and keys. Ask for it once, sign many."""

    issuer: issuers.Issuer
    keys: Keyring

    def sign(self, document: issuers.Document, at: datetime) -> issuers.Document:
        """Return the document with a proof of the present key."""
        method = issuers.method_id(self.issuer, self.keys.present)
        return signed(document, self.keys.signing, method, at)


def signer_when_offered() -> Signer | None:
    """Who signs new digital proofs; None when the municipality does not offer them, or has no key."""
    if not (settings.CREDENTIAL_KEY_FILE and current_settings().offers_credentials):
        return None
    return _signer()


def known_signer() -> Signer | None:
    """Who signs, also when nothing new is offered: earlier proofs must be checked too. None without a key."""
    path = settings.CREDENTIAL_KEY_FILE
    if not path or not (Path(path).exists() or current_settings().offers_credentials):
        return None
    return _signer()


def _signer() -> Signer:
    return Signer(issuers.Issuer(settings.SITE_URL), keys_at(Path(settings.CREDENTIAL_KEY_FILE)))


def credential_file(certificate: Certificate, signer: Signer) -> CredentialFile:
    """Return the digital proof of a certificate; no query. The same certificate and key: the same bytes."""
    claim = rules.claim_of(
        certificate.uuid, certificate.number, certificate.context, timezone.get_default_timezone()
    )
    document = signer.sign(rules.achievement_credential(claim, signer.issuer), claim.issued_at)
    return CredentialFile(
        name=f"digitaal-bewijs-{certificate.number}.json",
        mime=MIME,
        content=as_json(document),
        description="Digitaal bewijs (Open Badges 3.0), zonder naam",
    )


def did_document(signer: Signer) -> issuers.Document:
    """Return the public document about the keys of the installation."""
    return issuers.did_document(signer.issuer, signer.keys.public)


def status_list(page: int, signer: Signer, now: datetime) -> bytes | None:
    """Return a signed status list, or None when no certificate stands on that page; three queries, or four.

    It is kept under a name that changes with every certificate that is issued, withdrawn, replaced or erased:
    so a new list is made at once, and an old one is never served.
    """
    seen = _traces()
    if page and page * status_lists.LIST_SIZE > seen.last:
        return None
    name = _cache_name(page, signer, seen)
    kept: bytes | None = cache.get(name)
    if kept is None:
        document = status_lists.status_list_credential(page, _withdrawn(page, seen.last), signer.issuer, now)
        kept = as_json(signer.sign(document, now))
        cache.set(name, kept, LIST_KEPT)
    return kept


@dataclass(frozen=True, slots=True)
class _Traces:
    """What every change to certificates leaves behind. `last` is the last number that was given out."""

    last: int
    certificates: tuple[int, int]
    revocations: tuple[int, int]


def _traces() -> _Traces:
    # Ids are never given out twice, so a count and the last id together say which rows there are.
    issued = Certificate.objects.aggregate(rows=Count("id"), newest=Max("id"))
    revoked = CertificateRevocation.objects.aggregate(rows=Count("id"), newest=Max("id"))
    return _Traces(
        last=CertificateCounter.objects.aggregate(last=Max("last"))["last"] or 0,
        certificates=(issued["rows"], issued["newest"] or 0),
        revocations=(revoked["rows"], revoked["newest"] or 0),
    )


def _withdrawn(page: int, last: int) -> frozenset[int]:
    numbers = status_lists.numbers_on(page, last)
    holds = Certificate.objects.filter(
        number__gte=numbers.start, number__lt=numbers.stop, revocation=None, replaced_by=None
    )
    return status_lists.withdrawn_numbers(numbers, set(holds.values_list("number", flat=True)))


def _cache_name(page: int, signer: Signer, seen: _Traces) -> str:
    ground = repr((page, signer.issuer, signer.keys.present, seen))
    return f"certification.status_list:{hashlib.sha256(ground.encode()).hexdigest()}"


def as_json(document: issuers.Document) -> bytes:
    """Return a document as the bytes that are handed out."""
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"
