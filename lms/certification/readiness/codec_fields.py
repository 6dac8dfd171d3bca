"""Reading the fields of a scheme from data that may be anything; every error names the place in Dutch."""

from collections.abc import Callable, Mapping, Set
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any, TypeVar

from lms.certification.readiness.rules import Effect
from lms.certification.readiness.validity import RenewFrom, Unit, Validity, ValidityError

Choice = TypeVar("Choice", bound=StrEnum)
Reader = Callable[[object, str], Any]


class SchemeFormatError(ValueError):
    """Data that is not a scheme; `place` says where, the message is a plain Dutch sentence."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


def mapping(value: object, place: str) -> Mapping[str, Any]:
    """A value that has fields with names."""
    if not isinstance(value, Mapping):
        raise SchemeFormatError(place, "Hier horen velden met namen.")
    return value


def numbered(value: object, place: str) -> list[tuple[str, object]]:
    """The things of a list, each with its place; people count from 1."""
    if not isinstance(value, list):
        raise SchemeFormatError(place, "Hier hoort een lijst.")
    return [(f"{place}[{number}]", each) for number, each in enumerate(value, start=1)]


def exact_fields(
    found: Mapping[str, Any], wanted: Set[str], place: str, optional: Set[str] = frozenset()
) -> None:
    """Refuse fields that nobody knows, and a field of `wanted` that is missing and not optional."""
    unknown = sorted(str(name) for name in set(found) - wanted - optional)
    if unknown:
        raise SchemeFormatError(f"{place}.{unknown[0]}", "Dit veld is niet bekend.")
    missing = sorted(wanted - optional - set(found))
    if missing:
        raise SchemeFormatError(f"{place}.{missing[0]}", "Dit veld ontbreekt nog.")


def optional_fields(cls: type[Any]) -> set[str]:
    """Fields that came later have a default: what was written before them reads as it was meant."""
    return {each.name for each in fields(cls) if each.default is not MISSING}


def text(value: object, place: str) -> str:
    """A text."""
    if not isinstance(value, str):
        raise SchemeFormatError(place, "Hier hoort tekst.")
    return value


def number(value: object, place: str) -> int:
    """A whole number; true and false are none."""
    if type(value) is not int:
        raise SchemeFormatError(place, "Hier hoort een heel getal.")
    return value


def _texts(value: object, place: str) -> tuple[str, ...]:
    return tuple(text(each, here) for here, each in numbered(value, place))


def _number_or_none(value: object, place: str) -> int | None:
    return None if value is None else number(value, place)


def _yes_or_no(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise SchemeFormatError(place, "Hier hoort ja of nee (true of false).")
    return value


def _validity(value: object, place: str) -> Validity | None:
    if value is None:
        return None
    found = mapping(value, place)
    exact_fields(found, {each.name for each in fields(Validity)}, place, optional=optional_fields(Validity))
    readers: dict[str, Reader] = {"unit": _one_of(Unit), "renew_from": _one_of(RenewFrom)}
    values = {name: readers.get(name, number)(each, f"{place}.{name}") for name, each in found.items()}
    try:
        return Validity(**values)
    except ValidityError as error:
        raise SchemeFormatError(place, str(error)) from error


def _one_of(choices: type[Choice]) -> Callable[[object, str], Choice]:
    *first, last = (each.value for each in choices)

    def read(value: object, place: str) -> Choice:
        if not isinstance(value, str) or value not in (*first, last):
            raise SchemeFormatError(place, f"Kies {', '.join(first)} of {last}.")
        return choices(value)

    return read


READERS: Mapping[Any, Reader] = {
    str: text,
    int: number,
    int | None: _number_or_none,
    bool: _yes_or_no,
    Effect: _one_of(Effect),
    tuple[str, ...]: _texts,
    Validity | None: _validity,
}
"""How to read a field of a rule, by the type that the rule says it has."""
