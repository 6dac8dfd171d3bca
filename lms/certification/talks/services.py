"""Write down a talk, and make what the trainer wrote final. Provisional by the trainer, final by a person
who coordinates: two people look, and nobody gets a mark."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.handing_in.services import Answer, answer_line, known_answer, open_line
from lms.certification.ledger.rules import Entry
from lms.certification.ledger.services import LedgerError, record_all
from lms.certification.models import Assessment, Source, TalkRecord
from lms.certification.policies import NotAllowed, require_coordinator
from lms.certification.readiness import ConversationHeld, FactKind
from lms.certification.standings.selectors import ground_on
from lms.certification.standings.services import lock_people
from lms.certification.talks.policies import may_record, may_record_final
from lms.certification.talks.rules import conversations, kept_points, points_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A talk as it was held. `submission` makes a double send one talk."""

    rule_id: str
    held_on: date
    points: tuple[str, ...]
    agreements: str
    submission: uuid.UUID


@transaction.atomic
def record_talk(person: User, talk: Talk, *, actor: User, now: datetime) -> TalkRecord:
    """Write down a talk. Of a coordinator it counts at once; of the trainer it waits for a coordinator.

    Raises NotAllowed for anybody else, LedgerError for what cannot be. The same submission twice is one talk.
    """
    lock_people([person.pk])
    rule = _rule(person, talk.rule_id, now)
    fresh = User.objects.get(pk=actor.pk)
    if actor.pk == person.pk or not may_record(fresh, person, rule):
        raise NotAllowed
    known: TalkRecord | None = TalkRecord.objects.filter(submission=talk.submission).first()
    if known is not None:
        if known.person_id != person.pk:
            raise LedgerError(_("Dit formulier was voor iemand anders. Laad de pagina opnieuw."))
        return known
    points = _checked(rule, talk)
    record: TalkRecord = TalkRecord.objects.create(
        submission=talk.submission,
        person=person,
        what=rule.what,
        held_on=talk.held_on,
        points=list(points),
        agreements=talk.agreements,
        is_final=may_record_final(fresh, person),
        made_at=now,
        made_by=actor,
    )
    kept = kept_points(rule, points, ())
    entries = _held(rule, record, kept) if record.is_final else [_provisional(rule, record)]
    record_all(person, entries, actor=actor, now=now)
    return record


@transaction.atomic
def finish_talk(record: TalkRecord, answer: Answer, *, actor: User, now: datetime) -> Assessment:
    """Make a talk of the trainer final, or say to which points to come back (`answer.points`).

    The points that need nothing more count in both cases: two talks may add up. Raises NotAllowed for who is
    not a coordinator of this person, LedgerError when it was answered, or the answer says too little.
    """
    person = record.person
    lock_people([person.pk])
    if actor.pk == person.pk:
        raise NotAllowed
    require_coordinator(actor, person)
    known = known_answer(person, answer)
    if known is not None:
        return known
    row = open_line(person, str(record.uuid))
    rule = _rule(person, row.key, now)
    if answer.accepted and answer.points:
        raise LedgerError(_("Moet een punt nog een keer? Kies dan: nog niet."))
    if not answer.accepted and rule.points and not answer.points:
        raise LedgerError(_("Kies welke punten nog een keer moeten."))
    if not set(answer.points) <= set(points_of(rule)):
        raise LedgerError(_("Dit punt hoort niet bij dit gesprek."))
    kept = () if not answer.accepted and not rule.points else kept_points(rule, record.points, answer.points)
    return answer_line(row, answer, _held(rule, record, kept), actor=actor, now=now)


def _rule(person: User, rule_id: str, now: datetime) -> ConversationHeld:
    ground = ground_on(localdate(now))
    rules = conversations(ground.scheme_for(person.joined_on)) if ground is not None else {}
    if rule_id not in rules:
        raise LedgerError(_("Dit gesprek staat niet in de regeling van deze persoon."))
    return rules[rule_id]


def _checked(rule: ConversationHeld, talk: Talk) -> tuple[str, ...]:
    """The points in the order of the list; raises LedgerError for points of another talk, or none at all."""
    known = points_of(rule)
    if not set(talk.points) <= set(known):
        raise LedgerError(_("Dit punt hoort niet bij dit gesprek."))
    if rule.points and not talk.points:
        raise LedgerError(_("Kies ten minste 1 punt dat jullie bespraken."))
    return tuple(code for code in known if code in talk.points)


def _held(rule: ConversationHeld, record: TalkRecord, codes: Iterable[str]) -> list[Entry]:
    return [
        Entry(
            kind=FactKind.CONVERSATION_HELD,
            key=rule.what,
            ref=code,
            happened_on=record.held_on,
            source=Source.SEEN,
            origin=f"talk:{record.uuid}:{code}",
        )
        for code in codes
    ]


def _provisional(rule: ConversationHeld, record: TalkRecord) -> Entry:
    return Entry(
        kind=FactKind.HANDED_IN,
        key=rule.id,
        ref=str(record.uuid),
        happened_on=record.held_on,
        source=Source.ORAL,
        origin=f"talk:{record.uuid}",
    )
