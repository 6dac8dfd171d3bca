"""The verbs of one's own texts: keep, throw away, and forget what was thrown away."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from lms.accounts.models import User
from lms.courses.own_texts import rules
from lms.courses.own_texts.models import OwnText
from lms.courses.own_texts.rules import Kept, Sent
from lms.courses.pages.models import LessonPage
from lms.courses.progress.models import Enrollment

MOST_PLACES = 200  # texts of one learner in one lesson: far above any lesson, far below a disk
LATE = timedelta(days=30)  # longer than any session lives idle (accounts.sign_in.rules): no send comes later


class NoPlaceError(LookupError):
    """The person does not take the course of this lesson, or filled more places than a lesson has."""


@dataclass(frozen=True)
class Spot:
    """Where a text stands: its kind, the lesson, and the block (for a note: the lesson itself)."""

    kind: str
    lesson_uid: UUID
    place_uid: UUID


def keep_text(person: User, spot: Spot, sent: Sent, now: datetime) -> OwnText:
    """Keep a send by the rules of 0015 and return what is kept; sending it twice changes nothing.

    The place need not be in the lesson any more: what was typed is kept, also when the block was just taken
    away. Nothing of it goes to the audit log. Raises NoPlaceError or rules.TooLongError.
    """
    with transaction.atomic():
        row = _row(_locked(person, spot.lesson_uid), spot, now)
        kept = rules.keep(_kept(row), sent)
        if row.pk is None and not kept.text:
            return row
        _write(row, kept, now)
    return row


def throw_away(person: User, kind: str, place_uid: UUID, now: datetime) -> bool:
    """Throw a text away; say whether there was one. Its row stays for a while, empty (rules.throw_away)."""
    with transaction.atomic():
        here = {"kind": kind, "place_uid": place_uid}
        mine = Enrollment.objects.select_for_update(of=("self",), no_key=True).filter(user=person)
        taken = list(mine.filter(Exists(OwnText.objects.filter(enrollment=OuterRef("pk"), **here))))
        rows = OwnText.objects.filter(enrollment__in=taken, **here)
        thrown = [row for row in rows if row.text]
        for row in thrown:
            _write(row, rules.throw_away(_kept(row)), now)
    return bool(thrown)


def clear_thrown_away(now: datetime) -> int:
    """Delete the rows that were empty for so long that no send can come late any more; return how many."""
    gone, _by_model = OwnText.objects.filter(text="", saved_at__lt=now - LATE).delete()
    return gone


def _locked(person: User, lesson_uid: UUID) -> Enrollment:
    """Return the enrollment for this lesson, locked: sends of one learner wait for each other."""
    lesson = LessonPage.objects.filter(uid=lesson_uid, path__startswith=OuterRef("course__path"))
    rows = Enrollment.objects.select_for_update(of=("self",), no_key=True).filter(user=person)
    found = rows.filter(Exists(lesson)).first()
    if found is None:
        raise NoPlaceError(str(lesson_uid))
    return found


def _row(enrollment: Enrollment, spot: Spot, now: datetime) -> OwnText:
    here = OwnText.objects.filter(enrollment=enrollment)
    row = here.filter(kind=spot.kind, place_uid=spot.place_uid).first()
    if row is not None:
        return row
    if here.filter(lesson_uid=spot.lesson_uid).count() >= MOST_PLACES:
        raise NoPlaceError(str(spot.place_uid))
    return OwnText(
        enrollment=enrollment,
        kind=spot.kind,
        lesson_uid=spot.lesson_uid,
        place_uid=spot.place_uid,
        saved_at=now,
    )


def _kept(row: OwnText) -> Kept:
    writers = tuple((str(writer), int(number)) for writer, number in row.writers.get("heard", ()))
    return Kept(row.text, row.version, row.writers.get("last", ""), writers)


def _write(row: OwnText, kept: Kept, now: datetime) -> None:
    if kept.version != row.version:
        row.saved_at = now
    row.text, row.version = kept.text, kept.version
    row.writers = {"last": kept.last, "heard": kept.writers}
    row.save()
