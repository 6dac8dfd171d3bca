"""Hand something in, take it back, and answer it (docs/decisions/0009 §5: waiting protects)."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.handing_in.rules import is_too_long_ago, way_of
from lms.certification.handing_in.selectors import (
    handed_in,
    has_lapsed_since,
    is_answered,
    rule_for,
    talk_refs,
    unanswered,
)
from lms.certification.ledger.rules import Entry
from lms.certification.ledger.services import (
    LedgerError,
    record_all,
    record_evidence,
    retract_evidence,
)
from lms.certification.models import Assessment, Evidence, Source
from lms.certification.policies import NotAllowed, require_coordinator
from lms.certification.readiness import FactKind, Rule
from lms.certification.record.selectors import version_on_paper
from lms.certification.standings.selectors import Ground, ground_on
from lms.certification.standings.services import lock_people


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """That something was handed in for a rule on a day. `submission` makes a double send one line."""

    rule_id: str
    happened_on: date
    submission: uuid.UUID
    source: str = Source.ONLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to what was handed in: there it is (`happened_on`: when, if another day), or not yet.

    "Not yet" has a word for the volunteer about what is still needed; of a talk `points` may name to which
    points to come back.
    """

    accepted: bool
    submission: uuid.UUID
    happened_on: date | None = None
    word: str = ""
    points: tuple[str, ...] = ()


@transaction.atomic
def hand_in(person: User, said: HandIn, *, actor: User, now: datetime) -> Evidence:
    """Write down that something was handed in, as the person self or as a coordinator of this person.

    Who says so later, about a day before the criterion ended, cannot open it again: a coordinator can.
    Raises NotAllowed for anybody else, LedgerError when this cannot be handed in, or waits already.
    """
    lock_people([person.pk])
    if actor.pk != person.pk:
        require_coordinator(actor, person)
    today = localdate(now)
    ground = ground_on(today)
    rule = None if ground is None else rule_for(person, said.rule_id, ground)
    if ground is None or rule is None:
        raise LedgerError(_("Hiervoor kun je niets inleveren."))
    if str(said.submission) in talk_refs(
        [person.pk]
    ):  # a talk is answered elsewhere: this would wait for ever
        raise LedgerError(_("Dit lukte niet. Laad de pagina opnieuw."))
    known = handed_in(person, str(said.submission))
    if known is not None:
        return known
    if unanswered().filter(person=person, key=said.rule_id).exists():
        raise LedgerError(_("Dit is al ingeleverd. De coördinator moet nog kijken."))
    if actor.pk == person.pk:
        _check_own_day(person, rule, said.happened_on, ground)
    entry = Entry(
        kind=FactKind.HANDED_IN,
        key=said.rule_id,
        ref=str(said.submission),
        happened_on=said.happened_on,
        source=said.source,
        origin=f"handed:{said.submission}",
    )
    return record_evidence(person, entry, actor=actor, now=now)


def _check_own_day(person: User, rule: Rule, day: date, ground: Ground) -> None:
    today = ground.context.as_of
    if is_too_long_ago(day, today):
        raise LedgerError(_("Was het langer dan een maand geleden? Bel dan je coördinator."))
    if day < today and has_lapsed_since(person, rule, day, ground):
        raise LedgerError(_("Dit is intussen verlopen. Bel je coördinator. Dan telt de dag van inleveren."))


@transaction.atomic
def take_back(person: User, ref: str, *, actor: User, now: datetime) -> Evidence:
    """Take back what was handed in, while nobody answered it.

    The person may, who wrote it down and a coordinator too; a talk is not the person's to take back. Raises
    NotAllowed for anybody else, LedgerError when it is gone or answered.
    """
    lock_people([person.pk])
    row = open_line(person, ref)
    is_own = actor.pk == person.pk and ref not in talk_refs([person.pk])
    if not is_own and actor.pk != row.recorded_by_id:
        require_coordinator(actor, person)
    return retract_evidence(row, actor=actor, now=now)


@transaction.atomic
def assess(person: User, ref: str, answer: Answer, *, actor: User, now: datetime) -> Assessment:
    """Answer what was handed in: yes writes the fact that the rule asks, not yet says what is needed.

    The same submission twice is one answer. Raises NotAllowed for who is not a coordinator of this person,
    LedgerError when it is gone, answered already, or the answer says too little.
    """
    lock_people([person.pk])
    if actor.pk == person.pk:
        raise NotAllowed
    require_coordinator(actor, person)
    known = known_answer(person, answer)
    if known is not None:
        return known
    row = open_line(person, ref)
    if ref in talk_refs([person.pk]):
        raise LedgerError(_("Bekijk dit gesprek bij de gesprekken."))
    rule = find_rule(person, row.key, localdate(now))
    facts = [_fact(rule, row, answer)] if rule is not None and answer.accepted else []
    return answer_line(row, answer, facts, actor=actor, now=now)


def answer_line(
    row: Evidence, answer: Answer, facts: Iterable[Entry], *, actor: User, now: datetime
) -> Assessment:
    """Write an answer with the facts that come with it; the caller holds the lock and the transaction."""
    if not answer.accepted and not answer.word.strip():
        raise LedgerError(_("Schrijf in een paar woorden wat er nog nodig is."))
    made: Assessment = Assessment.objects.create(
        submission=answer.submission,
        person=row.person,
        rule_id=row.key,
        ref=row.ref,
        accepted=answer.accepted,
        points=list(answer.points),
        word=answer.word,
        made_at=now,
        made_by=actor,
    )
    assessed = Entry(
        kind=FactKind.ASSESSED,
        key=row.key,
        ref=row.ref,
        state=answer.accepted,
        happened_on=localdate(now),
        source=Source.SEEN,
        origin=f"assessed:{made.uuid}",
    )
    record_all(row.person, [*facts, assessed], actor=actor, now=now)
    return made


def known_answer(person: User, answer: Answer) -> Assessment | None:
    """The answer that this submission made already; raises LedgerError when it was about somebody else."""
    known: Assessment | None = Assessment.objects.filter(submission=answer.submission).first()
    if known is not None and known.person_id != person.pk:
        raise LedgerError(_("Dit formulier was voor iemand anders. Laad de pagina opnieuw."))
    return known


def open_line(person: User, ref: str) -> Evidence:
    """The line of what was handed in; raises LedgerError when it was taken back or answered."""
    row = handed_in(person, ref)
    if row is None:
        raise LedgerError(_("Dit is teruggenomen. Laad de pagina opnieuw."))
    if is_answered(row):
        raise LedgerError(_("Hier is al naar gekeken. Laad de pagina opnieuw."))
    return row


def find_rule(person: User, rule_id: str, today: date) -> Rule | None:
    """The rule of this person's scheme, or None when nothing can be handed in for it."""
    ground = ground_on(today)
    return None if ground is None else rule_for(person, rule_id, ground)


def _fact(rule: Rule, row: Evidence, answer: Answer) -> Entry:
    way, day = way_of(rule), answer.happened_on or row.happened_on
    assert way is not None, "only rules with a way can be handed in"
    is_signed = way.kind is FactKind.STATEMENT_SIGNED
    return Entry(
        kind=way.kind,
        key=way.key,
        number=version_on_paper(way.key, day) if is_signed else 0,
        happened_on=day,
        source=Source.PAPER if is_signed else Source.SEEN,
        origin=f"assessed:{answer.submission}:fact",
    )
