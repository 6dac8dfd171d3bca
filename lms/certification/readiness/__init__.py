"""Readiness: who is matchable on a day, and why. Pure: facts and rules in, verdicts and words out."""

from lms.certification.readiness.codec import (
    SchemeFormatError,
    scheme_from_data,
    scheme_from_json,
    scheme_to_data,
    scheme_to_json,
)
from lms.certification.readiness.decisions import Decision, DecisionError, DecisionKind
from lms.certification.readiness.evaluate import evaluate
from lms.certification.readiness.facts import POSITIVE_KINDS, Context, Fact, FactBook, FactKind
from lms.certification.readiness.presets import oco_almere_licht
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ConversationHeld,
    Effect,
    GuardianConsent,
    IntervisionHeld,
    RolesDeclared,
    Rule,
    RuleError,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import AllOf, AnyOf, Group, NOf, Scheme, walk
from lms.certification.readiness.sentences import dutch_date
from lms.certification.readiness.standing import ReasonCategory, Standing, State, standing
from lms.certification.readiness.verdict import Advice, Code, Verdict, advice
from lms.certification.readiness.wording import (
    Explanation,
    code_label,
    effect_label,
    explain,
    explain_all,
    reason_label,
    sentence,
    standing_sentence,
    state_label,
)

__all__ = [
    "POSITIVE_KINDS",
    "Advice",
    "AllOf",
    "AnyOf",
    "Attended",
    "Code",
    "CompletedItems",
    "ContactLinked",
    "Context",
    "ConversationHeld",
    "Decision",
    "DecisionError",
    "DecisionKind",
    "Effect",
    "Explanation",
    "Fact",
    "FactBook",
    "FactKind",
    "Group",
    "GuardianConsent",
    "IntervisionHeld",
    "NOf",
    "ReasonCategory",
    "RolesDeclared",
    "Rule",
    "RuleError",
    "Scheme",
    "SchemeFormatError",
    "SeenAndValid",
    "SignedStatement",
    "Standing",
    "State",
    "Verdict",
    "advice",
    "code_label",
    "dutch_date",
    "effect_label",
    "evaluate",
    "explain",
    "explain_all",
    "oco_almere_licht",
    "reason_label",
    "scheme_from_data",
    "scheme_from_json",
    "scheme_to_data",
    "scheme_to_json",
    "sentence",
    "standing",
    "standing_sentence",
    "state_label",
    "walk",
]
