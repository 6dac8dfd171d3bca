"""Pure: for how long, for whom and why a criterion may be extended (docs/decisions/0009 §6)."""

from collections.abc import Iterable
from datetime import date, timedelta

from lms.certification.readiness import Code, Context, Fact, FactKind, Rule, Scheme, Verdict, evaluate, walk
from lms.certification.readiness.scheme import Group

LONGEST_EXTENSION = timedelta(days=366)
EXTENSION_REASONS = {
    "too_few_meetings": "Er waren te weinig bijeenkomsten",
    "meeting_cancelled": "Een bijeenkomst ging niet door",
    "paper_on_its_way": "Een papier is onderweg",
    "we_are_late": "Wij zijn zelf te laat",
    "other": "Een andere reden",
}
WHY_NOT = {
    "not_allowed": "Jij bent geen coördinator van deze persoon.",
    "no_rule": "Deze eis staat niet in de regeling van deze persoon.",
    "never_met": "Dit is nog niet gedaan. Verlengen kan pas daarna.",
    "not_needed": "Dit telt al zo lang, of langer.",
}


def is_possible_until(until: date, today: date) -> bool:
    """Say whether an extension may last until this day: it must come, and within a year."""
    return today < until <= today + LONGEST_EXTENSION


def extendable(scheme: Scheme) -> list[Rule]:
    """The rules of a scheme that can be extended: every one that is not about other rules."""
    return [rule for rule in walk(scheme.criteria) if not isinstance(rule, Group)]


def rule_in(scheme: Scheme, rule_id: str) -> Rule | None:
    """The extendable rule with this id, or None when this scheme has no such rule."""
    return next((rule for rule in extendable(scheme) if rule.id == rule_id), None)


def why_not_extend(verdict: Verdict, until: date) -> str:
    """The code of the reason that a criterion is not extended, or empty when it is.

    An extension prolongs what was met. What was never met takes an exception, with its own rules.
    """
    if verdict.code is Code.NOT_APPLICABLE or (verdict.passed and _lasts(verdict, until)):
        return "not_needed"
    return "" if verdict.passed or verdict.code is Code.EXPIRED else "never_met"


def extended(rule: Rule, facts: Iterable[Fact], context: Context, until: date) -> Verdict:
    """The verdict as it would be with an extension that is made on the day of the context."""
    extra = Fact(FactKind.EXTENDED, rule.id, context.as_of, until=until)
    return evaluate(rule, [*facts, extra], context)


def _lasts(verdict: Verdict, until: date) -> bool:
    return verdict.until is None or verdict.until >= until
