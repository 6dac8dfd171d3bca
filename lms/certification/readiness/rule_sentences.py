"""A rule of a scheme in plain Dutch, with every number in it: what is asked, how long it counts, its weight.

`sentences` says where a person stands; this module says what the rule asks of anybody. Content in Dutch,
level B1, not through gettext: the page, the comparison of two versions and the export say the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import singledispatch
from types import MappingProxyType

from lms.certification.readiness.dutch import counted, duration
from lms.certification.readiness.names import name_of
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    Effect,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import AllOf, AnyOf, FirstThen, Group, NOf
from lms.certification.readiness.validity_sentences import validity_sentence, warning_sentence

Names = Mapping[str, str]
NO_NAMES: Names = MappingProxyType({})
_EFFECTS = {
    Effect.BLOCK: "Dit is nodig voor je inzet.",
    Effect.WARN: "Dit hoort erbij. Je inzet stopt er niet door.",
    Effect.INFO: "Dit is goed om te weten.",
}


_PLAIN: dict[type[Rule], str] = {
    GuardianConsent: "Een ouder of verzorger geeft toestemming. Dat is nodig tot je 16 jaar bent.",
    ContactLinked: "Je hebt een contactpersoon.",
    LimitsCardMade: "Je hebt je grenzenkaart gemaakt. Wat erop staat, is van jou.",
    ContentRefreshed: "Is er iets veranderd in een les die klaar is? Dan las je het nieuwe stukje.",
}


@dataclass(frozen=True, slots=True)
class RuleInWords:
    """One rule in words.

    `asks` is what is asked, `listed` names the lessons or points that it is about, `counts` how long it
    counts (empty for a kind of rule that time does not end), `due` the deadline (or empty), `weight` what it
    means when it is open (empty for a part of a group: only the weight of the group counts), `parts` the
    rules of a group.
    """

    rule_id: str
    title: str
    asks: str
    listed: tuple[str, ...]
    counts: str
    due: str
    weight: str
    parts: tuple["RuleInWords", ...]

    def lines(self) -> Iterator[str]:
        """Everything that is said here, parts included."""
        yield from (each for each in (self.asks, *self.listed, self.counts, self.due, self.weight) if each)
        for part in self.parts:
            yield from part.lines()


def in_words(rule: Rule, names: Names = NO_NAMES, *, is_part: bool = False) -> RuleInWords:
    """Everything about `rule` in words; `names` says what lessons, series and talks are called, by code."""
    parts = rule.rules if isinstance(rule, Group) else ()
    return RuleInWords(
        rule_id=rule.id,
        title=rule.title,
        asks=_asks(rule, names),
        listed=tuple(name_of(code, names) for code in codes_of(rule)),
        counts=counts_sentence(rule),
        due=due_sentence(rule.due_days),
        weight="" if is_part else effect_label(rule.effect),
        parts=tuple(in_words(part, names, is_part=True) for part in parts),
    )


def rule_sentence(rule: Rule, names: Names = NO_NAMES) -> str:
    """What `rule` asks, in one to three sentences; the parts of a group follow with a number each."""
    return " ".join((_asks(rule, names), *_numbered_parts(rule, names, "")))


def lead_sentence(rule: Rule, names: Names = NO_NAMES) -> str:
    """As `rule_sentence`, without the parts of a group."""
    return _asks(rule, names)


def effect_label(effect: Effect) -> str:
    """What it means that a rule is not met."""
    return _EFFECTS[effect]


def due_sentence(due_days: int | None) -> str:
    """The deadline of a rule, or an empty text without one."""
    return (
        f"Doe dit binnen {counted(due_days, 'dag', 'dagen')} na je start. Later mag ook." if due_days else ""
    )


def counts_sentence(rule: Rule) -> str:
    """How long what was done for `rule` counts; empty for a kind of rule that time does not end."""
    if isinstance(rule, IntervisionHeld):
        return warning_sentence(rule.warn_days)
    if not rule.can_expire:
        return ""
    each = _each_apart(rule) if rule.validity else ""
    return " ".join(filter(None, (validity_sentence(rule.validity), each)))


def codes_of(rule: Rule) -> tuple[str, ...]:
    """The codes of the lessons or points that `rule` lists one by one."""
    if isinstance(rule, CompletedItems | ContentRefreshed):
        return rule.items
    return rule.points if isinstance(rule, ConversationHeld) else ()


def _each_apart(rule: Rule) -> str:
    if isinstance(rule, CompletedItems) and len(rule.items) > 1:
        return "Elke les telt apart."
    if isinstance(rule, Attended) and rule.of > 1:
        return "Elke bijeenkomst telt apart."
    return "Elk punt telt apart." if isinstance(rule, ConversationHeld) and len(rule.points) > 1 else ""


def _numbered_parts(rule: Rule, names: Names, number: str) -> Iterator[str]:
    if isinstance(rule, Group):
        for position, part in enumerate(rule.rules, start=1):
            own = f"{number}{position}"
            yield f"({own}) {_asks(part, names)}"
            yield from _numbered_parts(part, names, f"{own}.")


@singledispatch
def _asks(rule: Rule, names: Names) -> str:
    raise TypeError(type(rule).__name__)


@_asks.register
def _items(rule: CompletedItems, names: Names) -> str:
    total = len(rule.items)
    if total == 1:
        return "Je hebt 1 les gedaan."
    if rule.needed == total:
        return f"Je hebt alle {total} lessen gedaan."
    return f"Je hebt ten minste {rule.needed} van de {total} lessen gedaan."


@_asks.register
def _attended(rule: Attended, names: Names) -> str:
    return f"{_came(rule)} De reeks heet {name_of(rule.series, names)}."


def _came(rule: Attended) -> str:
    if rule.of == 1:
        return "Je bent bij de bijeenkomst geweest."
    if rule.minimum == rule.of:
        return f"Je bent bij alle {rule.of} bijeenkomsten geweest."
    return f"Je bent bij ten minste {rule.minimum} van de {rule.of} bijeenkomsten geweest."


@_asks.register
def _signed(rule: SignedStatement, names: Names) -> str:
    return f"Je hebt deze verklaring getekend: {name_of(rule.code, names)}. De nieuwste versie telt."


@_asks.register
def _seen(rule: SeenAndValid, names: Names) -> str:
    return f"De coördinator heeft je {name_of(rule.what, names)} gezien."


@_asks.register
def _conversation(rule: ConversationHeld, names: Names) -> str:
    held = f"Dit gesprek is gevoerd: {name_of(rule.what, names)}."
    if not rule.points:
        return held
    if len(rule.points) == 1:
        return f"{held} Daarin is 1 punt besproken."
    return f"{held} Daarin zijn alle {len(rule.points)} punten besproken."


@_asks.register
def _roles(rule: RolesDeclared, names: Names) -> str:
    seen = (
        "De coördinator heeft het gezien." if rule.must_be_seen else "De coördinator hoeft het niet te zien."
    )
    return f"Je hebt ingevuld welke andere rollen je hebt. {seen}"


@_asks.register
def _intervision(rule: IntervisionHeld, names: Names) -> str:
    months = counted(rule.window_months, "maand", "maanden")
    times = f"Je deed ten minste {rule.minimum_sessions} keer mee in de laatste {months}."
    spent = (
        f" Samen was dat ten minste {duration(rule.minimum_net_minutes)}." if rule.minimum_net_minutes else ""
    )
    return f"{times}{spent} {_group_size(rule.group_min, rule.group_max)}"


def _group_size(least: int, most: int) -> str:
    if least == most:
        return f"Er waren steeds {counted(most, 'mens', 'mensen')}."
    return f"Er waren steeds {least} tot en met {most} mensen."


@_asks.register(GuardianConsent)
@_asks.register(ContactLinked)
@_asks.register(LimitsCardMade)
@_asks.register(ContentRefreshed)
def _plain(rule: Rule, names: Names) -> str:
    return _PLAIN[type(rule)]


@_asks.register
def _all(rule: AllOf, names: Names) -> str:
    return _at_least(len(rule.rules), len(rule.rules))


@_asks.register
def _any(rule: AnyOf, names: Names) -> str:
    return _at_least(1, len(rule.rules))


@_asks.register
def _some(rule: NOf, names: Names) -> str:
    return _at_least(rule.n, len(rule.rules))


@_asks.register
def _first_then(rule: FirstThen, names: Names) -> str:
    return "De eerste keer doe je deel 1. Daarna is deel 2 genoeg."


def _at_least(need: int, total: int) -> str:
    if total == 1:
        return "Dit ene deel is nodig."
    if need == total:
        return f"Al deze {total} delen zijn nodig."
    return f"Ten minste {need} van deze {total} delen {'is' if need == 1 else 'zijn'} nodig."
