"""A lesson changes while somebody finishes it: nobody is missed, and nothing is written twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.certification.models import Evidence
from lms.courses.changes.selectors import open_lessons
from lms.courses.changes.services import read_changes
from lms.courses.models import LessonChange, LessonProgress, Refresh
from lms.courses.public import complete_lesson
from lms.outbox.public import deliver_due
from tests.at_once import at_once
from tests.factories import certification as factory
from tests.factories import changes, courses

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def words():
    return courses.text("<p>Bel 112.</p>")


@pytest.fixture
def lesson(scheme, home, words):
    page = courses.lesson(courses.module(courses.course(home), 5), words, uid=factory.LESSONS[4])
    return changes.put_online(page)


def test_it_misses_nobody_who_finishes_at_the_same_moment(lesson, words, noor):
    enrollment = courses.enrolled(noor, lesson.get_parent().get_parent().specific)
    progress = changes.finished(enrollment, lesson, timezone.now() - timedelta(minutes=5))
    LessonProgress.objects.filter(pk=progress.pk).update(completed_at=None)
    deliver_due(timezone.now())
    blocks = [changes.with_text(words, "<p>Bel 113.</p>")]
    errors = at_once(
        [
            lambda: complete_lesson(noor, lesson.uid, timezone.now()),
            lambda: changes.safer(lesson, *blocks),
        ]
    )
    assert errors == []
    later = timezone.now() + timedelta(minutes=1)
    assert at_once([lambda: deliver_due(later), lambda: deliver_due(later)]) == []
    deliver_due(later + timedelta(minutes=10))
    change = LessonChange.objects.get()
    assert [each.lesson_uid for each in open_lessons(noor)] == [lesson.uid]
    rows = Evidence.objects.filter(person=noor, kind="refresh_due")
    assert [row.ref for row in rows] == [str(change.uuid)]


def test_it_writes_one_change_for_two_publications_at_once(lesson, words):
    draft = lesson.get_latest_revision_as_object()
    draft.body = courses.json.dumps([changes.with_text(words, "<p>Bel 113.</p>")])
    draft.change_kind, draft.change_line = LessonChange.Kind.SAFETY, "Het nummer is nieuw."
    revision = draft.save_revision()
    assert at_once([revision.publish, type(revision).objects.get(pk=revision.pk).publish]) == []
    assert LessonChange.objects.count() == 1


def test_it_says_once_that_it_was_read(lesson, words, noor):
    enrollment = courses.enrolled(noor, lesson.get_parent().get_parent().specific)
    changes.finished(enrollment, lesson, timezone.now() - timedelta(days=1))
    change = changes.safer(lesson, changes.with_text(words, "<p>Bel 113.</p>"))
    now = timezone.now()
    read = [lambda: read_changes(noor, lesson.uid, {change.uuid}, now)] * 2
    assert at_once(read) == []
    assert Refresh.objects.get().done_at == now
    deliver_due(now + timedelta(minutes=1))
    assert Evidence.objects.filter(kind="refreshed").count() == 1
