"""A lesson with every kind of exercise, and how to send to it what a page sends."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.rules import Exercise, Response
from lms.courses.models import LessonPage
from lms.courses.progress.page_fields import Fields, fields_of
from tests.factories import courses as make
from tests.factories.exercises import MAKERS
from tests.integration.courses.conftest import address


@dataclass(frozen=True)
class Kinds:
    """The lesson, and by the name of its kind each exercise, its stored block and its step."""

    lesson: LessonPage
    blocks: dict[str, make.Block]

    def exercise(self, kind: str) -> Exercise:
        """Return the exercise of this kind."""
        return exercise_of(self.blocks[kind])

    def url(self, kind: str) -> str:
        """Return the address of the step of this kind."""
        return f"{address(self.lesson)}?stap={list(self.blocks).index(kind) + 1}"

    def page(self, client: Client, kind: str) -> str:
        """Return the step of this kind as it is now."""
        return client.get(self.url(kind)).content.decode()

    def post(self, client: Client, kind: str, fields: Fields, submission: UUID | None = None) -> Any:
        """Send the fields of a page."""
        data = {name: list(values) for name, values in fields.items()}
        hidden = {"exercise": self.blocks[kind]["id"], "submission": str(submission or uuid4())}
        return client.post(reverse("progress:answer", args=[self.lesson.uid]), hidden | data)

    def respond(self, client: Client, kind: str, response: Response) -> str:
        """Send a response as its page does, and return the page that follows."""
        sent = self.post(client, kind, fields_of(self.exercise(kind), response))
        assert sent.status_code == 302
        return client.get(sent.url).content.decode()

    def change(self, kind: str, **value: Any) -> None:
        """Let an editor change the exercise of this kind."""
        self.blocks[kind]["value"].update(value)
        self.save()

    def save(self) -> None:
        """Put the blocks as they are now online."""
        self.lesson.body = json.dumps(list(self.blocks.values()))
        self.lesson.save()


def lesson_of_every_kind(module: Any) -> Kinds:
    """Make the lesson in a module."""
    blocks = {kind: maker() for kind, maker in MAKERS.items()}
    return Kinds(make.lesson(module, *blocks.values(), title="Alle soorten oefeningen"), blocks)
