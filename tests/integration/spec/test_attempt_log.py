"""The log of answers and the versions people agreed to only grow."""

import uuid

import pytest

from lms.certification.models import AppendOnlyError, SchemeVersion, StatementVersion
from lms.courses.models import Attempt
from lms.courses.progress.models import AttemptChangedError
from tests.factories import certification
from tests.factories import courses as make

pytestmark = pytest.mark.django_db


def test_it_never_changes_an_answer_that_was_given(home, municipality, noor, now):
    lesson = uuid.uuid4()
    attempt = Attempt.objects.create(
        submission=uuid.uuid4(),
        enrollment=make.enrolled(noor, make.course(home)),
        lesson_uid=lesson,
        exercise_uid=uuid.uuid4(),
        response={"answer": ["a"]},
        response_key=uuid.uuid4(),
        outcome="tried",
        answered_at=now,
    )
    attempt.outcome = "passed"
    with pytest.raises(AttemptChangedError):
        attempt.save()
    with pytest.raises(AttemptChangedError):
        Attempt.objects.filter(lesson_uid=lesson).update(outcome="passed")
    assert Attempt.objects.get().outcome == "tried"


def test_it_never_changes_a_version_in_bulk(municipality, now):
    certification.scheme(now)
    with pytest.raises(AppendOnlyError):
        SchemeVersion.objects.update(content={})
    with pytest.raises(AppendOnlyError):
        StatementVersion.objects.update(body="<p>Iets anders.</p>")
