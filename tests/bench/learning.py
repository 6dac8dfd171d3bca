"""The learner's figures: the course page, a lesson page, and sending an answer, for one course."""

import uuid
from functools import partial

from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from lms.courses.models import Enrollment, LessonProgress
from tests.bench.bare import ANSWER, COMPLETION, Cost, beside, cost_once, empty_page, rows_of_answer
from tests.bench.content import Exercise, Lesson
from tests.bench.figures import Figure
from tests.bench.learners import Taught
from tests.bench.measure import Action, answered, most_queries
from tests.bench.world import signed_in

COUNTED = 5  # of the answers that can be sent once only


def both(name: str, mark: str, found: Cost, bare: Cost) -> list[Figure]:
    """Return the two figures of one thing: its statements and its milliseconds."""
    return [
        Figure(f"{name}{mark}.sql", found.sql, "sql", bare.sql),
        Figure(f"{name}{mark}.ms", found.ms, "ms", bare.ms),
    ]


def learning_figures(taught: Taught, mark: str, runs: int) -> list[Figure]:
    """Return the figures of one course; `mark` tells the courses apart."""
    return [
        *both("course_page", mark, *course_page(taught, runs)),
        *both("lesson_page", mark, *lesson_page(taught, runs)),
        *both("result_post", mark, result_post(taught, runs), rows_of_answer(ANSWER, runs)),
        *both("result_post_completes", mark, last_posts(taught), rows_of_answer(COMPLETION, runs)),
    ]


def course_page(taught: Taught, runs: int) -> tuple[Cost, Cost]:
    """Return the cost of the course page, for who begins and for who is halfway."""
    browsers = [signed_in(taught.starter), signed_in(taught.reader)]
    visits = [_visit(browser, taught.course.url) for browser in browsers]
    return beside(visits, empty_page(taught.reader), runs)


def lesson_page(taught: Taught, runs: int) -> tuple[Cost, Cost]:
    """Return the cost of a lesson, read for the first time and again, of every kind and at every step."""
    lessons = {lesson.kind: lesson for lesson in taught.course.lessons}
    starter, reader = signed_in(taught.starter), signed_in(taught.reader)
    again = [_visit(reader, lesson.url) for lesson in lessons.values()]
    again += [_visit(reader, f"{lesson.url}?stap=2") for lesson in lessons.values() if lesson.exercises]
    found, bare = beside(again, empty_page(taught.reader), runs)
    LessonProgress.objects.filter(enrollment__user=taught.starter).delete()
    first = most_queries(_visit(starter, lesson.url) for lesson in lessons.values())
    return Cost(max(found.sql, first), found.ms), bare


def _visit(browser: Client, url: str) -> Action:
    return answered(200, partial(browser.get, url))


def result_post(taught: Taught, runs: int) -> Cost:
    """Return the cost of an answer that leaves the lesson open: a miss, a pass, again, sent twice."""
    lesson = next(one for one in reversed(taught.course.lessons[:-1]) if one.exercises)
    browser = signed_in(taught.starter)
    first, second = lesson.exercises[:2]
    pairs = [(first, first.wrong), (first, first.right), (first, first.right), (second, second.wrong)]
    actions = [_send(browser, lesson, *pairs[n % len(pairs)]) for n in range(runs + len(pairs))]
    actions[0]()
    twice = most_queries([actions[0]])
    found = cost_once(actions[1:], len(pairs) - 1)
    return Cost(max(found.sql, twice), found.ms)


def last_posts(taught: Taught) -> Cost:
    """Return the cost of the answer that completes the last lesson, and with it the course."""
    lesson = taught.course.lessons[-1]
    last = lesson.exercises[-1]
    actions = [_send(signed_in(person), lesson, last, last.right) for person in taught.finishers]
    actions.pop()()  # the first one warms up: it looks up what the log needs to know once
    found = cost_once(actions, min(COUNTED, len(actions) - 1))
    if _finished(taught, lesson) != len(taught.finishers):
        raise RuntimeError("an answer that should complete the lesson did not")
    return found


def _send(browser: Client, lesson: Lesson, exercise: Exercise, answer: uuid.UUID) -> Action:
    address = reverse("progress:answer", args=[lesson.uid])
    data = {"exercise": exercise.uid, "answer": answer, "submission": uuid.uuid4()}

    def send() -> HttpResponseBase:
        return browser.post(address, data)

    return answered(302, send)


def _finished(taught: Taught, lesson: Lesson) -> int:
    done = LessonProgress.objects.filter(lesson_uid=lesson.uid, enrollment__user__in=taught.finishers)
    return done.exclude(completed_at=None).count()


def check_courses_done(taught: Taught) -> None:
    """Insist that the worker finished the course of everybody who gave the last answer."""
    mine = Enrollment.objects.filter(course=taught.course.page, user__in=taught.finishers)
    if mine.filter(completed_at=None).exists():
        raise RuntimeError("a course of which every lesson is done is not completed")
