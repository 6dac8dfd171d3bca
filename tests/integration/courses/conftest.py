"""A small course: one lesson to read, one with two questions, one with a scenario."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from lms.accounts.models import User
from lms.courses.models import CoursePage, Enrollment, LessonPage, ModulePage
from tests.factories import courses as make


@dataclass(frozen=True)
class Small:
    """The course and what is in it. `q1`, `q2` and `s1` are the stored exercises."""

    course: CoursePage
    module: ModulePage
    reading: LessonPage
    questions: LessonPage
    scenarios: LessonPage
    q1: make.Block
    q2: make.Block
    s1: make.Block


@pytest.fixture
def small(home, municipality) -> Small:
    course = make.course(home)
    module = make.module(course, number=5, title="Je rol zuiver houden")
    q1, q2, s1 = make.question("Wat betaalt de inwoner?"), make.question("Wat kost een OCO?"), make.scenario()
    return Small(
        course=course,
        module=module,
        reading=make.lesson(module, make.text(), number="5.3", title="Geen maatje"),
        questions=make.lesson(module, q1, make.text(), q2, title="Vragen bij module 5", kind="questions"),
        scenarios=make.lesson(module, s1, title="Situaties bij module 5", kind="scenarios"),
        q1=q1,
        q2=q2,
        s1=s1,
    )


@pytest.fixture
def enrollment(small: Small, noor: User) -> Enrollment:
    return make.enrolled(noor, small.course)


@pytest.fixture
def as_noor(client: Client, noor: User, enrollment: Enrollment, sign_in) -> Client:
    sign_in(client, noor)
    return client


Answer = Callable[..., "object"]


@pytest.fixture
def send() -> Answer:
    """Post an answer (the option's place in the list) as the page does."""

    def post(
        client: Client, lesson: LessonPage, exercise: make.Block, choice: int, submission: UUID | None = None
    ):
        return client.post(
            reverse("progress:answer", kwargs={"lesson_uid": lesson.uid}),
            {
                "exercise": exercise["id"],
                "answer": str(make.options(exercise)[choice]),
                "submission": str(submission or uuid4()),
            },
        )

    return post


def address(lesson: LessonPage) -> str:
    """Return where a lesson is."""
    return f"/leren{lesson.url_path.removeprefix('/home-oco')}"
