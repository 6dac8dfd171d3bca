"""The files of work: for the owner and the trainer only, powerless, in parts, and gone with the person."""

import os
from datetime import timedelta

import pytest
from django.urls import reverse

from lms.accounts.public import Role
from lms.courses.hand_ins.storing import sweep
from lms.courses.models import Cohort, HandIn, HandInFile
from lms.privacy.selectors import export_of
from lms.privacy.services import erase_person
from tests.factories import hand_ins as make
from tests.factories import people
from tests.integration.courses.hand_ins.conftest import files_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(as_noor, hand_in_by) -> list[HandInFile]:
    """A photo and a recording of Noor."""
    hand_in_by(as_noor, "x", photos=make.upload(make.photo()), sound=make.upload(make.sound(), "o.wav"))
    return list(HandInFile.objects.order_by("pk"))


def url_of(file: HandInFile) -> str:
    return reverse("hand_ins:file", args=[file.uuid])


def test_it_gives_them_to_the_owner_and_the_trainer(as_noor, as_femke, files):
    for client in (as_noor, as_femke):
        photo, sound = (client.get(url_of(file)) for file in files)
        assert (photo["Content-Type"], sound["Content-Type"]) == ("image/jpeg", "audio/wav")
        assert b"".join(sound) == make.sound()
        assert photo["Content-Disposition"] == 'inline; filename="photo.jpg"'
        assert photo.getvalue().startswith(b"\xff\xd8")


def test_it_is_404_for_everybody_else(client, sign_in, koen, vera, files):
    assert client.get(url_of(files[0])).status_code == 302
    for person in (koen, vera):
        sign_in(client, person)
        assert client.get(url_of(files[0])).status_code == 404


def test_it_is_404_for_a_trainer_who_trains_no_longer(as_femke, koen, files):
    ties = people.person("Ties Bakker", Role.TRAINER)
    Cohort.objects.update(trainer=ties)
    assert as_femke.get(url_of(files[0])).status_code == 404


def test_it_lets_nothing_in_a_file_run_and_no_browser_keep_it(as_noor, files):
    answer = as_noor.get(url_of(files[0]))
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer.getvalue()


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-9", 206, slice(0, 10)),
        ("bytes=44-", 206, slice(44, None)),
        ("bytes=-4", 206, slice(-4, None)),
        ("bytes=10-99999999", 206, slice(10, None)),
        ("bytes=99999999-", 416, None),
        ("bytes=0-1,4-5", 200, slice(None)),
        ("lines=1-2", 200, slice(None)),
        ("bytes=9-2", 200, slice(None)),
    ],
)
def test_it_gives_a_part_of_a_recording(as_noor, files, asked: str, status: int, part: slice | None):
    answer = as_noor.get(url_of(files[1]), headers={"Range": asked})
    assert answer.status_code == status
    content = b"".join(answer) if answer.streaming else answer.content
    assert content == (make.sound()[part] if part else b"")
    if status == 206:
        assert answer["Content-Length"] == str(len(content))
        assert answer["Content-Range"].endswith(f"/{len(make.sound())}")


def test_it_is_404_when_the_file_itself_is_gone(as_noor, files, private):
    for path in files_in(private):
        path.unlink()
    assert as_noor.get(url_of(files[0])).status_code == 404


def test_it_deletes_the_files_with_the_person(
    files, noor, koen, now, private, django_capture_on_commit_callbacks
):
    assert len(files_in(private)) == 2
    noor.is_active = False
    noor.save()
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(noor, actor=koen, now=now)
    assert not HandInFile.objects.exists()
    assert not HandIn.objects.exists()
    assert files_in(private) == []


def test_it_shows_in_the_own_data_what_was_handed_in(files, noor, now):
    kinds = {kind["bron"]: kind["regels"] for kind in export_of(noor, now)["gegevens"]}
    assert kinds["courses.HandIn"][0]["text"] == "x"
    assert [row["kind"] for row in kinds["courses.HandInFile"]] == ["photo", "audio"]


def test_it_sweeps_files_of_requests_that_were_cut_off(files, private, now):
    lost = files_in(private)[0].with_name("afgebroken.jpg")
    young = lost.with_name("net.jpg")
    for path, age in ((lost, 2), (young, 0)):
        path.write_bytes(b"x")
        moment = (now - timedelta(days=age)).timestamp()
        os.utime(path, (moment, moment))
    old = (now - timedelta(days=30)).timestamp()
    for path in files_in(private):
        if path not in (lost, young):
            os.utime(path, (old, old))
    assert sweep(now) == 1
    assert not lost.exists()
    assert len(files_in(private)) == 3


def test_it_keeps_files_out_of_sight_of_other_accounts_of_the_machine(files, private):
    assert {path.stat().st_mode & 0o777 for path in files_in(private)} == {0o600}
