"""A set of answers is one response, in whatever order a browser sends it."""

from uuid import UUID, uuid4

import pytest

from lms.courses.models import Attempt
from lms.courses.progress.services import Given, answer
from tests.factories import courses as make
from tests.factories.exercises import choices

pytestmark = pytest.mark.django_db


def test_it_keeps_one_attempt_for_the_same_answers_in_another_order(home, municipality, noor, now):
    block = choices()
    course = make.course(home)
    lesson = make.lesson(make.module(course), block)
    make.enrolled(noor, course)
    first, _second, third, _fourth = map(str, make.options(block))
    submission = uuid4()
    for uids in ((first, third), (third, first)):
        given = Given(lesson.uid, UUID(block["id"]), {"answer": uids}, submission)
        assert answer(noor, given, now).outcome.passed
    [attempt] = Attempt.objects.all()
    assert attempt.response == {"answer": sorted([first, third])}
