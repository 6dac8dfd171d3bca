"""A thousand learners on their way, made in bulk: progress, facts, decisions and consents."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model

from lms.accounts.models import Membership, Organisation, RoleAssignment, User
from lms.accounts.roles import Role
from lms.certification.models import Decision, Evidence
from lms.courses.exercises.rules import key_of
from lms.courses.models import Attempt, Enrollment, ExerciseState, LessonProgress
from lms.exports.models import ExportConsent
from tests.bench.content import Course, Lesson
from tests.factories.certification import blocking_entries

BATCH = 2000
Stage = ExerciseState.Stage


def build_learners(many: int, now: datetime) -> list[User]:
    """Make volunteers who share their status with the matching system."""
    joined_on = (now - timedelta(days=100)).date()
    User.objects.bulk_create(
        User(email=f"leerling{n}@example.org", name=f"Leerling {n:04}", password="!", joined_on=joined_on)
        for n in range(many)
    )
    learners = list(User.objects.filter(email__startswith="leerling").order_by("pk"))
    _write(RoleAssignment(user=one, role=Role.VOLUNTEER, granted_at=now) for one in learners)
    _write(ExportConsent(person=one, given_at=now, given_by=one) for one in learners)
    return learners


def join(organisation: Organisation, learners: Iterable[User], now: datetime) -> None:
    """Let these learners belong to an organisation."""
    _write(Membership(user=one, organisation=organisation, consented_at=now) for one in learners)


@dataclass(frozen=True)
class Taught:
    """A course and who takes it; `finishers` have one answer left to give, in the last lesson."""

    course: Course
    starter: User
    reader: User
    finishers: tuple[User, ...]


def teach(course: Course, learners: list[User], finishers: int, now: datetime) -> Taught:
    """Let these learners take a course, each at another place; the last ones stand before the last answer."""
    enrollments = {
        one.pk: Enrollment(user=one, course=course.page, enrolled_at=now - timedelta(days=30))
        for one in learners
    }
    _write(enrollments.values())
    total, ending = len(course.lessons), len(learners) - finishers
    done = {one.pk: n * 5 % (total + 1) for n, one in enumerate(learners[:ending])}
    rows = [
        row
        for one in learners
        for row in _progress(course, enrollments[one.pk], done.get(one.pk, total - 1), now)
    ]
    for one in learners[ending:]:
        rows += _almost(enrollments[one.pk], course.lessons[-1], now)
    for kind in (LessonProgress, ExerciseState, Attempt):
        _write(row for row in rows if isinstance(row, kind))
    Enrollment.objects.filter(user__in=[pk for pk, many in done.items() if many == total]).update(
        completed_at=now
    )
    middle = min(done, key=lambda pk: abs(done[pk] - total // 2))
    reader = next(one for one in learners if one.pk == middle)
    return Taught(course, learners[0], reader, tuple(learners[ending:]))


def _progress(course: Course, enrollment: Enrollment, many: int, now: datetime) -> Iterator[Model]:
    for lesson in course.lessons[:many]:
        yield _visited(enrollment, lesson, now, completed_at=now - timedelta(days=10))
        yield from _passed(enrollment, lesson, len(lesson.exercises), now)


def _almost(enrollment: Enrollment, lesson: Lesson, now: datetime) -> Iterator[Model]:
    yield _visited(enrollment, lesson, now)
    yield from _passed(enrollment, lesson, len(lesson.exercises) - 1, now)


def _visited(enrollment: Enrollment, lesson: Lesson, now: datetime, **fields: Any) -> LessonProgress:
    return LessonProgress(enrollment=enrollment, lesson_uid=lesson.uid, started_at=now, seen_at=now, **fields)


def _passed(enrollment: Enrollment, lesson: Lesson, many: int, now: datetime) -> Iterator[Model]:
    for exercise in lesson.exercises[:many]:
        about = {"enrollment": enrollment, "lesson_uid": lesson.uid, "exercise_uid": exercise.uid}
        yield ExerciseState(**about, stage=Stage.PASSED, last_response={"answer": [str(exercise.right)]})
        yield Attempt(
            **about,
            submission=uuid.uuid4(),
            response={"answer": [str(exercise.right)]},
            response_key=key_of({"answer": (str(exercise.right),)}),
            outcome="passed",
            answered_at=now,
        )


def prove(learners: list[User], course: Course, koen: User, now: datetime) -> None:
    """Give everybody facts in the ledger: all on their way, half ready, and of those half confirmed."""
    day = (now - timedelta(days=5)).date()
    evidence: list[Evidence] = []
    for n, one in enumerate(learners):
        entries = blocking_entries(day) if n % 2 else blocking_entries(day)[2 : 2 + n % 6]
        facts = [(entry.kind, entry.key, entry.number) for entry in entries]
        facts += [("item_completed", uid, 0) for uid in course.uids()[: n * 5 % (len(course.lessons) + 1)]]
        facts += [("item_completed", uid, 0) for uid in course.uids("scenarios") if n % 2]
        evidence += [_evidence(one, fact, day, now) for fact in dict.fromkeys(facts)]
    _write(evidence)
    _write(
        Decision(submission=uuid.uuid4(), person=one, kind=Decision.Kind.CONFIRM, made_at=now, made_by=koen)
        for one in learners[1::4]
    )


def _evidence(person: User, fact: tuple[str, str, int], day: Any, now: datetime) -> Evidence:
    kind, key, number = fact
    return Evidence(
        person=person,
        kind=kind,
        key=key,
        number=number,
        happened_on=day,
        source="online",
        origin=f"bench:{uuid.uuid4()}",
        recorded_at=now,
    )


def _write(rows: Iterable[Model]) -> None:
    found = list(rows)
    if found:
        type(found[0])._base_manager.bulk_create(found, batch_size=BATCH)
