"""A place to write: two trainers and an administrator, each in a browser, and a lesson."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import TaskState

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.accounts.roles import Role
from lms.courses.models import HomePage, LessonPage
from lms.municipality.models import MunicipalitySettings
from tests.factories import courses as make
from tests.factories.people import person


@dataclass(frozen=True)
class Desk:
    """Somebody who writes, and the browser."""

    who: User
    client: Client

    def address(self, name: str, *args: Any) -> str:
        return reverse(f"wagtailadmin_pages:{name}", args=args)

    def send(self, page: LessonPage, words: str, **extra: str) -> str:
        """Save the text in the editor, with whatever button `extra` names; return what comes."""
        url = self.address("edit", page.pk)
        return str(self.client.post(url, form_of(page, words, **extra), follow=True).content.decode())

    def hand_in(self, page: LessonPage, words: str) -> str:
        return self.send(page, words, **{"action-submit": "1"})

    def act(self, page: LessonPage, name: str, comment: str = "") -> str:
        """Answer a text that waits, as the button on the dashboard does."""
        url = self.address("workflow_action", page.pk, name, waiting(page).pk)
        return str(self.client.post(url, {"comment": comment}, follow=True).content.decode())


def waiting(page: LessonPage) -> TaskState:
    """Return the step in which a page waits, or waited last."""
    return TaskState.objects.for_instance(page).latest("started_at", "pk")


def form_of(page: LessonPage, words: str, **extra: str) -> dict[str, str]:
    """Return what the editor sends for a lesson with one text of these words."""
    block = {"key": "a", "text": words, "type": "unstyled", "depth": 0}
    content = {"blocks": [{**block, "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}
    stored = page.body.get_prep_value()
    return {
        "title": page.title,
        "slug": page.slug,
        "kind": "lesson",
        "number": "",
        "minutes_reading": "2",
        "minutes_doing": "0",
        "body-count": "1",
        "body-0-id": stored[0]["id"] if stored else "",
        "body-0-type": "text",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-value-html": json.dumps(content),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **extra,
    }


def words_online(page: LessonPage) -> str:
    """Return what learners read now; "" for a page that is not online."""
    now = LessonPage.objects.get(pk=page.pk)
    return str(now.body.get_prep_value()) if now.live else ""


@pytest.fixture
def desk(home: HomePage, municipality: MunicipalitySettings, sign_in) -> Callable[..., Desk]:
    """Return a function that gives somebody a desk in the editor."""

    def take(who: User) -> Desk:
        ensure_groups()
        sync_groups(who)
        client = Client()
        sign_in(client, who)
        return Desk(who, client)

    return take


@pytest.fixture
def femke_writes(desk, femke: User) -> Desk:
    return desk(femke)


@pytest.fixture
def ben_writes(desk) -> Desk:
    return desk(person("Ben Bakker", Role.TRAINER))


@pytest.fixture
def ada_writes(desk) -> Desk:
    return desk(person("Ada Vos", Role.ADMINISTRATOR))


@pytest.fixture
def lesson(home: HomePage, municipality: MunicipalitySettings) -> LessonPage:
    """A lesson that is online."""
    return make.lesson(make.module(make.course(home)), make.text("<p>Zo was het.</p>"))
