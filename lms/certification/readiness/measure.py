"""What the facts say about one leaf rule: on which days it is met, and how much is there.

All days come from the facts, so a measure also answers for every earlier day.
"""

from collections.abc import Callable
from typing import Any

from lms.certification.readiness import counted, dated, followed
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.view import Measure, View

_MEASURES: dict[type[Rule], Callable[[Any, View], Measure]] = {
    CompletedItems: counted.completed_items,
    Attended: counted.attended,
    ConversationHeld: counted.conversation,
    IntervisionHeld: counted.intervision,
    SeenAndValid: dated.seen,
    SignedStatement: dated.signed,
    LimitsCardMade: dated.limits_card,
    RolesDeclared: followed.roles,
    GuardianConsent: followed.consent,
    ContactLinked: followed.contact,
    ContentRefreshed: followed.refreshed,
}


def measure(rule: Rule, view: View) -> Measure:
    """Measure a leaf rule; raises TypeError for a kind of rule that has no measure."""
    found = _MEASURES.get(type(rule))
    if found is None:
        raise TypeError(type(rule).__name__)
    return found(rule, view)
