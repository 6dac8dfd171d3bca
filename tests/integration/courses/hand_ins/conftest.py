"""One assignment to hand in, in a lesson of the course that Noor takes; Femke trains her edition."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse

from lms.courses.models import Enrollment, LessonPage
from tests.factories import cohorts, exercises
from tests.factories import courses as make


@dataclass(frozen=True)
class Room:
    """The lesson, its assignment as stored, and the enrollment of Noor."""

    lesson: LessonPage
    exercise: make.Block
    enrollment: Enrollment

    @property
    def uid(self) -> UUID:
        return UUID(self.exercise["id"])

    @property
    def url(self) -> str:
        return reverse("hand_ins:work", args=[self.lesson.uid, self.uid])


@pytest.fixture(autouse=True)
def private(tmp_path: Path, settings) -> Path:
    """Keep the files of a test in a folder of its own."""
    place = tmp_path / "private"
    kept = settings.STORAGES["private"]
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {**kept, "OPTIONS": {**kept["OPTIONS"], "location": place}},
    }
    storage = storages["private"]
    assert Path(storage.path("x")).parent == place
    return place


@pytest.fixture
def room(home, municipality, noor, femke) -> Room:
    course = cohorts.course()
    module = make.module(course, number=1)
    exercise = exercises.assignment()
    lesson = make.lesson(module, make.text(), exercise, title="Wat is OCO?")
    cohorts.place(cohorts.cohort(trainer=femke), noor)
    return Room(lesson, exercise, make.enrolled(noor, course))


@pytest.fixture
def as_noor(noor, sign_in) -> Client:
    client = Client()
    sign_in(client, noor)
    return client


@pytest.fixture
def as_femke(femke, sign_in) -> Client:
    client = Client()
    sign_in(client, femke)
    return client


@pytest.fixture
def hand_in_by(room: Room) -> Callable[..., Any]:
    """Send the form of the assignment."""

    def post(client: Client, text: str = "", choice: str = "done", **more: Any):
        submission = more.pop("submission", uuid4())
        sent = {"submission": submission, "writer": submission, "version": 0, "text": text, "choice": choice}
        return client.post(room.url, sent | more)

    return post


def files_in(place: Path) -> list[Path]:
    """Return every file below a folder."""
    return [path for path in place.rglob("*") if path.is_file()] if place.exists() else []
