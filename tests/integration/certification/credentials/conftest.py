"""An installation that offers digital proofs, with a key of its own, and certificates of Noor."""

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from lms.accounts.models import User
from lms.certification.models import Certificate, CertificateCounter, CertificateRevocation
from lms.municipality.models import MunicipalitySettings
from tests.unit.certification.credentials import scene

Issue = Callable[..., Certificate]


@pytest.fixture
def offered(municipality: MunicipalitySettings, settings, tmp_path: Path) -> MunicipalitySettings:
    """The municipality offers digital proofs; the key is made for this test."""
    settings.CREDENTIAL_KEY_FILE = str(tmp_path / "credential-key.pem")
    municipality.offers_credentials = True
    municipality.save()
    return municipality


@pytest.fixture
def issue(noor: User, now: datetime) -> Issue:
    """Give Noor a certificate with the next number, as the service does."""

    def make(
        context: dict | None = None, replaces: Certificate | None = None, to: User = noor
    ) -> Certificate:
        counter, _is_new = CertificateCounter.objects.get_or_create(pk=1)
        counter.last += 1
        counter.save()
        frozen = context or scene.participation()
        made: Certificate = Certificate.objects.create(
            submission=uuid.uuid4(),
            number=counter.last,
            person=to,
            kind=frozen["kind"],
            context=frozen,
            replaces=replaces,
            issued_at=now,
        )
        return made

    return make


@pytest.fixture
def revoke(now: datetime) -> Callable[[Certificate], CertificateRevocation]:
    """Take a certificate back."""

    def make(certificate: Certificate) -> CertificateRevocation:
        made: CertificateRevocation = CertificateRevocation.objects.create(
            certificate=certificate, reason_code="mistake", revoked_at=now
        )
        return made

    return make
