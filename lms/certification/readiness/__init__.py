"""Readiness: who is matchable on a day, and why. Pure: facts and rules in, verdicts and words out."""

from lms.certification.readiness.codec import (
    scheme_from_data,
    scheme_from_json,
    scheme_to_data,
    scheme_to_json,
)
from lms.certification.readiness.codec_fields import SchemeFormatError
from lms.certification.readiness.compare import Difference, DifferenceKind, compare
from lms.certification.readiness.decisions import Decision, DecisionError, DecisionKind
from lms.certification.readiness.dutch import dutch_date
from lms.certification.readiness.evaluate import evaluate
from lms.certification.readiness.examples import worked_example
from lms.certification.readiness.facts import POSITIVE_KINDS, Context, Fact, FactBook, FactKind
from lms.certification.readiness.history import RESTING, State
from lms.certification.readiness.imagined import imagined
from lms.certification.readiness.impact import StatusChange, status_change
from lms.certification.readiness.judge import Judge
from lms.certification.readiness.names import CLOSING_TALK_POINTS, NAMES
from lms.certification.readiness.presets import PRESETS, Preset, oco_almere_licht, oco_levensbreed
from lms.certification.readiness.rule_sentences import RuleInWords, effect_label, in_words, rule_sentence
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    Effect,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    RuleError,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import AllOf, AnyOf, Domain, FirstThen, Group, NOf, Scheme, walk
from lms.certification.readiness.standing import DomainStanding, ReasonCategory, Standing, judged, standing
from lms.certification.readiness.validity import RenewFrom, Unit, Validity, ValidityError
from lms.certification.readiness.validity_sentences import validity_sentence
from lms.certification.readiness.verdict import Advice, Code, Verdict, advice, leaves
from lms.certification.readiness.versions import InForce, Transition, version_edges, version_for
from lms.certification.readiness.what_if import WhatIf, ready_from, what_if
from lms.certification.readiness.wording import (
    DomainExplanation,
    Explanation,
    code_label,
    explain,
    explain_all,
    explain_domains,
    reason_label,
    sentence,
    standing_sentence,
    state_label,
)

__all__ = [
    "CLOSING_TALK_POINTS",
    "NAMES",
    "POSITIVE_KINDS",
    "PRESETS",
    "RESTING",
    "Advice",
    "AllOf",
    "AnyOf",
    "Attended",
    "Code",
    "CompletedItems",
    "ContactLinked",
    "ContentRefreshed",
    "Context",
    "ConversationHeld",
    "Decision",
    "DecisionError",
    "DecisionKind",
    "Difference",
    "DifferenceKind",
    "Domain",
    "DomainExplanation",
    "DomainStanding",
    "Effect",
    "Explanation",
    "Fact",
    "FactBook",
    "FactKind",
    "FirstThen",
    "Group",
    "GuardianConsent",
    "InForce",
    "IntervisionHeld",
    "Judge",
    "LimitsCardMade",
    "NOf",
    "Preset",
    "ReasonCategory",
    "RenewFrom",
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
    "StatusChange",
    "Transition",
    "Unit",
    "Validity",
    "ValidityError",
    "Verdict",
    "WhatIf",
    "advice",
    "code_label",
    "compare",
    "dutch_date",
    "effect_label",
    "evaluate",
    "explain",
    "explain_all",
    "explain_domains",
    "imagined",
    "in_words",
    "judged",
    "leaves",
    "oco_almere_licht",
    "oco_levensbreed",
    "ready_from",
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
    "status_change",
    "validity_sentence",
    "version_edges",
    "version_for",
    "walk",
    "what_if",
    "worked_example",
]
