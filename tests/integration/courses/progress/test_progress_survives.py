"""Progress survives whatever an editor does: edit, move, reorder, take offline, restore, copy.

A pass is never taken away, and never given to what was not answered. HYPOTHESIS_PROFILE=deep looks longer.
"""

import copy
import json
import os
import uuid
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import Revision

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.exercises.content import exercise_of, exercises_of
from lms.courses.exercises.rules import Response, Verdict
from lms.courses.models import Attempt, ExerciseState, LessonPage, LessonProgress
from lms.courses.pages.copying import renew_ids
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.services import Given, answer
from tests.conftest import NOW
from tests.factories import courses as make
from tests.factories.exercises import MAKERS

KINDS = ("question", "order", "choices")
WHICH = st.integers(0, len(KINDS) - 1)
IS_DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"


def not_right(exercise: Any) -> Response:
    """A response that is not right yet: another option, some of them, or the order turned round."""
    right = exercise.solution()["answer"]
    if exercise.kind == "question":
        return {"answer": (str(exercise.options[1].uid),)}
    return {"answer": right[::-1] if exercise.kind == "order" else right[:1]}


class Editing(RuleBasedStateMachine):
    """One learner, one lesson with three exercises, two modules to stand in, and a busy editor."""

    noor: User
    femke: User
    client: Client
    lesson_pk: int
    modules: tuple[Any, Any]

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.passed: set[uuid.UUID] = set()
        self.attempts, self.completed, self.kept = 0, False, []

    @initialize()
    def begins(self) -> None:
        blocks = [MAKERS[kind]() for kind in KINDS]
        self.known = {uuid.UUID(block["id"]) for block in blocks}
        self.save(blocks)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @property
    def lesson(self) -> LessonPage:
        return LessonPage.objects.get(pk=self.lesson_pk)

    @property
    def blocks(self) -> list[Any]:
        return copy.deepcopy(list(self.lesson.body.get_prep_value()))

    def save(self, blocks: list[Any]) -> None:
        """Publish these blocks as an editor does, and remember the version."""
        lesson = self.lesson
        lesson.body = json.dumps(blocks)
        revision = lesson.save_revision(user=self.femke)
        revision.publish(user=self.femke)
        self.kept.append(revision.pk)

    @rule(which=WHICH, is_right=st.booleans())
    def answers(self, which: int, is_right: bool) -> None:
        blocks = self.blocks
        if which < len(blocks):
            exercise = exercise_of(blocks[which])
            self.give(exercise, exercise.solution() if is_right else not_right(exercise))

    @precondition(lambda self: self.passed & set(exercises_of(self.blocks)))
    @rule()
    def tries_again_what_is_passed(self) -> None:
        exercises = exercises_of(self.blocks).values()
        exercise = next(one for one in exercises if one.uid in self.passed)
        self.give(exercise, not_right(exercise))

    def give(self, exercise: Any, response: Response) -> None:
        """Send a response; nothing may come of it while the lesson is offline."""
        given = Given(self.lesson.uid, exercise.uid, response, uuid.uuid4())
        if not self.lesson.live:
            with pytest.raises(NotEnrolledError), transaction.atomic():
                answer(self.noor, given, NOW)
            return
        outcome = answer(self.noor, given, NOW).outcome
        self.attempts += 1
        if outcome.verdict is Verdict.RIGHT:
            self.passed.add(exercise.uid)
            self.completed |= set(exercises_of(self.blocks)) <= self.passed

    @rule(which=WHICH)
    def edits_the_words(self, which: int) -> None:
        blocks = self.blocks
        if which < len(blocks):
            blocks[which]["value"]["prompt"] += " Echt waar?"
            self.save(blocks)

    @rule(which=WHICH)
    def replaces_what_one_can_answer(self, which: int) -> None:
        blocks = self.blocks
        if which < len(blocks):
            blocks[which]["value"] = MAKERS[blocks[which]["type"]]()["value"]
            self.save(blocks)

    @rule()
    def turns_the_order_round(self) -> None:
        self.save(self.blocks[::-1])

    @precondition(lambda self: len(self.blocks) > 1)
    @rule(which=WHICH)
    def takes_one_out(self, which: int) -> None:
        blocks = self.blocks
        self.save(blocks[:which] + blocks[which + 1 :])

    @rule(version=st.integers(0, 99))
    def restores_an_older_version(self, version: int) -> None:
        older = Revision.objects.get(pk=self.kept[version % len(self.kept)])
        self.save(list(older.as_object().body.get_prep_value()))

    @rule(to=st.integers(0, 1))
    def moves_to_a_module(self, to: int) -> None:
        module = type(self.modules[to]).objects.get(pk=self.modules[to].pk)
        self.lesson.move(module, pos="last-child", user=self.femke)

    @precondition(lambda self: self.lesson.live)
    @rule()
    def takes_it_offline(self) -> None:
        self.lesson.unpublish(user=self.femke)

    @precondition(lambda self: self.passed)
    @rule()
    def copies(self) -> None:
        lesson = self.lesson
        twin = lesson.copy(update_attrs={"slug": f"kopie-{uuid.uuid4().hex[:8]}"}, user=self.femke)
        renew_ids(twin, self.femke)
        draft = LessonPage.objects.get(pk=twin.pk).get_latest_revision_as_object()
        assert not set(exercises_of(draft.body.get_prep_value())) & self.known
        assert not LessonProgress.objects.filter(lesson_uid=twin.uid).exists()

    @invariant()
    def keeps_every_pass_and_every_attempt(self) -> None:
        stages = dict(ExerciseState.objects.values_list("exercise_uid", "stage"))
        assert {uid for uid, stage in stages.items() if stage == ExerciseState.Stage.PASSED} == self.passed
        assert Attempt.objects.count() == self.attempts
        done = LessonProgress.objects.filter(lesson_uid=self.lesson.uid).exclude(completed_at=None)
        assert done.exists() is self.completed

    @invariant()
    def shows_it(self) -> None:
        lesson = self.lesson
        response = self.client.get(f"{lesson.url_path.replace('/home-oco', '/leren', 1)}?stap=1")
        assert response.status_code == (200 if lesson.live else 404)
        if lesson.live:
            here = list(exercises_of(lesson.body.get_prep_value()))
            row = response.content.decode().split('<ol class="steps"')[1].split("</ol>")[0]
            assert row.count('class="done"') == len(set(here[1:]) & self.passed)


@pytest.mark.django_db
def test_it_survives_whatever_an_editor_does(home, municipality, noor, femke, client, sign_in):
    ensure_groups()
    sync_groups(femke)
    course = make.course(home)
    Editing.modules = (make.module(course, 1), make.module(course, 2))
    Editing.lesson_pk = make.lesson(Editing.modules[0], make.question()).pk
    Editing.noor, Editing.femke, Editing.client = noor, femke, client
    make.enrolled(noor, course)
    sign_in(client, noor)
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=60 if IS_DEEP else 6,
            stateful_step_count=30 if IS_DEEP else 14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
