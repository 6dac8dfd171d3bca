"""Handing in: one row per send, photos without place or device, and nothing lost."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import ModelLogEntry

from lms.courses.hand_ins.rules import LARGEST_PHOTO, LARGEST_SOUND
from lms.courses.models import Attempt, HandIn, HandInFile, LessonProgress, OwnText
from tests.factories import hand_ins as make
from tests.integration.courses.hand_ins.conftest import files_in

pytestmark = pytest.mark.django_db


def test_it_keeps_the_text_and_says_that_the_assignment_is_done(as_noor, room, hand_in_by):
    answer = hand_in_by(as_noor, "Een OCO luistert.\r\nEn denkt mee.")
    assert answer.status_code == 302
    assert answer["Location"].endswith("?stap=1#werk")
    work = HandIn.objects.get()
    assert (work.text, work.on_paper, work.enrollment) == (
        "Een OCO luistert.\nEn denkt mee.",
        False,
        room.enrollment,
    )
    assert Attempt.objects.get().response == {"answer": ["done"]}
    assert LessonProgress.objects.get().completed_at is not None


def test_it_logs_that_it_was_handed_in_and_not_a_word_of_it(as_noor, hand_in_by):
    hand_in_by(as_noor, "Mijn geheime verhaal")
    entry = ModelLogEntry.objects.get(action="courses.handed_in")
    assert "geheime" not in json.dumps(entry.data)
    assert entry.data["files"] == 0


def test_it_keeps_one_row_for_a_double_send_and_a_new_one_for_a_second_time(as_noor, hand_in_by):
    submission = uuid4()
    for _ in range(2):
        hand_in_by(as_noor, "Een keer", submission=submission, photos=make.upload(make.photo()))
    assert HandIn.objects.count() == HandInFile.objects.count() == 1
    hand_in_by(as_noor, "Nog een keer")
    assert [work.text for work in HandIn.objects.all()] == ["Een keer", "Nog een keer"]


def test_it_leaves_no_file_of_a_double_send_behind(as_noor, hand_in_by, private):
    submission = uuid4()
    for _ in range(2):
        hand_in_by(as_noor, submission=submission, photos=make.upload(make.photo()))
    assert len(files_in(private)) == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_makes_a_photo_again_without_place_and_device(as_noor, hand_in_by, private: Path, kind: str):
    sent = make.photo(kind, with_place=True)
    assert b"Telefoon van Noor" in sent
    hand_in_by(as_noor, photos=make.upload(sent, "thuis.bin", "text/html"))
    row = HandInFile.objects.get()
    assert (row.kind, row.content_type) == ("photo", "image/jpeg")
    (kept,) = files_in(private)
    assert kept.stat().st_size == row.size
    assert b"Telefoon" not in kept.read_bytes()
    with Image.open(kept) as photo:
        assert (photo.format, photo.size, dict(photo.getexif())) == ("JPEG", (320, 240), {})


def test_it_makes_a_large_photo_smaller_and_puts_it_upright(as_noor, hand_in_by, private: Path):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    made = make.io.BytesIO()
    Image.new("RGB", (4000, 3000)).save(made, "JPEG", exif=exif)
    hand_in_by(as_noor, photos=make.upload(made.getvalue()))
    with Image.open(files_in(private)[0]) as photo:
        assert photo.size == (1800, 2400)


def test_it_keeps_a_recording_as_it_is(as_noor, hand_in_by, private: Path):
    sent = make.sound()
    hand_in_by(as_noor, sound=make.upload(sent, "opname.wav", "audio/wav"))
    row = HandInFile.objects.get()
    assert (row.kind, row.content_type) == ("audio", "audio/wav")
    assert files_in(private)[0].read_bytes() == sent


def test_it_keeps_the_text_as_a_draft_for_who_comes_back_later(as_noor, room, hand_in_by):
    hand_in_by(as_noor, "Een begin", choice="later")
    assert not HandIn.objects.exists()
    assert OwnText.objects.get().text == "Een begin"
    assert Attempt.objects.get().response == {"answer": ["later"]}
    assert not LessonProgress.objects.exclude(completed_at=None).exists()
    assert "Een begin" in as_noor.get(room.url).content.decode()


def test_it_hands_in_files_also_for_who_comes_back_later(as_noor, hand_in_by):
    hand_in_by(as_noor, "Met foto", choice="later", photos=make.upload(make.photo()))
    assert HandIn.objects.get().text == "Met foto"
    assert Attempt.objects.get().outcome == "tried"
    assert not OwnText.objects.exclude(text="").exists()


def test_it_empties_the_draft_when_it_is_handed_in(as_noor, room, hand_in_by):
    hand_in_by(as_noor, "Een begin", choice="later")
    hand_in_by(as_noor, "Een begin en een eind")
    assert not OwnText.objects.exclude(text="").exists()
    assert HandIn.objects.get().text == "Een begin en een eind"


def test_it_takes_done_without_anything_because_it_may_be_on_paper_or_by_phone(as_noor, hand_in_by):
    assert hand_in_by(as_noor).status_code == 302
    assert not HandIn.objects.exists()
    assert Attempt.objects.get().outcome == "passed"


def test_it_asks_how_far_one_is_and_keeps_what_was_typed(as_noor, hand_in_by):
    page = hand_in_by(as_noor, "Mijn verhaal", choice="").content.decode()
    assert "Kies of je klaar bent, of later terugkomt." in page
    assert "Mijn verhaal</textarea>" in page
    assert not Attempt.objects.exists()


HOSTILE = {
    "page": (b"<!doctype html><script>alert(1)</script>", "is geen foto"),
    "drawing": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "is geen foto"),
    "gif": (b"GIF89a" + b"\x00" * 50, "is geen foto"),
    "empty": (b"", "is leeg"),
    "cut off": (make.photo()[:300], "kunnen we niet lezen"),
    "only a head": (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "kunnen we niet lezen"),
    "png of a page": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR<script>", "kunnen we niet lezen"),
    "photo of 11 MB": (make.photo() + b"\x00" * LARGEST_PHOTO, "is te groot"),
    "sound of 21 MB": (make.sound() + b"\x00" * LARGEST_SOUND, "is te groot"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_it_refuses_other_files_with_a_sentence_and_keeps_the_text(as_noor, hand_in_by, private, name: str):
    content, words = HOSTILE[name]
    file = make.upload(content, "<b>foto.jpg")
    answer = hand_in_by(as_noor, "Mijn verhaal", photos=[make.upload(make.photo()), file])
    page = answer.content.decode()
    assert answer.status_code == 200
    assert words in page
    assert "Mijn verhaal</textarea>" in page
    assert "Je tekst staat er nog." in page
    assert "<b>foto" not in page
    assert not HandIn.objects.exists()
    assert not Attempt.objects.exists()
    assert files_in(private) == []


def test_it_refuses_a_picture_of_too_many_pixels_without_unpacking_it(as_noor, hand_in_by, private):
    bomb = make.photo("PNG", (12_000, 12_000))
    assert len(bomb) < LARGEST_PHOTO
    assert "is te groot" in hand_in_by(as_noor, photos=make.upload(bomb)).content.decode()
    assert files_in(private) == []


def test_it_refuses_a_sixth_file(as_noor, hand_in_by, private):
    six = [make.upload(make.photo()) for _ in range(6)]
    assert "Kies hoogstens 5" in hand_in_by(as_noor, photos=six).content.decode()
    assert files_in(private) == []


def test_it_refuses_a_text_that_is_too_long_and_shows_it_again(as_noor, hand_in_by):
    page = hand_in_by(as_noor, "a" * 20_001).content.decode()
    assert "Deze tekst is te lang." in page
    assert "a" * 20_001 in page


def test_it_leaves_no_file_when_the_rest_does_not_work(as_noor, hand_in_by, private, monkeypatch):
    def stop(*args: object, **options: object) -> None:
        raise RuntimeError("the log is full")

    monkeypatch.setattr("lms.courses.hand_ins.audit.handed_in", stop)
    client = Client(raise_request_exception=False)
    client.cookies = as_noor.cookies
    assert hand_in_by(client, photos=make.upload(make.photo())).status_code == 500
    assert not HandIn.objects.exists()
    assert not Attempt.objects.exists()
    assert files_in(private) == []


def test_it_is_404_for_an_assignment_that_cannot_be_handed_in_or_is_not_there(as_noor, room):
    for exercise in (room.lesson.body.get_prep_value()[0]["id"], uuid4()):
        url = room.url.replace(room.exercise["id"], str(exercise))
        assert as_noor.get(url).status_code == as_noor.post(url).status_code == 404


def test_it_shows_the_step_within_the_budget_of_a_lesson_page(as_noor, room, hand_in_by):
    for number in range(3):
        files = {"photos": make.upload(make.photo()), "sound": make.upload(make.sound(), "o.wav")}
        hand_in_by(as_noor, f"Werk {number}", **files)
    hand_in_by(as_noor, "Een begin", choice="later")
    url = f"/leren{room.lesson.url_path.removeprefix('/home-oco')}?stap=1"
    as_noor.get(url)
    with CaptureQueriesContext(connection) as queries:
        page = as_noor.get(url).content.decode()
    assert len(queries) <= 10, [query["sql"][:90] for query in queries]
    assert all(
        words in page for words in ("Werk 0", "Werk 2", "Bewaar foto 1", "Bewaar opname 1", "Een begin")
    )
