"""Let the people of the demo do what they did: through the same services as the pages use."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from lms.accounts.models import User
from lms.certification.certificates.rules import HOURS, PARTICIPATION
from lms.certification.certificates.selectors import Order
from lms.certification.certificates.services import issue, write_own_words
from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.rules import Entry
from lms.certification.models import Decision, Source, StatementVersion
from lms.certification.readiness import FactKind
from lms.certification.record.services import Paper, Sheet, record_sheet
from lms.certification.roles.services import OtherRoles, declare_roles, mark_roles_seen
from lms.courses.exercises.content import exercises_of
from lms.courses.models import Cohort, CoursePage, LessonPage, Meeting
from lms.courses.progress.completion import complete_lesson
from lms.courses.progress.services import Given, answer
from lms.demo.cast import Volunteer
from lms.exports.services import give_consent
from lms.outbox.public import deliver_due

NAMESPACE = uuid.UUID("6f1a0d0e-6f0b-4c38-9b0f-2f1f1a1f7c11")


def stable_uuid(*parts: object) -> uuid.UUID:
    """Return the id that makes loading the demo twice harmless."""
    return uuid.uuid5(NAMESPACE, "/".join(map(str, parts)))


def deliver_everything(now: datetime) -> None:
    """Do what the worker would do, until nothing is due."""
    while deliver_due(now, limit=500):
        pass


def lessons_of(course: CoursePage, modules: Iterable[int]) -> list[LessonPage]:
    """Return the lessons of these modules, in order."""
    wanted = set(modules)
    parents = {page.pk for page in course.get_children().specific() if getattr(page, "number", 0) in wanted}
    lessons = LessonPage.objects.descendant_of(course).order_by("path")
    return [lesson for lesson in lessons if lesson.get_parent().pk in parents]


def learn(person: User, lessons: Iterable[LessonPage], now: datetime) -> None:
    """Do these lessons in the leerplein: every exercise right at once, the others marked as done."""
    for lesson in lessons:
        exercises = exercises_of(list(lesson.body.get_prep_value()))
        for uid, exercise in exercises.items():
            right = next(option.uid for option in exercise.options if option.verdict.passes)
            given = Given(lesson.uid, uid, right, stable_uuid(person.email, uid))
            answer(person, given, now)
        if not exercises:
            complete_lesson(person, lesson.uid, now)


def write_down(person: User, role: Volunteer, course: CoursePage, koen: User, now: datetime) -> None:
    """What Koen wrote down about this person: lessons on paper, the VOG, statements, roles, the talk."""
    today = timezone.localdate(now)
    paper_day = today - timedelta(days=min(role.joined_days - 5, 30 if role.statements else 80))
    for lesson in lessons_of(course, role.paper):
        record_sheet(person, Sheet(paper=Paper(lesson=lesson.uid, done_on=paper_day)), actor=koen, now=now)
    record_sheet(person, Sheet(facts=tuple(_facts(person, role, today))), actor=koen, now=now)
    if role.roles:
        said = OtherRoles(is_buddy=True, agreements="Ik ben geen maatje van iemand die ik als OCO help.")
        submission = stable_uuid(person.email, "roles")
        declaration = declare_roles(person, said, submission, actor=person, now=now)
        if role.roles == "seen":
            mark_roles_seen(person, declaration.uuid, actor=koen, now=now)


def _facts(person: User, role: Volunteer, today: date) -> Iterable[Entry]:
    def entry(kind: FactKind, key: str, days: int, source: Source, number: int = 0) -> Entry:
        origin = f"demo:{person.uuid}:{kind}:{key}"
        day = today - timedelta(days=days)
        return Entry(kind=kind, key=key, happened_on=day, source=source, origin=origin, number=number)

    if role.vog_days is not None:
        yield entry(FactKind.SEEN, "vog", role.vog_days, Source.SEEN)
    if role.statements:
        for version in StatementVersion.objects.all():
            yield entry(FactKind.STATEMENT_SIGNED, version.code, 0, Source.PAPER, version.number)
    if role.talk:
        yield entry(FactKind.CONVERSATION_HELD, "closing_talk", 4, Source.SEEN)


def conclude(person: User, role: Volunteer, koen: User, now: datetime) -> None:
    """What was decided: confirmed, and perhaps resting; who is confirmed shares the status."""
    kinds = [(role.confirmed, Decision.Kind.CONFIRM), (role.paused, Decision.Kind.PAUSE)]
    for wanted, kind in kinds:
        if wanted:
            decide(person, Ruling(kind=kind, submission=stable_uuid(person.email, kind)), actor=koen, now=now)
    if role.confirmed:
        give_consent(person, actor=person, now=now)


def hand_out(noor: User, yara: User, koen: User, now: datetime) -> None:
    """Yara has a proof of participation in her own words; Noor one of her hours, and words for the next."""
    write_own_words(yara, "Ik leerde eerst te luisteren. En dat ik niet alles hoef op te lossen.", now=now)
    cohort = Cohort.objects.get()
    proof = Order(kind=PARTICIPATION, cohort=cohort)
    issue(yara, proof, stable_uuid(yara.email, "proof"), actor=koen, now=now)
    today = timezone.localdate(now)
    hours = Order(kind=HOURS, starts_on=today - timedelta(days=90), ends_on=today)
    issue(noor, hours, stable_uuid(noor.email, "hours"), actor=koen, now=now)
    write_own_words(noor, "Ik leerde dat een vraag stellen ook helpen is.", now=now)


def presences(meeting: Meeting, people: Iterable[tuple[User, Volunteer]]) -> dict[uuid.UUID, str]:
    """Return who was at a meeting that is written down."""
    return {
        person.uuid: "present" if meeting.number <= role.meetings else "absent"
        for person, role in people
        if role.meetings
    }
