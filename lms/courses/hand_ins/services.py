"""The verbs of handing in: hand in, on paper too; reply; and see the reply."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from lms.accounts.models import User
from lms.courses.exercises.rules import ANSWER, Verdict
from lms.courses.hand_ins import audit
from lms.courses.hand_ins.models import HandIn, HandInFile
from lms.courses.hand_ins.policies import work_for
from lms.courses.hand_ins.storing import Upload, on_disk, ready
from lms.courses.own_texts.models import OwnText
from lms.courses.own_texts.rules import Sent
from lms.courses.own_texts.services import Spot, keep_text, throw_away
from lms.courses.progress.desk import desk_of
from lms.courses.progress.services import Answered, Given, answer
from lms.outbox.public import publish


class AlreadyReadError(ValueError):
    """The learner has read the reply: it stays as it was."""


class ReplyChangedError(ValueError):
    """Somebody else replied since this page was opened."""


@dataclass(frozen=True)
class Work:
    """What came in for one assignment. `submission` is made by the page: a double send is one row.

    `draft` is the text as a send of that page, to keep for oneself while nothing is handed in.
    `entered_by` is who wrote down what stood on paper, `given_at` when that was; else None.
    """

    lesson_uid: UUID
    exercise_uid: UUID
    submission: UUID
    text: str
    is_done: bool
    uploads: tuple[Upload, ...] = ()
    draft: Sent | None = None
    entered_by: User | None = None
    given_at: datetime | None = None

    @property
    def is_handed_in(self) -> bool:
        """Whether there is something for the trainer: files and paper go at once, a text when one is done."""
        return bool(self.uploads) or (bool(self.text) and (self.is_done or self.entered_by is not None))


def hand_in(person: User, work: Work, now: datetime) -> Answered:
    """Keep the work with its files, and answer the exercise with done or later; all or nothing.

    Nothing to hand in is fine: it may be on paper, or told by phone. The same submission twice is one row.
    Raises rules.Refused for a file that may not come along, own_texts.rules.TooLongError for a draft that
    does not fit with what was kept, and what `progress.services.answer` raises.
    """
    files = ready(work.uploads)
    with on_disk(files, now) as rows, transaction.atomic():
        desk = desk_of(person, work.lesson_uid)
        answered = answer(person, _given(work), now)
        if work.is_handed_in:
            _keep(desk.enrollment_id, person, work, rows, now)
        if work.draft is not None:
            _move_draft(person, work, work.draft, now)
    return answered


def _move_draft(person: User, work: Work, draft: Sent, now: datetime) -> None:
    """Take the draft away when it is handed in; else keep the text of the form as the draft."""
    spot = Spot(OwnText.Kind.WORK, work.lesson_uid, work.exercise_uid)
    if work.is_handed_in:
        throw_away(person, spot.kind, spot.place_uid, now)
    else:
        keep_text(person, spot, draft, now)


def _given(work: Work) -> Given:
    said = Verdict.DONE if work.is_done else Verdict.LATER
    return Given(
        work.lesson_uid,
        work.exercise_uid,
        {ANSWER: (said.value,)},
        work.submission,
        entered_by=work.entered_by,
        given_at=work.given_at,
    )


def _keep(enrollment: int, person: User, work: Work, files: Iterable[HandInFile], now: datetime) -> None:
    row, is_new = HandIn.objects.get_or_create(
        enrollment_id=enrollment,
        exercise_uid=work.exercise_uid,
        submission=work.submission,
        defaults={
            "lesson_uid": work.lesson_uid,
            "text": work.text,
            "handed_in_at": work.given_at or now,
            "on_paper": work.entered_by is not None,
            "entered_by": work.entered_by,
        },
    )
    if not is_new:
        return
    files = list(files)
    for each in files:
        each.hand_in = row
        each.save()
    audit.handed_in(person, row, work.entered_by or person, files=len(files))
    publish("courses.handed_in", now=now, person=person.uuid, work=row.uuid)


def reply(work: UUID, text: str, *, seen: datetime | None, actor: User, now: datetime) -> None:
    """Write the reply, or another one while the learner has not read it; the same text changes nothing.

    `seen` is when the reply that the trainer saw was written, None for none. Raises HandIn.DoesNotExist for
    who is no trainer of this learner, AlreadyReadError and ReplyChangedError.
    """
    with transaction.atomic():
        rows = work_for(actor).select_related("enrollment__user").select_for_update(of=("self",), no_key=True)
        row = rows.get(uuid=work)
        if row.reply == text:
            return
        if row.read_at is not None:
            raise AlreadyReadError
        if row.replied_at != seen:
            raise ReplyChangedError
        is_first = row.replied_at is None
        row.reply, row.replied_at, row.replied_by = text, now, actor
        row.save(update_fields=["reply", "replied_at", "replied_by"])
        audit.answered(row.enrollment.user, row, actor)
        if is_first:
            publish("courses.hand_in_answered", now=now, person=row.enrollment.user.uuid, work=row.uuid)


def see_replies(shown: Iterable[tuple[UUID, datetime]], now: datetime) -> None:
    """Remember that the learner saw these replies: the work, and when the reply that was shown was written.

    A reply that changed meanwhile was not seen.
    """
    for work, replied_at in shown:
        HandIn.objects.filter(uuid=work, replied_at=replied_at, read_at=None).update(read_at=now)
