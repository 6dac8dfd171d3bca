"""A finished lesson can be done again: a new row each time, and nothing of the first time changes."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lms.courses.models import LessonProgress, LessonRepeat
from lms.courses.progress.completion import NotDoneYetError
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.models import RepeatChangedError
from lms.courses.public import complete_lesson, repeat_lesson, repeat_of
from lms.outbox.models import OutboxMessage
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
TOPIC = "courses.lesson_repeated"
OFFER = "Ik deed deze les opnieuw"


@pytest.fixture
def done(noor, small, enrollment, now):
    """Noor finished the lesson to read."""
    complete_lesson(noor, small.reading.uid, now)
    return small.reading


def post(client, lesson, **data):
    return client.post(reverse("progress:again", kwargs={"lesson_uid": lesson.uid}), data)


def test_it_makes_one_row_and_one_message_of_a_double_send(as_noor, noor, done):
    before = list(LessonProgress.objects.values())
    submission = uuid4()
    for _ in range(2):
        post(as_noor, done, submission=submission)
    row = LessonRepeat.objects.get()
    message = OutboxMessage.objects.get(topic=TOPIC)
    assert message.ids == {"person": str(noor.uuid), "repeat": str(row.uuid)}
    assert list(LessonProgress.objects.values()) == before
    assert ModelLogEntry.objects.filter(action=TOPIC, object_id=str(noor.pk)).count() == 1


def test_it_keeps_every_next_time(noor, done, now):
    first, second = (repeat_lesson(noor, done.uid, uuid4(), now) for _ in range(2))
    assert first.uuid != second.uuid
    fact = repeat_of(noor, second.uuid)
    assert (fact.lesson_uid, fact.done_on) == (done.uid, now.date())


def test_it_never_changes_a_row(noor, done, now):
    row = repeat_lesson(noor, done.uid, uuid4(), now)
    with pytest.raises(RepeatChangedError):
        row.save()
    with pytest.raises(RepeatChangedError):
        LessonRepeat.objects.update(repeated_at=now)


def test_it_refuses_a_lesson_that_was_never_done(as_noor, noor, small, now):
    with pytest.raises(NotDoneYetError):
        repeat_lesson(noor, small.reading.uid, uuid4(), now)
    response = as_noor.post(
        reverse("progress:again", kwargs={"lesson_uid": small.reading.uid}),
        {"submission": uuid4()},
        follow=True,
    )
    assert "Deze les is nog niet klaar." in response.content.decode()
    assert not LessonRepeat.objects.exists()


def test_it_refuses_who_does_not_take_the_course(vera, done, now):
    with pytest.raises(NotEnrolledError):
        repeat_lesson(vera, done.uid, uuid4(), now)


def test_it_tells_nobody_what_another_person_did(noor, vera, done, now):
    row = repeat_lesson(noor, done.uid, uuid4(), now)
    assert repeat_of(vera, row.uuid) is None


def test_it_says_so_when_the_page_sent_nonsense(as_noor, done):
    response = as_noor.post(
        reverse("progress:again", kwargs={"lesson_uid": done.uid}), {"submission": "x"}, follow=True
    )
    assert "Laad de pagina opnieuw" in response.content.decode()
    assert not LessonRepeat.objects.exists()


def test_it_offers_it_quietly_at_the_end_of_a_finished_lesson(as_noor, small, done):
    page = as_noor.get(address(done)).content.decode()
    assert OFFER in page
    assert page.index(OFFER) > page.index("Deze les is klaar.")
    assert OFFER not in as_noor.get(address(small.questions)).content.decode()


def test_it_offers_it_only_at_the_last_step(as_noor, noor, small, send):
    as_noor.get(address(small.questions))
    send(as_noor, small.questions, small.q1, 0)
    send(as_noor, small.questions, small.q2, 0)
    assert OFFER not in as_noor.get(f"{address(small.questions)}?stap=1").content.decode()
    assert OFFER in as_noor.get(f"{address(small.questions)}?stap=2").content.decode()


def test_it_costs_no_query_to_offer_it(as_noor, small, done):
    def count(lesson) -> int:
        as_noor.get(address(lesson))
        with CaptureQueriesContext(connection) as queries:
            as_noor.get(address(lesson))
        return len(queries)

    assert count(done) <= 10
