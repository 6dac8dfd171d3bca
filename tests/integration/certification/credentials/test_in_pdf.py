"""The digital proof inside the PDF: the same bytes as the download, and nothing where it is not offered."""

import io

import pikepdf
import pytest

from lms.certification.certificates.rendering import pdf_of
from lms.certification.credentials.selectors import credential_file, signer_when_offered

pytestmark = pytest.mark.django_db


def files_in(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {name: file.get_file().read_bytes() for name, file in opened.attachments.items()}


def test_it_puts_the_digital_proof_in_the_pdf(offered, issue):
    certificate = issue()
    file = credential_file(certificate, signer_when_offered())
    assert files_in(pdf_of(certificate)) == {"digitaal-bewijs-1.json": file.content}


def test_it_puts_nothing_in_the_pdf_where_none_is_offered(municipality, issue):
    assert files_in(pdf_of(issue())) == {}
