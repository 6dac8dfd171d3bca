"""Schemes as JSON-able data and back; one canonical form per scheme.

Every field is written, in a fixed order. Reading refuses what it does not know: another format, an unknown
kind of rule, an unknown or missing field, a value of the wrong kind. Errors name the place in Dutch.
Format 1 had no validity: only a document that was seen could end, after its own months.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from lms.certification.readiness.codec_fields import (
    READERS,
    SchemeFormatError,
    exact_fields,
    mapping,
    number,
    numbered,
    optional_fields,
    text,
)
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
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
from lms.certification.readiness.validity import Unit, Validity

FORMAT = 2
READABLE = (1, FORMAT)
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
    "content_refreshed": ContentRefreshed,
    "all_of": AllOf,
    "any_of": AnyOf,
    "n_of": NOf,
    "first_then": FirstThen,
}
_NAMES = {cls: name for name, cls in _TYPES.items()}
_SEEN_IN_1 = ("max_age_months", "remind_days")
_TEXTS_IN_1 = ("type", "id", "title", "effect", "why", "how", "alternative", "what")


def scheme_to_data(scheme: Scheme) -> dict[str, Any]:
    """The scheme as dicts, lists, strings, numbers and booleans."""
    return {
        "format": FORMAT,
        "slug": scheme.slug,
        "title": scheme.title,
        "rules": _rules_to_data(scheme.rules),
        "domains": [
            {"id": each.id, "title": each.title, "rules": _rules_to_data(each.rules)}
            for each in scheme.domains
        ],
    }


def scheme_to_json(scheme: Scheme) -> str:
    """The canonical text of a scheme: equal schemes give equal text."""
    return json.dumps(scheme_to_data(scheme), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def scheme_from_data(data: object) -> Scheme:
    """The scheme in `data`; raises SchemeFormatError at the first place that is not understood."""
    found = mapping(data, "regeling")
    if type(found.get("format")) is not int or found["format"] not in READABLE:
        raise SchemeFormatError("regeling.format", "Alleen formaat 1 en 2 zijn bekend.")
    exact_fields(found, {"format", "slug", "title", "rules"}, "regeling", optional={"domains"})
    slug, title = text(found["slug"], "regeling.slug"), text(found["title"], "regeling.title")
    source = _Source(found["format"])
    rules = source.rules(found["rules"], "regeling.rules", 0)
    domains = source.domains(found.get("domains", []), "regeling.domains")
    try:
        return Scheme(slug=slug, title=title, rules=rules, domains=domains)
    except RuleError as error:
        raise SchemeFormatError("regeling", str(error)) from error


def scheme_from_json(text: str) -> Scheme:
    """As `scheme_from_data`, from text."""
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except SchemeFormatError:
        raise
    except (ValueError, RecursionError) as error:
        raise SchemeFormatError("regeling", "Dit is geen leesbare JSON.") from error
    return scheme_from_data(data)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of an object; of a field that stands there twice readers would keep another one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise SchemeFormatError("regeling", "Een veld staat er twee keer.")
    return found


@dataclass(frozen=True, slots=True)
class _Source:
    """Data in one format; `depth` counts the groups that a rule lies in."""

    format: int

    def rules(self, value: object, place: str, depth: int) -> tuple[Rule, ...]:
        return tuple(self.rule(each, here, depth + 1) for here, each in numbered(value, place))

    def rule(self, data: object, place: str, depth: int) -> Rule:
        if depth > DEEPEST:
            raise SchemeFormatError(place, TOO_DEEP)
        found = mapping(data, place)
        kind = found.get("type")
        cls = _TYPES.get(kind) if isinstance(kind, str) else None
        if cls is None:
            raise SchemeFormatError(f"{place}.type", "Deze soort eis is niet bekend.")
        if self.format == 1 and cls is SeenAndValid:
            found = _with_validity(found, place)
        wanted = {each.name: each.type for each in fields(cls)}
        exact_fields(found, {"type", *wanted}, place, optional=optional_fields(cls))
        values = {
            name: self._value(type_, found[name], f"{place}.{name}", depth)
            for name, type_ in wanted.items()
            if name in found
        }
        try:
            return cls(**values)
        except RuleError as error:
            raise SchemeFormatError(place, str(error)) from error

    def _value(self, type_: Any, value: object, place: str, depth: int) -> Any:
        return self.rules(value, place, depth) if type_ == tuple[Rule, ...] else READERS[type_](value, place)

    def domains(self, value: object, place: str) -> tuple[Domain, ...]:
        return tuple(self._domain(each, here) for here, each in numbered(value, place))

    def _domain(self, value: object, place: str) -> Domain:
        found = mapping(value, place)
        exact_fields(found, {"id", "title", "rules"}, place)
        texts = {name: text(found[name], f"{place}.{name}") for name in ("id", "title")}
        try:
            return Domain(**texts, rules=self.rules(found["rules"], f"{place}.rules", 0))
        except RuleError as error:
            raise SchemeFormatError(place, str(error)) from error


def _with_validity(found: Mapping[str, Any], place: str) -> Mapping[str, Any]:
    """A document that was seen, as format 1 wrote it, with the validity that says the same."""
    exact_fields(found, {*_SEEN_IN_1, *_TEXTS_IN_1}, place)
    length, warn_days = (number(found[name], f"{place}.{name}") for name in _SEEN_IN_1)
    validity = {"length": length, "unit": Unit.MONTHS.value, "warn_days": warn_days}
    return {name: found[name] for name in _TEXTS_IN_1} | {"validity": validity}


def _rules_to_data(rules: Iterable[Rule]) -> list[object]:
    return [_value_to_data(rule) for rule in rules]


def _value_to_data(value: object) -> object:
    if isinstance(value, tuple):
        return [_value_to_data(each) for each in value]
    if isinstance(value, Rule):
        return {"type": _NAMES[type(value)]} | _fields_to_data(value)
    if isinstance(value, Validity):
        return _fields_to_data(value)
    return value.value if isinstance(value, StrEnum) else value


def _fields_to_data(value: Rule | Validity) -> dict[str, object]:
    return {each.name: _value_to_data(getattr(value, each.name)) for each in fields(value)}
