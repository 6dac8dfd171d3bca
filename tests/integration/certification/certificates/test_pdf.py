"""The PDF, opened by others than those who made it: poppler, qpdf, pyHanko and outloud."""

import io
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import outloud
import pikepdf
import pytest
from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.core.files.images import ImageFile
from PIL import Image as Drawing
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from wagtail.models import Collection

from lms.certification.certificates import seal
from lms.certification.certificates.codes import paper_code
from lms.certification.certificates.rendering import pdf_of
from lms.certification.certificates.services import reissue, write_own_words
from lms.certification.certificates.signing_key import code_secret
from lms.courses.models import Picture

pytestmark = pytest.mark.django_db
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
}
LONG_NAME = "Maria-Magdalena Wilhelmina Şükran van der Łoś-Öztürk-Nieuwenhuijzen tot Buitenveldert"
LONG_WORDS = ("Verantwoordelijkheidsgevoelsontwikkelingsmogelijkheden " * 10)[:500]


def poppler(tool: str, content: bytes, tmp_path: Path) -> str:
    """What a tool of poppler says about a PDF."""
    file = tmp_path / "bewijs.pdf"
    file.write_bytes(content)
    command = [tool, str(file)] + (["-"] if tool == "pdftotext" else [])
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout


def text_of(content: bytes, tmp_path: Path) -> str:
    return " ".join(poppler("pdftotext", content, tmp_path).split())


def metadata_of(content: bytes) -> ElementTree.Element:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return ElementTree.fromstring(pdf.Root.Metadata.read_bytes())


def is_genuine(content: bytes) -> bool:
    """Whether pyHanko trusts the signature, with our own certificate as the root of trust."""
    root = x509.Certificate.load(settings.SIGNING_KEY.certificate.public_bytes(Encoding.DER))
    (found,) = PdfFileReader(io.BytesIO(content)).embedded_signatures
    return bool(validate_pdf_signature(found, ValidationContext(trust_roots=[root])).bottom_line)


def assert_readable_by_all(content: bytes, tmp_path: Path) -> None:
    """No error and no warning of the accessibility checker, and nothing wrong with the file itself."""
    file = tmp_path / "bewijs.pdf"
    file.write_bytes(content)
    result = outloud.check(str(file))
    assert [(each.rule, each.message, each.evidence) for each in result.findings] == []
    assert [each.rule for each in result.runs if each.status == "crashed"] == []
    assert sum(each.status == "ran" for each in result.runs) > 20
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_it_reads_back_what_was_frozen(drawn, proof, tmp_path):
    text = text_of(drawn, tmp_path)
    for words in (
        "Bewijs van deelname",
        "Noor de Wit",
        "Basistraining OCO, lichting Najaar 2026",
        "Van 24 oktober 2026 tot en met 26 oktober 2026",
        "Bijeenkomsten: 3 van de 4, samen 9 uur",
        "Koen, OCO Almere Almere, 22 november 2026",
        paper_code(code_secret(), proof.uuid.bytes),
        f"Bewijs nummer {proof.number}",
    ):
        assert words in text
    assert f"testserver/bewijs/{proof.uuid}/" in text.replace(" ", "")
    assert "Wat heb ik geleerd?" not in text


def test_it_shows_own_words_as_text_and_never_as_markup(proof, noor, koen, now, tmp_path):
    write_own_words(noor, "Ik leerde <b>luisteren</b> & {{ zwijgen }}.\n\nEn “durven”.", now=now)
    text = text_of(pdf_of(reissue(proof, proof.uuid, actor=koen, now=now)), tmp_path)
    assert "Wat heb ik geleerd? Ik leerde <b>luisteren</b> & {{ zwijgen }}. En “durven”." in text


def test_it_says_what_it_is_to_whoever_opens_it(drawn):
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.StructTreeRoot.K
        assert pdf.Root.Lang == "nl"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo.Title == "Bewijs van deelname – Noor de Wit"
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert "/JavaScript" not in pdf.Root.get("/Names", {})


def test_it_claims_archive_and_access_in_one_block_of_metadata(drawn):
    xmp = metadata_of(drawn)
    blocks = xmp.findall("rdf:RDF", NAMESPACES)
    assert len(blocks) == 1

    def told(namespace: str, name: str) -> list[str]:
        key = f"{{{NAMESPACES[namespace]}}}{name}"
        as_attributes = [each.attrib[key] for each in blocks[0].iter() if key in each.attrib]
        return as_attributes + [each.text or "" for each in blocks[0].iter(key)]

    assert told("pdfaid", "part") == ["3"]
    assert told("pdfaid", "conformance") == ["A"]
    assert told("pdfuaid", "part") == ["1"]
    assert len(list(blocks[0].iter(f"{{{NAMESPACES['pdfaExtension']}}}schemas"))) == 1


def test_it_carries_its_letters_with_it(drawn, tmp_path):
    _head, _line, *fonts = poppler("pdffonts", drawn, tmp_path).splitlines()
    assert len(fonts) >= 2
    for font in fonts:
        name, *_rest = font.split()
        assert re.fullmatch(r"[A-Z]{6}\+Leerplein.*", name), "only our own letters"
        embedded, subset, to_unicode = font.split()[-5:-2]
        assert (embedded, subset, to_unicode) == ("yes", "yes", "yes")


def test_it_reads_out_loud_and_is_whole(drawn, tmp_path):
    assert_readable_by_all(drawn, tmp_path)


def test_it_holds_a_long_name_and_long_words_without_a_loss(proof, noor, koen, now, tmp_path):
    noor.name = LONG_NAME
    noor.save()
    write_own_words(noor, LONG_WORDS, now=now)
    content = pdf_of(reissue(proof, proof.uuid, actor=koen, now=now))
    text = text_of(content, tmp_path)
    assert LONG_NAME in text
    assert text.replace(" ", "").count("Verantwoordelijkheidsgevoelsontwikkelingsmogelijkheden") == 9
    assert_readable_by_all(content, tmp_path)


# Wagtail leaves the temporary file open in which it draws a rendition.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_it_shows_the_logo_and_the_colours_of_the_municipality(proof, municipality, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    municipality.logo = logo()
    municipality.color_heading = "#5a1080"
    municipality.save()
    content = pdf_of(proof)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = pdf.pages[0]
        assert len(page.get_images()) == 1
        assert b"0.352941 0.062745 0.501961 rg" in page.Contents.read_bytes()
    assert_readable_by_all(content, tmp_path)


def logo() -> Picture:
    Collection.objects.first() or Collection.add_root(name="Root")
    drawing = io.BytesIO()
    Drawing.new("RGB", (300, 90), "#07434a").save(drawing, "PNG")
    return Picture.objects.create(title="Logo", file=ImageFile(drawing, name="logo.png"))


def test_it_is_the_same_file_every_time_but_for_the_signature(proof):
    first, second = (pdf_of(proof) for _ in range(2))
    length = first.index(b"%%EOF")
    assert first[:length] == second[:length]
    assert first != second, "signed at two moments"


def test_it_is_signed_as_a_whole_with_the_key_of_the_installation(drawn, tmp_path):
    assert is_genuine(drawn)
    told = poppler("pdfsig", drawn, tmp_path)
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert (field.FT, field.T, field.TU) == ("/Sig", "Handtekening", seal.FIELD_LABEL)
        assert list(field.Rect) == [0, 0, 0, 0]


@pytest.mark.parametrize("at", [0.2, 0.5, 0.9])
def test_it_notices_that_one_byte_was_changed(drawn, at, tmp_path):
    (found,) = PdfFileReader(io.BytesIO(drawn)).embedded_signatures
    first, length, _rest, _more = (int(each) for each in found.byte_range)
    place = first + int(length * at)
    changed = drawn[:place] + bytes([drawn[place] ^ 1]) + drawn[place + 1 :]
    file = tmp_path / "bewijs.pdf"
    file.write_bytes(changed)
    told = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False, timeout=30)
    assert "Signature is Valid" not in told.stdout


def test_it_notices_that_a_page_was_changed_afterwards(drawn):
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        page = pdf.pages[0]
        page.Contents.write(page.Contents.read_bytes() + b"\n0 0 m\n")
        changed = io.BytesIO()
        pdf.save(changed)
    assert not is_genuine(changed.getvalue())


def test_it_asks_nothing_of_anybody_to_be_drawn(proof, monkeypatch):
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a certificate is drawn from what it has")

    monkeypatch.setattr("urllib.request.HTTPHandler.http_open", refuse)
    monkeypatch.setattr("urllib.request.HTTPSHandler.https_open", refuse)
    assert pdf_of(proof).startswith(b"%PDF-1.7")


def test_it_refuses_metadata_in_two_blocks(drawn):
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        twice = pdf.Root.Metadata.read_bytes().replace(seal.END_OF_RDF, seal.END_OF_RDF * 2)
        pdf.Root.Metadata.write(twice)
        broken = io.BytesIO()
        pdf.save(broken, fix_metadata_version=False)
    with pytest.raises(ValueError, match="one rdf:RDF"):
        seal.mark_accessible(broken.getvalue(), field=False)
