"""What the validity of a rule gives one real person, told with days: done, counts until, done again.

Every "tot en met" comes from the engine, asked with evidence that is not there yet; nothing here counts days
on by itself except to choose a day for an example. Content in Dutch, level B1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lms.certification.readiness.dutch import counted, duration, dutch_date
from lms.certification.readiness.evaluate import evaluate
from lms.certification.readiness.facts import Context, Fact
from lms.certification.readiness.imagined import imagined
from lms.certification.readiness.periods import ONE_DAY
from lms.certification.readiness.rule_sentences import NO_NAMES, Names
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ConversationHeld,
    IntervisionHeld,
    Rule,
)
from lms.certification.readiness.scheme import FirstThen, Group
from lms.certification.readiness.sliding import Part, Sliding, again, is_sliding, parts_of, the_rest
from lms.certification.readiness.validity import RenewFrom
from lms.certification.readiness.verdict import Code, Verdict

Lines = Iterator[str]
_SOME_TIME = timedelta(days=30)


def worked_example(
    rule: Rule, facts: Iterable[Fact], context: Context, names: Names = NO_NAMES
) -> tuple[str, ...]:
    """What the validity of `rule` gives the person of these facts, on the day of `context`, in lines.

    Empty for rules that time does not end. The parts of a group follow each other, each under a line with
    its title.
    """
    person = _Person(tuple(facts), context, names)
    return tuple(person.lines(rule))


@dataclass(frozen=True, slots=True)
class _Person:
    facts: tuple[Fact, ...]
    context: Context
    names: Names

    @property
    def today(self) -> date:
        return self.context.as_of

    def verdict(self, rule: Rule, day: date | None = None, extra: Iterable[Fact] = ()) -> Verdict:
        """What the engine says on a day, with evidence that is not there yet."""
        return evaluate(rule, (*self.facts, *extra), replace(self.context, as_of=day or self.today))

    def lines(self, rule: Rule) -> Lines:
        verdict = self.verdict(rule)
        held_up = _held_up(verdict)
        if held_up:
            yield held_up
        elif isinstance(rule, FirstThen):
            yield from self._first_then(rule, verdict)
        elif isinstance(rule, Group):
            for part in rule.rules:
                yield from self._part(part)
        elif is_sliding(rule):
            yield from self._sliding(rule, verdict)
        elif rule.can_expire:
            yield from self._single(rule, verdict)

    def _part(self, part: Rule) -> Lines:
        found = tuple(self.lines(part))
        if found and not isinstance(part, Group):
            yield f"Dit gaat over: {part.title}."
        yield from found

    def _single(self, rule: Rule, verdict: Verdict) -> Lines:
        if verdict.passed:
            yield _done(verdict)
            yield from self._renewed(rule, verdict)
            return
        yield _not_yet(verdict)
        yield from self._asked(rule, self.today, imagined(rule, self.today, self.context))

    def _renewed(self, rule: Rule, verdict: Verdict) -> Lines:
        """Doing it again: in the window, before it and after the end, as far as those days are to come."""
        for day in self._days_to_try(rule, verdict):
            yield from self._asked(rule, day, imagined(rule, day, self.context), "opnieuw ")

    def _asked(self, rule: Rule, day: date, extra: Iterable[Fact], again: str = "") -> Lines:
        then = self.verdict(rule, day, extra)
        if then.passed:
            yield f"Doe je het {again}op {dutch_date(day)}? {_then(then)}"

    def _days_to_try(self, rule: Rule, verdict: Verdict) -> Iterator[date]:
        if rule.validity is None or verdict.until is None:
            return
        last = max(self.today, verdict.latest_on or self.today)
        window = timedelta(days=rule.validity.window_days)
        has_window = bool(window) and rule.validity.renew_from is not RenewFrom.COMPLETION
        chosen = [_before(verdict.until, _SOME_TIME)]
        if has_window:
            chosen = [_before(verdict.until, window + _SOME_TIME), _before(verdict.until, window / 2)]
        if rule.validity.renew_from is RenewFrom.EXPIRY:
            chosen.append(_after(verdict.until, _SOME_TIME))
        to_come = [day for day in chosen if day > last]
        yield from to_come or [last + ONE_DAY]

    def _first_then(self, rule: FirstThen, verdict: Verdict) -> Lines:
        first, later = rule.rules
        if not verdict.passed and verdict.code is not Code.EXPIRED:
            yield f"Je doet eerst dit: {first.title}."
            yield from self.lines(first)
            return
        day = self.today
        yield _done(verdict) if verdict.passed else _not_yet(verdict)
        if verdict.passed:
            if verdict.until is None:
                return
            day = max(day, _before(verdict.until, _SOME_TIME))
        then = self.verdict(rule, day, imagined(later, day, self.context))
        if then.passed:
            yield f"Daarna is dit genoeg: {later.title}."
            yield f"Doe je dat op {dutch_date(day)}? {_then(then)}"

    def _sliding(self, rule: Sliding, verdict: Verdict) -> Lines:
        parts = parts_of(rule, self.facts, self.context, self.names)
        counting = [part for part in parts if part.verdict.passed]
        yield f"Nu telt mee: {_amount(rule, verdict)}. Nodig is: {_asked_amount(rule, verdict)}."
        if verdict.passed and verdict.until:
            yield f"Zo telt het tot en met {dutch_date(verdict.until)}."
        if not verdict.passed:
            day = self.today
            then = self.verdict(rule, day, the_rest(rule, parts, verdict, day, self.context))
            if then.passed:
                yield f"Doe je de rest op {dutch_date(day)}? {_then(then)}"
        if counting and counting[0].verdict.until:
            yield from self._first_to_stop(rule, counting[0], counting[0].verdict.until)

    def _first_to_stop(self, rule: Sliding, part: Part, last: date) -> Lines:
        yield f"Als eerste telt dit niet meer mee: {part.name}."
        yield f"Dat telt tot en met {dutch_date(last)}."
        after = self.verdict(rule, _after(last, ONE_DAY))
        yield f"Daarna telt nog mee: {_amount(rule, after)}."
        day = max(self.today, _before(last, _SOME_TIME))
        then = self.verdict(rule, day, again(rule, part, day, self.context))
        if then.passed:
            yield f"{_again(rule, day)} {_then(then)}"


def _held_up(verdict: Verdict) -> str:
    """What to say where an example would not be about the person: it does not apply, waits or is extended."""
    if verdict.code is Code.NOT_APPLICABLE:
        return "Dit is voor jou niet nodig."
    if verdict.code is Code.WAITING:
        return "Dit wacht op de coördinator. Daarna zie je hier tot wanneer het telt."
    if verdict.extended and verdict.until:
        return f"De coördinator heeft dit verlengd. Het telt tot en met {dutch_date(verdict.until)}."
    return ""


def _done(verdict: Verdict) -> str:
    day = f" op {dutch_date(verdict.latest_on)}" if verdict.latest_on else ""
    if verdict.until is None:
        return f"Je deed dit{day}. Dit blijft tellen."
    return f"Je deed dit{day}. Dit telt tot en met {dutch_date(verdict.until)}."


def _not_yet(verdict: Verdict) -> str:
    if verdict.code is Code.EXPIRED and verdict.until:
        return f"Dit telde tot en met {dutch_date(verdict.until)}."
    return "Je hebt dit nog niet gedaan."


def _then(verdict: Verdict) -> str:
    if verdict.until is None:
        return "Dan blijft het tellen."
    return f"Dan telt het tot en met {dutch_date(verdict.until)}."


def _amount(rule: Sliding, verdict: Verdict) -> str:
    return _words(rule, verdict.have, verdict.have_minutes)


def _asked_amount(rule: Sliding, verdict: Verdict) -> str:
    return _words(rule, verdict.need, verdict.need_minutes)


def _words(rule: Sliding, number: int, minutes: int) -> str:
    match rule:
        case CompletedItems():
            return counted(number, "les", "lessen")
        case ConversationHeld():
            return counted(number, "punt", "punten")
        case Attended():
            return counted(number, "keer", "keer")
        case IntervisionHeld():
            return f"{counted(number, 'keer', 'keer')}, samen {duration(minutes)}"


def _again(rule: Sliding, day: date) -> str:
    on = dutch_date(day)
    match rule:
        case CompletedItems():
            return f"Doe je deze les opnieuw op {on}?"
        case ConversationHeld():
            return f"Bespreek je dit punt opnieuw op {on}?"
        case Attended():
            return f"Kom je op {on} nog een keer?"
        case IntervisionHeld():
            return f"Doe je op {on} weer mee?"


def _before(day: date, time: timedelta) -> date:
    return day - min(time, day - date.min)


def _after(day: date, time: timedelta) -> date:
    return day + min(time, date.max - day)
