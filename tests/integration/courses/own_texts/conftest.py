"""A lesson with something to think about, and a hand to write with."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from lms.courses.models import LessonPage
from tests.factories import courses as make
from tests.integration.courses.conftest import Small

JSON = {"Accept": "application/json"}


@dataclass(frozen=True)
class Thinking:
    """A lesson with a reflection; `place` is the id of its block."""

    lesson: LessonPage
    place: UUID


@pytest.fixture
def thinking(small: Small) -> Thinking:
    block = make.block("reflection", prompt="Wanneer vroeg jij hulp?")
    lesson = make.lesson(small.module, make.text(), block, number="5.9", title="Hulp vragen")
    return Thinking(lesson, UUID(block["id"]))


Write = Callable[..., HttpResponse]


@pytest.fixture
def write(thinking: Thinking) -> Write:
    """Send a text as the page does: by a script (with a number) or by its form (without)."""

    def send(client: Client, text: str, **changes: object) -> HttpResponse:
        scripted = changes.pop("scripted", True)
        data = {
            "kind": "reflection",
            "lesson": thinking.lesson.uid,
            "place": thinking.place,
            "writer": uuid4(),
            "version": 0,
            "text": text,
            **({"number": 1} if scripted else {}),
            **changes,
        }
        return client.post(reverse("own_texts:keep"), data, headers=JSON if scripted else {})

    return send
