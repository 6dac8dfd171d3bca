"""Two versions of a scheme as differences in sentences: what came, what went, what changed, what moved.

Rules are recognized by their id. What nobody can feel (all of 4 lessons, or 4 of 4) is no difference.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from lms.certification.readiness.names import name_of
from lms.certification.readiness.rule_sentences import (
    NO_NAMES,
    Names,
    codes_of,
    counts_sentence,
    due_sentence,
    effect_label,
    in_words,
    lead_sentence,
)
from lms.certification.readiness.rules import Rule
from lms.certification.readiness.scheme import Domain, Group, Scheme

Sentences = tuple[str, ...]
_TEXTS = {"title": "Titel", "why": "Waarom", "how": "Hoe", "alternative": "Andere manier"}
_SHARED = "Dit hoort bij iedereen."


class DifferenceKind(StrEnum):
    """What happened to a rule or a life domain."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; `before` and `after` hold only the sentences that differ.

    `rule_id` is empty when it is about the scheme itself or about a life domain. `domain` is the id of the
    life domain that it is about or that the rule belongs to, or empty.
    """

    kind: DifferenceKind
    rule_id: str
    title: str
    before: Sentences
    after: Sentences
    domain: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rule stands: in a group (`parent`), in a life domain, or shared by everybody."""

    rule: Rule
    number: int
    parent: Rule | None
    domain: Domain | None

    @property
    def home(self) -> tuple[str, str]:
        return (self.domain.id if self.domain else "", self.parent.id if self.parent else "")

    def sentence(self) -> str:
        if self.parent:
            return f"Dit is een deel van “{self.parent.title}”."
        return f"Dit hoort bij het leefgebied {self.domain.title}." if self.domain else _SHARED

    def moved_sentence(self, other: "_Place") -> str:
        """What tells this place from the `other` one of the same rule."""
        return self.sentence() if self.home != other.home else f"Dit staat op plaats {self.number}."


def compare(old: Scheme | None, new: Scheme, names: Names = NO_NAMES) -> tuple[Difference, ...]:
    """What changed from `old` to `new`, in the order of `new`; what went comes last.

    With `old` None everything is new. `names` says what lessons, series and talks are called, by code.
    """
    if old is None:
        rules = (_added(place, names) for place in _places(new) if not place.parent)
        return (*(_added_domain(domain) for domain in new.domains), *rules)
    before = {place.rule.id: place for place in _places(old)}
    after = {place.rule.id: place for place in _places(new)}
    moved = _moved(before, after)
    return tuple(
        chain(
            _scheme_differences(old, new),
            _domain_differences(old, new),
            chain.from_iterable(
                _differences(before.get(rule_id), place, rule_id in moved, names)
                for rule_id, place in after.items()
                if rule_id in before or not _is_new_part(place, before)
            ),
            (
                _removed(place, names)
                for rule_id, place in before.items()
                if rule_id not in after and not _is_new_part(place, after)
            ),
        )
    )


def _places(scheme: Scheme) -> Iterator[_Place]:
    yield from _within(scheme.rules, None, None)
    for domain in scheme.domains:
        yield from _within(domain.rules, None, domain)


def _within(rules: Sequence[Rule], parent: Rule | None, domain: Domain | None) -> Iterator[_Place]:
    for number, rule in enumerate(rules, start=1):
        yield _Place(rule, number, parent, domain)
        if isinstance(rule, Group):
            yield from _within(rule.rules, rule, domain)


def _is_new_part(place: _Place, others: dict[str, _Place]) -> bool:
    """A part of a group that is not in the other scheme either: the words of the group tell of it."""
    return place.parent is not None and place.parent.id not in others


def _differences(before: _Place | None, after: _Place, is_moved: bool, names: Names) -> Iterator[Difference]:
    if before is None:
        yield _added(after, names)
        return
    rule = after.rule
    if is_moved:
        places = (before.moved_sentence(after),), (after.moved_sentence(before),)
        yield Difference(DifferenceKind.MOVED, rule.id, rule.title, *places, domain=after.home[0])
    was, now = _only_what_differs(_said(before, names), _said(after, names))
    lost, gained = _codes(before.rule, rule, names)
    if was or now or lost or gained:
        yield Difference(
            DifferenceKind.CHANGED, rule.id, rule.title, was + lost, now + gained, domain=after.home[0]
        )


def _said(place: _Place, names: Names) -> Sentences:
    """The sentences about a rule itself, aspect by aspect, in a fixed order."""
    rule = place.rule
    return (
        lead_sentence(rule, names),
        counts_sentence(rule),
        "" if place.parent else effect_label(rule.effect),
        due_sentence(rule.due_days),
        *(f"{label}: {getattr(rule, name)}" for name, label in _TEXTS.items()),
    )


def _only_what_differs(before: Sentences, after: Sentences) -> tuple[Sentences, Sentences]:
    differing = [(was, now) for was, now in zip(before, after, strict=True) if was != now]
    return tuple(was for was, _ in differing if was), tuple(now for _, now in differing if now)


def _codes(before: Rule, after: Rule, names: Names) -> tuple[Sentences, Sentences]:
    """The lessons or points that went, and those that came."""
    was, now = codes_of(before), codes_of(after)
    lost = tuple(f"Niet meer: {name_of(code, names)}." for code in was if code not in now)
    gained = tuple(f"Erbij: {name_of(code, names)}." for code in now if code not in was)
    return lost, gained


def _added(place: _Place, names: Names) -> Difference:
    rule = place.rule
    after = (*in_words(rule, names, is_part=place.parent is not None).lines(), place.sentence())
    return Difference(DifferenceKind.ADDED, rule.id, rule.title, (), after, domain=place.home[0])


def _removed(place: _Place, names: Names) -> Difference:
    rule = place.rule
    before = (*in_words(rule, names, is_part=place.parent is not None).lines(), place.sentence())
    return Difference(DifferenceKind.REMOVED, rule.id, rule.title, before, (), domain=place.home[0])


def _moved(before: dict[str, _Place], after: dict[str, _Place]) -> set[str]:
    """The rules that stand in another group or domain, or in another order among those that stayed."""
    kept = [rule_id for rule_id in after if rule_id in before]
    moved = {rule_id for rule_id in kept if before[rule_id].home != after[rule_id].home}
    for home in {place.home for place in after.values()}:
        now = [each for each in kept if each not in moved and after[each].home == home]
        was = [each for each in before if each in set(now)]
        moved |= set(now) - set(_longest_common(was, now))
    return moved


def _longest_common(was: Sequence[str], now: Sequence[str]) -> Sequence[str]:
    """The most ids that kept their order: the fewest then have moved."""
    places = {each: number for number, each in enumerate(was)}
    best: dict[str, list[str]] = {}
    for each in now:
        earlier = (found for other, found in best.items() if places[other] < places[each])
        best[each] = [*max(earlier, key=len, default=[]), each]
    return max(best.values(), key=len, default=[])


def _scheme_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    before, after = _only_what_differs(_about(old), _about(new))
    if before or after:
        yield Difference(DifferenceKind.CHANGED, "", new.title, before, after)


def _about(scheme: Scheme) -> Sentences:
    scope = "per leefgebied" if scheme.domains else "voor alles"
    return (
        f"De regeling heet “{scheme.title}”.",
        f"De code van de regeling is “{scheme.slug}”.",
        f"Iemand is inzetbaar {scope}.",
    )


def _domain_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    before = {domain.id: domain for domain in old.domains}
    after = {domain.id: domain for domain in new.domains}
    for code, domain in after.items():
        was = before.get(code)
        if was is None:
            yield _added_domain(domain)
        elif was.title != domain.title:
            said = (f"Dit leefgebied heet {was.title}.",), (f"Dit leefgebied heet {domain.title}.",)
            yield Difference(DifferenceKind.CHANGED, "", domain.title, *said, domain=code)
    for code, domain in before.items():
        if code not in after:
            gone = (f"Dit leefgebied was er: {domain.title}.",)
            yield Difference(DifferenceKind.REMOVED, "", domain.title, gone, (), domain=code)


def _added_domain(domain: Domain) -> Difference:
    said = (f"Dit leefgebied is er nu: {domain.title}.",)
    return Difference(DifferenceKind.ADDED, "", domain.title, (), said, domain=domain.id)
