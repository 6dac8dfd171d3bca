"""A course with every kind of block in one lesson, on paper."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from lms.courses.checks.twins import fingerprint as twin_of
from lms.courses.models import CoursePage, LessonPage, ModulePage
from lms.courses.prints.rendering import Printable, printable
from lms.courses.prints.selectors import booklet_of, page_to_print
from tests.factories import courses as make
from tests.factories import exercises

CALLING = "<h3>Bellen</h3><p>Bel {{ telefoon_oco }} of {{ contactpersoon_naam }}.</p>"
HOSTILE = "<script>alert(1)</script> {{ gemeente }} & “zo”"


@dataclass(frozen=True)
class Bound:
    """The course, its module, and its lesson."""

    course: CoursePage
    module: ModulePage
    lesson: LessonPage

    def url(self, page, name: str = "page", *more) -> str:
        """Return an address of a page on paper."""
        return reverse(f"prints:{name}", args=[page.uid, *more])


@pytest.fixture
def bound(home, municipality) -> Bound:
    course = make.course(home)
    module = make.module(course, number=5, title="Je rol zuiver houden")
    lesson = make.lesson(module, *every_block(), number="5.1", title="Geen maatje")
    return Bound(course, module, lesson)


def every_block() -> list[make.Block]:
    """Return a block of each kind that needs no file."""
    return [
        make.block(
            "text",
            html=CALLING,
            easy="<p>Bel ons.</p>",
            easy_of=twin_of(CALLING),
        ),
        make.block("callout", html="<p>Gevaar? Bel 112.</p>"),
        make.block("steps", title="Zo begin je", items=[make.item(text="Zeg wie je bent.")]),
        make.block("quote", text=HOSTILE, who="een inwoner"),
        make.block("reflection", prompt="Wat raakt jou?"),
        make.block("summary", text="Luister."),
        *exercises.every_exercise(),
    ]


@pytest.fixture
def as_noor(bound: Bound, client: Client, noor, sign_in) -> Client:
    make.enrolled(noor, bound.course)
    sign_in(client, noor)
    return client


def printed(page) -> Printable:
    """Return a page as its PDF is drawn from."""
    found = page_to_print(page.uid)
    booklet = booklet_of(found)
    assert booklet is not None
    return printable(booklet)
