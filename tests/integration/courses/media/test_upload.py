"""What a trainer puts on the site is judged by its bytes, whichever door it comes through."""

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from lms.courses.models import Picture, Recording
from tests.factories import course_media as make
from tests.factories import media
from tests.factories.media import GOOD

pytestmark = pytest.mark.django_db
PAGE = b"<!doctype html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
PICTURES = {
    "a.jpg": GOOD["foto.jpg"],
    "a.JPEG": GOOD["foto.jpg"],
    "a.png": GOOD["foto.png"],
    "a.webp": GOOD["foto.webp"],
}
NO_PICTURES = {
    "page.jpg": PAGE,
    "drawing.png": SVG,
    "a.svg": SVG,
    "other.png": GOOD["foto.jpg"],
    "both.gif": b"GIF89a" + PAGE,
    "cut.jpg": media.picture("JPEG", (400, 400))[:-300],
    "cut.png": GOOD["foto.png"][:40],
    "head.webp": GOOD["foto.webp"][:20] + PAGE,
    "film.webp": media.webm(1),
    "a.html": GOOD["foto.png"],
}


def stored() -> set[str]:
    """Return the names of all recordings and pictures in storage."""
    folders = [folder for folder in ("opnames", "original_images") if default_storage.exists(folder)]
    return {name for folder in folders for name in default_storage.listdir(folder)[1]}


def send_picture(trainer: Client, door: str, name: str, content: bytes) -> Any:
    file = SimpleUploadedFile(name, content, "image/png")
    root = Collection.get_first_root_node().pk
    sent = {"title": "Tafel", "collection": root, "tags": ""}
    if door == "chooser":
        prefix = "image-chooser-upload"
        chosen = {f"{prefix}-{key}": value for key, value in {**sent, "file": file}.items()}
        return trainer.post(reverse("wagtailimages_chooser:create"), chosen)
    if door == "add_multiple":
        headers = {"X-Requested-With": "XMLHttpRequest"}
        return trainer.post(reverse("wagtailimages:add_multiple"), {**sent, "files[]": file}, headers=headers)
    return trainer.post(reverse("wagtailimages:add"), {**sent, "file": file})


@pytest.mark.parametrize("door", ["add", "add_multiple", "chooser"])
def test_it_takes_pictures_and_refuses_others_at_every_door(trainer: Client, door: str):
    for name, content in (PICTURES | NO_PICTURES).items():
        before = Picture.objects.count()
        send_picture(trainer, door, name, content)
        assert (Picture.objects.count() > before) is (name in PICTURES), f"{name} through {door}"
    assert len(stored()) == len(PICTURES)


def test_it_says_in_plain_dutch_what_is_no_picture(trainer: Client):
    page = send_picture(trainer, "add", "page.png", PAGE).content.decode()
    assert "Dit is geen afbeelding die we kennen. Kies jpg, png, webp of gif." in page


def test_it_refuses_another_picture_in_the_place_of_a_good_one(trainer: Client):
    made = make.picture()
    before = stored()
    sent = {"title": "Nieuw", "collection": made.collection_id, "tags": ""}
    file = SimpleUploadedFile("foto.jpg", PAGE, "image/jpeg")
    trainer.post(reverse("wagtailimages:edit", args=[made.pk]), {**sent, "file": file})
    made.refresh_from_db()
    assert (made.title, stored()) == ("Een keukentafel", before)


def send(trainer: Client, made: Recording | None = None, **files: tuple[str, bytes]) -> Any:
    """Send the form of a recording, new or of one that is there."""
    name = (
        made.snippet_viewset.get_url_name("edit") if made else Recording.snippet_viewset.get_url_name("add")
    )
    sent = {
        "title": "Gesprek",
        "transcript": "Dag.",
        "licence": "",
        "credit": "",
        "description": "",
        "poster": "",
    }
    uploads = {key: SimpleUploadedFile(*file, "video/mp4") for key, file in files.items()}
    return trainer.post(reverse(name, args=[made.pk] if made else []), {**sent, **uploads})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("praat.mp3", "audio"),
        ("praat.m4a", "audio"),
        ("praat.ogg", "audio"),
        ("praat.wav", "audio"),
        ("geluid.webm", "audio"),
        ("geluid.mp4", "audio"),
        ("film.mp4", "video"),
        ("film.webm", "video"),
    ],
)
def test_it_takes_film_and_sound_and_sees_which_it_is(trainer: Client, name: str, kind: str):
    assert send(trainer, file=(name, GOOD[name])).status_code == 302
    assert Recording.objects.get().kind == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("film.mp4", PAGE),
        ("film.webm", SVG),
        ("film.mp4", PAGE + media.mp4(b"vide")),
        ("film.mp4", media.mp4(b"vide") + PAGE),
        ("film.html", GOOD["film.mp4"]),
        ("film.avi", GOOD["film.mp4"]),
        ("praat.m4a", GOOD["film.mp4"]),
        ("praat.mp3", GOOD["praat.wav"]),
        ("foto.png", GOOD["foto.png"]),
        ("plan.pdf", media.PDF),
    ],
)
def test_it_refuses_what_is_no_recording_and_stores_nothing(trainer: Client, name: str, content: bytes):
    page = send(trainer, file=(name, content)).content.decode()
    assert "Dit is geen film of geluid dat we kennen. Kies mp4, webm, mp3, m4a, ogg of wav." in page
    assert not Recording.objects.exists()
    assert not stored()


def test_it_refuses_what_is_too_big_for_its_kind(trainer: Client, settings):
    settings.LARGEST_SOUND, settings.LARGEST_FILM = 100, 1_000_000
    assert "Het mag 1 kB zijn." in send(trainer, file=("praat.mp3", GOOD["praat.mp3"])).content.decode()
    assert (
        send(trainer, file=("film.mp4", GOOD["film.mp4"] + media.box(b"free", bytes(200)))).status_code == 302
    )


@pytest.mark.parametrize("content", [PAGE, b"WEBVTT\n", media.VTT + b"\x00", "WEBVTT é".encode("latin-1")])
def test_it_refuses_what_are_no_captions(trainer: Client, content: bytes):
    files = {"file": ("film.mp4", GOOD["film.mp4"]), "captions": ("film.vtt", content)}
    assert "Dit zijn geen ondertitels die we kunnen lezen." in send(trainer, **files).content.decode()
    assert not stored()
    assert send(trainer, **{**files, "captions": ("film.vtt", media.VTT)}).status_code == 302


def test_it_replaces_a_file_and_takes_the_old_one_away(trainer: Client, django_capture_on_commit_callbacks):
    made = make.recording()
    with django_capture_on_commit_callbacks(execute=True):
        send(trainer, made, file=("praat.mp3", GOOD["praat.mp3"]))
    made.refresh_from_db()
    assert (made.kind, made.title) == ("audio", "Gesprek")
    assert stored() == {"praat.mp3", "film.vtt"}
    send(trainer, made, file=("film.mp4", PAGE))
    send(trainer, made)
    assert stored() == {"praat.mp3", "film.vtt"}


def test_it_takes_the_files_of_a_deleted_recording_away(trainer: Client, django_capture_on_commit_callbacks):
    made = make.recording()
    with django_capture_on_commit_callbacks(execute=True):
        trainer.post(reverse(made.snippet_viewset.get_url_name("delete"), args=[made.pk]))
    assert not Recording.objects.exists()
    assert not stored()


def test_it_lists_and_chooses_recordings(trainer: Client):
    made = make.recording()
    viewset = Recording.snippet_viewset
    listed = trainer.get(reverse(viewset.get_url_name("list"))).content.decode()
    assert "Het eerste gesprek" in listed
    assert "film" in listed
    chosen = trainer.get(reverse(viewset.chooser_viewset.get_url_name("chosen"), args=[made.pk]))
    assert chosen.json()["result"]["string"] == "Het eerste gesprek"


def test_it_lets_only_people_who_write_lessons_near_recordings(
    reader: Client, koen, sign_in, with_second_factor
):
    with_second_factor(koen)
    coordinator = Client()
    sign_in(coordinator, koen)
    url = reverse(Recording.snippet_viewset.get_url_name("add"))
    assert [client.get(url).status_code for client in (reader, coordinator)] == [404, 404]
