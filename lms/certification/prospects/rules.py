"""Pure: what may still happen for a person, what that would mean, and what ends first.

The texts are content in Dutch. The answer itself is computed by the one engine (readiness.what_if).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lms.certification.person.criteria import kind_of
from lms.certification.readiness import (
    Attended,
    Code,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    Context,
    ConversationHeld,
    Effect,
    Fact,
    FactKind,
    Group,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Standing,
    State,
    Verdict,
    code_label,
    dutch_date,
    imagined,
    judged,
)
from lms.certification.readiness.time_sentences import renewal_sentence

LAST = 2**53
"""What happens in a question comes after everything that was written down on the same day."""
_WORDS: dict[type[Rule], str] = {
    SeenAndValid: "gezien door de coördinator",
    ConversationHeld: "het gesprek is geweest",
    SignedStatement: "getekend",
    CompletedItems: "alle lessen gedaan",
    RolesDeclared: "ingevuld en gezien",
    LimitsCardMade: "de kaart is gemaakt",
    GuardianConsent: "toestemming gegeven",
    ContactLinked: "er is een contactpersoon",
    ContentRefreshed: "gelezen wat nieuw is",
}
OTHER_WAY = "op een andere manier gedaan"


@dataclass(frozen=True, slots=True)
class Chance:
    """Something that may happen on a day to choose: the rule it is about, and what it is called.

    `is_needed` says that it is part of something that stands in the way of being matchable.
    """

    rule: Rule
    words: str
    is_needed: bool

    @property
    def name(self) -> str:
        """The name of its field on the form."""
        return f"dag_{self.rule.id}"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens in the question, and the facts that it would make."""

    day: date
    words: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A criterion that would stand otherwise: the words before, and the tag after."""

    title: str
    before: str
    after: str
    after_kind: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What would be so: one or two sentences, every criterion that changes, and what would still be open."""

    on: date
    sentence: str
    changes: tuple[Change, ...]
    still_open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A criterion that is met now and ends by itself; `renewal` says from when renewing loses nothing."""

    title: str
    ends_on: date
    renewal: str
    is_needed: bool


def chances(scheme: Scheme, standing: Standing) -> tuple[Chance, ...]:
    """Everything that is still open or about to end, part by part."""
    return tuple(
        Chance(leaf, f"{leaf.title}: {_WORDS.get(type(leaf), OTHER_WAY)}", rule.effect is Effect.BLOCK)
        for rule, verdict in judged(scheme, standing)
        for leaf in _asking(rule, verdict)
    )


def _asking(rule: Rule, verdict: Verdict) -> Iterator[Rule]:
    asks = not verdict.passed or verdict.code in (Code.EXPIRING, Code.WAITING)
    if not asks:
        return
    if isinstance(rule, Group):
        for part, child in zip(rule.rules, verdict.children, strict=True):
            yield from _asking(part, child)
    else:
        yield rule


def happening(chance: Chance, day: date, context: Context) -> Happening:
    """What a chance makes when it comes true on a day."""
    return Happening(day, chance.words, tuple(_facts(chance.rule, day, context)))


def _facts(rule: Rule, day: date, context: Context) -> Iterator[Fact]:
    if isinstance(rule, Attended | IntervisionHeld):  # planned meetings have their own question
        yield Fact(FactKind.ALTERNATIVE_ROUTE, rule.id, day, order=LAST)
        return
    for fact in imagined(rule, day, context):
        yield fact._replace(order=LAST + fact.order)


def sentence(before: Standing, after: Standing, ready_on: date | None, on: date) -> str:
    """What would be so, in one or two sentences. `ready_on` is the first day on which nothing is open."""
    if after.state is State.PAUSED:
        return "Je hebt dan nog pauze. Wat je doet, telt wel mee."
    if after.state is State.STOPPED:
        return "Je bent gestopt. Wil je weer beginnen? Bel je coördinator."
    if after.state is State.MATCHABLE:
        return f"{_matchable(before, ready_on)}{_until(after)}"
    if ready_on is None:
        return "Dan staat er nog iets open."
    ready = f"Dan heb je vanaf {dutch_date(ready_on)} alles wat nodig is."
    if after.state is State.READY:
        return f"{ready} De coördinator beslist daarna."
    return f"{ready} Op {dutch_date(on)} staat er weer iets open."


def _matchable(before: Standing, ready_on: date | None) -> str:
    if before.state is State.MATCHABLE or ready_on is None:
        return "Dan ben je inzetbaar."
    return f"Dan ben je vanaf {dutch_date(ready_on)} inzetbaar."


def _until(after: Standing) -> str:
    return f" Dat geldt tot en met {dutch_date(after.until)}." if after.until else ""


def changes(scheme: Scheme, before: Standing, after: Standing, changed: Iterable[str]) -> tuple[Change, ...]:
    """The criteria that would stand otherwise, in the order of the scheme."""
    wanted = set(changed)
    both = zip(judged(scheme, before), judged(scheme, after), strict=True)
    return tuple(
        Change(rule.title, code_label(was), code_label(then), kind_of(then))
        for (rule, was), (_, then) in both
        if rule.id in wanted
    )


def still_open(scheme: Scheme, after: Standing) -> tuple[str, ...]:
    """The titles of what would still stand in the way; of life domains only when none of them holds."""
    known = list(judged(scheme, after))
    if any(each.holds for each in after.domains):
        known = known[: len(scheme.rules)]
    return tuple(rule.title for rule, verdict in known if rule.effect is Effect.BLOCK and not verdict.passed)


def endings(scheme: Scheme, standing: Standing) -> tuple[Ending, ...]:
    """What ends by itself, the first one first."""
    found = [
        Ending(rule.title, verdict.until, renewal_sentence(rule, verdict), rule.effect is Effect.BLOCK)
        for rule, verdict in judged(scheme, standing)
        if verdict.passed and verdict.until is not None
    ]
    return tuple(sorted(found, key=lambda each: each.ends_on))
