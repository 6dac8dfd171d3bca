"""Certificates as an attacker sees them: words that want to be code, codes, addresses and files of others."""

import io
import re
import subprocess
import uuid
from contextlib import suppress
from unittest.mock import patch
from urllib.request import FileHandler, HTTPHandler

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from weasyprint.urls import FatalURLFetchingError

from lms.accounts.models import Organisation, User
from lms.accounts.roles import Role
from lms.certification.certificates import pdf
from lms.certification.certificates.codes import paper_code
from lms.certification.certificates.paper import Sheet
from lms.certification.certificates.rendering import pdf_of, render
from lms.certification.certificates.signing_key import code_secret
from lms.certification.models import Certificate, CertificateRevocation, OwnWords, Rendering
from tests.conftest import NOW
from tests.factories import certificates as factory
from tests.factories import people
from tests.integration.security.town import BACKEND, Browser, Town

pytestmark = pytest.mark.django_db
FETCHES = (
    "<img src=file:///etc/passwd><link rel=attachment href=file:///etc/hosts>"
    "<style>@import url(http://169.254.169.254/);p{background:url(file:///etc/passwd)}</style>"
    "<svg><image href=http://example.org/x.png /></svg></div><a rel=attachment href=file:///etc/passwd>x</a>"
)


@pytest.fixture(autouse=True)
def _today(time_machine) -> None:
    time_machine.move_to(NOW)


def browser_of(person: User) -> Client:
    browser = Client(raise_request_exception=False)
    browser.force_login(person, backend=BACKEND)
    return browser


def check_url(row: Certificate) -> str:
    return reverse("check:certificate", args=[row.uuid])


def code_of(row: Certificate) -> str:
    return paper_code(code_secret(), row.uuid.bytes)


def words_in(content: bytes) -> str:
    """Return the text of a PDF without its white space."""
    found = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return "".join(found.stdout.decode().split())


def test_it_prints_code_as_words(town: Town):
    OwnWords.objects.create(person=town.noor, text=FETCHES, changed_at=NOW)
    town.noor.name = "Noor <img src=file:///etc/passwd>"
    town.noor.save()
    content = pdf_of(factory.proof(town.noor, town.koen, NOW))
    words = words_in(content)
    assert "Noor<imgsrc=file:///etc/passwd>" in words
    assert "".join(FETCHES.split()) in words
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert not opened.attachments


@pytest.mark.parametrize(
    "element",
    [
        "<img src={}>",
        "<link rel=attachment href={}>",
        "<link rel=stylesheet href={}>",
        "<style>p{{background:url({})}}</style><p>x",
        "<style>@import url({});</style>",
        "<object data={}></object>",
        "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{}'/></svg>\">",
    ],
)
def test_it_would_fetch_nothing_if_it_were_code(element: str):
    """Behind the escaping stands a fetcher that opens nothing but what is inside the page."""
    opened: list[str] = []

    def note(_self, request, *args, **kwargs):
        opened.append(getattr(request, "full_url", request))
        raise AssertionError

    for address in ("file:///etc/passwd", "http://169.254.169.254/"):
        sheet = Sheet(f"<!doctype html><html lang=nl><title>x</title>{element.format(address)}", NOW)
        with (
            patch.object(FileHandler, "file_open", note),
            patch.object(HTTPHandler, "http_open", note),
            suppress(FatalURLFetchingError),
        ):
            pdf.draw([sheet], "")
    assert opened == []


@pytest.mark.parametrize(
    "strange", ["\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\u2028", "\u202e", "\u3000", "\t"]
)
def test_it_prints_no_invisible_signs(town: Town, strange: str):
    Browser(town, "noor").post(reverse("certification:own_words"), {"text": f"Ik{strange}leerde"})
    kept = OwnWords.objects.filter(person=town.noor).first()
    assert kept is None or strange not in kept.text


def test_it_counts_every_kind_of_line(town: Town):
    Browser(town, "noor").post(reverse("certification:own_words"), {"text": "a\r" * 200})
    kept = OwnWords.objects.filter(person=town.noor).first()
    assert kept is None or len(kept.text.splitlines()) <= 12


@pytest.mark.parametrize("strange", ["\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\u2028", "\u3000"])
def test_it_draws_a_name_with_an_invisible_sign(town: Town, strange: str):
    town.noor.name = f"Noor{strange}de Wit"
    town.noor.save()
    row = factory.proof(town.noor, town.koen, NOW)
    render(Rendering.objects.get(certificate=row).uuid, NOW)
    drawn = io.BytesIO(bytes(Rendering.objects.get(certificate=row).pdf))
    with pikepdf.open(drawn) as opened:
        assert opened.docinfo["/Title"] == "Bewijs van deelname – Noor de Wit"


def test_it_names_nobody_without_the_code(town: Town):
    row = factory.proof(town.noor, town.koen, NOW)
    visitor = Browser(town, "visitor")
    for answer in (visitor.get(check_url(row)), visitor.post(check_url(row), {"code": "0000-0000-0000"})):
        page = answer.content.decode()
        for word in (
            town.noor.name,
            "Noor",
            str(town.noor.uuid),
            "Lichting",
            code_of(row),
            f"nummer {row.number}",
        ):
            assert word not in page
        assert answer["Cache-Control"] == "no-store"
    assert town.noor.name in visitor.post(check_url(row), {"code": code_of(row)}).content.decode()
    assert town.noor.name not in visitor.get(f"{check_url(row)}?code={code_of(row)}").content.decode()


def test_it_takes_no_code_of_another_paper(town: Town):
    one, other = (factory.proof(person, town.koen, NOW) for person in (town.noor, town.sam))
    page = Browser(town, "visitor").post(check_url(one), {"code": code_of(other)}).content.decode()
    assert town.noor.name not in page
    assert town.sam.name not in page


def test_it_lets_nobody_try_code_after_code(town: Town):
    row, visitor = factory.proof(town.noor, town.koen, NOW), Browser(town, "visitor")
    tries = [
        visitor.post(check_url(row), {"code": f"0000-0000-{number:04}"}).status_code for number in range(12)
    ]
    assert tries[-1] == 429
    assert visitor.post(check_url(row), {"code": code_of(row)}).status_code == 429
    assert visitor.post(reverse("check:certificate", args=[uuid.uuid4()]), {"code": "x"}).status_code == 429


def test_it_makes_no_print_of_people_out_of_reach(town: Town):
    edition = factory.edition(town.noor, town.sam)
    edition.trainer = town.femke
    edition.save()
    vera = Browser(town, "vera")
    sent = {"chosen": [town.noor.uuid, town.sam.uuid], "submission": uuid.uuid4()}
    vera.post(reverse("certification:edition_certificates", args=[edition.uuid]), sent)
    Browser(town, "femke").post(
        reverse("certification:edition_certificates", args=[edition.uuid]),
        sent | {"chosen": [town.koen.uuid]},
    )
    assert not Certificate.objects.exists()


def test_it_takes_nothing_back_when_somebody_went_out_of_reach(town: Town):
    here = Organisation.objects.create(name="Stichting Hier")
    other = people.person("Ine Kat", Role.VOLUNTEER)
    for person in (town.sam, other):
        people.member_of(person, here)
    cora = people.person("Cora Dam", Role.COORDINATOR, organisation=here)
    edition, browser = factory.edition(town.sam, other), browser_of(cora)
    sent = {"chosen": [town.sam.uuid, other.uuid], "submission": uuid.uuid4()}
    browser.post(reverse("certification:edition_certificates", args=[edition.uuid]), sent)
    assert Certificate.objects.count() == 2
    town.sam.memberships.update(ended_at=NOW)
    url = reverse("certification:certificates_undo", args=[sent["submission"]])
    assert "Niet iedereen hoort nog bij jou" in browser.post(url, follow=True).content.decode()
    assert not CertificateRevocation.objects.exists()


def test_it_gives_files_plain_names(town: Town):
    town.noor.name = 'Noor"\r\nX-Evil: 1'
    town.noor.save()
    OwnWords.objects.create(person=town.noor, text='"; filename="x.exe', changed_at=NOW)
    town.noor.name = "Noor de Wit"
    town.noor.save()
    row = factory.proof(town.noor, town.koen, NOW)
    render(Rendering.objects.get(certificate=row).uuid, NOW)
    answer = Browser(town, "noor").get(reverse("certification:certificate_pdf", args=[row.uuid]))
    assert re.fullmatch(r'attachment; filename="bewijs-\d+\.pdf"', answer["Content-Disposition"])
    assert "X-Evil" not in answer
