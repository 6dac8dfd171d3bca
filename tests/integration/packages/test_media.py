"""Pictures, films, sound and documents of a package: on the site and back, byte by byte."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from lms.courses.models import CourseDocument, CoursePage, LessonPage, Picture, Recording
from lms.packages.apply import apply
from lms.packages.archive import read_folder, read_media, write_folder
from lms.packages.blocks import (
    AudioValue,
    Block,
    CalloutValue,
    DownloadValue,
    ImageValue,
    TextValue,
    VideoValue,
)
from lms.packages.media_list import contents
from lms.packages.problems import PackageError
from lms.packages.snapshot import snapshot
from lms.packages.tree import Medium, Package
from tests.factories import course_media as make
from tests.factories import media
from tests.integration.packages.conftest import FOLDER

pytestmark = pytest.mark.django_db
SMALL = FOLDER.parent / "voorbeeldcursus"
FILES = {
    "tafel.jpg": media.picture("JPEG"),
    "gesprek.webm": media.webm(1, 2),
    "gesprek.vtt": media.VTT,
    "vertel.mp3": media.mp3(),
    "lijst.pdf": media.PDF,
    "los.png": media.picture("PNG"),
}
UID = {name: str(UUID(int=4 << 76 | 8 << 60 | at)) for at, name in enumerate(FILES, start=1)}


def medium(name: str, **fields: str) -> Medium:
    fields = {"description": f"Dit is {name}.", "licence": "CC BY 4.0", **fields}
    return Medium(uid=UID[name], file=name, sha256=sha256(FILES[name]).hexdigest(), **fields)


def blocks() -> tuple[Block, ...]:
    """Return one block of each kind that refers to a medium."""
    values = [
        ImageValue(UID["tafel.jpg"], alt="Een tafel.", caption="Thuis."),
        VideoValue(UID["gesprek.webm"], "Het eerste gesprek"),
        AudioValue(UID["vertel.mp3"], "Een OCO vertelt"),
        DownloadValue(UID["lijst.pdf"], "Checklist"),
        TextValue("<p>Dag.</p>", recording=UID["vertel.mp3"]),
        CalloutValue("<p>Let op.</p>", recording=UID["vertel.mp3"]),
    ]
    return tuple(Block(str(UUID(int=4 << 76 | 8 << 60 | 99 + at)), value) for at, value in enumerate(values))


@pytest.fixture(scope="module")
def package() -> Package:
    """The example course with media in its first lesson; one medium is used nowhere."""
    course = read_folder(SMALL)
    first = course.modules[0]
    lessons = (replace(first.lessons[0], blocks=blocks()), *first.lessons[1:])
    listed = (
        medium(
            "gesprek.webm",
            transcript="OCO: Dag.\nInwoner: Dag.",
            captions=UID["gesprek.vtt"],
            poster=UID["tafel.jpg"],
        ),
        medium("gesprek.vtt", description="Ondertitels, woord voor woord.", credit="Ans"),
        medium("tafel.jpg", credit="Ans de Wit"),
        medium("vertel.mp3", transcript="Ik was buschauffeur."),
        medium("lijst.pdf"),
        medium("los.png"),
    )
    return replace(course, media=listed, modules=(replace(first, lessons=lessons), *course.modules[1:]))


@pytest.fixture(autouse=True)
def _files_elsewhere(settings, tmp_path: Path):
    settings.MEDIA_ROOT = tmp_path / "site"


@pytest.fixture
def loaded(home, municipality, package: Package, now) -> CoursePage:
    """The course with its media, on the site."""
    apply(package, actor=None, now=now, media=FILES, use_examples=True)
    return CoursePage.objects.get()


def with_other(package: Package, name: str, content: bytes) -> list[Medium]:
    """Return the list of media in which one file has another content."""
    digest = sha256(content).hexdigest()
    return [replace(one, sha256=digest) if one.file == name else one for one in package.media]


def stored() -> set[str]:
    """Return the names of all files in storage."""
    folders = ("original_images", "documents", "opnames")
    there = [folder for folder in folders if default_storage.exists(folder)]
    return {name for folder in there for name in default_storage.listdir(folder)[1]}


def test_it_reads_back_what_it_loaded_with_its_bytes(loaded, package: Package, tmp_path: Path):
    again = snapshot(CoursePage.objects.get())
    assert again == package
    assert contents(again) == FILES
    write_folder(again, tmp_path / "out", contents(again))
    assert read_folder(tmp_path / "out") == package
    assert read_media(tmp_path / "out") == FILES
    assert LessonPage.objects.get(uid=package.modules[0].lessons[0].uid).live
    assert Picture.objects.get(uid=UID["tafel.jpg"]).width == 8
    assert Recording.objects.get(uid=UID["gesprek.webm"]).kind == "video"


def test_it_changes_nothing_the_second_time(loaded, package: Package, now):
    before = stored()
    again = apply(package, actor=None, now=now, media=FILES, use_examples=True)
    assert again.changed_nothing
    assert stored() == before
    assert not any("_" in name for name in before)


def test_it_takes_a_new_version_and_leaves_no_old_file(
    loaded, package: Package, now, django_capture_on_commit_callbacks
):
    new = media.picture("JPEG", (16, 9))
    listed = [
        replace(one, sha256=sha256(new).hexdigest()) if one.file == "tafel.jpg" else one
        for one in package.media
    ]
    listed[1] = replace(listed[1], credit="Bo")
    listed[0] = replace(listed[0], description="Korter.")
    Picture.objects.get(uid=UID["tafel.jpg"]).get_rendition("max-165x165")
    changed = replace(package, media=tuple(reversed(listed)))
    with django_capture_on_commit_callbacks(execute=True):
        report = apply(changed, actor=None, now=now, media={**FILES, "tafel.jpg": new}, use_examples=True)
    assert sorted(report.updated) == sorted(["Dit is tafel.jpg.", "Korter.", CoursePage.objects.get().title])
    assert snapshot(CoursePage.objects.get()) == changed
    assert len(stored()) == len(FILES)
    assert Picture.objects.get(uid=UID["tafel.jpg"]).width == 16
    assert not Picture.objects.get(uid=UID["tafel.jpg"]).renditions.exists()


def test_it_lists_what_a_trainer_added_with_captions_and_poster(loaded, package: Package):
    film = make.recording(poster=make.picture(name="Mijn Foto (1).JPEG", description="Wij."))
    lesson = LessonPage.objects.get(uid=package.modules[0].lessons[0].uid)
    lesson.body.append(("video", {"title": "Nieuw", "recording": film}))
    lesson.save_revision().publish()
    again = snapshot(CoursePage.objects.get())
    added = again.media[len(package.media) :]
    assert again.media[: len(package.media)] == package.media
    assert [one.file for one in added] == ["film.webm", "film.vtt", "mijn_foto_1.jpg"]
    assert (added[0].captions, added[0].poster) == (added[1].uid, added[2].uid)
    assert contents(again)["film.vtt"] == media.VTT


def test_it_gives_equal_names_a_difference(loaded, package: Package):
    lesson = LessonPage.objects.get(uid=package.modules[0].lessons[0].uid)
    for _ in range(2):
        lesson.body.append(("download", {"title": "Lijst", "file": make.document(), "description": ""}))
    lesson.save_revision().publish()
    names = [one.file for one in snapshot(CoursePage.objects.get()).media]
    assert len(set(names)) == len(names) == len(FILES) + 2


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


def test_it_survives_a_file_that_is_gone_from_storage(loaded, package: Package, now):
    row = Picture.objects.get(uid=UID["tafel.jpg"])
    default_storage.delete(row.file.name)
    assert snapshot(CoursePage.objects.get()) != package
    apply(package, actor=None, now=now, media=FILES, use_examples=True)
    assert snapshot(CoursePage.objects.get()) == package


def test_it_replaces_what_a_trainer_uploaded_in_the_place_of_it(loaded, package: Package, now):
    row = Picture.objects.get(uid=UID["tafel.jpg"])
    row.file = ContentFile(media.picture("PNG"), "anders.png")
    row.save()
    assert snapshot(CoursePage.objects.get()).media[2].file == "anders.png"
    apply(package, actor=None, now=now, media=FILES, use_examples=True)
    assert snapshot(CoursePage.objects.get()) == package
