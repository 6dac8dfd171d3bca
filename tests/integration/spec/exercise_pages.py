"""A lesson with one exercise, and its page as a browser without scripts has it: what it offers and sends."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

from django.test import Client

from lms.courses.models import LessonPage
from tests.factories import courses as make
from tests.unit.courses.lettered import Block, uid

Sent = dict[str, list[str]]


class Forms(HTMLParser):
    """Everything that the form with an exercise offers: hidden values, and per name the values to choose."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, Sent, Sent]] = []
        self.name = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a form, or a field in it."""
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((found.get("action", ""), {}, {}))
        elif tag in {"input", "textarea", "select", "option"} and self.forms:
            _action, hidden, offered = self.forms[-1]
            self.name = self.name if tag == "option" else found.get("name", "")
            there = hidden if found.get("type") == "hidden" else offered
            is_typed = tag == "textarea" or found.get("type") in {"text", "file"}
            there.setdefault(self.name, []).append("" if is_typed else found.get("value", ""))


@dataclass
class Desk:
    """A learner before one exercise, alone in its lesson."""

    client: Client
    lesson: LessonPage
    block: Block
    last: Any = None
    token: str = field(default="")

    @property
    def url(self) -> str:
        """Return the address of the lesson."""
        return f"/leren{self.lesson.url_path.removeprefix('/home-oco')}?stap=1"

    def page(self) -> str:
        """Return the page as it is now."""
        return str(self.client.get(self.url).content.decode())

    def form(self) -> tuple[str, Sent, Sent]:
        """Return the form of the exercise: address, hidden values, and what can be filled in."""
        found = [
            form for form in Forms(self.page()).forms if "/antwoord/" in form[0] or "/opdracht/" in form[0]
        ]
        return found[0]

    def send(self, given: Sent, *, token: str = "") -> str:
        """Fill in and send the form as the page has it; return the page that follows."""
        action, hidden, offered = self.form()
        for name, values in given.items():
            assert name in offered, f"the page has no field {name}"
            choices = [value for value in offered[name] if value]
            assert not choices or set(values) <= set(choices), "the page does not offer this"
        return self.post(action, hidden | given, token=token)

    def post(self, action: str, data: Sent, *, token: str = "") -> str:
        """Send exactly this."""
        more = {"submission": [token]} if token else {}
        self.last = self.client.post(action, data | more)
        assert self.last.status_code == 302
        return str(self.client.get(self.last.url).content.decode())

    def edit(self, block: Block) -> None:
        """Let an editor put another version of the exercise online."""
        self.block = block
        self.lesson.body = json.dumps([block])
        self.lesson.save()


def desk(client: Client, module: Any, block: Block) -> Desk:
    """Make a lesson of one exercise."""
    return Desk(client, make.lesson(module, block, title="Een oefening"), block)


def token() -> str:
    """Make what a page knows its sends by."""
    return str(uuid4())


def masked(html: str) -> str:
    """Return a page without what differs at every visit."""
    html = re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]*"', r"\1", html)
    html = re.sub(r'(name="submission" value=)"[^"]*"', r"\1", html)
    html = re.sub(r'data-session-left="\d+"', "", html)
    html = re.sub(r'(name="writer" value=)"[^"]*"', r"\1", html)
    html = re.sub(r'(data-writer=)"[^"]*"', r"\1", html)
    return re.sub(r'nonce="[^"]*"', "", html)


def picked(*letters: str) -> Sent:
    """Choose options."""
    return {"answer": [uid(letter) for letter in letters]}


def said(value: str) -> Sent:
    """Choose a value."""
    return {"answer": [value]}


def per_part(**values: str) -> Sent:
    """Fill in something per part."""
    return {f"answer-{uid(letter)}": [value] for letter, value in values.items()}


def places(letters: str) -> Sent:
    """Give each item its place: the first letter the first."""
    return {f"place-{uid(letter)}": [str(at)] for at, letter in enumerate(letters, start=1)}
