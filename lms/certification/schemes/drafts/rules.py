"""Pure: change a scheme in small steps. Every step gives a whole scheme again, or says why not.

A *list* is where criteria stand in order: the shared ones, those of a life domain, those inside a group. It
is named by a code: "shared", "domain:<id>" or "group:<id>". Every function raises RuleError, with a sentence
for people, when the result cannot be meant.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lms.certification.readiness.rules import Rule, RuleError
from lms.certification.readiness.scheme import Domain, Group, Scheme, walk

SHARED = "shared"
DOMAIN = "domain:"
GROUP = "group:"
LONGEST_ID = 40
GONE = "Deze eis is er niet meer. Kijk nog een keer naar het concept."
LAST = "Dit is de laatste eis. Een regeling heeft ten minste 1 eis."

Rules = tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A rule with the list it stands in, how deep, and whether it is the first or the last there."""

    rule: Rule
    where: str
    depth: int
    is_first: bool
    is_last: bool


def placed(scheme: Scheme) -> Iterator[Placed]:
    """Every rule in reading order: the shared ones, then domain after domain; parents before children."""
    yield from _placed(scheme.rules, SHARED, 0)
    for domain in scheme.domains:
        yield from _placed(domain.rules, f"{DOMAIN}{domain.id}", 0)


def find(scheme: Scheme, rule_id: str) -> Placed:
    """The rule with this id and its place."""
    for each in placed(scheme):
        if each.rule.id == rule_id:
            return each
    raise RuleError(GONE)


def family(rule: Rule) -> Iterator[Rule]:
    """A rule and everything in it."""
    yield from walk([rule])


def new_id(scheme: Scheme, title: str) -> str:
    """An id for a new rule, made from its title, that no rule has yet."""
    return _free(title, {rule.id for rule in walk(scheme.criteria)}, "eis")


def put(scheme: Scheme, rule: Rule) -> Scheme:
    """Put a rule in place of the one with the same id."""
    find(scheme, rule.id)
    return _each_list(
        scheme, lambda rules, _where: tuple(rule if each.id == rule.id else each for each in rules)
    )


def with_inside(scheme: Scheme, rule: Rule) -> Rule:
    """A group with what is in it now; any other rule as it is."""
    there = find(scheme, rule.id).rule
    both = isinstance(rule, Group) and isinstance(there, Group)
    return replace(rule, rules=there.rules) if both else rule  # type: ignore[call-arg, attr-defined]  # groups


def renamed(title: str) -> Callable[[Scheme], Scheme]:
    """The change that gives a scheme another name."""
    return lambda scheme: replace(scheme, title=title)


def add(scheme: Scheme, rule: Rule, where: str) -> Scheme:
    """Add a rule at the end of a list."""
    _require_list(scheme, where)
    return _each_list(scheme, lambda rules, name: (*rules, rule) if name == where else rules)


def remove(scheme: Scheme, rule_id: str) -> Scheme:
    """Take a rule away, with everything in it. Evidence stays: nothing of anybody is lost."""
    at = find(scheme, rule_id)
    if at.where == SHARED and len(scheme.rules) == 1:
        raise RuleError(LAST)
    if at.where.startswith(GROUP) and len(_group(scheme, at.where).rules) == 1:
        return remove(scheme, at.where.removeprefix(GROUP))
    return _each_list(scheme, lambda rules, _where: tuple(each for each in rules if each.id != rule_id))


def move(scheme: Scheme, rule_id: str, steps: int) -> Scheme:
    """Move a rule up (-1) or down (1) in its own list; beyond the end it stays where it is."""
    where = find(scheme, rule_id).where

    def moved(rules: Rules, name: str) -> Rules:
        if name != where:
            return rules
        ids = [each.id for each in rules]
        old = ids.index(rule_id)
        new = min(max(old + steps, 0), len(rules) - 1)
        rest = [each for each in rules if each.id != rule_id]
        return (*rest[:new], rules[old], *rest[new:])

    return _each_list(scheme, moved)


def place(scheme: Scheme, rule_id: str, where: str) -> Scheme:
    """Move a rule to the end of another list; a rule that stands there already stays."""
    at = find(scheme, rule_id)
    if at.where == where:
        return scheme
    if where in {f"{GROUP}{each.id}" for each in family(at.rule)}:
        raise RuleError("Een groep kan niet in zichzelf staan.")
    _require_list(scheme, where)
    return add(remove(scheme, rule_id), at.rule, where)


def bundle(scheme: Scheme, rule_ids: Iterable[str], make: Callable[[Rules], Group]) -> Scheme:
    """Make a group of rules that stand in one list; the group comes where the first of them stood."""
    wanted = set(rule_ids)
    lists = {find(scheme, each).where for each in wanted}
    if len(lists) != 1:
        raise RuleError("Kies eisen die bij elkaar staan.")
    where = lists.pop()

    def bundled(rules: Rules, name: str) -> Rules:
        if name != where:
            return rules
        chosen = tuple(each for each in rules if each.id in wanted)
        found: list[Rule] = []
        for each in rules:
            if each is chosen[0]:
                found.append(make(chosen))
            elif each.id not in wanted:
                found.append(each)
        return tuple(found)

    return _each_list(scheme, bundled)


def unbundle(scheme: Scheme, group_id: str) -> Scheme:
    """Take a group apart: its rules come to stand where it stood."""
    group = find(scheme, group_id).rule
    if not isinstance(group, Group):
        raise RuleError("Dit is geen groep.")
    inside = group.rules

    def opened(rules: Rules, _where: str) -> Rules:
        return tuple(one for each in rules for one in (inside if each.id == group_id else (each,)))

    return _each_list(scheme, opened)


def add_domain(scheme: Scheme, title: str) -> Scheme:
    """Add a life domain without own criteria."""
    domain = Domain(id=_free(title, {each.id for each in scheme.domains}, "gebied"), title=title)
    return replace(scheme, domains=(*scheme.domains, domain))


def rename_domain(scheme: Scheme, domain_id: str, title: str) -> Scheme:
    """Give a life domain another name; its id stays."""
    return _each_domain(scheme, domain_id, lambda domain: replace(domain, title=title))


def remove_domain(scheme: Scheme, domain_id: str) -> Scheme:
    """Take a life domain away; one that has criteria of its own must be empty first."""
    for domain in scheme.domains:
        if domain.id == domain_id and domain.rules:
            raise RuleError("Dit leefgebied heeft nog eisen. Zet die eerst ergens anders of haal ze weg.")
    return replace(scheme, domains=tuple(each for each in scheme.domains if each.id != domain_id))


def lists_of(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Every list of a scheme: its code and the title of its domain or group (empty for the shared one)."""
    yield SHARED, ""
    for domain in scheme.domains:
        yield f"{DOMAIN}{domain.id}", domain.title
    for rule in walk(scheme.criteria):
        if isinstance(rule, Group):
            yield f"{GROUP}{rule.id}", rule.title


def _placed(rules: Sequence[Rule], where: str, depth: int) -> Iterator[Placed]:
    for number, rule in enumerate(rules):
        yield Placed(rule, where, depth, number == 0, number == len(rules) - 1)
        if isinstance(rule, Group):
            yield from _placed(rule.rules, f"{GROUP}{rule.id}", depth + 1)


def _each_list(scheme: Scheme, change: Callable[[Rules, str], Rules]) -> Scheme:
    def deep(rules: Rules, where: str) -> Rules:
        return change(tuple(_inside(each, deep) for each in rules), where)

    domains = tuple(replace(each, rules=deep(each.rules, f"{DOMAIN}{each.id}")) for each in scheme.domains)
    return replace(scheme, rules=deep(scheme.rules, SHARED), domains=domains)


def _inside(rule: Rule, deep: Callable[[Rules, str], Rules]) -> Rule:
    return replace(rule, rules=deep(rule.rules, f"{GROUP}{rule.id}")) if isinstance(rule, Group) else rule


def _each_domain(scheme: Scheme, domain_id: str, change: Callable[[Domain], Domain]) -> Scheme:
    domains = tuple(change(each) if each.id == domain_id else each for each in scheme.domains)
    return replace(scheme, domains=domains)


def _group(scheme: Scheme, where: str) -> Group:
    group = find(scheme, where.removeprefix(GROUP)).rule
    if not isinstance(group, Group):
        raise RuleError(GONE)
    return group


def _require_list(scheme: Scheme, where: str) -> None:
    if where not in dict(lists_of(scheme)):
        raise RuleError("Deze plek is er niet meer. Kijk nog een keer naar het concept.")


def _free(title: str, taken: set[str], fallback: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_ID].strip("_")
    stem = stem if re.match(r"[a-z]", stem) else f"{fallback}_{stem}".strip("_")
    numbers = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(each for each in numbers if each not in taken)
