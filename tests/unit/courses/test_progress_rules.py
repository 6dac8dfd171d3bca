"""What a lesson, a module and a course are called on the way."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from lms.courses.progress.lists import next_lesson
from lms.courses.progress.places import Lesson
from lms.courses.progress.rules import Status, lesson_status, whole_status

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NEW, BUSY, DONE = Status.NOT_STARTED, Status.BUSY, Status.DONE


def test_it_names_the_status_of_a_lesson():
    assert lesson_status(None, None) is NEW
    assert lesson_status(NOW, None) is BUSY
    assert lesson_status(NOW, NOW) is DONE
    assert lesson_status(None, NOW) is DONE


@pytest.mark.parametrize(
    ("parts", "whole"),
    [([], NEW), ([NEW, NEW], NEW), ([DONE, DONE], DONE), ([DONE, NEW], BUSY), ([BUSY], BUSY)],
)
def test_it_names_the_status_of_a_whole(parts: list[Status], whole: Status):
    assert whole_status(parts) is whole


def lesson(seen: int | None = None, *, done: bool = False) -> Lesson:
    at = NOW.replace(minute=seen) if seen is not None else None
    return Lesson(
        uuid4(),
        "",
        "Les",
        "lesson",
        6,
        "/",
        "0001",
        started_at=at,
        seen_at=at,
        completed_at=NOW if done else None,
    )


def test_it_begins_at_the_beginning():
    lessons = [lesson(), lesson()]
    assert next_lesson(lessons) is lessons[0]


def test_it_goes_on_where_one_was_last():
    lessons = [lesson(5), lesson(9), lesson()]
    assert next_lesson(lessons) is lessons[1]


def test_it_goes_on_after_the_lesson_that_was_finished_last():
    lessons = [lesson(1), lesson(9, done=True), lesson(), lesson()]
    assert next_lesson(lessons) is lessons[2]


def test_it_comes_back_for_what_was_left_open():
    lessons = [lesson(1), lesson(2, done=True), lesson(9, done=True)]
    assert next_lesson(lessons) is lessons[0]


def test_it_has_nothing_left_when_all_is_done():
    assert next_lesson([lesson(1, done=True)]) is None
    assert next_lesson([]) is None
