"""Reads about what was handed in: what waits for an answer, and what is still needed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from lms.accounts.models import User
from lms.certification.handing_in.rules import open_rules, takes, way_of
from lms.certification.models import Assessment, Evidence, Standing, TalkRecord
from lms.certification.readiness import FactKind, Rule, evaluate
from lms.certification.standings.rules import ROLES
from lms.certification.standings.selectors import Ground, facts_of, standing_of


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """Something that was handed in and that nobody answered yet.

    `days` is how long it waits; `may_take_back` is about the person self (a talk is the trainer's).
    """

    person: User
    ref: str
    rule_id: str
    title: str
    handed_on: date
    days: int
    by: User | None
    is_talk: bool

    @property
    def may_take_back(self) -> bool:
        """Say whether the person may take it back."""
        return not self.is_talk


@dataclass(frozen=True, slots=True)
class RolesToSee:
    """Somebody whose other roles nobody saw yet, since when, and for how many days."""

    person: User
    declared_on: date
    days: int


@dataclass(frozen=True, slots=True)
class NotYet:
    """The answer "nog niet" to something that was handed in, with what is still needed."""

    rule_id: str
    title: str
    word: str
    made_at: datetime
    made_by: User | None


def unanswered() -> QuerySet[Evidence]:
    """The lines of what was handed in and not answered."""
    answers = Evidence.objects.effective().filter(
        kind=FactKind.ASSESSED, person=OuterRef("person"), key=OuterRef("key"), ref=OuterRef("ref")
    )
    rows: QuerySet[Evidence] = Evidence.objects.effective().filter(~Exists(answers), kind=FactKind.HANDED_IN)
    return rows


def standing_answers(people: Iterable[int]) -> QuerySet[Assessment]:
    """The answers about these people that were not taken back, oldest first."""
    lines = Evidence.objects.effective().filter(
        kind=FactKind.ASSESSED, person=OuterRef("person"), key=OuterRef("rule_id"), ref=OuterRef("ref")
    )
    rows: QuerySet[Assessment] = Assessment.objects.filter(Exists(lines), person__in=people).order_by("pk")
    return rows


def lines_along(row: Evidence) -> list[Evidence]:
    """The lines that go when this line goes: with a fact the answer that wrote it, with an answer its facts.

    So what was answered by mistake waits again, and counts no longer.
    """
    if row.kind == FactKind.ASSESSED:
        return _facts_of_answer(row)
    ref = _ref_of_answer(row)
    lines = Evidence.objects.effective().filter(person=row.person_id, kind=FactKind.ASSESSED, ref=ref)
    return list(lines) if ref else []


def _ref_of_answer(row: Evidence) -> str:
    """What was handed in and became this fact; empty for what is no such fact."""
    first = row
    while first.supersedes is not None:
        first = first.supersedes
    made_by, _, rest = first.origin.partition(":")
    which, _, part = rest.partition(":")
    if made_by == "talk" and part:
        return which
    if made_by != "assessed":
        return ""
    answer = Assessment.objects.filter(person=row.person_id, submission=which).first()
    return answer.ref if answer is not None else ""


def _facts_of_answer(row: Evidence) -> list[Evidence]:
    answers = Assessment.objects.filter(person=row.person_id, ref=row.ref)
    origins = [f"assessed:{each}:fact" for each in answers.values_list("submission", flat=True)]
    is_fact = Q(origin__in=origins) | Q(origin__startswith=f"talk:{row.ref}:")
    found = [_newest(each) for each in Evidence.objects.filter(is_fact, person=row.person_id).order_by("pk")]
    return [each for each in found if not each.retracts]


def _newest(row: Evidence) -> Evidence:
    while (later := Evidence.objects.filter(supersedes=row).first()) is not None:
        row = later
    return row


def waiting_for(people: QuerySet[User] | Iterable[int], ground: Ground) -> list[WaitingItem]:
    """What waits for an answer about these people, oldest first; 2 queries for any number of people."""
    rows = unanswered().filter(person__in=people).select_related("person", "recorded_by")
    found = list(rows.order_by("happened_on", "pk"))
    talks = talk_refs(row.person_id for row in found)
    return [_item(row, ground, is_talk=row.ref in talks) for row in found]


def roles_to_see(people: QuerySet[User] | Iterable[int], today: date, most: int) -> list[RolesToSee]:
    """Who waits only until the coordinator saw the other roles, oldest first, at most so many; 1 query.

    Somebody who also handed in something stands with what was handed in.
    """
    rows = Standing.objects.filter(person__in=people, waits_kind=ROLES, waiting_since__isnull=False)
    found = rows.select_related("person").order_by("waiting_since", "pk")[:most]
    since = ((row.person, row.waiting_since) for row in found)
    return [RolesToSee(person, day, (today - day).days) for person, day in since if day is not None]


def talk_refs(people: Iterable[int]) -> set[str]:
    """The ids of the talks about these people, as a line of what was handed in names them; 1 query."""
    talks = TalkRecord.objects.filter(person__in=set(people))
    return {str(each) for each in talks.values_list("uuid", flat=True)}


def handed_in(person: User, ref: str) -> Evidence | None:
    """The line of something that was handed in, as it stands; None when it was taken back or never there."""
    rows = Evidence.objects.effective().filter(person=person, kind=FactKind.HANDED_IN, ref=ref)
    found: Evidence | None = rows.first()
    return found


def was_handed_in(person: User, ref: str) -> bool:
    """Say whether this person ever handed in something with this id, also when it was taken back."""
    rows = Evidence.objects.filter(person=person, kind=FactKind.HANDED_IN, ref=ref)
    return bool(rows.exists())


def is_answered(row: Evidence) -> bool:
    """Say whether a line of what was handed in has an answer that stands."""
    return not unanswered().filter(pk=row.pk).exists()


def rule_for(person: User, rule_id: str, ground: Ground) -> Rule | None:
    """The rule of this person's scheme for which something was handed in, or None."""
    return takes(ground.scheme_for(person.joined_on)).get(rule_id)


def has_lapsed_since(person: User, rule: Rule, day: date, ground: Ground) -> bool:
    """Say whether a rule held on a day and does not hold on that of the ground any more; 2 queries."""
    facts = facts_of([person.pk]).get(person.pk, [])
    then = replace(ground.context, as_of=day)
    return (
        evaluate(rule, facts, then).passed
        and not evaluate(rule, facts, replace(then, as_of=ground.context.as_of)).passed
    )


def offered(person: User, ground: Ground) -> list[Rule]:
    """The rules for which this person may hand something in now; 2 queries."""
    found = standing_of(person, ground)
    verdicts = [*found.verdicts, *(each for domain in found.domains for each in domain.verdicts)]
    return open_rules(ground.scheme_for(person.joined_on), verdicts)


def still_needed(person: User, ground: Ground) -> list[NotYet]:
    """Per rule the newest answer "nog niet", until something new is handed in or seen; 2 queries."""
    rules = takes(ground.scheme_for(person.joined_on))
    answers = standing_answers([person.pk]).select_related("made_by")
    newest = {each.rule_id: each for each in answers if each.rule_id in rules}
    open_answers = {key: each for key, each in newest.items() if not each.accepted}
    if not open_answers:
        return []
    later = _recorded_later(person, open_answers, rules)
    return [
        NotYet(key, rules[key].title, each.word, each.made_at, each.made_by)
        for key, each in open_answers.items()
        if key not in later
    ]


def _recorded_later(person: User, answers: dict[str, Assessment], rules: dict[str, Rule]) -> set[str]:
    """The rules about which something was written down after the answer."""
    rows = Evidence.objects.effective().filter(
        person=person, recorded_at__gt=min(each.made_at for each in answers.values())
    )
    moments: dict[tuple[str, str], datetime] = {}
    for kind, key, moment in rows.order_by("recorded_at").values_list("kind", "key", "recorded_at"):
        moments[kind, key] = moment
    return {
        key
        for key, answer in answers.items()
        if any(moments.get(source, answer.made_at) > answer.made_at for source in _sources(rules[key]))
    }


def _sources(rule: Rule) -> list[tuple[str, str]]:
    way = way_of(rule)
    own = [(str(way.kind), way.key)] if way is not None else []
    return [*own, (str(FactKind.HANDED_IN), rule.id), (str(FactKind.ALTERNATIVE_ROUTE), rule.id)]


def _item(row: Evidence, ground: Ground, *, is_talk: bool) -> WaitingItem:
    rule = rule_for(row.person, row.key, ground)
    return WaitingItem(
        person=row.person,
        ref=row.ref,
        rule_id=row.key,
        title=rule.title if rule is not None else row.key,
        handed_on=row.happened_on,
        days=(ground.context.as_of - row.happened_on).days,
        by=row.recorded_by,
        is_talk=is_talk,
    )
