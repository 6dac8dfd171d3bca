"""Where a person stood on a past day, what that rested on, and what was written down only later."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from lms.accounts.models import User
from lms.certification.history.rules import Line, side_by_side
from lms.certification.models import Decision, Evidence
from lms.certification.person.criteria import Link, Words
from lms.certification.person.decided import DecisionLine, decision_lines
from lms.certification.person.rules import Readiness, describe_readiness
from lms.certification.person.selectors import HistoryLine, lines_of
from lms.certification.readiness import Rule, Scheme
from lms.certification.readiness.decisions import Rulings, in_order, rulings_on
from lms.certification.standings.selectors import Account, decisions_of, end_of_day, standing_then


@dataclass(frozen=True, slots=True)
class Past:
    """A day of a person. `then` is None when no scheme was in force as known then, `now` as known now.

    `decisions` were in force on that day, as known then. `sources` are the lines that were known at the end
    of that day; `later` was written down after it, about that day or earlier; `undone` was decided by then
    and taken back after it.
    """

    day: date
    then: Readiness | None
    now: Readiness | None
    lines: tuple[Line, ...]
    decisions: tuple[DecisionLine, ...]
    undone: tuple[DecisionLine, ...]
    sources: tuple[HistoryLine, ...]
    later: tuple[HistoryLine, ...]

    @property
    def differs(self) -> bool:
        """Whether later knowledge makes this day look otherwise."""
        return bool(self.changed) or self.ends_otherwise

    @property
    def ends_otherwise(self) -> bool:
        """Whether later knowledge changes the status of that day, or the scheme that it rests on."""
        return _heading(self.then) != _heading(self.now)

    @property
    def changed(self) -> tuple[Line, ...]:
        """The criteria that look otherwise as known now."""
        return tuple(line for line in self.lines if line.differs)

    @property
    def same(self) -> tuple[Line, ...]:
        """The criteria that later knowledge left as they were."""
        return tuple(line for line in self.lines if not line.differs)


def past_of(person: User, day: date) -> Past | None:
    """The account of a day, or None when no scheme was in force, as known then and now.

    The number of queries does not depend on how much there is.
    """
    accounts = standing_then(person, day)
    scheme = next((each.scheme for each in reversed(accounts) if each is not None), None)
    if scheme is None:
        return None
    then, now = (_told(account, day) for account in accounts)
    return Past(
        day=day,
        then=then,
        now=now,
        lines=side_by_side(then, now),
        decisions=_in_force(person, day, scheme),
        undone=_undone(person, day, scheme),
        sources=tuple(lines_of(_known(person, day), scheme)),
        later=tuple(lines_of(_later(person, day), scheme)),
    )


def _told(account: Account | None, day: date) -> Readiness | None:
    if account is None:
        return None
    words = Words("", _no_link)
    return describe_readiness(account.scheme, account.version.number, account.standing, day, words)


def _no_link(rule: Rule) -> Link:
    return "", ""


def _heading(readiness: Readiness | None) -> tuple[str, ...]:
    if readiness is None:
        return ()
    return (readiness.word, readiness.sentence, readiness.scheme_title, str(readiness.scheme_number))


def _in_force(person: User, day: date, scheme: Scheme) -> tuple[DecisionLine, ...]:
    known = decisions_of([person.pk], end_of_day(day)).get(person.pk, [])
    rulings: Rulings = rulings_on(in_order(known), day)
    found = (rulings.confirm, rulings.override, rulings.pause, rulings.withdrawal)
    rows = Decision.objects.filter(pk__in=[each.order for each in found if each is not None])
    return tuple(decision_lines(rows.order_by("made_at", "pk"), scheme))


def _undone(person: User, day: date, scheme: Scheme) -> tuple[DecisionLine, ...]:
    moment = end_of_day(day)
    rows = Decision.objects.filter(person=person, made_at__lte=moment, undone_by__made_at__gt=moment)
    return tuple(decision_lines(rows.order_by("made_at", "pk"), scheme))


def _known(person: User, day: date) -> QuerySet[Evidence]:
    rows = Evidence.objects.effective(end_of_day(day)).filter(person=person, happened_on__lte=day)
    return _with_names(rows).order_by("happened_on", "pk")


def _later(person: User, day: date) -> QuerySet[Evidence]:
    about = Q(happened_on__lte=day) | Q(supersedes__happened_on__lte=day)
    rows = Evidence.objects.filter(about, person=person, recorded_at__gt=end_of_day(day))
    return _with_names(rows).order_by("recorded_at", "pk")


def _with_names(rows: QuerySet[Evidence]) -> QuerySet[Evidence]:
    return rows.select_related("recorded_by", "superseded_by")
