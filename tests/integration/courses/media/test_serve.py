"""Pictures, films and sound reach who is signed in, in parts where that is asked, and are powerless."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from lms.courses.media.rules import WIDTHS
from lms.courses.media.selectors import media_by_uid
from lms.courses.models import PictureRendition
from tests.factories import course_media as make
from tests.factories import media

pytestmark = pytest.mark.django_db
FILM = media.webm(1, 2)


def content_of(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def film(home) -> str:
    made = make.recording()
    return media_by_uid([made.uid])[made.uid].url


def test_it_plays_a_film_whole_and_powerless(reader: Client, film: str):
    response = reader.get(film)
    assert content_of(response) == FILM
    assert response["Content-Type"] == "video/webm"
    assert response["Accept-Ranges"] == "bytes"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].endswith("sandbox")
    assert response["Content-Length"] == str(len(FILM))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, len(FILM) - 1),
        ("bytes=10-19", 10, 19),
        ("bytes=-4", len(FILM) - 4, len(FILM) - 1),
        ("bytes=5-999999", 5, len(FILM) - 1),
        ("bytes=-999999", 0, len(FILM) - 1),
    ],
)
def test_it_gives_the_part_that_is_asked_for(reader: Client, film: str, asked: str, first: int, last: int):
    response = reader.get(film, headers={"Range": asked})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{len(FILM)}"
    assert content_of(response) == FILM[first : last + 1]
    assert response["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize(
    "asked", ["", "bytes=", "bytes=-", "bytes=9-2", "bytes=0-1,4-5", "kilos=1-2", "bytes=a-b"]
)
def test_it_gives_the_whole_for_what_is_no_single_part(reader: Client, film: str, asked: str):
    response = reader.get(film, headers={"Range": asked})
    assert (response.status_code, content_of(response)) == (200, FILM)


@pytest.mark.parametrize("asked", ["bytes=9999-", "bytes=-0"])
def test_it_says_when_a_part_lies_outside(reader: Client, film: str, asked: str):
    response = reader.get(film, headers={"Range": asked})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(FILM)}")


def test_it_gives_the_whole_when_the_file_changed_meanwhile(reader: Client, film: str):
    etag = reader.get(film)["ETag"]
    assert reader.get(film, headers={"Range": "bytes=1-2", "If-Range": etag}).status_code == 206
    assert reader.get(film, headers={"Range": "bytes=1-2", "If-Range": '"other"'}).status_code == 200
    assert reader.get(film, headers={"If-None-Match": etag}).status_code == 304


def test_it_lets_a_browser_keep_only_the_version_of_now(reader: Client, film: str):
    assert "immutable" in reader.get(film)["Cache-Control"]
    assert "public" not in reader.get(film)["Cache-Control"]
    assert reader.get(film.partition("?")[0])["Cache-Control"] == "no-store"
    assert reader.get(film.replace("?v=", "?v=x"))["Cache-Control"] == "no-store"


def test_it_gives_captions(reader: Client, home):
    made = make.recording()
    response = reader.get(media_by_uid([made.uid])[made.uid].captions_url)
    assert (content_of(response), response["Content-Type"]) == (media.VTT, "text/vtt; charset=utf-8")
    assert reader.get(reverse("media:captions", args=[make.recording("audio").uid])).status_code == 404


def test_it_draws_a_picture_in_each_size_once(reader: Client, home):
    made = make.picture()
    for width in WIDTHS:
        for form in ("webp", "jpeg"):
            url = reverse("media:picture", args=[made.uid, width, form])
            drawn = content_of(reader.get(url))
            with Image.open(io.BytesIO(drawn)) as image:
                assert (image.width, image.format) == (min(width, 700), form.upper())
            assert content_of(reader.get(url)) == drawn
    assert PictureRendition.objects.count() == len(WIDTHS) * 2


@pytest.mark.parametrize("path", ["17.webp", "320.png", "320.svg", "99999999999999999999.jpeg"])
def test_it_draws_no_other_sizes(reader: Client, home, path: str):
    assert reader.get(f"/media/beeld/{make.picture().uid}/{path}").status_code == 404
    assert not PictureRendition.objects.exists()


def test_it_leaves_out_where_a_picture_was_taken(reader: Client, home):
    exif = Image.Exif()
    exif[0x010F] = "Camera van Ans"
    exif.get_ifd(0x8825)[1] = "N"
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(drawn, "JPEG", exif=exif)
    made = make.picture(content=drawn.getvalue())
    for form in ("webp", "jpeg"):
        shown = content_of(reader.get(reverse("media:picture", args=[made.uid, 320, form])))
        assert b"Camera" not in shown
        with Image.open(io.BytesIO(shown)) as image:
            assert not image.getexif()


def test_it_says_that_a_file_is_gone(reader: Client, film: str, home):
    picture, recording = make.picture(), make.recording("audio")
    picture.file.storage.delete(picture.file.name)
    recording.file.storage.delete(recording.file.name)
    assert reader.get(reverse("media:picture", args=[picture.uid, 320, "webp"])).status_code == 404
    assert reader.get(reverse("media:recording", args=[recording.uid])).status_code == 404


def test_it_shows_the_editor_small_pictures_at_the_address_of_wagtail(reader: Client, trainer: Client, home):
    made = make.picture().get_rendition("max-165x165")
    with made.file.open() as drawn:
        assert content_of(trainer.get(made.url)) == drawn.read()
    assert Client().get(made.url).status_code == 302
    assert reader.get(made.url).status_code == 404
    assert trainer.get(f"{made.url}x").status_code == 404
    assert trainer.get(made.image.file.url).status_code == 404  # the original is never given


def test_it_plays_what_a_trainer_uploaded_at_the_address_in_the_form(reader: Client, trainer: Client, home):
    made = make.recording()
    page = trainer.get(reverse(made.snippet_viewset.get_url_name("edit"), args=[made.pk])).content.decode()
    for file, kind in [(made.file, "video/webm"), (made.captions, "text/vtt")]:
        assert f'href="{file.url}"' in page
        assert trainer.get(file.url)["Content-Type"] == kind
    assert trainer.get(f"{made.file.url}x").status_code == 404
    assert Client().get(made.file.url).status_code == 302
    assert reader.get(made.file.url).status_code == 404


@pytest.mark.parametrize("name", ["media:recording", "media:captions", "media:picture"])
def test_it_asks_a_visitor_to_sign_in_first(home, name: str):
    made = make.picture().uid if name == "media:picture" else make.recording().uid
    url = reverse(name, args=[made, 320, "webp"] if name == "media:picture" else [made])
    assert Client().get(url)["Location"].startswith("/account/login/")
