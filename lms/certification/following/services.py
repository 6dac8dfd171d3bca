"""Let the ledger follow what other parts of the platform know.

Each verb reads the present truth there and makes the ledger say the same, so it may be called twice, late, or
in another order than things happened. Truth that can change is read under the lock of the person: who read it
earlier and writes later would put back what is no longer so.
"""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lms.accounts import public as accounts
from lms.accounts.models import User
from lms.certification.ledger.rules import CHANGE, CONTACT, MEETING, SESSION, Entry
from lms.certification.ledger.services import follow_truth, record_all, record_evidence, record_for_many
from lms.certification.models import Evidence, Source
from lms.certification.readiness import FactKind
from lms.certification.standings.services import lock_people
from lms.courses import public as courses
from lms.intervision import public as intervision


def follow_lesson(person: User, lesson: str, now: datetime) -> None:
    """A lesson that was completed is a fact for good; taking it back is the coordinator's work."""
    days = {str(uid): day for uid, day in courses.completed_items(person).items()}
    if lesson not in days:
        return
    entry = Entry(
        kind=FactKind.ITEM_COMPLETED,
        key=lesson,
        happened_on=days[lesson],
        source=Source.ONLINE,
        origin=f"lesson:{lesson}:{person.uuid}",
    )
    record_evidence(person, entry, actor=None, now=now)


def follow_changes(person: User, lesson: uuid.UUID, now: datetime) -> None:
    """What changed for safety in a lesson between beginning it and finishing it just now."""
    _follow_dues(person, lesson, now)


def follow_refresh(person: User, change: uuid.UUID, now: datetime) -> None:
    """That a person did what a change of a lesson asks; that it was asked is written down with it."""
    _follow_dues(person, change, now)


def follow_change(change: uuid.UUID, now: datetime) -> None:
    """A change of safety went online: everybody who finished the lesson is asked to read it."""
    found = courses.asked_of(change)
    if found is None:
        return
    lesson, days = found
    names = dict(User.objects.filter(pk__in=days).values_list("pk", "uuid"))
    entries = {key: _due_entry(person, change, lesson, days[key]) for key, person in names.items()}
    record_for_many(entries, now=now)


def _follow_dues(person: User, about: uuid.UUID, now: datetime) -> None:
    entries = [entry for due in courses.dues_of(person, about) for entry in _refresh_entries(person, due)]
    if entries:
        record_all(person, entries, actor=None, now=now)


def _refresh_entries(person: User, due: courses.Due) -> list[Entry]:
    entries = [_due_entry(person.uuid, due.change, due.lesson_uid, due.due_on)]
    if due.done_on is not None:
        entries.append(refreshed_entry(person, due.change, due.lesson_uid, due.done_on))
    return entries


def _due_entry(person: uuid.UUID, change: uuid.UUID, lesson: uuid.UUID, day: date) -> Entry:
    return Entry(
        kind=FactKind.REFRESH_DUE,
        key=str(lesson),
        ref=str(change),
        happened_on=day,
        source=Source.ONLINE,
        origin=f"{CHANGE}{change}:{person}",
    )


def refreshed_entry(
    person: User, change: uuid.UUID, lesson: uuid.UUID, day: date, source: str = Source.ONLINE
) -> Entry:
    """The line that says that a person read what changed in a lesson; one for each change."""
    return Entry(
        kind=FactKind.REFRESHED,
        key=str(lesson),
        ref=str(change),
        happened_on=day,
        source=source,
        origin=f"refresh:{change}:{person.uuid}",
    )


def follow_repeat(person: User, repeat: uuid.UUID, now: datetime) -> None:
    """A lesson that was done again is new evidence beside the first: nothing is reset."""
    fact = courses.repeat_of(person, repeat)
    if fact is None:
        return
    entry = Entry(
        kind=FactKind.ITEM_COMPLETED,
        key=str(fact.lesson_uid),
        happened_on=fact.done_on,
        source=Source.ONLINE,
        origin=f"repeat:{repeat}",
    )
    record_evidence(person, entry, actor=None, now=now)


@transaction.atomic
def follow_meeting(person: User, meeting: uuid.UUID, now: datetime) -> None:
    """Presence at a meeting counts when the person was there all the time; a part alone does not."""
    lock_people([person.pk])
    fact = courses.attendance_fact(meeting, person.uuid)
    thing = f"{MEETING}{meeting}:{person.uuid}"
    entry = None
    if fact is not None and fact.presence == courses.Presence.PRESENT:
        entry = Entry(
            kind=FactKind.ATTENDED,
            key=fact.series,
            ref=str(meeting),
            happened_on=fact.held_on,
            source=Source.ONLINE,
            origin=thing,
        )
    follow_truth(person, thing, entry, now=now)


@transaction.atomic
def follow_session(person: User, session: uuid.UUID, now: datetime) -> None:
    """Presence at an intervision session, with its net minutes and the number of people who were there."""
    lock_people([person.pk])
    fact = intervision.presence_fact(session, person.uuid)
    thing = f"{SESSION}{session}:{person.uuid}"
    entry = None
    if fact is not None and fact.was_present:
        entry = Entry(
            kind=FactKind.INTERVISION,
            ref=str(session),
            number=fact.net_minutes,
            group_size=fact.group_size,
            happened_on=fact.held_on,
            source=Source.ONLINE,
            origin=thing,
        )
    follow_truth(person, thing, entry, now=now)


@transaction.atomic
def follow_contact(person: User, event: uuid.UUID, now: datetime) -> None:
    """Whether the person has a contact person now; each change is a fact, because the newest one counts."""
    lock_people([person.pk])
    linked = accounts.has_contact_person(person)
    known = Evidence.objects.effective().filter(person=person, kind=FactKind.CONTACT_LINKED)
    newest = known.order_by("happened_on", "pk").last()
    if linked == (newest is not None and newest.state):
        return
    entry = Entry(
        kind=FactKind.CONTACT_LINKED,
        state=linked,
        happened_on=localdate(now),
        source=Source.ONLINE,
        origin=f"{CONTACT}{event}:{person.uuid}",
    )
    record_evidence(person, entry, actor=None, now=now)
