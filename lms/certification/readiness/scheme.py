"""Rules about rules, and the scheme that holds them all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lms.certification.readiness.facts import Source
from lms.certification.readiness.rules import Rule, require

DEEPEST = 5
TOO_DEEP = f"Eisen staan ten hoogste {DEEPEST} lagen diep."


@dataclass(frozen=True, kw_only=True)
class Group(Rule):
    """A rule about other rules; the effect of the children does not count, only that of the group."""

    rules: tuple[Rule, ...]

    can_expire = False

    @cached_property
    def evidence(self) -> tuple[Source, ...]:
        """Nothing: evidence meets the children."""
        return ()

    def check(self) -> None:
        require(bool(self.rules), "Een groep heeft ten minste 1 eis.")

    def needed(self, applicable: int) -> int:
        """How many of the `applicable` children must pass; never more than there are."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class AllOf(Group):
    """Every applicable child passes."""

    def needed(self, applicable: int) -> int:
        return applicable


@dataclass(frozen=True, kw_only=True)
class AnyOf(Group):
    """At least one applicable child passes."""

    def needed(self, applicable: int) -> int:
        return min(1, applicable)


@dataclass(frozen=True, kw_only=True)
class NOf(Group):
    """At least `n` applicable children pass, or all of them when fewer apply."""

    n: int

    def check(self) -> None:
        super().check()
        require(1 <= self.n <= len(self.rules), "Het aantal past niet bij de eisen.")

    def needed(self, applicable: int) -> int:
        return min(self.n, applicable)


@dataclass(frozen=True, kw_only=True)
class FirstThen(Group):
    """The first time `rules[0]`, after that the shorter `rules[1]` is enough (renewal content may differ)."""

    def check(self) -> None:
        require(len(self.rules) == 2, "Kies 1 eis voor de eerste keer en 1 eis voor daarna.")

    def needed(self, applicable: int) -> int:
        return min(1, applicable)


@dataclass(frozen=True, kw_only=True)
class Domain:
    """A life domain (Wmo, jeugd …) with the criteria that it asks on top of the shared ones; may be none."""

    id: str
    title: str
    rules: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        require(
            re.fullmatch(r"[a-z][a-z0-9_]*", self.id) is not None, "De code is kleine letters en cijfers."
        )
        require(bool(self.title.strip()), "Geef het leefgebied een naam.")


@dataclass(frozen=True)
class Scheme:
    """A named set of rules; each top-level rule is shown to people as one criterion.

    `rules` are shared; `domains` add their own. A scheme without domains is about all life domains.
    """

    slug: str
    title: str
    rules: tuple[Rule, ...]
    domains: tuple[Domain, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.slug.strip()) and bool(self.title.strip()), "Vul de naam van de regeling in.")
        require(bool(self.rules), "Een regeling heeft ten minste 1 eis.")
        require(max(_depth(rule) for rule in self.criteria) <= DEEPEST, TOO_DEEP)
        ids = [rule.id for rule in walk(self.criteria)]
        require(len(set(ids)) == len(ids), "Elke eis heeft een eigen code.")
        names = [domain.id for domain in self.domains]
        require(len(set(names)) == len(names), "Elk leefgebied heeft een eigen code.")

    @property
    def criteria(self) -> tuple[Rule, ...]:
        """Every top-level rule: the shared ones, then those of the domains."""
        return (*self.rules, *(rule for domain in self.domains for rule in domain.rules))


def walk(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Every rule of a tree, parents before children."""
    for rule in rules:
        yield rule
        if isinstance(rule, Group):
            yield from walk(rule.rules)


def _depth(rule: Rule) -> int:
    return 1 + max(_depth(child) for child in rule.rules) if isinstance(rule, Group) else 1
