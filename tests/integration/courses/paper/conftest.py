"""A module with a lesson to read and a lesson with every kind of exercise, of the course that Noor takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from lms.courses.exercises.content import exercises_of
from lms.courses.exercises.dialogue import Dialogue
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import ANSWER, Exercise
from lms.courses.models import Enrollment, LessonPage, ModulePage
from tests.factories import cohorts, exercises
from tests.factories import courses as make


@dataclass(frozen=True)
class Paper:
    """The module, its two lessons, and the enrollment of Noor."""

    module: ModulePage
    reading: LessonPage
    lesson: LessonPage
    enrollment: Enrollment
    exercises: dict[str, Exercise]
    url: str


@pytest.fixture
def paper(home, municipality, noor, femke) -> Paper:
    course = cohorts.course()
    module = make.module(course, number=1)
    reading = make.lesson(module, make.text(), title="Lezen", number="1.1")
    blocks = exercises.every_exercise()
    lesson = make.lesson(module, *blocks, title="Alle soorten oefeningen", number="1.2")
    cohorts.place(cohorts.cohort(trainer=femke), noor)
    found = {one.kind: one for one in exercises_of(blocks).values()}
    url = reverse("paper:module", args=[noor.uuid, module.uid])
    return Paper(module, reading, lesson, make.enrolled(noor, course), found, url)


@pytest.fixture
def as_koen(koen, sign_in) -> Client:
    client = Client()
    sign_in(client, koen)
    return client


@pytest.fixture
def enter(paper: Paper) -> Callable[..., Any]:
    """Send the screen as a browser does."""

    def post(
        client: Client, fields: dict[str, Any], *, on: str = "2026-11-20", submission: UUID | None = None
    ):
        sent = {"submission": submission or uuid4(), "done_on": on}
        return client.post(paper.url, sent | fields)

    return post


def on_paper(exercise: Exercise) -> dict[str, Any]:
    """Return the fields of the screen for the right answer to an exercise."""
    solution = exercise.solution()
    if isinstance(exercise, Order):
        places = {f"place-{uid}": str(at) for at, uid in enumerate(solution[ANSWER], start=1)}
        return {f"{exercise.uid}.{name}": value for name, value in places.items()}
    if isinstance(exercise, Dialogue):
        said = exercise.talk(solution).said
        return {f"{exercise.uid}.turn-{turn.uid}": str(reply.uid) for turn, reply in said}
    return {f"{exercise.uid}.{name}": list(values) for name, values in solution.items()}
