"""A file is what its bytes say, never what its name says."""

import io

import pytest

from lms.courses.files.rules import (
    CAPTIONS,
    DOCUMENTS,
    KINDS,
    PICTURES,
    RECORDINGS,
    content_type,
    ending_of,
    is_what_it_says,
    kind_of,
    sense_of,
)
from tests.factories import media
from tests.factories.media import GOOD, box, element, mp4, ogg, webm

ALL = frozenset(KINDS)
PAGE = b"<!doctype html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
EBML = b"\x1a\x45\xdf\xa3"
BAD: dict[str, bytes] = {
    **{f"page.{ending}": PAGE for ending in sorted(ALL)},
    **{f"drawing.{ending}": SVG for ending in sorted(ALL)},
    **{f"empty.{ending}": b"" for ending in sorted(ALL)},
    **{f"zip.{ending}": media.archive(**{"index.html": PAGE}) for ending in sorted(ALL)},
    **{
        f"front.{ending}": PAGE + content
        for ending, content in [("jpg", GOOD["foto.jpg"]), ("mp4", mp4(b"vide"))]
    },
    **{
        f"front-{name}": PAGE + GOOD[name]
        for name in ("praat.mp3", "praat.ogg", "film.webm", "film.vtt", "plan.pdf")
    },
    "film.avi": mp4(b"vide"),
    "film": mp4(b"vide"),
    "foto.svg": SVG,
    "foto.jpg.html": GOOD["foto.jpg"],
    # mp3: only a label, a page behind the label, one frame, a frame that runs past the end
    "label.mp3": b"ID3\x04\x00\x00\x00\x00\x00\x05hello",
    "behind.mp3": b"ID3\x04\x00\x00\x00\x00\x00\x05hello" + PAGE,
    "short.mp3": media.mp3(frames=2),
    "cut.mp3": media.mp3()[:-5],
    "unicode.mp3": "ÿûmen".encode("utf-16-be"),
    # mp4: no tracks, no begin, a box that lies about its size, a page behind the last box
    "no-tracks.mp4": mp4(),
    "no-begin.mp4": box(b"moov", b""),
    "lies.mp4": b"\xff\xff\xff\xff" + mp4(b"vide")[4:],
    "tiny-box.mp4": box(b"ftyp", b"isom") + b"\x00\x00\x00\x01free" + b"\x00" * 8,
    "behind.mp4": mp4(b"vide") + PAGE,
    "film.m4a": mp4(b"vide", b"soun"),
    "words.mp4": mp4(b"text"),
    # ogg: moving pictures that no browser plays, and one page only
    "theora.ogg": ogg(b"\x80theora\x00"),
    "one-page.ogg": ogg()[:38],
    # webm: its cousin, no tracks, a size past the end, zeros
    "cousin.webm": webm(1, doc_type=b"matroska"),
    "no-tracks.webm": webm(),
    "subtitles.webm": webm(17),
    "past.webm": webm(1)[:-3],
    "zeros.webm": EBML + b"\x00" * 40,
    "head.webm": element(EBML, element(b"\x42\x82", b"webm")),
    "squeezed.wav": media.wav()[:300],
    "endless.wav": b"RIFF\x10\x00\x00\x00WAVE" + b"\x00" * 200,
    "odd.wav": media.wav().replace(b"\x10\x00\x00\x00\x01\x00", b"\x10\x00\x00\x00\x50\x00", 1),
    # captions: no cue, another letter code, zeros, no words, too much
    "no-cue.vtt": b"WEBVTT\n\nNOTE hello\n",
    "joined.vtt": media.VTT.replace(b"WEBVTT", b"WEBVTTX"),
    "latin.vtt": media.VTT.replace(b"fijn", b"f\xefjn"),
    "zero.vtt": media.VTT + b"\x00",
    "wordless.vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\n",
    "long.vtt": media.VTT + b"x" * 1024 * 1024,
    "srt.vtt": b"1\n00:00:00,000 --> 00:00:02,000\nHallo\n",
}


@pytest.mark.parametrize("name", sorted(GOOD))
def test_it_takes_what_is_what_it_says(name: str):
    assert is_what_it_says(name, io.BytesIO(GOOD[name]), ALL)


@pytest.mark.parametrize("name", sorted(BAD))
def test_it_refuses_what_is_something_else(name: str):
    assert not is_what_it_says(name, io.BytesIO(BAD[name]), ALL)


@pytest.mark.parametrize("name", sorted(GOOD))
def test_it_knows_no_other_kind_in_the_same_bytes(name: str):
    file = io.BytesIO(GOOD[name])
    same = {"m4a": {"mp4"}, "mp4": {"m4a"} if name == "geluid.mp4" else set()}
    found = {kind for kind in ALL if is_what_it_says(f"a.{kind}", file, ALL)}
    assert found == {ending_of(name)} | same.get(ending_of(name), set())


def test_it_takes_only_kinds_that_are_asked_for():
    for name, content in GOOD.items():
        groups = [group for group in (DOCUMENTS, PICTURES, RECORDINGS, CAPTIONS) if ending_of(name) in group]
        assert len(groups) == 1
        assert [
            is_what_it_says(name, io.BytesIO(content), groups[0]),
            kind_of(io.BytesIO(content), groups[0]) != "",
        ]
        others = ALL - groups[0]
        assert not is_what_it_says(name, io.BytesIO(content), others)
        assert kind_of(io.BytesIO(content), others) == ""


@pytest.mark.parametrize("name", sorted(GOOD))
@pytest.mark.parametrize("keep", [1, 3, 7, 11, 20, 35, 60])
def test_it_never_breaks_on_a_file_that_was_cut_off(name: str, keep: int):
    for judge in KINDS.values():
        assert judge(io.BytesIO(GOOD[name][:keep])) in {True, False}


@pytest.mark.parametrize(
    ("name", "sense"),
    [
        ("film.mp4", "video"),
        ("geluid.mp4", "audio"),
        ("film.webm", "video"),
        ("opname.webm", "audio"),
        ("praat.mp3", "audio"),
        ("praat.ogg", "audio"),
        ("foto.png", ""),
        ("film.vtt", ""),
    ],
)
def test_it_knows_film_from_sound(name: str, sense: str):
    assert sense_of(name, io.BytesIO(GOOD[name])) == sense


def test_it_leaves_the_file_at_its_beginning():
    for name, content in GOOD.items():
        file = io.BytesIO(content)
        is_what_it_says(name, file, ALL)
        sense_of(name, file)
        assert file.tell() == 0


def test_it_says_a_type_that_the_browser_need_not_guess():
    assert content_type("a.JPEG") == "image/jpeg"
    assert content_type("a.webm", "video") == "video/webm"
    assert content_type("a.webm", "audio") == "audio/webm"
    assert content_type("a.html") == "application/octet-stream"
