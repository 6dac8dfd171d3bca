"""The number of questions we ask the database: small, and the same for a course of 100 lessons."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.accounts.models import User
from lms.courses.models import LessonProgress
from lms.courses.public import next_step
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
COURSE_PAGE, LESSON_PAGE, RESULT_POST = 8, 10, 10


@pytest.fixture
def warm(as_noor, small):
    """One visit first: content types and the like are asked once per process."""
    as_noor.get(address(small.reading))
    ContentType.objects.get_for_model(User)  # for the log
    return as_noor


def count(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_it_shows_a_course_within_its_budget(warm, small):
    assert count(warm, "/leren/basistraining/") <= COURSE_PAGE
    assert count(warm, "/leren/basistraining/module-5/") <= COURSE_PAGE


def test_it_shows_a_step_within_its_budget_at_every_visit(warm, small):
    url = address(small.questions)
    assert [count(warm, url), count(warm, url), count(warm, f"{url}?stap=2")] <= [LESSON_PAGE] * 3
    assert max(count(warm, url), count(warm, f"{url}?stap=2")) <= LESSON_PAGE


def test_it_asks_no_more_for_a_hundred_lessons(warm, small):
    urls = ["/leren/basistraining/", "/leren/basistraining/module-5/", address(small.questions)]
    before = [count(warm, url) for url in urls]
    module = make.module(small.course, number=6)
    for _ in range(97):
        make.lesson(module, make.question())
    assert [count(warm, url) for url in urls] == before


@pytest.mark.parametrize("kind", ["first", "again", "last"])
def test_it_takes_an_answer_within_its_budget(warm, small, send, kind: str):
    warm.get(address(small.questions))
    send(warm, small.questions, small.q1, 1 if kind == "first" else 0)
    exercise, choice = {"first": (small.q2, 1), "again": (small.q1, 1), "last": (small.q2, 0)}[kind]
    with CaptureQueriesContext(connection) as queries:
        assert send(warm, small.questions, exercise, choice).status_code == 302
    assert len(queries) <= RESULT_POST
    assert LessonProgress.objects.exclude(completed_at=None).exists() is (kind == "last")


def test_it_takes_the_very_last_answer_of_a_course_of_a_hundred_lessons_within_its_budget(
    warm, small, enrollment, send, now
):
    done = [small.reading, small.questions]
    module = make.module(small.course, number=6)
    done += [make.lesson(module, make.question()) for _ in range(97)]
    for lesson in done:
        LessonProgress.objects.update_or_create(
            enrollment=enrollment,
            lesson_uid=lesson.uid,
            defaults={"started_at": now, "seen_at": now, "completed_at": now},
        )
    warm.get(address(small.scenarios))
    with CaptureQueriesContext(connection) as queries:
        send(warm, small.scenarios, small.s1, 0)
    assert len(queries) <= RESULT_POST


def test_it_tells_a_start_page_what_is_next_in_four_queries(
    small, enrollment, noor, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):
        assert next_step(noor) is not None
