"""What-if for one person: what may happen, and what it would mean. Nothing is saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.knowledge.selectors import facts_from
from lms.certification.prospects import rules
from lms.certification.prospects.rules import Answer, Chance, Ending, Happening
from lms.certification.readiness import (
    Attended,
    Context,
    Decision,
    Fact,
    FactKind,
    IntervisionHeld,
    Scheme,
    ready_from,
    standing,
    walk,
    what_if,
)
from lms.certification.standings.selectors import Ground, decisions_of
from lms.courses import public as courses
from lms.intervision import public as intervision


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is known about one person today, what is planned, and what may still happen."""

    scheme: Scheme
    facts: tuple[Fact, ...]
    decisions: tuple[Decision, ...]
    context: Context
    new_rules_on: date | None
    planned: dict[str, Happening]
    chances: tuple[Chance, ...]
    endings: tuple[Ending, ...]


def prospect_for(person: User, ground: Ground, now: datetime) -> Prospect:
    """What may still happen for a person; the number of queries does not depend on how much there is."""
    scheme = ground.scheme_for(person.joined_on)
    facts = tuple(facts_from({person.pk: person.joined_on}).get(person.pk, ()))
    decisions = tuple(decisions_of([person.pk]).get(person.pk, ()))
    today = standing(scheme, facts, decisions, ground.context)
    return Prospect(
        scheme=scheme,
        facts=facts,
        decisions=decisions,
        context=ground.context,
        new_rules_on=ground.next_edge_on,
        planned=_planned(person, scheme, now),
        chances=rules.chances(scheme, today),
        endings=rules.endings(scheme, today),
    )


def answer_to(prospect: Prospect, happenings: Iterable[Happening]) -> Answer:
    """What would be so after the last of these happenings, beside what would be so without them."""
    chosen = list(happenings)
    extra = [fact for each in chosen for fact in each.facts]
    known = (prospect.scheme, prospect.facts, prospect.decisions, prospect.context)
    on = max([prospect.context.as_of, *(each.day for each in chosen)])
    ready_on = ready_from(*known, extra)
    found = what_if(*known, extra, on)
    return Answer(
        on=on,
        sentence=rules.sentence(found.before, found.after, ready_on, on),
        changes=rules.changes(prospect.scheme, found.before, found.after, found.changed),
        still_open=rules.still_open(prospect.scheme, found.after),
    )


def _planned(person: User, scheme: Scheme, now: datetime) -> dict[str, Happening]:
    meetings = courses.planned_meetings([person.pk], now).get(person.pk, ())
    sessions = intervision.planned_sessions([person.pk], now).get(person.pk, ())
    return happenings_of(scheme, meetings, sessions)


def happenings_of(
    scheme: Scheme,
    meetings: Iterable[courses.PlannedMeeting],
    sessions: Iterable[intervision.PlannedSession],
) -> dict[str, Happening]:
    """The planned meetings and sessions that count for a scheme, by uuid, first one first."""
    asked = list(walk(scheme.criteria))
    series = {rule.series for rule in asked if isinstance(rule, Attended)}
    found = {str(each.uuid): _meeting(each) for each in meetings if each.series in series}
    if any(isinstance(rule, IntervisionHeld) for rule in asked):
        found |= {str(each.uuid): _session(each) for each in sessions}
    return dict(sorted(found.items(), key=lambda pair: pair[1].day))


def _meeting(card: courses.PlannedMeeting) -> Happening:
    fact = Fact(FactKind.ATTENDED, card.series, card.planned_on, ref=str(card.uuid), order=rules.LAST)
    return Happening(card.planned_on, _("Bijeenkomst: %s") % card.title, (fact,))


def _session(card: intervision.PlannedSession) -> Happening:
    fact = Fact(
        FactKind.INTERVISION,
        "",
        card.planned_on,
        ref=str(card.uuid),
        number=card.minutes,
        group_size=card.people,
        order=rules.LAST,
    )
    return Happening(card.planned_on, _("Intervisie: %s") % card.group, (fact,))
