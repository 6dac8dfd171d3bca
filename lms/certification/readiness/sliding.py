"""Rules that hold while enough parts count: which parts count now, and which one stops first.

Every answer comes from the engine: a part is asked about with the same rule, made to ask only that part.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeGuard

from lms.certification.readiness.dutch import dutch_date
from lms.certification.readiness.evaluate import evaluate
from lms.certification.readiness.facts import Context, Fact
from lms.certification.readiness.imagined import imagined, imagined_meetings, imagined_sessions
from lms.certification.readiness.names import name_of
from lms.certification.readiness.rule_sentences import Names, codes_of
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ConversationHeld,
    IntervisionHeld,
    Rule,
)
from lms.certification.readiness.verdict import Verdict

Sliding = CompletedItems | Attended | ConversationHeld | IntervisionHeld


@dataclass(frozen=True, slots=True)
class Part:
    """One lesson, point, meeting or session, with its name, its minutes and a verdict of its own."""

    code: str
    name: str
    minutes: int
    verdict: Verdict


def is_sliding(rule: Rule) -> TypeGuard[Sliding]:
    """Say whether the parts of `rule` count each by themselves."""
    if isinstance(rule, IntervisionHeld):
        return True
    if rule.validity is None:
        return False
    return len(codes_of(rule)) > 1 or (isinstance(rule, Attended) and rule.of > 1)


def parts_of(rule: Sliding, facts: Iterable[Fact], context: Context, names: Names) -> tuple[Part, ...]:
    """The parts that are asked or done: first those that count, and of these the one that stops first."""
    kinds = {kind for kind, _ in rule.sources()}
    evidence = [fact for fact in facts if fact.kind in kinds]
    found = (
        Part(code, _name(rule, code, verdict, names), max((fact.number for fact in own), default=0), verdict)
        for code, single, own in _singles(rule, evidence)
        for verdict in (evaluate(single, own, context),)
    )
    return tuple(sorted(found, key=lambda part: (not part.verdict.passed, part.verdict.until or date.max)))


def again(rule: Sliding, part: Part, day: date, context: Context) -> tuple[Fact, ...]:
    """The facts when this part is done again: the same lesson or point, or another meeting or session."""
    match rule:
        case Attended():
            return imagined_meetings(rule, day, 1)
        case IntervisionHeld():
            return imagined_sessions(rule, day, 1, part.minutes)
        case ConversationHeld():
            return tuple(fact._replace(ref=part.code) for fact in imagined(rule, day, context))
        case CompletedItems():
            return imagined(replace(rule, items=(part.code,), minimum=None), day, context)


def the_rest(
    rule: Sliding, parts: Iterable[Part], verdict: Verdict, day: date, context: Context
) -> tuple[Fact, ...]:
    """The facts when all that is still missing in `verdict` is done on a day."""
    short = max(verdict.need - verdict.have, 0)
    if isinstance(rule, Attended):
        return imagined_meetings(rule, day, short)
    if isinstance(rule, IntervisionHeld):
        minutes = max(verdict.need_minutes - verdict.have_minutes, 0)
        return imagined_sessions(rule, day, max(short, 1), minutes)
    open_parts = [part for part in parts if not part.verdict.passed]
    return tuple(fact for part in open_parts[:short] for fact in again(rule, part, day, context))


def _singles(rule: Sliding, evidence: list[Fact]) -> Iterator[tuple[str, Rule, list[Fact]]]:
    """For each part its code, the rule that asks only this part, and the facts that are about it."""
    match rule:
        case CompletedItems():
            for code in rule.items:
                yield code, replace(rule, items=(code,), minimum=None), evidence
        case ConversationHeld():
            for code in rule.points:
                yield code, replace(rule, points=(code,)), evidence
        case Attended():
            yield from _by_moment(replace(rule, minimum=1, of=1), evidence)
        case IntervisionHeld():
            yield from _by_moment(replace(rule, minimum_sessions=1, minimum_net_minutes=0), evidence)


def _by_moment(single: Rule, evidence: list[Fact]) -> Iterator[tuple[str, Rule, list[Fact]]]:
    moments: dict[str, list[Fact]] = {}
    for fact in evidence:
        moments.setdefault(fact.ref or fact.happened_on.isoformat(), []).append(fact)
    for code, own in moments.items():
        yield code, single, own


def _name(rule: Sliding, code: str, verdict: Verdict, names: Names) -> str:
    if isinstance(rule, CompletedItems | ConversationHeld):
        return name_of(code, names)
    return f"de keer op {dutch_date(verdict.latest_on)}" if verdict.latest_on else ""
