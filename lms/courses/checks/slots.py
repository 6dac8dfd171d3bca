"""Fill-in words in a text: empty ones, unknown ones, and what should have been one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lms.courses.checks.findings import Context
from lms.courses.checks.visible import SLOT, Visible

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,}(?:/[\w./-]*)?)")
_PHONE = re.compile(r"(?<![\w.])\+?\d(?:[ ().–/-]*\d){4,}(?!\w)")
_FULL_NUMBER = re.compile(r"0\d{9}")


@dataclass(frozen=True)
class Foreign:
    """A piece of text that is the example of a fill-in word, of a municipality that is not this one."""

    slot: str
    text: str


def empty_slots(source: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fill-in words of a text that are empty or unknown here, each once, in order."""
    return tuple(dict.fromkeys(name for name in SLOT.findall(source) if not values.get(name)))


def has_broken_slot(source: str) -> bool:
    """Say whether a text holds `{{` that is not the beginning of a well-written fill-in word."""
    return "{{" in SLOT.sub("", source)


def foreign_slots(seen: Visible, context: Context) -> tuple[Foreign, ...]:
    """Return the phone numbers, web and mail addresses that belong to a fill-in word with another value here.

    They come from the examples of the course. What is the value of a fill-in word here is never foreign.
    """
    here = {contact for value in context.values.values() for contact in _contacts(value, of_phone=True)}
    foreign = {
        contact: slot.name
        for slot in context.slots
        for contact in _contacts(slot.example, of_phone=slot.kind == "phone")
        if contact not in here
    }
    if not foreign:
        return ()
    found = {contact: text for text, contact in _written(seen)}
    return tuple(Foreign(foreign[contact], text) for contact, text in found.items() if contact in foreign)


def _written(seen: Visible) -> Iterator[tuple[str, str]]:
    """Yield what stands in a text and in the addresses of its links, with the contact it stands for."""
    texts = [line.text for line in seen.lines] + [link.address for link in seen.links]
    for text in texts:
        for piece in _pieces(text):
            yield piece, _same(piece)


def _contacts(text: str, *, of_phone: bool) -> Iterable[str]:
    """Return the contacts in a value or example; short numbers count only where a phone is meant."""
    for piece in _pieces(text):
        same = _same(piece)
        if of_phone or not same.isdigit() or _FULL_NUMBER.fullmatch(same):
            yield same


def _pieces(text: str) -> Iterator[str]:
    for mail in _MAIL.finditer(text):
        yield mail.group()
    rest = _MAIL.sub(" ", text)
    for web in _WEB.finditer(rest):
        yield web.group()
    for phone in _PHONE.finditer(_WEB.sub(" ", rest)):
        yield phone.group()


def _same(piece: str) -> str:
    """Return one way of writing for what is the same phone number, web address or mail address."""
    if "@" in piece:
        return piece.lower()
    if re.search(r"[a-z]", piece, re.IGNORECASE):
        return re.sub(r"^(https?://)?(www\.)?", "", piece.lower()).rstrip("./")
    digits = re.sub(r"\D", "", piece.replace("(0)", ""))
    return re.sub(r"^(31|0031)(?=\d{9}$)", "0", digits)
