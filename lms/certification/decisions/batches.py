"""The same decision about many people at once: each person has an outcome of one's own.

It goes in pieces of PIECE people, each in a transaction of its own. The id of a person's decision follows
from the id of the batch, so a batch that is sent again, or that stopped halfway, makes nothing twice.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification import audit
from lms.certification.decisions.refusals import MESSAGES, DecisionRefused
from lms.certification.decisions.rules import why_not
from lms.certification.decisions.services import undo
from lms.certification.models import Decision
from lms.certification.policies import NotAllowed, coordinated_by
from lms.certification.standings.selectors import ground_on, projected
from lms.certification.standings.services import lock_people, rebuild_standings

PIECE = 100
BULK_KINDS = frozenset({Decision.Kind.CONFIRM})
"""What may be decided about many people at once: other decisions ask words for one person."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, or would happen, to one person: `why_not` is a code, empty when it is done."""

    person: User
    why_not: str = ""

    @property
    def is_done(self) -> bool:
        """Say whether the decision was made, or would be."""
        return not self.why_not

    @property
    def message(self) -> str:
        """Why not, in Dutch; empty when done."""
        return str(MESSAGES[self.why_not]) if self.why_not else ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was done in one go."""

    uuid: uuid.UUID
    outcomes: tuple[Outcome, ...]

    @property
    def done(self) -> tuple[User, ...]:
        """The people about whom it was decided."""
        return tuple(each.person for each in self.outcomes if each.is_done)

    @property
    def refused(self) -> tuple[Outcome, ...]:
        """The people about whom it was not, with the reason."""
        return tuple(each for each in self.outcomes if not each.is_done)


def preview_all(people: Iterable[User], kind: str, *, actor: User, today: date) -> tuple[Outcome, ...]:
    """Say per person what `decide_all` would do; writes nothing. At most 6 queries a piece of people.

    Raises ValueError for a kind that is not decided about many people at once.
    """
    _check_kind(kind)
    found: list[Outcome] = []
    for piece in _pieces(people):
        allowed, refusals = coordinated_by(actor, piece), _refusals(piece, kind, today)
        found += [Outcome(each, refusals[each.pk] if each.pk in allowed else "not_allowed") for each in piece]
    return tuple(found)


def decide_all(
    people: Iterable[User], kind: str, *, submission: uuid.UUID, actor: User, now: datetime
) -> Batch:
    """Make the same decision about everybody for whom it can be made; the same submission twice is one batch.

    Raises ValueError for a kind that is not decided about many people at once.
    """
    _check_kind(kind)
    found: list[Outcome] = []
    for piece in _pieces(people):
        outcomes = _decide_piece(piece, kind, submission, actor, now)
        for each in outcomes:
            if each.why_not:
                audit.decision_refused(each.person, actor, kind, each.why_not)
        found += outcomes
    return Batch(submission, tuple(found))


def undo_batch(batch: uuid.UUID, *, actor: User, now: datetime) -> Batch:
    """Take back what was decided in one go, as far as it can be: see `services.undo`.

    It is about the people of this coordinator only: the outcome names nobody else. A second time does nothing
    and gives the same outcome.
    """
    mine = people_within(User.objects.get(pk=actor.pk), Role.COORDINATOR).order_by().values("pk")
    made = Decision.objects.filter(batch=batch, person__in=mine).exclude(kind=Decision.Kind.UNDO)
    found = [_undo_one(each, actor, now) for each in made.select_related("person").order_by("pk")]
    return Batch(batch, tuple(found))


def submission_for(batch: uuid.UUID, person: User) -> uuid.UUID:
    """The submission of one person's decision in a batch."""
    return uuid.uuid5(batch, person.uuid.hex)


@transaction.atomic
def _decide_piece(
    piece: Sequence[User], kind: str, batch: uuid.UUID, actor: User, now: datetime
) -> list[Outcome]:
    lock_people([each.pk for each in piece])
    allowed, refusals = coordinated_by(actor, piece), _refusals(piece, kind, localdate(now))
    wanted = {submission_for(batch, each): each for each in piece if each.pk in allowed}
    known = set(Decision.objects.filter(submission__in=list(wanted)).values_list("submission", flat=True))
    done = {each.pk for key, each in wanted.items() if key in known}
    new = [
        Decision(submission=key, person=each, kind=kind, batch=batch, made_at=now, made_by=actor)
        for key, each in wanted.items()
        if each.pk not in done and not refusals[each.pk]
    ]
    for decision in Decision.objects.bulk_create(new):
        audit.decision_made(decision, actor)
    if new:
        rebuild_standings(now, User.objects.filter(pk__in=[each.person_id for each in new]))
    done |= {each.person_id for each in new}
    return [Outcome(each, _why(each, allowed, done, refusals)) for each in piece]


def _why(person: User, allowed: Collection[int], done: set[int], refusals: dict[int, str]) -> str:
    if person.pk not in allowed:
        return "not_allowed"
    return "" if person.pk in done else refusals[person.pk]


def _undo_one(decision: Decision, actor: User, now: datetime) -> Outcome:
    submission = uuid.uuid5(decision.submission, "undo")
    try:
        undo(decision, submission, actor=actor, now=now)
    except NotAllowed:
        return Outcome(decision.person, "not_allowed")
    except DecisionRefused as refusal:
        return Outcome(decision.person, refusal.code)
    return Outcome(decision.person)


def _check_kind(kind: str) -> None:
    if kind not in BULK_KINDS:
        raise ValueError(kind)


def _pieces(people: Iterable[User]) -> Iterator[list[User]]:
    chosen = list({person.pk: person for person in people}.values())
    for first in range(0, len(chosen), PIECE):
        yield chosen[first : first + PIECE]


def _refusals(piece: Sequence[User], kind: str, today: date) -> dict[int, str]:
    """Why not, per person: on what is known now, never on a saved line."""
    ground = ground_on(today)
    if ground is None:
        return {each.pk: "no_scheme" for each in piece}
    rows = projected([each.pk for each in piece], ground)
    return {each.pk: why_not(kind, rows[each.pk]) for each in piece}
