"""Pure: what can be handed in, and which fact it becomes when it was seen (docs/decisions/0009 §5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lms.certification.readiness import (
    Attended,
    Code,
    CompletedItems,
    ConversationHeld,
    FactKind,
    GuardianConsent,
    IntervisionHeld,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Verdict,
    leaves,
    walk,
)

LONGEST_AGO = timedelta(days=31)
"""How long ago a volunteer may have handed something in; what is older, a coordinator writes down."""


@dataclass(frozen=True, slots=True)
class Way:
    """What a "yes" writes down: a kind of fact and its key."""

    kind: FactKind
    key: str


def way_of(rule: Rule) -> Way | None:
    """What a "yes" to this rule writes down; None when nothing can be handed in for it.

    For what the platform counts itself (lessons, meetings, intervision) one can hand in another route.
    """
    if isinstance(rule, SeenAndValid):
        return Way(FactKind.SEEN, rule.what)
    if isinstance(rule, ConversationHeld):
        return Way(FactKind.CONVERSATION_HELD, rule.what)
    if isinstance(rule, SignedStatement):
        return Way(FactKind.STATEMENT_SIGNED, rule.code)
    if isinstance(rule, GuardianConsent):
        return Way(FactKind.GUARDIAN_CONSENT, "")
    if isinstance(rule, (CompletedItems, Attended, IntervisionHeld)):
        return Way(FactKind.ALTERNATIVE_ROUTE, rule.id)
    return None


def takes(scheme: Scheme) -> dict[str, Rule]:
    """The rules for which something can be handed in, by id."""
    return {rule.id: rule for rule in walk(scheme.criteria) if way_of(rule) is not None}


def question_of(rule: Rule) -> str:
    """What somebody says by handing something in for this rule."""
    if isinstance(rule, SeenAndValid):
        return f"{rule.title}: laten zien of ingeleverd"
    if isinstance(rule, ConversationHeld):
        return f"{rule.title}: gehad"
    if isinstance(rule, SignedStatement):
        return f"{rule.title}: op papier getekend"
    if isinstance(rule, GuardianConsent):
        return f"{rule.title}: op papier"
    return f"{rule.title}: op een andere manier gedaan"


def is_open(verdict: Verdict) -> bool:
    """Say whether handing in makes sense now: not met, about to end, or extended for a while."""
    if verdict.code is Code.NOT_APPLICABLE or verdict.waiting_since is not None:
        return False
    return not verdict.passed or verdict.code is Code.EXPIRING or verdict.extended


def open_rules(scheme: Scheme, verdicts: Iterable[Verdict]) -> list[Rule]:
    """The rules for which a volunteer may hand something in now, in the order of the scheme."""
    found = {each.rule_id: each for each in leaves(verdicts)}
    return [rule for key, rule in takes(scheme).items() if key in found and is_open(found[key])]


def is_too_long_ago(happened_on: date, today: date) -> bool:
    """Say whether a day is too long ago for a volunteer to say so alone."""
    return happened_on < today - LONGEST_AGO
