"""Schemes as JSON-able data and back; one canonical form per scheme.

Every field is written, in a fixed order. Reading refuses what it does not know: another format, an unknown
kind of rule, an unknown or missing field, a value of the wrong kind. Errors name the place in Dutch.
"""

import json
from collections.abc import Callable, Mapping, Set
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any

from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ConversationHeld,
    Effect,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    RuleError,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import (
    DEEPEST,
    TOO_DEEP,
    AllOf,
    AnyOf,
    Domain,
    FirstThen,
    NOf,
    Scheme,
)
from lms.certification.readiness.validity import RenewFrom, Unit, Validity, ValidityError

FORMAT = 2
READABLE = (1, 2)
_TYPES: dict[str, type[Rule]] = {
    "completed_items": CompletedItems,
    "attended": Attended,
    "signed_statement": SignedStatement,
    "seen_and_valid": SeenAndValid,
    "conversation_held": ConversationHeld,
    "roles_declared": RolesDeclared,
    "intervision_held": IntervisionHeld,
    "guardian_consent": GuardianConsent,
    "contact_linked": ContactLinked,
    "limits_card_made": LimitsCardMade,
    "all_of": AllOf,
    "any_of": AnyOf,
    "n_of": NOf,
    "first_then": FirstThen,
}
_NAMES = {cls: name for name, cls in _TYPES.items()}


class SchemeFormatError(ValueError):
    """Data that is not a scheme; `place` says where, the message is a plain Dutch sentence."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


def scheme_to_data(scheme: Scheme) -> dict[str, Any]:
    """The scheme as dicts, lists, strings, numbers and booleans."""
    return {
        "format": FORMAT,
        "slug": scheme.slug,
        "title": scheme.title,
        "rules": [_rule_to_data(rule) for rule in scheme.rules],
        "domains": [
            {"id": each.id, "title": each.title, "rules": [_rule_to_data(rule) for rule in each.rules]}
            for each in scheme.domains
        ],
    }


def scheme_to_json(scheme: Scheme) -> str:
    """The canonical text of a scheme: equal schemes give equal text."""
    return json.dumps(scheme_to_data(scheme), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def scheme_from_data(data: object) -> Scheme:
    """The scheme in `data`; raises SchemeFormatError at the first place that is not understood."""
    found = _mapping(data, "regeling")
    if type(found.get("format")) is not int or found["format"] not in READABLE:
        raise SchemeFormatError("regeling.format", f"Alleen formaat {FORMAT} is bekend.")
    _exact_fields(found, {"format", "slug", "title", "rules"}, "regeling", optional={"domains"})
    slug = _text(found["slug"], "regeling.slug", 0)
    title = _text(found["title"], "regeling.title", 0)
    rules = _rules(found["rules"], "regeling.rules", 0)
    domains = _domains(found.get("domains", []), "regeling.domains")
    try:
        return Scheme(slug=slug, title=title, rules=rules, domains=domains)
    except RuleError as error:
        raise SchemeFormatError("regeling", str(error)) from error


def scheme_from_json(text: str) -> Scheme:
    """As `scheme_from_data`, from text."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SchemeFormatError("regeling", "Dit is geen leesbare JSON.") from error
    return scheme_from_data(data)


def _rule_to_data(rule: Rule) -> dict[str, Any]:
    values = {each.name: getattr(rule, each.name) for each in fields(rule)}
    return {"type": _NAMES[type(rule)]} | {name: _value_to_data(value) for name, value in values.items()}


def _value_to_data(value: object) -> object:
    if isinstance(value, tuple):
        return [_value_to_data(each) for each in value]
    if isinstance(value, Rule):
        return _rule_to_data(value)
    if isinstance(value, Validity):
        return {each.name: _value_to_data(getattr(value, each.name)) for each in fields(value)}
    return value.value if isinstance(value, StrEnum) else value


def _rule(data: object, place: str, depth: int) -> Rule:
    if depth > DEEPEST:
        raise SchemeFormatError(place, TOO_DEEP)
    found = _mapping(data, place)
    kind = found.get("type")
    cls = _TYPES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise SchemeFormatError(f"{place}.type", "Deze soort eis is niet bekend.")
    wanted = {each.name: each.type for each in fields(cls)}
    _exact_fields(found, {"type", *wanted}, place, optional=_optional(cls))
    values = {
        name: _READERS[type_](found[name], f"{place}.{name}", depth)
        for name, type_ in wanted.items()
        if name in found
    }
    try:
        return cls(**values)
    except RuleError as error:
        raise SchemeFormatError(place, str(error)) from error


def _optional(cls: type[Any]) -> set[str]:
    """Fields that came later have a default: a scheme that was written before them reads as it was meant."""
    return {each.name for each in fields(cls) if each.default is not MISSING}


def _domains(value: object, place: str) -> tuple[Domain, ...]:
    found = []
    for number, each in _numbered(value, place):
        here = f"{place}[{number}]"
        data = _mapping(each, here)
        _exact_fields(data, {"id", "title", "rules"}, here)
        texts = {name: _text(data[name], f"{here}.{name}", 0) for name in ("id", "title")}
        try:
            found.append(Domain(**texts, rules=_rules(data["rules"], f"{here}.rules", 0)))
        except RuleError as error:
            raise SchemeFormatError(here, str(error)) from error
    return tuple(found)


def _validity(value: object, place: str, depth: int) -> Validity | None:
    if value is None:
        return None
    found = _mapping(value, place)
    names = {each.name for each in fields(Validity)}
    _exact_fields(found, names, place, optional=_optional(Validity))
    readers: dict[str, Any] = {"unit": _unit, "renew_from": _renew_from}
    values = {
        name: readers.get(name, _number)(each, f"{place}.{name}", depth) for name, each in found.items()
    }
    try:
        return Validity(**values)
    except ValidityError as error:
        raise SchemeFormatError(place, str(error)) from error


def _unit(value: object, place: str, depth: int) -> Unit:
    if value not in [each.value for each in Unit]:
        raise SchemeFormatError(place, "Kies days, months of year_end.")
    return Unit(value)


def _renew_from(value: object, place: str, depth: int) -> RenewFrom:
    if value not in [each.value for each in RenewFrom]:
        raise SchemeFormatError(place, "Kies completion, expiry of fixed.")
    return RenewFrom(value)


def _rules(value: object, place: str, depth: int) -> tuple[Rule, ...]:
    return tuple(_rule(each, f"{place}[{number}]", depth + 1) for number, each in _numbered(value, place))


def _texts(value: object, place: str, depth: int) -> tuple[str, ...]:
    return tuple(_text(each, f"{place}[{number}]", depth) for number, each in _numbered(value, place))


def _text(value: object, place: str, depth: int) -> str:
    if not isinstance(value, str):
        raise SchemeFormatError(place, "Hier hoort tekst.")
    return value


def _number(value: object, place: str, depth: int) -> int:
    if type(value) is not int:
        raise SchemeFormatError(place, "Hier hoort een heel getal.")
    return value


def _number_or_none(value: object, place: str, depth: int) -> int | None:
    return None if value is None else _number(value, place, depth)


def _yes_or_no(value: object, place: str, depth: int) -> bool:
    if not isinstance(value, bool):
        raise SchemeFormatError(place, "Hier hoort ja of nee (true of false).")
    return value


def _effect(value: object, place: str, depth: int) -> Effect:
    if value not in [each.value for each in Effect]:
        raise SchemeFormatError(place, "Kies block, warn of info.")
    return Effect(value)


def _mapping(value: object, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise SchemeFormatError(place, "Hier horen velden met namen.")
    return value


def _numbered(value: object, place: str) -> list[tuple[int, object]]:
    if not isinstance(value, list):
        raise SchemeFormatError(place, "Hier hoort een lijst.")
    return list(enumerate(value, start=1))


def _exact_fields(
    found: Mapping[str, Any], wanted: set[str], place: str, optional: Set[str] = frozenset()
) -> None:
    unknown = sorted(str(name) for name in set(found) - wanted - optional)
    if unknown:
        raise SchemeFormatError(f"{place}.{unknown[0]}", "Dit veld is niet bekend.")
    missing = sorted(wanted - optional - set(found))
    if missing:
        raise SchemeFormatError(f"{place}.{missing[0]}", "Dit veld ontbreekt nog.")


_READERS: dict[Any, Callable[[object, str, int], Any]] = {
    str: _text,
    int: _number,
    int | None: _number_or_none,
    bool: _yes_or_no,
    Effect: _effect,
    tuple[str, ...]: _texts,
    Validity | None: _validity,
    tuple[Rule, ...]: _rules,
}
