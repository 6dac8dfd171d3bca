"""Courses of any length: lessons to read, lessons with questions, lessons with situations."""

import json
import uuid
from dataclasses import dataclass

from lms.courses.models import CoursePage, HomePage, LessonPage, ModulePage
from lms.courses.progress.places import address_of
from tests.factories import courses as make

Block = make.Block
KINDS = ("lesson", "questions", "scenarios", "questions")  # a course ends with questions
# With the fill-in word that costs a question of its own: whom this learner can call.
PARAGRAPH = "<p>Een OCO in {{ gemeente }} luistert. Bel {{ contactpersoon_naam }}: {{ telefoon_oco }}.</p>"


@dataclass(frozen=True)
class Exercise:
    """Something to answer: the ids of a right and of another answer."""

    uid: uuid.UUID
    right: uuid.UUID
    wrong: uuid.UUID


@dataclass(frozen=True)
class Lesson:
    """A lesson: where it is, and what it asks."""

    uid: uuid.UUID
    url: str
    kind: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class Course:
    """A course: where it is, and its lessons in order."""

    page: CoursePage
    url: str
    lessons: tuple[Lesson, ...]

    def uids(self, kind: str = "") -> tuple[str, ...]:
        """Return the ids of the lessons of one kind, or of all."""
        return tuple(str(lesson.uid) for lesson in self.lessons if not kind or lesson.kind == kind)


def build_course(home: HomePage, lessons: int) -> Course:
    """Make a course of so many lessons that is online, in modules of up to ten."""
    per_module = 5 if lessons <= 20 else 10
    page = make.course(home, title=f"Cursus van {lessons} lessen", slug=f"cursus-{lessons}")
    made: list[Lesson] = []
    for number in range(1, -(-lessons // per_module) + 1):
        module = make.module(page, number=number, title=f"Module {number}")
        many = min(per_module, lessons - len(made))
        made += [_lesson(module, len(made) + place) for place in range(many)]
    return Course(page, address_of(page.url_path), tuple(made))


def _lesson(module: ModulePage, place: int) -> Lesson:
    kind = KINDS[place % len(KINDS)]
    exercises = _exercises(kind)
    blocks = [block for exercise in exercises for block in (make.text(PARAGRAPH * 3), exercise)]
    page: LessonPage = make.lesson(
        module,
        *(blocks or [make.text(PARAGRAPH * 3) for _ in range(4)]),
        title=f"Onderwerp {place + 1}",
        number=str(place + 1),
        kind=kind,
    )
    return Lesson(page.uid, address_of(page.url_path), kind, tuple(map(_answers, exercises)))


def _exercises(kind: str) -> list[Block]:
    if kind == "questions":
        return [make.question(f"Vraag {number}: wat betaalt de inwoner?") for number in range(1, 5)]
    if kind == "scenarios":
        return [make.scenario(f"Situatie {number}") for number in range(1, 4)]
    return []


def _answers(block: Block) -> Exercise:
    right, *_others, wrong = make.options(block)
    return Exercise(uuid.UUID(block["id"]), right, wrong)


def empty_pages(parent: ModulePage, many: int) -> None:
    """Add and publish so many empty pages: what Wagtail itself needs for a course of that size."""
    for number in range(many):
        page = parent.add_child(
            instance=LessonPage(
                title=f"Leeg {number}", slug=f"leeg-{number}", live=False, body=json.dumps([])
            )
        )
        page.save_revision(clean=False).publish(skip_permission_checks=True)
