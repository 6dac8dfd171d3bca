"""Write down, in one go, what a coordinator saw, heard or has on paper."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.following.services import follow_meeting, refreshed_entry
from lms.certification.handing_in.selectors import lines_along
from lms.certification.ledger.rules import SAID, Entry
from lms.certification.ledger.services import (
    LedgerError,
    correct_evidence,
    record_all,
    retract_evidence,
)
from lms.certification.models import Evidence, Source
from lms.certification.policies import NotAllowed, require_coordinator
from lms.certification.readiness import FactKind
from lms.certification.standings.services import lock_people
from lms.courses import public as courses


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A lesson that was done on paper."""

    lesson: uuid.UUID
    done_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A change of a lesson that was read on paper, or talked about."""

    change: uuid.UUID
    read_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything on the form of the coordinator: facts, presence per meeting, a lesson and news on paper."""

    facts: tuple[Entry, ...] = ()
    presences: Mapping[uuid.UUID, str] = field(default_factory=dict)
    paper: Paper | None = None
    news: News | None = None


@transaction.atomic
def record_sheet(person: User, sheet: Sheet, *, actor: User, now: datetime) -> None:
    """Write down a whole sheet, all or nothing.

    Raises NotAllowed for who is not a coordinator of this person, LedgerError for what cannot be, and
    courses.AttendanceRefused for a meeting that this coordinator may not write about.
    """
    lock_people([person.pk])
    _check(person, actor)
    for meeting, presence in sheet.presences.items():
        courses.record_attendance(meeting, {person.uuid: presence}, actor, now)
        follow_meeting(person, meeting, now)
    facts = list(sheet.facts)
    if sheet.paper is not None:
        facts.append(_lesson_on_paper(person, sheet.paper, actor, now))
    if sheet.news is not None:
        facts.append(_news_on_paper(person, sheet.news, actor, now))
    record_all(person, facts, actor=actor, now=now)


@transaction.atomic
def put_right(row: Evidence, happened_on: date | None, *, actor: User, now: datetime) -> Evidence:
    """Correct the day of a line, or without a day take the line back, with the answer that it belongs to.

    Raises NotAllowed for who is not a coordinator of this person, LedgerError when the line changed.
    """
    lock_people([row.person_id])
    _check(row.person, actor)
    if happened_on is None:
        along = lines_along(row)
        taken_back = retract_evidence(row, actor=actor, now=now)
        for each in along:
            retract_evidence(each, actor=actor, now=now)
        return taken_back
    said = {name: getattr(row, name) for name in SAID} | {"happened_on": happened_on}
    entry = Entry(origin=f"correct:{row.uuid}", **said)
    return correct_evidence(row, entry, actor=actor, now=now)


def _check(person: User, actor: User) -> None:
    if actor.pk == person.pk:
        raise NotAllowed
    require_coordinator(actor, person)


def _lesson_on_paper(person: User, paper: Paper, actor: User, now: datetime) -> Entry:
    try:
        courses.record_paper_completion(person, paper.lesson, happened_on=paper.done_on, actor=actor, now=now)
    except courses.NotEnrolledError as error:
        raise LedgerError(_("Deze persoon doet niet mee met de cursus van deze les.")) from error
    return Entry(
        kind=FactKind.ITEM_COMPLETED,
        key=str(paper.lesson),
        happened_on=paper.done_on,
        source=Source.PAPER,
        origin=f"lesson:{paper.lesson}:{person.uuid}",
    )


def _news_on_paper(person: User, news: News, actor: User, now: datetime) -> Entry:
    try:
        courses.record_refresh(person, news.change, happened_on=news.read_on, actor=actor, now=now)
    except courses.TooEarlyError as error:
        raise LedgerError(_("Toen was dit nog niet nieuw. Kies een latere dag.")) from error
    except courses.NotEnrolledError as error:
        raise LedgerError(_("Deze persoon doet niet mee met de cursus van deze les.")) from error
    (due,) = courses.dues_of(person, news.change)  # it was written down just now
    return refreshed_entry(person, news.change, due.lesson_uid, news.read_on, Source.PAPER)
