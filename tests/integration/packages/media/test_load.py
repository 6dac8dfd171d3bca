"""Pictures, films, sound and documents of a package: on the site and back, byte by byte."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from lms.courses.models import CoursePage, LessonPage, Picture, Recording
from lms.packages.apply import apply
from lms.packages.archive import read_folder, read_media, write_folder
from lms.packages.media_list import contents
from lms.packages.snapshot import snapshot
from lms.packages.tree import Package
from tests.factories import course_media as make
from tests.factories import media
from tests.integration.packages.media.files import FILES, UID, stored

pytestmark = pytest.mark.django_db


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
