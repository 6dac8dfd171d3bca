"""The verbs of changes: notice one when a lesson goes online, read it, pass its situation, write it down."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from lms.accounts.models import User
from lms.courses.changes import audit
from lms.courses.changes.models import LessonChange, OnlineText, Refresh
from lms.courses.changes.rules import Marks, changed_blocks, differs, marks_of, situation_of
from lms.courses.changes.selectors import open_changes, passed_since, situation_at
from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.progress.desk import NotEnrolledError, desk_of
from lms.courses.progress.models import Enrollment
from lms.courses.progress.places import COURSE, MODULE
from lms.outbox.public import publish

Kind = LessonChange.Kind
SAID_ALREADY = {"change_kind": "", "change_line": ""}


class TooEarlyError(ValueError):
    """What changed later cannot have been read on that day."""


@transaction.atomic
def note_publication(
    page: LessonPage, revision: Revision, actor: User | None, now: datetime
) -> LessonChange | None:
    """Compare a lesson that just went online with what was online before; return the change to tell, if any.

    A first publication, the same text again, and a change of words without a line tell nothing. What the
    trainer chose is on the page (`change_kind`, `change_line`); it is said once, so it is taken off the page
    and its drafts. Called twice it writes once.
    """
    _say_once(page, revision)
    blocks = list(page.body.get_prep_value())
    marks = marks_of(blocks)
    known, is_new = OnlineText.objects.get_or_create(
        lesson_uid=page.uid, defaults={"marks": marks, "published_at": now}
    )
    if is_new:
        return None
    before = OnlineText.objects.select_for_update().get(pk=known.pk).marks
    OnlineText.objects.filter(pk=known.pk).update(marks=marks, published_at=now)
    if not differs(before, marks) or not _tells(page):
        return None
    return _write(page, before, marks, actor, now)


def _say_once(page: LessonPage, revision: Revision) -> None:
    """Take the choice off the page, and off the drafts that still carry the same one."""
    said = (page.change_kind, page.change_line)
    if not any(said):
        return
    LessonPage.objects.filter(pk=page.pk).update(**SAID_ALREADY)
    for draft in page.revisions.filter(pk__gte=revision.pk):
        if tuple(draft.content.get(name) for name in SAID_ALREADY) == said:
            page.revisions.filter(pk=draft.pk).update(content=draft.content | SAID_ALREADY)


def _tells(page: LessonPage) -> bool:
    if page.change_kind == Kind.EDITORIAL:
        return bool(page.change_line.strip())
    return page.change_kind in Kind.values


def _write(
    page: LessonPage, before: Marks, marks: Marks, actor: User | None, now: datetime
) -> LessonChange | None:
    course = CoursePage.objects.filter(path=page.path[:COURSE]).values_list("uid", flat=True).first()
    if course is None:
        return None
    changed = changed_blocks(before, marks)
    change = LessonChange.objects.create(
        course_uid=course,
        lesson_uid=page.uid,
        kind=page.change_kind,
        line=page.change_line.strip(),
        block_uids=list(changed),
        scenario_uid=_situation(page, changed) if page.change_kind == Kind.SAFETY else None,
        published_at=now,
        published_by=actor,
    )
    audit.lesson_changed(page, change)
    publish("courses.lesson_changed", now=now, change=change.uuid, lesson=page.uid, kind=change.kind)
    return change


def _situation(page: LessonPage, changed: Sequence[str]) -> UUID | None:
    others = LessonPage.objects.live().filter(path__startswith=page.path[:MODULE]).order_by("path")
    bodies = others.exclude(pk=page.pk).values_list("body", flat=True)
    module = (block for body in bodies for block in body.get_prep_value())
    found = situation_of(changed, list(page.body.get_prep_value()), module)
    return UUID(found) if found else None


def read_changes(person: User, lesson_uid: UUID, shown: Collection[UUID], now: datetime) -> bool:
    """Write down that a learner read these changes of a lesson; return whether nothing is left to do.

    `shown` are the changes that were on the page: one that came meanwhile stays to be read. A second time
    changes nothing. Raises NotEnrolledError.
    """
    with transaction.atomic():
        desk = desk_of(person, lesson_uid)
        read = [change for change in open_changes(person, lesson_uid) if change.uuid in shown]
        Refresh.objects.bulk_create(
            (Refresh(change=change, enrollment_id=desk.enrollment_id, read_at=now) for change in read),
            ignore_conflicts=True,
        )
        return _finish(person, desk.enrollment_id, lesson_uid, now)


def finish_changes(person: User, lesson_uid: UUID, now: datetime) -> bool:
    """Finish the changes that were read and of which the situation was passed; return whether none is left.

    Harmless to repeat. Raises NotEnrolledError.
    """
    with transaction.atomic():
        desk = desk_of(person, lesson_uid)
        return _finish(person, desk.enrollment_id, lesson_uid, now)


def _finish(person: User, enrollment: int, lesson_uid: UUID, now: datetime) -> bool:
    """Set `done_at` where reading and situation are both done; the caller holds the enrollment."""
    left = open_changes(person, lesson_uid)
    situation = situation_at(lesson_uid, left)
    passed_at = passed_since(enrollment, situation.exercise_uid) if situation else None
    read = set(
        Refresh.objects.filter(enrollment=enrollment, change__in=left).values_list("change_id", flat=True)
    )
    is_left = False
    for change in left:
        if change.pk in read and (
            situation is None or (passed_at is not None and passed_at >= change.published_at)
        ):
            Refresh.objects.filter(change=change, enrollment=enrollment, done_at=None).update(done_at=now)
            _tell(person, change, person, now, on_paper=False)
        else:
            is_left = True
    return not is_left


def record_refresh(person: User, change_uuid: UUID, *, happened_on: date, actor: User, now: datetime) -> None:
    """Write down that a person did on paper or in a talk what a change of safety asks; twice is once.

    The caller decides whether the actor may. Raises NotEnrolledError (also for a change that is not
    there), or TooEarlyError for a day before the change or after today.
    """
    change = LessonChange.objects.filter(uuid=change_uuid, kind=Kind.SAFETY).first()
    if change is None:
        raise NotEnrolledError(str(change_uuid))
    if not timezone.localdate(change.published_at) <= happened_on <= timezone.localdate(now):
        raise TooEarlyError(str(happened_on))
    happened_at = min(timezone.make_aware(datetime.combine(happened_on, time(12))), now)
    with transaction.atomic():
        enrollment = _enrollment(person, change)
        refresh, _is_new = Refresh.objects.get_or_create(
            change=change, enrollment_id=enrollment, defaults={"read_at": happened_at}
        )
        done = Refresh.objects.filter(pk=refresh.pk, done_at=None).update(
            done_at=happened_at, on_paper=True, entered_by=actor
        )
        if done:
            _tell(person, change, actor, now, on_paper=True)


def _enrollment(person: User, change: LessonChange) -> int:
    """Lock the enrollment in the course of a change; also when the lesson is not online any more."""
    mine = Enrollment.objects.select_for_update(of=("self",), no_key=True)
    found = mine.filter(user=person, course__uid=change.course_uid).values_list("pk", flat=True).first()
    if found is None:
        raise NotEnrolledError(str(change.lesson_uid))
    return found


def _tell(person: User, change: LessonChange, actor: User, now: datetime, *, on_paper: bool) -> None:
    audit.lesson_refreshed(person, change.uuid, actor, on_paper=on_paper)
    publish("courses.lesson_refreshed", now=now, person=person.uuid, change=change.uuid)
