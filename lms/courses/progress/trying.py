"""Answering for who looks as a volunteer: judged as always, nothing of it kept (docs/decisions/0017)."""

from typing import Any

from lms.courses.exercises.content import exercises_of, parts_of
from lms.courses.exercises.rules import to_data
from lms.courses.exercises.steps import steps
from lms.courses.pages.models import LessonPage
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.models import ExerciseState
from lms.courses.progress.services import Answered, Given, UnknownExerciseError
from lms.courses.progress.visits import TRIED

MOST = 20
"""The most answers that a session holds: a session is read with every page."""


def try_out(session: Any, given: Given) -> Answered:
    """Judge an answer; the session holds it until one stops, so that the page can show what it was worth.

    Raises what `answer` raises: NotEnrolledError for a lesson that is not online, UnknownExerciseError,
    UnansweredError or UnknownAnswerError.
    """
    page = LessonPage.objects.live().filter(uid=given.lesson_uid).first()
    if page is None:
        raise NotEnrolledError(str(given.lesson_uid))
    raw = list(page.body.get_prep_value())
    exercise = exercises_of(raw).get(given.exercise_uid)
    if exercise is None:
        raise UnknownExerciseError(str(given.exercise_uid))
    outcome = exercise.judge(given.response)
    stage = ExerciseState.Stage.PASSED if outcome.passed else ExerciseState.Stage.TRIED
    key = str(exercise.uid)
    others = {uid: kept for uid, kept in session.get(TRIED, {}).items() if uid != key}
    newest = dict(list(others.items())[-MOST + 1 :])
    session[TRIED] = {**newest, key: [int(stage), to_data(exercise.canonical(given.response))]}
    number = next(step.number for step in steps(parts_of(raw)) if step.exercise == exercise.uid)
    return Answered(exercise.canonical(given.response), outcome, page.url_path, number)
