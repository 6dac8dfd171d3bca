"""Verdicts and standings in plain Dutch; the volunteer and the coordinator read exactly the same words.

As in `sentences`, this is content in Dutch and does not pass through gettext.
"""

from dataclasses import dataclass

from lms.certification.readiness.dutch import dutch_date
from lms.certification.readiness.rules import Effect, Rule
from lms.certification.readiness.scheme import Group, Scheme
from lms.certification.readiness.sentences import describe, describe_alternative
from lms.certification.readiness.standing import ReasonCategory, Standing, State
from lms.certification.readiness.verdict import Code, Verdict

_CODES = {
    Code.MET: "Klaar",
    Code.TODO: "Nog te doen",
    Code.WAITING: "Wacht op de coördinator",
    Code.EXPIRING: "Verloopt binnenkort",
    Code.EXPIRED: "Verlopen",
    Code.NOT_APPLICABLE: "Niet nodig",
}
_STATES = {
    State.IN_PROGRESS: "Nog bezig",
    State.READY: "Klaar om te bevestigen",
    State.MATCHABLE: "Inzetbaar",
    State.PAUSED: "Even pauze",
    State.STOPPED: "Gestopt",
}
_REASONS = {
    ReasonCategory.NONE: "Geen bijzonderheden",
    ReasonCategory.IN_PROGRESS: "Nog bezig met de training of afspraken",
    ReasonCategory.WAITING_FOR_CONFIRMATION: "Wacht op bevestiging",
    ReasonCategory.EXPIRED: "Er is iets verlopen",
    ReasonCategory.INCOMPLETE: "Er staat weer iets open",
    ReasonCategory.PAUSED: "Even pauze",
    ReasonCategory.STOPPED: "Gestopt",
    ReasonCategory.EXCEPTION: "Inzetbaar door een uitzondering",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything a person reads about one criterion; children explain the parts of a group."""

    rule_id: str
    code: Code
    label: str
    title: str
    sentence: str
    why: str
    how: str
    alternative: str
    effect: Effect
    children: tuple["Explanation", ...]


def sentence(rule: Rule, verdict: Verdict) -> str:
    """The sentences about `verdict`, which must be a verdict on `rule`."""
    if verdict.code is Code.NOT_APPLICABLE:
        return "Dit is voor jou niet nodig."
    return describe_alternative(verdict) if verdict.by_alternative else describe(rule, verdict)


def code_label(verdict: Verdict) -> str:
    """A word or two for a tag; something begun is "Bezig"."""
    return "Bezig" if verdict.code is Code.TODO and verdict.have else _CODES[verdict.code]


def state_label(state: State) -> str:
    """The name of a state."""
    return _STATES[state]


def reason_label(category: ReasonCategory) -> str:
    """The name of a reason category, fit for the outside."""
    return _REASONS[category]


def explain(rule: Rule, verdict: Verdict) -> Explanation:
    """Everything to show about one criterion, parts included."""
    parts = zip(rule.rules, verdict.children, strict=True) if isinstance(rule, Group) else ()
    return Explanation(
        rule_id=rule.id,
        code=verdict.code,
        label=code_label(verdict),
        title=rule.title,
        sentence=sentence(rule, verdict),
        why=rule.why,
        how=rule.how,
        alternative=rule.alternative,
        effect=rule.effect,
        children=tuple(explain(part, child) for part, child in parts),
    )


def explain_all(scheme: Scheme, standing: Standing) -> tuple[Explanation, ...]:
    """The explanation of every criterion of `scheme`, under which `standing` was made."""
    pairs = zip(scheme.rules, standing.verdicts, strict=True)
    return tuple(explain(rule, verdict) for rule, verdict in pairs)


def standing_sentence(standing: Standing) -> str:
    """The standing itself in one to three sentences."""
    fixed = _FIXED.get(standing.reason_category)
    return fixed or " ".join((_opening(standing), *_known_end(standing)))


def _opening(standing: Standing) -> str:
    category, decision = standing.reason_category, standing.decision
    if category is ReasonCategory.EXCEPTION:
        return "Je bent inzetbaar door een uitzondering."
    if category is ReasonCategory.PAUSED:
        return "Je hebt even pauze."
    if category is ReasonCategory.STOPPED:
        return f"Je bent gestopt op {dutch_date(decision.made_on)}." if decision else "Je bent gestopt."
    return f"Je bent inzetbaar sinds {dutch_date(standing.since)}." if standing.since else _READY


def _known_end(standing: Standing) -> list[str]:
    return [f"Dit geldt tot en met {dutch_date(standing.until)}."] if standing.until else []


_READY = "Je bent inzetbaar."
_FIXED = {
    ReasonCategory.IN_PROGRESS: "Je bent nog bezig. Je ziet hier wat je nog kunt doen.",
    ReasonCategory.WAITING_FOR_CONFIRMATION: "Je hebt alles wat nodig is. De coördinator bevestigt het nog.",
    ReasonCategory.EXPIRED: "Er is iets verlopen. Is dat geregeld? Dan kun je weer verder.",
    ReasonCategory.INCOMPLETE: "Er staat weer iets open. Is dat geregeld? Dan kun je weer verder.",
}
