"""Let the people of the demo do what they did: through the same services as the pages use."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from lms.accounts.models import User
from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.rules import Entry
from lms.certification.limits.services import say_card_made
from lms.certification.models import Decision, Source, StatementVersion
from lms.certification.readiness import FactKind
from lms.certification.record.services import Paper, Sheet, record_sheet
from lms.certification.roles.services import OtherRoles, declare_roles, mark_roles_seen
from lms.courses.exercises.content import exercises_of
from lms.courses.models import CoursePage, LessonPage
from lms.courses.progress.completion import complete_lesson
from lms.courses.progress.services import Given, answer
from lms.demo.cast import Volunteer
from lms.exports.services import give_consent
from lms.outbox.public import deliver_due

NAMESPACE = uuid.UUID("6f1a0d0e-6f0b-4c38-9b0f-2f1f1a1f7c11")
Lessons = dict[int, list[LessonPage]]


def stable_uuid(*parts: object) -> uuid.UUID:
    """Return the id that makes loading the demo twice harmless."""
    return uuid.uuid5(NAMESPACE, "/".join(map(str, parts)))


def days_ago(now: datetime, days: int) -> datetime:
    """Return the same hour so many days earlier."""
    return now - timedelta(days=days)


def deliver_everything(now: datetime) -> None:
    """Do what the worker would do, until nothing is due."""
    while deliver_due(now, limit=500):
        pass


def lessons_by_module(course: CoursePage) -> Lessons:
    """Return the lessons of each module, in order; 2 queries."""
    modules = {page.path: getattr(page, "number", 0) for page in course.get_children().specific()}
    found: Lessons = {number: [] for number in modules.values()}
    for lesson in LessonPage.objects.descendant_of(course).order_by("path"):
        found[modules[lesson.path[: -LessonPage.steplen]]].append(lesson)
    return found


def learn(person: User, role: Volunteer, lessons: Lessons, now: datetime) -> None:
    """Do the lessons in the leerplein: every exercise right at once, the others marked as done."""
    for lesson in _of(lessons, role.lessons):
        exercises = exercises_of(list(lesson.body.get_prep_value()))
        for uid, exercise in exercises.items():
            given = Given(lesson.uid, uid, exercise.solution(), stable_uuid(person.email, uid))
            answer(person, given, now)
        if not exercises:
            complete_lesson(person, lesson.uid, now)


def hand_over_paper(person: User, role: Volunteer, lessons: Lessons, koen: User, now: datetime) -> None:
    """Let Koen write down the lessons that this person did on paper, on the day that they were done."""
    then = days_ago(now, role.paper_days)
    for lesson in _of(lessons, role.paper):
        paper = Paper(lesson=lesson.uid, done_on=timezone.localdate(then))
        record_sheet(person, Sheet(paper=paper), actor=koen, now=then)


def write_down(person: User, role: Volunteer, koen: User, now: datetime) -> None:
    """What Koen saw of this person, each on its own day: statements, roles, the VOG, the talk."""
    then = days_ago(now, role.paper_days)
    if role.statements:
        signed = [
            _seen(person, FactKind.STATEMENT_SIGNED, each.code, then, each.number)
            for each in StatementVersion.objects.all()
        ]
        record_sheet(person, Sheet(facts=tuple(signed)), actor=koen, now=then)
    if role.roles:
        said = OtherRoles(is_buddy=True, agreements="Ik ben geen maatje van iemand die ik als OCO help.")
        declaration = declare_roles(person, said, stable_uuid(person.email, "roles"), actor=person, now=then)
        if role.roles == "seen":
            mark_roles_seen(person, declaration.uuid, actor=koen, now=then)
    if role.card:
        say_card_made(person, stable_uuid(person.email, "card"), now=then)
    talked = (FactKind.CONVERSATION_HELD, "closing_talk", role.talk_days)
    for kind, key, days in (talked, (FactKind.SEEN, "vog", role.vog_days)):
        if days is not None:
            day = days_ago(now, days)
            record_sheet(person, Sheet(facts=(_seen(person, kind, key, day),)), actor=koen, now=day)


def _seen(person: User, kind: FactKind, key: str, then: datetime, number: int = 0) -> Entry:
    return Entry(
        kind=kind,
        key=key,
        happened_on=timezone.localdate(then),
        source=Source.PAPER if number else Source.SEEN,
        origin=f"demo:{person.uuid}:{kind}:{key}",
        number=number,
    )


def conclude(person: User, role: Volunteer, koen: User, now: datetime) -> None:
    """What was decided: confirmed by Koen, and perhaps resting; who is confirmed shares the status."""
    if role.confirmed:
        ruling = Ruling(kind=Decision.Kind.CONFIRM, submission=stable_uuid(person.email, "confirm"))
        decide(person, ruling, actor=koen, now=days_ago(now, role.confirmed_days))
        give_consent(person, actor=person, now=now)
    if role.paused:
        rest = Ruling(kind=Decision.Kind.PAUSE, submission=stable_uuid(person.email, "pause"))
        decide(person, rest, actor=person, now=days_ago(now, 8))


def _of(lessons: Lessons, modules: Iterable[int]) -> list[LessonPage]:
    return [lesson for number in modules for lesson in lessons[number]]
