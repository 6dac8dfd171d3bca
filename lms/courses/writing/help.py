"""The help pages for who writes: which there are, and how to find a word in them.

A page is a template in `templates/help/`; its headings (`<h2 id="…">`) are read from what it shows, so the
list of headings is never behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.courses.checks.visible import in_one_line, visible


@dataclass(frozen=True)
class Topic:
    """A help page. `slug` is its address and the name of its template."""

    slug: str
    title: str | Promise
    about: str | Promise

    @property
    def template(self) -> str:
        """Return the template of the page."""
        return f"help/{self.slug}.html"


TOPICS = (
    Topic("les-schrijven", _("Een les schrijven"), _("Van leeg blad tot les, in zes stappen.")),
    Topic("blokken", _("Blokken"), _("Welk blok je wanneer gebruikt.")),
    Topic("oefeningen", _("Oefeningen"), _("Vragen, gesprekken, situaties en opdrachten.")),
    Topic("makkelijke-versie", _("De makkelijke versie"), _("Hetzelfde in makkelijkere woorden.")),
    Topic("nakijken", _("Nakijken"), _("Wat het scherm voor je nakijkt, en waarom.")),
    Topic("beeld-en-geluid", _("Beeld, geluid en rechten"), _("Wat iedereen nodig heeft, en wat mag.")),
    Topic("online-zetten", _("Online zetten"), _("Bekijken, plannen en vertellen wat er anders is.")),
    Topic("tweede-lezer", _("De tweede lezer"), _("Een ander leest mee voordat iets online gaat.")),
    Topic("word", _("Een Word-bestand overnemen"), _("Van Word naar lessen, in drie stappen.")),
    Topic("groepstraining", _("De groepstraining"), _("Lessen, bijeenkomsten en werk op papier.")),
)


@dataclass(frozen=True)
class Heading:
    """A heading of a help page. `anchor` is its place on the page; empty for the title."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Hit:
    """A help page in which a word was found, with the headings to go to."""

    topic: Topic
    headings: tuple[Heading, ...]


def topic_of(slug: str) -> Topic | None:
    """Return the help page with this address, or None."""
    return next((topic for topic in TOPICS if topic.slug == slug), None)


def headings_of(topic: Topic) -> tuple[Heading, ...]:
    """Return the headings of a help page, in order."""
    return tuple(heading for heading, _text in _sections(topic))


def find(query: str) -> list[Hit]:
    """Return where every word of `query` stands together: pages, each with its headings. No words: all pages.

    A heading counts when the words stand in it, in what comes under it, or in the title of the page.
    """
    words = [word for word in re.split(r"\W+", query.lower()) if word]
    hits = []
    for topic in TOPICS:
        title = f"{topic.title} {topic.about}".lower()
        found = tuple(
            heading
            for heading, text in _sections(topic)
            if all(word in f"{title} {heading.text} {text}".lower() for word in words)
        )
        if found:
            hits.append(Hit(topic, found))
    return hits


def _sections(topic: Topic) -> Iterator[tuple[Heading, str]]:
    """Yield each heading of a page with the text under it."""
    html = render_to_string(topic.template)
    for part in re.split(r"(?=<h2\b)", html)[1:]:
        title, _tag, rest = part.partition("</h2>")
        yield Heading(visible(title).text, _anchor(title)), in_one_line(visible(rest).text)


class _Anchor(HTMLParser):
    """Reads the id of the first tag."""

    id = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.id = self.id or dict(attrs).get("id") or ""


def _anchor(html: str) -> str:
    reader = _Anchor()
    reader.feed(html)
    return reader.id
