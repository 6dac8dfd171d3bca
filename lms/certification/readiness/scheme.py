"""Rules about rules, and the scheme that holds them all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lms.certification.readiness.rules import Rule, require

DEEPEST = 5
TOO_DEEP = f"Eisen staan ten hoogste {DEEPEST} lagen diep."


@dataclass(frozen=True, kw_only=True)
class Group(Rule):
    """A rule about other rules; the effect of the children does not count, only that of the group."""

    rules: tuple[Rule, ...]

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


@dataclass(frozen=True)
class Scheme:
    """A named set of rules; each top-level rule is shown to people as one criterion."""

    slug: str
    title: str
    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        require(bool(self.slug.strip()) and bool(self.title.strip()), "Vul de naam van de regeling in.")
        require(bool(self.rules), "Een regeling heeft ten minste 1 eis.")
        require(max(_depth(rule) for rule in self.rules) <= DEEPEST, TOO_DEEP)
        ids = [rule.id for rule in walk(self.rules)]
        require(len(set(ids)) == len(ids), "Elke eis heeft een eigen code.")


def walk(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Every rule of a tree, parents before children."""
    for rule in rules:
        yield rule
        if isinstance(rule, Group):
            yield from walk(rule.rules)


def _depth(rule: Rule) -> int:
    return 1 + max(_depth(child) for child in rule.rules) if isinstance(rule, Group) else 1
