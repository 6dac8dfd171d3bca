"""Readiness: who is matchable on a day, and why. Pure: facts and rules in, verdicts and words out."""

from lms.certification.readiness.codec import (
    SchemeFormatError,
    scheme_from_data,
    scheme_from_json,
    scheme_to_data,
    scheme_to_json,
)
from lms.certification.readiness.compare import Difference, DifferenceKind, compare
from lms.certification.readiness.decisions import Decision, DecisionError, DecisionKind
from lms.certification.readiness.dutch import dutch_date
from lms.certification.readiness.evaluate import evaluate
from lms.certification.readiness.facts import POSITIVE_KINDS, Context, Fact, FactBook, FactKind
from lms.certification.readiness.presets import PRESETS, Preset, oco_almere_licht, oco_levensbreed
from lms.certification.readiness.rule_sentences import RuleInWords, effect_label, in_words, rule_sentence
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
from lms.certification.readiness.standing import ReasonCategory, Standing, State, standing
from lms.certification.readiness.validity_sentences import validity_sentence
from lms.certification.readiness.verdict import Advice, Code, Verdict, advice
from lms.certification.readiness.wording import (
    Explanation,
    code_label,
    explain,
    explain_all,
    reason_label,
    sentence,
    standing_sentence,
    state_label,
)

__all__ = [
    "POSITIVE_KINDS",
    "PRESETS",
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
    "Difference",
    "DifferenceKind",
    "Effect",
    "Explanation",
    "Fact",
    "FactBook",
    "FactKind",
    "Group",
    "GuardianConsent",
    "IntervisionHeld",
    "NOf",
    "Preset",
    "ReasonCategory",
    "RolesDeclared",
    "Rule",
    "RuleError",
    "RuleInWords",
    "Scheme",
    "SchemeFormatError",
    "SeenAndValid",
    "SignedStatement",
    "Standing",
    "State",
    "Verdict",
    "advice",
    "code_label",
    "compare",
    "dutch_date",
    "effect_label",
    "evaluate",
    "explain",
    "explain_all",
    "in_words",
    "oco_almere_licht",
    "oco_levensbreed",
    "reason_label",
    "rule_sentence",
    "scheme_from_data",
    "scheme_from_json",
    "scheme_to_data",
    "scheme_to_json",
    "sentence",
    "standing",
    "standing_sentence",
    "state_label",
    "validity_sentence",
    "walk",
]
