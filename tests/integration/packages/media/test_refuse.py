"""Files of a package that are something else than they say, or do not fit: refused, and nothing stays."""

from dataclasses import replace
from hashlib import sha256

import pytest

from lms.courses.models import CourseDocument, CoursePage, Picture, Recording
from lms.packages.apply import apply
from lms.packages.problems import PackageError
from lms.packages.tree import Package
from tests.factories import course_media as make
from tests.factories import media
from tests.integration.packages.media.files import FILES, UID, stored

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("tafel.jpg", b"<script>alert(1)</script>", "tafel.jpg"),
        ("tafel.jpg", media.picture("PNG"), "tafel.jpg"),
        ("gesprek.webm", media.webm(), "geen film of geluid"),
        ("gesprek.vtt", b"WEBVTT", "geen ondertitels"),
        ("lijst.pdf", b"<html>", "iets anders dan de naam"),
        ("vertel.mp3", media.mp4(b"soun"), "geen film of geluid"),
    ],
)
def test_it_refuses_what_is_something_else_and_stores_nothing(
    home, municipality, package: Package, now, name: str, content: bytes, sentence: str
):
    listed = (
        replace(one, sha256=sha256(content).hexdigest()) if one.file == name else one for one in package.media
    )
    with pytest.raises(PackageError, match=sentence):
        apply(
            replace(package, media=tuple(listed)),
            actor=None,
            now=now,
            media={**FILES, name: content},
            use_examples=True,
        )
    assert not CoursePage.objects.exists()
    assert not any(model.objects.exists() for model in (Picture, Recording, CourseDocument))
    assert not stored()


def test_it_refuses_a_file_that_is_missing_or_was_changed(home, municipality, package: Package, now):
    for files in (None, {**FILES, "tafel.jpg": media.picture("JPEG", (9, 9))}):
        with pytest.raises(PackageError, match=r"tafel\.jpg"):
            apply(package, actor=None, now=now, media=files, use_examples=True)
    assert not stored()


def test_it_refuses_captions_of_no_film_and_words_that_do_not_fit(home, municipality, package: Package, now):
    alone = replace(package, media=(replace(package.media[0], captions=""), *package.media[1:]))
    with pytest.raises(PackageError, match="geen enkele film"):
        apply(alone, actor=None, now=now, media=FILES, use_examples=True)
    long = replace(package, media=(*package.media[:-1], replace(package.media[-1], description="x" * 300)))
    with pytest.raises(PackageError, match="te lang"):
        apply(long, actor=None, now=now, media=FILES, use_examples=True)


def test_it_refuses_the_uid_of_another_kind_of_medium(home, municipality, package: Package, now):
    make.document(uid=UID["tafel.jpg"])
    with pytest.raises(PackageError, match="ander soort"):
        apply(package, actor=None, now=now, media=FILES, use_examples=True)
    assert CourseDocument.objects.count() == 1


def test_it_takes_its_files_away_when_the_rest_cannot_be_loaded(
    home, municipality, package: Package, now, monkeypatch
):
    def stop(*_: object) -> None:
        assert len(stored()) == len(FILES)
        raise InterruptedError

    monkeypatch.setattr("lms.packages.apply._Loader.load", stop)
    with pytest.raises(InterruptedError):
        apply(package, actor=None, now=now, media=FILES, use_examples=True)
    assert not stored()
    assert not Picture.objects.exists()
