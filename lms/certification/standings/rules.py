"""Pure: a standing as the flat data that lists keep, and what the outside may know of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lms.certification.readiness import (
    Attended,
    Code,
    CompletedItems,
    ContactLinked,
    ConversationHeld,
    Effect,
    Fact,
    FactKind,
    GuardianConsent,
    IntervisionHeld,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    State,
    Verdict,
    walk,
)

Data = dict[str, Any]

TRAINING, BOUNDARIES, AGREEMENTS, TALK, INTERVISION, CONTACT = (
    "training",
    "boundaries",
    "agreements",
    "talk",
    "intervision",
    "contact",
)
_GROUPS: dict[type[Rule], str] = {
    CompletedItems: TRAINING,
    Attended: TRAINING,
    RolesDeclared: BOUNDARIES,
    SignedStatement: AGREEMENTS,
    SeenAndValid: AGREEMENTS,
    GuardianConsent: AGREEMENTS,
    ConversationHeld: TALK,
    IntervisionHeld: INTERVISION,
    ContactLinked: CONTACT,
}


@dataclass(frozen=True, slots=True)
class ExternalStatus:
    """All that the outside may know about one volunteer (issue: reason category only, never a criterion).

    `scope` names the life domains it is limited to; empty means every domain. `scheme_version` is
    "slug/number", or empty when no scheme is in force.
    """

    matchable: bool
    since: date | None
    until: date | None
    scope: tuple[str, ...]
    scheme_version: str
    reason_category: str


NOT_STARTED = ExternalStatus(False, None, None, (), "", "in_progress")


def group_of(rule: Rule) -> str:
    """The main group that a criterion belongs to; what has to do with roles belongs to the boundaries."""
    groups = [_GROUPS[type(each)] for each in walk([rule]) if type(each) in _GROUPS]
    return BOUNDARIES if BOUNDARIES in groups else groups[0]


def kind_of(rule: Rule) -> str:
    """The name of a leaf's kind as lists use it: what it asks for, or empty for a group."""
    if isinstance(rule, SeenAndValid):
        return "seen"
    return {RolesDeclared: "roles", ConversationHeld: "talk", GuardianConsent: "guardian"}.get(type(rule), "")


def criteria_data(scheme: Scheme, verdicts: Iterable[Verdict]) -> list[Data]:
    """Every criterion of a scheme as JSON-able data for the projection."""
    return [
        {"group": group_of(rule), **_verdict_data(rule, verdict)}
        for rule, verdict in zip(scheme.rules, verdicts, strict=True)
    ]


def _verdict_data(rule: Rule, verdict: Verdict) -> Data:
    parts = getattr(rule, "rules", ())
    return {
        "id": rule.id,
        "kind": kind_of(rule),
        "code": verdict.code.value,
        "passed": verdict.passed,
        "blocks": verdict.effect is Effect.BLOCK,
        "have": verdict.have,
        "need": verdict.need,
        "latest_on": verdict.latest_on.isoformat() if verdict.latest_on else "",
        "parts": [_verdict_data(part, child) for part, child in zip(parts, verdict.children, strict=True)],
    }


def is_waiting(verdicts: Iterable[Verdict]) -> bool:
    """Say whether anything, also a part of a criterion, waits for the coordinator."""
    return any(each.code is Code.WAITING or is_waiting(each.children) for each in verdicts)


def first_end(verdicts: Iterable[Verdict]) -> date | None:
    """The first day after which a blocking criterion that passes now ends by itself."""
    ends = (each.until for each in verdicts if each.passed and each.effect is Effect.BLOCK and each.until)
    return min(ends, default=None)


def latest_fact(facts: Iterable[Fact], as_of: date) -> date | None:
    """The day of the newest thing that happened; the date of turning sixteen did not happen, it is known."""
    days = (fact.happened_on for fact in facts if fact.kind is not FactKind.TURNS_SIXTEEN)
    return max((day for day in days if day <= as_of), default=None)


def is_matchable(state: str) -> bool:
    """Say whether a state in the projection means that this person can be asked for a resident."""
    return state == State.MATCHABLE.value
