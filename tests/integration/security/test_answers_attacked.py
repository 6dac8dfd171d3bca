"""Answers that no page sends, to every kind of exercise: no broken page, no attempt, no flood."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.db.models import Model
from django.http import QueryDict
from django.urls import reverse

from lms.courses.models import (
    Attempt,
    Enrollment,
    ExerciseState,
    HandIn,
    HandInFile,
    LessonChange,
    LessonProgress,
    OwnText,
    Refresh,
)
from lms.courses.progress.page_fields import KEY, fields_in, remember, remembered
from tests.factories import courses as make
from tests.factories.exercises import MAKERS
from tests.integration.courses.progress.kinds import Kinds, lesson_of_every_kind
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db
OF_LEARNERS = (
    *(Attempt, Enrollment, ExerciseState, HandIn, HandInFile),
    *(LessonChange, LessonProgress, OwnText, Refresh),
)
ODD = (
    "\x00",
    "\ud83d",
    "x" * 100_000,
    "-1",
    "9" * 400,
    "1",
    "\u0661",
    "NaN",
    "[]",
    '{"answer": 1}',
    "true",
    "\u202e",
    "\ufdfa" * 300,
    "00000000-0000-0000-0000-000000000000",
    "'\"><svg onload=alert(1)>{{ gemeente }}",
)


@pytest.fixture
def kinds(town: Town, home) -> Kinds:
    course = make.course(home)
    make.enrolled(town.noor, course)
    return lesson_of_every_kind(make.module(course))


def hostile(kinds: Kinds, kind: str) -> Iterator[dict[str, list[str]]]:
    """Yield forms: the right fields with odd values, fields of others, arrays, and far too many."""
    right = {name: list(values) for name, values in kinds.exercise(kind).solution().items()}
    for odd in ODD:
        names = [*right, "answer", "said", "place", f"place-{odd[:300]}", f"answer-{odd[:300]}"]
        yield {name: [odd] for name in names}
    for name, values in right.items():
        yield right | {name: values * 2}
        yield right | {name: [*values, ""]}
        yield right | {name: [str(uuid4())]}
        yield {f"{name}[]": values, f"{name}.0": values, name.upper(): values}
    yield right | {"said": [str(uuid4())] * 30, "answer": ["x"]}
    yield {f"place-{name}": ["1"] for name in right}
    yield {f"answer-{number}": ["x" * 300] for number in range(900)}
    yield {"answer": ["x" * 300] * 900}
    yield {f"answer-{'x' * 500}": ["y"]}


def typed(text: str) -> str:
    """Return a text as it leaves a browser: half a character becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_it_stands_any_answer(town: Town, kinds: Kinds, kind: str):
    noor = Browser(town, "noor")
    for fields in hostile(kinds, kind):
        sent = kinds.post(noor, kind, {typed(name): tuple(map(typed, all_)) for name, all_ in fields.items()})
        assert sent.status_code == 302, list(fields)[:3]
        assert len(sent.url) < 500
        page = noor.get(sent.url)
        assert page.status_code == 200, list(fields)[:3]
        assert b"<svg onload" not in page.content
        assert len(page.content) < 200_000
        assert len(str(dict(noor.session.items()))) < 60_000, next(iter(fields))[:60]
    assert not Attempt.objects.exclude(outcome="passed").filter(response__icontains="svg").exists()


def test_it_remembers_little_of_a_form_without_end():
    """0014: what waits in the session is cut to 200 values of 200 characters, whatever they are called."""
    session: dict[str, object] = {}
    sent = QueryDict(mutable=True)
    sent[f"answer-{'n' * 5_000}"] = "x"
    sent.setlist("answer", ["v" * 5_000] * 5_000)
    for number in range(500):
        sent[f"answer-{number}"] = "w" * 5_000
    exercise = UUID(int=1)
    remember(session, exercise, fields_in(sent))
    assert len(str(session[KEY])) < 60_000
    assert remembered(session, exercise)


def test_it_lets_nobody_write_in_a_course_of_somebody_else(town: Town, kinds: Kinds):
    """Noor takes the course. Whoever else asks by id is not there: nothing is read, and nothing is kept."""
    lesson, exercise = kinds.lesson.uid, kinds.blocks["assignment"]["id"]
    before = counts()
    text = {"kind": "note", "lesson": lesson, "place": lesson, "writer": uuid4(), "version": 0, "text": "x"}
    given = {"exercise": kinds.blocks["question"]["id"], "submission": uuid4(), "answer": str(uuid4())}
    work = {"submission": uuid4(), "writer": uuid4(), "version": 0, "text": "x", "choice": "done"}
    doors = [
        (reverse("progress:answer", args=[lesson]), given),
        (reverse("progress:answer", args=[lesson]), given | {"answer": ""}),
        (reverse("progress:finish", args=[lesson]), {"choice": "done"}),
        (reverse("progress:begin", args=[lesson]), {}),
        (reverse("progress:place", args=[lesson]), {"block": exercise, "since": exercise}),
        (reverse("own_texts:keep"), text),
        (reverse("own_texts:keep"), text | {"enrollment": Enrollment.objects.get().pk}),
        (reverse("hand_ins:work", args=[lesson, exercise]), work),
        (reverse("changes:read", args=[lesson]), {"change": uuid4()}),
    ]
    for who in ("femke", "koen", "vera", "cas", "ada", "sam"):
        browser = Browser(town, who)
        for url, data in doors:
            assert browser.post(url, data).status_code == 404, (who, url)
    assert counts() == before


def counts() -> dict[type[Model], int]:
    return {model: model._base_manager.count() for model in OF_LEARNERS}
