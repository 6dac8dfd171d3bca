"""Verdicts and standings in plain Dutch; the volunteer and the coordinator read exactly the same words.

As in `sentences`, this is content in Dutch and does not pass through gettext.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lms.certification.readiness.dutch import dutch_date, listed
from lms.certification.readiness.history import State
from lms.certification.readiness.rules import Effect, RolesDeclared, Rule
from lms.certification.readiness.scheme import Group, Scheme
from lms.certification.readiness.sentences import describe, describe_alternative
from lms.certification.readiness.standing import DomainStanding, ReasonCategory, Standing
from lms.certification.readiness.time_sentences import (
    deadline_sentence,
    extended_sentence,
    handed_in_sentence,
    protected_sentence,
    renewal_sentence,
    waited,
)
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


@dataclass(frozen=True, slots=True)
class DomainExplanation:
    """Everything a person reads about one life domain; `holds` when nothing of its own stands in the way."""

    id: str
    title: str
    holds: bool
    sentence: str
    criteria: tuple[Explanation, ...]


def sentence(rule: Rule, verdict: Verdict, on: date | None = None) -> str:
    """The sentences about `verdict`, which must be a verdict on `rule`.

    `on` is the day of the question: with it the words say how long something waits, and whether a date has
    passed.
    """
    if verdict.code is Code.NOT_APPLICABLE:
        return "Dit is voor jou niet nodig."
    said = (_answer(rule, verdict, on), renewal_sentence(rule, verdict), deadline_sentence(verdict, on))
    return " ".join(each for each in said if each)


def _answer(rule: Rule, verdict: Verdict, on: date | None) -> str:
    if verdict.code is Code.WAITING:
        return _waiting(rule, verdict, on)
    if verdict.extended:
        return extended_sentence(verdict)
    return describe_alternative(rule, verdict) if verdict.by_alternative else describe(rule, verdict)


def _waiting(rule: Rule, verdict: Verdict, on: date | None) -> str:
    if verdict.passed:
        return protected_sentence(verdict, on)
    if isinstance(rule, Group | RolesDeclared) or verdict.waiting_since is None:
        return describe(rule, verdict) + waited(verdict, on)
    return handed_in_sentence(verdict, on)


def code_label(verdict: Verdict) -> str:
    """A word or two for a tag; something begun is "Bezig", what still counts while it waits says so."""
    if verdict.code is Code.TODO and verdict.have:
        return "Bezig"
    if verdict.code is Code.WAITING and verdict.passed:
        return "Op tijd ingeleverd"
    return "Verlengd" if verdict.extended and verdict.code is Code.MET else _CODES[verdict.code]


def state_label(state: State) -> str:
    """The name of a state."""
    return _STATES[state]


def reason_label(category: ReasonCategory) -> str:
    """The name of a reason category, fit for the outside."""
    return _REASONS[category]


def explain(rule: Rule, verdict: Verdict, on: date | None = None) -> Explanation:
    """Everything to show about one criterion, parts included; `on` as for `sentence`."""
    parts = zip(rule.rules, verdict.children, strict=True) if isinstance(rule, Group) else ()
    return Explanation(
        rule_id=rule.id,
        code=verdict.code,
        label=code_label(verdict),
        title=rule.title,
        sentence=sentence(rule, verdict, on),
        why=rule.why,
        how=rule.how,
        alternative=rule.alternative,
        effect=rule.effect,
        children=tuple(explain(part, child, on) for part, child in parts),
    )


def explain_all(scheme: Scheme, standing: Standing, on: date | None = None) -> tuple[Explanation, ...]:
    """The explanation of every shared criterion of `scheme`, under which `standing` was made."""
    return _explained(scheme.rules, standing.verdicts, on)


def explain_domains(
    scheme: Scheme, standing: Standing, on: date | None = None
) -> tuple[DomainExplanation, ...]:
    """The explanation of every life domain of `scheme`, under which `standing` was made."""
    return tuple(
        DomainExplanation(
            id=domain.id,
            title=domain.title,
            holds=found.holds,
            sentence=_domain_sentence(found),
            criteria=_explained(domain.rules, found.verdicts, on),
        )
        for domain, found in zip(scheme.domains, standing.domains, strict=True)
    )


def standing_sentence(standing: Standing) -> str:
    """The standing itself in one to three sentences."""
    if standing.reason_category is ReasonCategory.WAITING_FOR_CONFIRMATION:
        scope = _for_domains(each.title for each in standing.domains if each.holds)
        return f"Je hebt alles wat nodig is{scope}. De coördinator bevestigt het nog."
    fixed = _FIXED.get(standing.reason_category)
    return fixed or " ".join((_opening(standing), *_known_end(standing)))


def _explained(
    rules: Sequence[Rule], verdicts: Sequence[Verdict], on: date | None
) -> tuple[Explanation, ...]:
    return tuple(explain(rule, verdict, on) for rule, verdict in zip(rules, verdicts, strict=True))


def _domain_sentence(domain: DomainStanding) -> str:
    if domain.holds:
        return "Je hebt alles wat voor dit leefgebied nodig is."
    return "Voor dit leefgebied staat nog iets open."


def _opening(standing: Standing) -> str:
    category, decision = standing.reason_category, standing.decision
    scope = _for_domains(each.title for each in standing.domains if each.id in standing.scope)
    if category is ReasonCategory.EXCEPTION:
        return f"Je bent inzetbaar{scope} door een uitzondering."
    if category is ReasonCategory.PAUSED:
        return "Je hebt even pauze."
    if category is ReasonCategory.STOPPED:
        return f"Je bent gestopt op {dutch_date(decision.made_on)}." if decision else "Je bent gestopt."
    if standing.since is None:
        return f"Je bent inzetbaar{scope}."
    # The first day is that of being matchable at all; the domains are those of today.
    return f"Je bent inzetbaar sinds {dutch_date(standing.since)}." + (f" Nu is dat{scope}." if scope else "")


def _for_domains(titles: Iterable[str]) -> str:
    found = tuple(titles)
    return f" voor {listed(found)}" if found else ""


def _known_end(standing: Standing) -> list[str]:
    return [f"Dit geldt tot en met {dutch_date(standing.until)}."] if standing.until else []


_FIXED = {
    ReasonCategory.IN_PROGRESS: "Je bent nog bezig. Je ziet hier wat je nog kunt doen.",
    ReasonCategory.EXPIRED: "Er is iets verlopen. Is dat geregeld? Dan kun je weer verder.",
    ReasonCategory.INCOMPLETE: "Er staat weer iets open. Is dat geregeld? Dan kun je weer verder.",
}
