"""Reads of statements: which text is asked on a day, and whether a person signed it."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import escape

from lms.accounts.models import User
from lms.certification.knowledge.selectors import facts_from
from lms.certification.models import Evidence, StatementVersion
from lms.certification.readiness import Code, FactKind, SignedStatement, evaluate, walk
from lms.certification.standings.selectors import ground_on
from lms.municipality.public import fill_slots, unfilled


@dataclass(frozen=True, slots=True)
class StatementText:
    """A statement as a person reads it. `is_complete` is false while a fill-in word has no value."""

    code: str
    number: int
    title: str
    body: str
    effective_on: date
    is_complete: bool


def statement_on(code: str, day: date) -> StatementVersion | None:
    """The version of a statement that is asked on a day, or None when there is none."""
    versions = StatementVersion.objects.filter(code=code, effective_on__lte=day)
    return versions.order_by("effective_on", "number").last()


def text_of(version: StatementVersion, slots: dict[str, str]) -> StatementText:
    """The text of a version with the municipality's own words filled in."""
    return StatementText(
        code=version.code,
        number=version.number,
        title=version.title,
        body=fill_slots(version.body, slots, escape),
        effective_on=version.effective_on,
        is_complete=not unfilled(version.body, slots),
    )


def may_sign_again(person: User, code: str, day: date) -> bool:
    """Say whether a signature ends soon or ended, so that a new one begins a new period; at most 3 queries.

    Who signed today is done for today, also when that begins no new period yet.
    """
    ground = ground_on(day)
    if ground is None:
        return False
    rules = walk(ground.scheme_for(person.joined_on).criteria)
    asked = [rule for rule in rules if isinstance(rule, SignedStatement) and rule.code == code]
    if not any(rule.validity for rule in asked):
        return False
    facts = facts_from({person.pk: person.joined_on}).get(person.pk, [])
    signed = (
        fact.happened_on for fact in facts if fact.kind is FactKind.STATEMENT_SIGNED and fact.key == code
    )
    if max(signed, default=date.min) >= day:
        return False
    verdicts = (evaluate(rule, facts, ground.context) for rule in asked)
    return any(verdict.code in (Code.EXPIRING, Code.EXPIRED) for verdict in verdicts)


def signature_of(person: User, version: StatementVersion) -> Evidence | None:
    """The newest line that says that a person signed this version or a newer one, or None."""
    signed = Evidence.objects.effective().filter(
        person=person, kind=FactKind.STATEMENT_SIGNED, key=version.code, number__gte=version.number
    )
    found: Evidence | None = signed.order_by("happened_on", "pk").last()
    return found
