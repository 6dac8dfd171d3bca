"""The oral and the paper route: somebody else writes down that a lesson was done."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.courses.models import LessonProgress
from lms.courses.progress.completion import InTheFutureError
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.public import completed_items, record_paper_completion

pytestmark = pytest.mark.django_db


def test_it_counts_for_the_day_it_happened(noor, koen, small, enrollment, now):
    day = date(2026, 11, 3)
    record_paper_completion(noor, small.questions.uid, happened_on=day, actor=koen, now=now)
    assert completed_items(noor) == {small.questions.uid: day}
    assert LessonProgress.objects.get().on_paper


def test_it_logs_the_person_as_subject_and_the_writer_as_actor(noor, koen, small, enrollment, now):
    record_paper_completion(noor, small.questions.uid, happened_on=date(2026, 11, 3), actor=koen, now=now)
    entry = ModelLogEntry.objects.get(action="courses.lesson_completed_on_paper")
    assert (entry.object_id, entry.user_id) == (str(noor.pk), koen.pk)


def test_it_leaves_what_was_done_already(noor, koen, small, enrollment, now):
    days = [date(2026, 11, 3), date(2026, 11, 9)]
    for day in days:
        record_paper_completion(noor, small.reading.uid, happened_on=day, actor=koen, now=now)
    assert completed_items(noor) == {small.reading.uid: days[0]}


def test_it_takes_today_and_refuses_tomorrow(noor, koen, small, enrollment):
    early = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
    today = timezone.localdate(early)
    with pytest.raises(InTheFutureError):
        record_paper_completion(
            noor, small.reading.uid, happened_on=today + timedelta(1), actor=koen, now=early
        )
    record_paper_completion(noor, small.reading.uid, happened_on=today, actor=koen, now=early)
    assert LessonProgress.objects.get().completed_at == early


def test_it_refuses_who_does_not_take_the_course(vera, koen, small, now):
    with pytest.raises(NotEnrolledError):
        record_paper_completion(vera, small.reading.uid, happened_on=date(2026, 11, 3), actor=koen, now=now)
