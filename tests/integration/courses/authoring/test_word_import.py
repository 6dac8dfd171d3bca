"""From a Word document to drafts: a look first, all or none, once, and only for who writes."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from lms.courses.models import LessonPage, ModulePage, Picture
from lms.courses.word_import.services import GoneError, keep_upload, make_drafts, sweep_uploads
from tests.factories import courses as make
from tests.factories import word
from tests.unit.courses.test_word_import import BAD, PNG

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path) -> None:
    """Keep files where this test alone sees them."""
    storage = "django.core.files.storage.FileSystemStorage"
    settings.MEDIA_ROOT = tmp_path / "media"
    private = {"BACKEND": storage, "OPTIONS": {"location": tmp_path / "private", "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": storage}, "private": private}


@pytest.fixture
def module(home, municipality) -> ModulePage:
    return make.module(make.course(home))


def document() -> bytes:
    return word.docx(
        word.heading("Hulp vragen"),
        word.paragraph("Hulp vragen is moeilijk."),
        word.table(("Wie", "Wat"), ("Noor", "leest")),
        word.picture("Een telefoon"),
        word.heading("Nog een les"),
        word.paragraph("Denk even na: wat helpt jou?"),
        word.picture(),
        image=PNG,
    )


def send(desk, content: bytes, name: str = "lessen.docx"):
    """Choose a document; return the answer."""
    file = SimpleUploadedFile(name, content, content_type="application/octet-stream")
    return desk.client.post(reverse("word_import_choose"), {"document": file})


def kept() -> list[str]:
    """Return the documents that lie ready."""
    storage = storages["private"]
    return storage.listdir("word")[1] if storage.exists("word") else []


def test_it_shows_what_it_understood_and_makes_nothing(femke_writes, module):
    answer = send(femke_writes, document())
    page = femke_writes.client.get(answer.url).content.decode()
    assert "In ‘lessen’ staat dit" in page
    assert "Hulp vragen is moeilijk." in page
    assert "Bij een plaatje staat nog niet wat je ziet." in page
    assert not LessonPage.objects.exists()
    assert len(kept()) == 1


def test_it_makes_drafts_once_and_throws_the_document_away(femke_writes, module):
    url = send(femke_writes, document()).url
    for _ in range(2):
        answer = femke_writes.client.post(url, {"module": module.pk}, follow=True)
        assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_explore", args=[module.pk])
    first, second = LessonPage.objects.order_by("path")
    assert (first.title, first.live, first.owner) == ("Hulp vragen", False, femke_writes.who)
    assert [block.block_type for block in first.body] == ["text", "table", "image"]
    assert [block.block_type for block in second.body] == ["reflection", "image"]
    picture = Picture.objects.get()
    assert (picture.description, picture.uploaded_by_user) == ("Een telefoon", femke_writes.who)
    assert first.body.get_prep_value()[2]["value"]["picture"] == str(picture.uid)
    assert kept() == []
    edit = femke_writes.client.get(femke_writes.address("edit", first.pk))
    assert "Hulp vragen is moeilijk." in edit.content.decode()


def test_it_asks_for_a_module_and_keeps_the_document(femke_writes, module):
    url = send(femke_writes, document()).url
    for data in ({}, {"module": "x"}, {"module": module.get_parent().pk}):
        page = femke_writes.client.post(url, data).content.decode()
        assert "Kies eerst een module." in page or "Deze module is er niet." in page
    assert not LessonPage.objects.exists()
    assert len(kept()) == 1


@pytest.mark.parametrize("name", sorted(BAD))
def test_it_says_why_it_does_not_open_a_file_and_keeps_nothing(femke_writes, module, name):
    page = send(femke_writes, BAD[name]).content.decode()
    assert "bestand" in page
    assert "error-message" in page
    assert kept() == []


def test_it_opens_a_document_for_nobody_else(femke_writes, ben_writes, module):
    url = send(femke_writes, document()).url
    assert ben_writes.client.get(url).url == reverse("word_import_choose")
    assert ben_writes.client.post(url, {"module": module.pk}).url == reverse("word_import_choose")
    assert not LessonPage.objects.exists()


def test_it_is_not_there_for_who_does_not_write(client, noor, koen, sign_in, module):
    for person in (noor, koen):
        sign_in(client, person)
        for name, args in (("word_import_choose", []), ("word_import_check", [uuid.uuid4()])):
            assert client.get(reverse(name, args=args)).status_code == 404


def test_it_makes_all_or_nothing(femke, module, monkeypatch, now):
    upload = uuid.uuid4()
    keep_upload(upload, document(), "Lessen")
    calls = []

    def fails_at_the_second(self, **kwargs):
        calls.append(self)
        if len(calls) == 2:
            raise RuntimeError("the disk is full")
        return original(self, **kwargs)

    original = LessonPage.save_revision
    monkeypatch.setattr(LessonPage, "save_revision", fails_at_the_second)
    with pytest.raises(RuntimeError):
        make_drafts(upload, module, "Lessen", actor=femke, now=now)
    assert not LessonPage.objects.exists()
    assert not Picture.objects.exists()
    assert len(kept()) == 1
    monkeypatch.undo()


def test_it_throws_away_what_nobody_used_after_a_day(femke, module, now):
    upload = uuid.uuid4()
    keep_upload(upload, document(), "Lessen")
    today = timezone.now()
    assert sweep_uploads(today) == 0
    assert sweep_uploads(today + timedelta(days=1, minutes=1)) == 1
    with pytest.raises(GoneError):
        make_drafts(upload, module, "Lessen", actor=femke, now=now)


def test_it_leaves_out_a_small_file_that_is_a_very_large_picture(femke, tmp_path):
    Image.new("1", (30_000, 30_000)).save(tmp_path / "groot.png")
    content = word.docx(word.heading("Les"), word.picture("x"), image=(tmp_path / "groot.png").read_bytes())
    assert keep_upload(uuid.uuid4(), content, "x").pictures == {}


def test_it_costs_the_same_for_many_modules(femke_writes, module, django_assert_max_num_queries):
    course = module.get_parent().specific
    url = send(femke_writes, document()).url
    femke_writes.client.get(url)
    for number in range(2, 8):
        make.module(course, number)
    with django_assert_max_num_queries(45):
        femke_writes.client.get(url)
