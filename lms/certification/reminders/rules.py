"""Pure: which reminders are due on a day. They follow from the standing, so they stop when it is done.

Four moments for each end: the start of the warning window, halfway, a week before the end, and once after it.
A moment that was missed is not made up for: only the newest that is due counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lms.certification.readiness import (
    RESTING,
    Code,
    Effect,
    Group,
    IntervisionHeld,
    Rule,
    Scheme,
    Standing,
    Verdict,
    judged,
)
from lms.certification.readiness.view import warn_days_of

DIGEST, START, HALFWAY, LAST_WEEK, ENDED, ASKED = range(6)
ONE_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
TELL_UNTIL = timedelta(days=30)
"""How long after an end somebody is still told; later it is old news that the page tells."""


@dataclass(frozen=True, slots=True)
class Notice:
    """That a criterion ends or ended, and which of the reminders about that end is due."""

    rule_id: str
    ends_on: date
    step: int


def notices(scheme: Scheme, standing: Standing, today: date) -> tuple[Notice, ...]:
    """What to remind a person of on a day; nothing for who has a pause or stopped."""
    if standing.state in RESTING:
        return ()
    found = []
    for rule, verdict in judged(scheme, standing):
        step = _step(rule, verdict, today)
        if step and verdict.until is not None and verdict.effect is not Effect.INFO:
            found.append(Notice(rule.id, verdict.until, step))
    return tuple(found)


def warn_days(rule: Rule, verdict: Verdict) -> int:
    """How many days before the end of `verdict` people are told; of a group that of the parts that end it."""
    if isinstance(rule, Group):
        parts = zip(rule.rules, verdict.children, strict=True)
        ends = (warn_days(part, child) for part, child in parts if child.until == verdict.until)
        return max(ends, default=0)
    if isinstance(rule, IntervisionHeld):
        return rule.warn_days
    return warn_days_of(rule)


def _step(rule: Rule, verdict: Verdict, today: date) -> int:
    """The newest reminder that is due, or 0."""
    if verdict.until is None:
        return 0
    if verdict.code is Code.EXPIRED:
        is_fresh = verdict.until < today <= verdict.until + TELL_UNTIL
        return ENDED if is_fresh else 0
    if verdict.code is not Code.EXPIRING:
        return 0
    moments = _moments(verdict.until, warn_days(rule, verdict))
    return max((step for step, day in moments if day <= today), default=0)


def _moments(end: date, warn: int) -> Iterable[tuple[int, date]]:
    """When the reminders before an end are due; a short window has fewer of them."""
    yield START, end - timedelta(days=warn)
    if warn > 2 * A_WEEK.days:
        yield HALFWAY, end - timedelta(days=warn // 2)
    if warn > A_WEEK.days:
        yield LAST_WEEK, end - A_WEEK


def may_mail_again(newest: date | None, today: date) -> bool:
    """Say whether a reminder may go out today: at most one mail a week."""
    return newest is None or today - newest >= A_WEEK


def week_of(today: date) -> date:
    """The Monday of the week of a day: a digest is made once a week."""
    return today - timedelta(days=today.weekday())
