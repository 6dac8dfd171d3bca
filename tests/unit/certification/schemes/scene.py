"""Small schemes to cut up."""

from typing import Any

from lms.certification.readiness import ContactLinked, Effect, Rule, Scheme, SeenAndValid
from lms.certification.readiness.scheme import AllOf, Domain, Group

TEXTS: dict[str, Any] = {"effect": Effect.BLOCK, "why": "Daarom.", "how": "Zo.", "alternative": "Of anders."}


def leaf(name: str) -> Rule:
    return ContactLinked(id=name, title=name.upper(), **TEXTS)


def seen(name: str) -> Rule:
    return SeenAndValid(id=name, title=name.upper(), what=name, **TEXTS)


def group(name: str, *inside: Rule, kind: Any = AllOf, **more: Any) -> Group:
    return kind(id=name, title=name.upper(), rules=inside, **more, **TEXTS)


def scheme(*found: Rule, domains: tuple[Domain, ...] = ()) -> Scheme:
    return Scheme(
        slug="proef", title="Proef", rules=found or (leaf("a"), leaf("b"), leaf("c")), domains=domains
    )


def shape(rules: Any) -> list[Any]:
    """The ids of a scheme as nested lists: a group is its id with what is in it."""
    return [(each.id, shape(each.rules)) if isinstance(each, Group) else each.id for each in rules]
