"""Every kind of exercise in a real browser: as it comes, not complete, not yet right, and right."""

import pytest
from playwright.sync_api import expect

from lms.accounts.models import User
from lms.courses.models import ExerciseState
from tests.browser import exercises as walk
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TALKS = {"dialogue", "assignment"}


@pytest.fixture
def person() -> User:
    return people.noor()


def test_noor_answers_every_kind_on_her_phone(open_browser, person):
    lesson, exercises = walk.lesson_of_every_kind(person)
    noor = open_browser("Noor", phone=True)
    walk.enter(noor, person)
    for number, exercise in enumerate(exercises, start=1):
        noor.go(walk.step_url(lesson, number))
        noor.picture(f"{number:02}-{exercise.kind}-1-new")
        if exercise.kind in TALKS:
            continue
        for name, response in (("2-not-yet", walk.not_right(exercise)), ("3-right", exercise.solution())):
            walk.by_mouse(noor.page, exercise, response)
            walk.send(noor)
            noor.picture(f"{number:02}-{exercise.kind}-{name}")
        expect(noor.page.locator(".feedback.ok")).to_be_visible()
    passed = ExerciseState.objects.filter(stage=ExerciseState.Stage.PASSED)
    assert passed.count() == len(exercises) - len(TALKS)
