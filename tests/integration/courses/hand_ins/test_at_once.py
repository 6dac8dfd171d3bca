"""Handing in at the same moment: one row, one file, one answer; paper and screen beside each other."""

import io
from uuid import uuid4

import pytest
from wagtail.models import ModelLogEntry

from lms.courses.exercises.rules import ANSWER
from lms.courses.hand_ins.services import (
    AlreadyReadError,
    ReplyChangedError,
    Work,
    hand_in,
    reply,
    see_replies,
)
from lms.courses.hand_ins.storing import Upload
from lms.courses.models import Attempt, HandIn, HandInFile, LessonProgress
from lms.courses.progress.services import Given, answer
from tests.at_once import at_once
from tests.factories import hand_ins as make
from tests.factories import people
from tests.integration.courses.hand_ins.conftest import files_in

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def photo() -> Upload:
    content = make.photo()
    return Upload("foto.jpg", io.BytesIO(content), len(content))


def test_it_keeps_one_row_and_one_file_of_a_double_send(noor, room, now, private):
    submission = uuid4()

    def send() -> None:
        work = Work(room.lesson.uid, room.uid, submission, "Een keer", is_done=True, uploads=(photo(),))
        hand_in(noor, work, now)

    assert at_once([send] * 4) == []
    assert HandIn.objects.count() == HandInFile.objects.count() == Attempt.objects.count() == 1
    assert len(files_in(private)) == 1
    assert ModelLogEntry.objects.filter(action="courses.handed_in").count() == 1


def test_it_keeps_both_of_paper_and_screen(noor, koen, room, now):
    def on_screen() -> None:
        hand_in(noor, Work(room.lesson.uid, room.uid, uuid4(), "Op het scherm", is_done=True), now)

    def on_paper() -> None:
        work = Work(
            room.lesson.uid, room.uid, uuid4(), "Op papier", is_done=True, entered_by=koen, given_at=now
        )
        hand_in(noor, work, now)

    def later() -> None:
        given = Given(room.lesson.uid, room.uid, {ANSWER: ("later",)}, uuid4())
        answer(noor, given, now)

    assert at_once([on_screen, on_paper, later]) == []
    assert {work.text for work in HandIn.objects.all()} == {"Op het scherm", "Op papier"}
    assert Attempt.objects.count() == 3
    assert LessonProgress.objects.get().completed_at == now
    logged = ModelLogEntry.objects.filter(action__startswith="courses.lesson_completed")
    assert logged.count() == 1


def test_it_takes_one_of_two_replies_and_keeps_what_was_read(noor, femke, room, now):
    work = make.hand_in(room.enrollment, room.lesson, room.exercise)
    people.femke()
    replies = ["Van het ene scherm", "Van het andere scherm"]
    troubles = at_once(
        lambda text=text: reply(work.uuid, text, seen=None, actor=femke, now=now) for text in replies
    )
    assert [type(trouble) for trouble in troubles] == [ReplyChangedError]
    work.refresh_from_db()
    kept, seen = work.reply, work.replied_at
    assert kept in replies
    see_replies([(work.uuid, seen)], now)
    with pytest.raises(AlreadyReadError):
        reply(work.uuid, "Anders", seen=seen, actor=femke, now=now)
