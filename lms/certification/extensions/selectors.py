"""Reads about extensions: for whom a criterion ends, what an extension would do, and what was extended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.extensions.rules import (
    EXTENSION_REASONS,
    WHY_NOT,
    extendable,
    extended,
    rule_in,
    why_not_extend,
)
from lms.certification.models import Evidence, Extension
from lms.certification.policies import coordinated_by
from lms.certification.readiness import Code, Fact, FactKind, Verdict, evaluate
from lms.certification.standings.selectors import Ground, facts_of

PIECE = 500


@dataclass(frozen=True, slots=True)
class Reach:
    """What an extension does for one person: the last day without it and with it, or why it does nothing."""

    person: User
    old_end: date | None = None
    new_end: date | None = None
    why_not: str = ""

    @property
    def message(self) -> str:
        """Why not, in Dutch; empty when it is extended."""
        return WHY_NOT.get(self.why_not, "")


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """One extension in words, as it stands in the history of a person."""

    uuid: str
    criterion: str
    until: date
    reason_word: str
    reason: str
    made_at: datetime
    made_by: User | None
    is_withdrawn: bool


def extendable_on(ground: Ground) -> dict[str, str]:
    """The rules that can be extended on a day, of every version that holds for somebody: id and title."""
    schemes = [judge.scheme for judge in ground.judges.values()]
    return {rule.id: rule.title for scheme in schemes for rule in extendable(scheme)}


def reach_of(
    people: Iterable[User], rule_id: str, until: date, *, actor: User, ground: Ground
) -> list[Reach]:
    """What an extension by this coordinator would do per person; 4 queries a piece of people."""
    found: list[Reach] = []
    for piece in _pieces(people):
        mine = coordinated_by(actor, piece)
        facts = facts_of([each.pk for each in piece])
        for person in piece:
            known = facts.get(person.pk, [])
            found.append(
                _reach(person, known, rule_id, until, ground)
                if person.pk in mine
                else Reach(person, why_not="not_allowed")
            )
    return found


def people_whose_ends(actor: User, rule_id: str, days: int, ground: Ground) -> list[User]:
    """The people of a coordinator for whom a criterion ends within so many days, or has ended already."""
    last = ground.context.as_of + timedelta(days=days)
    people = people_within(actor, Role.COORDINATOR).order_by("name", "pk")
    found: list[User] = []
    for piece in _pieces(people):
        facts = facts_of([each.pk for each in piece])
        verdicts = ((each, _verdict(each, facts.get(each.pk, []), rule_id, ground)) for each in piece)
        found += [each for each, verdict in verdicts if verdict is not None and _ends(verdict, last)]
    return found


def extensions_of(person: User) -> list[ExtensionLine]:
    """The extensions of a person, newest first; 2 queries."""
    rows = Evidence.objects.filter(person=person, kind=FactKind.EXTENDED, retracts=False)
    stands = {ref: later is None for ref, later in rows.values_list("ref", "superseded_by")}
    made = Extension.objects.filter(uuid__in=list(stands)).select_related("made_by")
    return [extension_line(each, stands=stands[str(each.uuid)]) for each in made.order_by("-made_at", "-pk")]


def people_of(extension: Extension, actor: User) -> list[User]:
    """The people of this coordinator for whom an extension stands."""
    rows = Evidence.objects.effective().filter(kind=FactKind.EXTENDED, ref=str(extension.uuid))
    mine = people_within(actor, Role.COORDINATOR).filter(pk__in=rows.values("person"))
    return list(mine.order_by("name", "pk"))


def touches(extension: Extension, actor: User) -> bool:
    """Say whether an extension is, or was, about somebody of this coordinator."""
    rows = Evidence.objects.filter(kind=FactKind.EXTENDED, ref=str(extension.uuid))
    return people_within(actor, Role.COORDINATOR).filter(pk__in=rows.values("person")).exists()


def extension_line(extension: Extension, *, stands: bool) -> ExtensionLine:
    """An extension in words."""
    return ExtensionLine(
        uuid=str(extension.uuid),
        criterion=extension.criterion,
        until=extension.until,
        reason_word=EXTENSION_REASONS.get(extension.reason_code, ""),
        reason=extension.reason,
        made_at=extension.made_at,
        made_by=extension.made_by,
        is_withdrawn=not stands,
    )


def _reach(person: User, facts: list[Fact], rule_id: str, until: date, ground: Ground) -> Reach:
    rule = rule_in(ground.scheme_for(person.joined_on), rule_id)
    if rule is None:
        return Reach(person, why_not="no_rule")
    verdict = evaluate(rule, facts, ground.context)
    refusal = why_not_extend(verdict, until)
    new_end = None if refusal else extended(rule, facts, ground.context, until).until
    return Reach(person, verdict.until, new_end, refusal)


def _verdict(person: User, facts: list[Fact], rule_id: str, ground: Ground) -> Verdict | None:
    rule = rule_in(ground.scheme_for(person.joined_on), rule_id)
    return None if rule is None else evaluate(rule, facts, ground.context)


def _ends(verdict: Verdict, last: date) -> bool:
    if verdict.code is Code.EXPIRED:
        return True
    return verdict.passed and verdict.until is not None and verdict.until <= last


def _pieces(people: Iterable[User]) -> Iterator[tuple[User, ...]]:
    rest = iter(people)
    while piece := tuple(islice(rest, PIECE)):
        yield piece
