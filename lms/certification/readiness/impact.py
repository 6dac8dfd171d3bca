"""What a change does to one volunteer: the status before and after, and what makes the difference."""

from dataclasses import dataclass

from lms.certification.readiness.history import State
from lms.certification.readiness.rules import Effect
from lms.certification.readiness.standing import Standing
from lms.certification.readiness.verdict import Verdict


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A status that differs; `reasons` are the ids of blocking criteria that are open on one side only."""

    before: State
    after: State
    scope_before: tuple[str, ...]
    scope_after: tuple[str, ...]
    reasons: tuple[str, ...]


def status_change(before: Standing, after: Standing) -> StatusChange | None:
    """The difference between two standings of one person, or None when state and scope are the same.

    The two may be under different schemes. What opens comes first in `reasons`, then what closes.
    """
    if before.state is after.state and set(before.scope) == set(after.scope):
        return None
    old, new = _open(before), _open(after)
    opened = [each for each in new if each not in old]
    closed = [each for each in old if each not in new]
    return StatusChange(before.state, after.state, before.scope, after.scope, (*opened, *closed))


def _open(found: Standing) -> list[str]:
    """The ids of the blocking criteria that are not met, shared ones first."""
    top: list[Verdict] = [*found.verdicts, *(each for domain in found.domains for each in domain.verdicts)]
    return [each.rule_id for each in top if each.effect is Effect.BLOCK and not each.passed]
