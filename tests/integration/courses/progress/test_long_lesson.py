"""A lesson of 60 blocks with 20 exercises of every kind and a full history asks no more than a short one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.courses.exercises.content import exercise_of
from lms.courses.models import Attempt, ExerciseState, LessonProgress
from lms.courses.progress.page_fields import fields_of
from tests.factories import courses as make
from tests.factories.exercises import MAKERS
from tests.integration.courses.progress.kinds import Kinds

pytestmark = pytest.mark.django_db
LESSON_PAGE, RESULT_POST = 10, 10


@pytest.fixture
def long(as_noor, small, enrollment, now) -> Kinds:
    """Every kind, then nine more; two texts before each; everything passed after five attempts."""
    makers = [*MAKERS.items(), *((f"{kind} 2", maker) for kind, maker in list(MAKERS.items())[:9])]
    blocks, body = {}, []
    for kind, maker in makers:
        blocks[kind] = maker()
        body += [make.text(), make.text("<h3>Kop</h3><p>Een OCO vraagt door.</p>"), blocks[kind]]
    assert (len(body), len(blocks)) == (60, 20)
    lesson = make.lesson(small.module, *body, title="Lang")
    kept = {"enrollment": enrollment, "lesson_uid": lesson.uid}
    for block in blocks.values():
        last = {name: list(values) for name, values in exercise_of(block).solution().items()}
        ExerciseState.objects.create(**kept, exercise_uid=block["id"], stage=2, last_response=last)
        Attempt.objects.bulk_create(
            Attempt(
                **kept,
                submission=make.uuid.uuid4(),
                exercise_uid=block["id"],
                response=last,
                response_key=make.uuid.uuid4(),
                outcome="passed",
                answered_at=now,
            )
            for _time in range(5)
        )
    LessonProgress.objects.create(**kept, started_at=now, seen_at=now, completed_at=now)
    kinds = Kinds(lesson, blocks)
    as_noor.get(kinds.url("question"))
    return kinds


def queries(work) -> int:
    with CaptureQueriesContext(connection) as found:
        work()
    return len(found)


def test_it_shows_each_step_within_the_budget(as_noor, long):
    counts = {kind: queries(lambda kind=kind: long.page(as_noor, kind)) for kind in long.blocks}
    assert {kind: count for kind, count in counts.items() if count > LESSON_PAGE} == {}


def test_it_shows_the_last_answer_of_each_step(as_noor, long):
    shown = {kind: long.page(as_noor, kind) for kind in long.blocks if not kind.startswith("assignment")}
    assert [kind for kind, page in shown.items() if "feedback ok" not in page] == []


def test_it_takes_an_answer_within_the_budget(as_noor, long):
    for kind in ("question", "gaps", "order", "hot_words 2"):
        exercise = long.exercise(kind)
        fields = fields_of(exercise, exercise.solution())
        assert queries(lambda: long.post(as_noor, kind, fields)) <= RESULT_POST  # noqa: B023  # called at once


def test_it_judges_only_the_step_that_is_shown(as_noor, long, monkeypatch):
    read = []
    monkeypatch.setattr(
        "lms.courses.progress.lesson_view.exercise_of", lambda raw: read.append(raw["id"]) or exercise_of(raw)
    )
    long.page(as_noor, "gaps 2")
    assert read == [long.blocks["gaps 2"]["id"]]
