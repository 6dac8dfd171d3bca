"""Files in the editor: judged by their bytes, whichever door they come through, and powerless when served."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.files.rules import is_what_it_says
from lms.courses.models import CourseDocument, Picture
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db
PAGE = b"<!doctype html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return file.getvalue()


WORD = archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
ODT = archive(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<o/>"})
MACROS = archive(**{"word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"})
GOOD = {"plan.pdf": PDF, "plan.docx": WORD, "plan.odt": ODT, "PLAN.PDF": PDF}
BAD = {
    "page.pdf": PAGE,
    "drawing.pdf": SVG,
    "late.pdf": b"\n" + PAGE + PDF,
    "page.docx": PAGE,
    "zip.docx": archive(**{"a.html": PAGE}),
    "zip.odt": archive(**{"mimetype": b"text/html", "index.html": PAGE}),
    "macros.docx": MACROS,
    "broken.docx": b"PK\x03\x04" + b"\x00" * 50,
    "both.docx": PAGE + WORD,
    "empty.docx": b"PK\x03\x04",
    "page.html": PAGE,
    "drawing.svg": SVG,
    "plan.pdf.html": PDF,
    "plan.txt": PAGE,
    "plan": PDF,
    "plan.zip": WORD,
}


@pytest.fixture
def trainer(town: Town) -> Client:
    ensure_groups()
    sync_groups(town.femke)
    return Browser(town, "femke")


@pytest.fixture(autouse=True)
def _files_elsewhere(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize("name", sorted(GOOD | BAD))
def test_it_knows_a_document_by_its_bytes(name: str):
    assert is_what_it_says(name, io.BytesIO((GOOD | BAD)[name])) is (name in GOOD)


@pytest.mark.parametrize("content", [WORD, ODT, MACROS])
def test_it_stands_a_document_that_is_broken_anywhere(content: bytes):
    for at in range(4, len(content)):
        for byte in (0x00, 0x4D, 0xFF):
            broken = content[:at] + bytes([byte]) + content[at + 1 :]
            for name in ("plan.docx", "plan.odt"):
                is_what_it_says(name, io.BytesIO(broken))  # whatever it says, it says it


@pytest.mark.parametrize("door", ["add", "add_multiple", "chooser"])
def test_it_takes_real_documents_and_refuses_others_at_every_door(trainer: Client, door: str):
    for name, content in (GOOD | BAD).items():
        before = CourseDocument.objects.count()
        upload_document(trainer, door, name, content)
        assert (CourseDocument.objects.count() > before) is (name in GOOD), f"{name} through {door}"


def test_it_refuses_another_file_in_the_place_of_a_good_one(trainer: Client):
    upload_document(trainer, "add", "plan.pdf", PDF)
    made = CourseDocument.objects.get()
    url = reverse("wagtaildocs:edit", args=[made.pk])
    sent = {"title": "Plan", "collection": made.collection_id, "tags": ""}
    trainer.post(url, sent | {"file": SimpleUploadedFile("plan.pdf", PAGE, "application/pdf")})
    trainer.post(url, sent)  # without a new file the old one simply stays
    made.refresh_from_db()
    assert made.title == "Plan"
    with made.file.open() as kept:
        assert kept.read() == PDF


@pytest.mark.parametrize("name", ["a.png", "a.gif", "a.jpg", "a.webp", "a.svg"])
@pytest.mark.parametrize("content", [PAGE, SVG, PDF, b"GIF89a<script>"])
def test_it_refuses_what_is_no_picture(trainer: Client, name: str, content: bytes):
    root = Collection.get_first_root_node()
    file = SimpleUploadedFile(name, content, "image/png")
    trainer.post(reverse("wagtailimages:add"), {"title": "x", "file": file, "collection": root.pk})
    file.seek(0)
    headers = {"X-Requested-With": "XMLHttpRequest"}
    sent = {"title": "x", "files[]": file, "collection": root.pk}
    trainer.post(reverse("wagtailimages:add_multiple"), sent, headers=headers)
    assert not Picture.objects.exists()


def test_it_takes_a_real_picture(trainer: Client):
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4)).save(drawn, "PNG")
    root = Collection.get_first_root_node()
    file = SimpleUploadedFile("a.png", drawn.getvalue(), "image/png")
    trainer.post(reverse("wagtailimages:add"), {"title": "x", "file": file, "collection": root.pk})
    assert Picture.objects.count() == 1


def test_it_gives_documents_to_signed_in_people_only_and_without_power(trainer: Client, town: Town):
    upload_document(trainer, "add", "plan.pdf", PDF)
    made = CourseDocument.objects.get()
    assert Client().get(made.url)["Location"].startswith("/account/login/")
    answer = Browser(town, "noor").get(made.url)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("path", ["1/../../manage.py", "1/%2e%2e%2fmanage.py", f"{'9' * 18}/x", "1/x%00"])
def test_it_follows_no_path_of_its_own(town: Town, path: str):
    assert Browser(town, "noor").get(f"/documenten/{path}").status_code == 404


def upload_document(trainer: Client, door: str, name: str, content: bytes) -> None:
    file = SimpleUploadedFile(name, content, "application/pdf")
    root = Collection.get_first_root_node()
    if door == "add_multiple":
        headers = {"X-Requested-With": "XMLHttpRequest"}
        sent = {"title": name, "files[]": file, "collection": root.pk}
        trainer.post(reverse("wagtaildocs:add_multiple"), sent, headers=headers)
    elif door == "chooser":
        prefix = "document-chooser-upload"
        sent = {f"{prefix}-title": name, f"{prefix}-file": file, f"{prefix}-collection": root.pk}
        trainer.post(reverse("wagtaildocs_chooser:create"), sent)
    else:
        sent = {"title": name, "file": file, "collection": root.pk, "tags": ""}
        trainer.post(reverse("wagtaildocs:add"), sent)
