"""Pure: a standing as the flat data that lists keep, and what the outside may know of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lms.certification.readiness import (
    RESTING,
    Attended,
    Code,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    Effect,
    Fact,
    FactKind,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    ReasonCategory,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Standing,
    State,
    Verdict,
    leaves,
    walk,
)

Data = dict[str, Any]

ROLES, ASSESS, SEEN, TALK_LEFT, GUARDIAN = "roles", "assess", "seen", "talk", "guardian"
"""What waits for the coordinator: to look at roles, to assess, or the last thing left is his work."""
_NOT_DONE_BY_ANYBODY = (
    FactKind.TURNS_SIXTEEN,
    FactKind.STARTED,
    FactKind.EXTENDED,
    FactKind.REFRESH_DUE,
)

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
    ContentRefreshed: TRAINING,
    Attended: TRAINING,
    RolesDeclared: BOUNDARIES,
    LimitsCardMade: BOUNDARIES,
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

    `scope` names the life domains that a matchable person is limited to; empty means every domain.
    `scheme_version` is "slug/number", or empty when no scheme is in force.
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


def criteria_data(criteria: Iterable[Rule], verdicts: Iterable[Verdict]) -> list[Data]:
    """Criteria with the verdicts on them as JSON-able data for the projection."""
    return [
        {"group": group_of(rule), **_verdict_data(rule, verdict)}
        for rule, verdict in zip(criteria, verdicts, strict=True)
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
        "latest_on": _text(verdict.latest_on),
        "until": _text(verdict.until),
        "waiting_since": _text(verdict.waiting_since),
        "extended": verdict.extended,
        "parts": [_verdict_data(part, child) for part, child in zip(parts, verdict.children, strict=True)],
    }


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def domains_data(scheme: Scheme, standing: Standing) -> list[Data]:
    """Every life domain of a scheme as JSON-able data, with its own criteria."""
    return [
        {
            "id": found.id,
            "title": found.title,
            "holds": found.holds,
            "criteria": criteria_data(domain.rules, found.verdicts),
        }
        for domain, found in zip(scheme.domains, standing.domains, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Summary:
    """What lists filter and count on, from one standing.

    `open_rules` are the ids of unmet criteria between commas. `in_the_way` is how many blocking criteria
    stand in the way, of the life domain with the least to do when there are domains and none holds.
    """

    open_rules: str
    in_the_way: int
    is_expiring: bool
    has_lapsed: bool
    is_waiting: bool
    waiting_since: date | None
    waits_kind: str
    expires_on: date | None


def summary(scheme: Scheme, standing: Standing) -> Summary:
    """Summarize a standing under `scheme` for lists."""
    kinds = {rule.id: kind_of(rule) for rule in walk(scheme.criteria)}
    own = [verdict for domain in standing.domains for verdict in domain.verdicts]
    verdicts = [*standing.verdicts, *own]
    left = _in_the_way(standing)
    since = [each.waiting_since for each in leaves(verdicts) if each.waiting_since]
    return Summary(
        open_rules=",".join(["", *(each.rule_id for each in verdicts if not each.passed), ""]),
        in_the_way=len(left),
        is_expiring=any(each.code is Code.EXPIRING for each in verdicts),
        has_lapsed=standing.reason_category in (ReasonCategory.EXPIRED, ReasonCategory.INCOMPLETE),
        is_waiting=is_waiting(verdicts),
        waiting_since=min(since, default=None),
        waits_kind=_waits_kind(standing, verdicts, left, kinds),
        expires_on=_first_end(standing),
    )


def _in_the_way(standing: Standing) -> list[Verdict]:
    left = _open_blocking(standing.verdicts)
    if standing.domains and not any(domain.holds for domain in standing.domains):
        fewest = min((_open_blocking(domain.verdicts) for domain in standing.domains), key=len)
        left.extend(fewest)
    return left


def _open_blocking(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return [each for each in verdicts if each.effect is Effect.BLOCK and not each.passed]


def _waits_kind(
    standing: Standing, verdicts: Iterable[Verdict], left: Iterable[Verdict], kinds: Mapping[str, str]
) -> str:
    """What waits for the coordinator, or empty; nothing does while somebody rests."""
    if standing.state in RESTING:
        return ""
    waiting = {kinds[each.rule_id] for each in leaves(verdicts) if _waits(each)}
    if waiting:
        return ROLES if waiting == {ROLES} else ASSESS
    open_kinds = {kinds[each.rule_id] for each in left}
    if standing.state is State.IN_PROGRESS and open_kinds <= {SEEN, TALK_LEFT, GUARDIAN}:
        return next((kind for kind in (SEEN, TALK_LEFT, GUARDIAN) if kind in open_kinds), "")
    return ""


def _waits(verdict: Verdict) -> bool:
    return verdict.code is Code.WAITING or verdict.waiting_since is not None


def is_waiting(verdicts: Iterable[Verdict]) -> bool:
    """Say whether anything, also a part of a criterion, waits for the coordinator."""
    return any(_waits(each) for each in leaves(verdicts))


def _first_end(standing: Standing) -> date | None:
    """The first day after which a blocking criterion that passes now ends by itself.

    Of the life domains only those count that hold: another takes nothing away.
    """
    own = [verdict for domain in standing.domains if domain.holds for verdict in domain.verdicts]
    ends = (
        each.until
        for each in (*standing.verdicts, *own)
        if each.passed and each.effect is Effect.BLOCK and each.until
    )
    return min(ends, default=None)


def latest_fact(facts: Iterable[Fact], as_of: date) -> date | None:
    """The day of the newest thing that was done; a start, an extension or turning sixteen is none."""
    days = (fact.happened_on for fact in facts if fact.kind not in _NOT_DONE_BY_ANYBODY)
    return max((day for day in days if day <= as_of), default=None)


def is_matchable(state: str) -> bool:
    """Say whether a state in the projection means that this person can be asked for a resident."""
    return state == State.MATCHABLE.value
