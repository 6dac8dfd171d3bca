"""Rules that one moment meets: a document seen, a statement signed, a limits card made (doc 0009 §1)."""

from collections.abc import Iterable
from datetime import date

from lms.certification.readiness.facts import Fact, FactKind
from lms.certification.readiness.periods import ONE_DAY, Spans
from lms.certification.readiness.rules import LimitsCardMade, Rule, SeenAndValid, SignedStatement
from lms.certification.readiness.validity import lasting, lasting_up_to
from lms.certification.readiness.view import Measure, View, days_of, warn_days_of


def seen(rule: SeenAndValid, view: View) -> Measure:
    return _moments(rule, view, view.happened(FactKind.SEEN, rule.what))


def limits_card(rule: LimitsCardMade, view: View) -> Measure:
    return _moments(rule, view, view.happened(FactKind.LIMITS_CARD_MADE))


def signed(rule: SignedStatement, view: View) -> Measure:
    asked = view.context.statement_versions.get(rule.code, 0)
    since = view.context.statement_since.get(rule.code)
    # A signature of an older version counts up to the day before the version that is asked.
    older = since - ONE_DAY if since is not None else date.min

    def spans(facts: Iterable[Fact]) -> Spans:
        limits = ((fact.happened_on, date.max if fact.number >= asked else older) for fact in facts)
        return lasting_up_to(limits, rule.validity)

    signatures = view.happened(FactKind.STATEMENT_SIGNED, rule.code)
    # An alternative without a version was agreed in person and holds for every version.
    other = [fact if fact.number else fact._replace(number=asked) for fact in view.alternatives(rule)]
    earned = spans(signatures)
    total = spans((*signatures, *other)) if other else earned
    return Measure(
        earned,
        total,
        have=int(view.holds(total)),
        need=1,
        warn_days=warn_days_of(rule),
        lapsed=bool(signatures or other),
    )


def _moments(rule: Rule, view: View, facts: list[Fact]) -> Measure:
    days, other = days_of(facts), days_of(view.alternatives(rule))
    earned = lasting(days, rule.validity)
    total = lasting((*days, *other), rule.validity) if other else earned
    return Measure(earned, total, have=int(view.holds(total)), need=1, warn_days=warn_days_of(rule))
