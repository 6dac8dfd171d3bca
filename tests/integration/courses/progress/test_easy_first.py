"""Easy words first: chosen with the reading aids, there at the first paint, for no query more."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lms.courses.checks.twins import fingerprint
from lms.courses.models import LessonPage
from tests.factories import courses as make
from tests.integration.courses.conftest import Small

pytestmark = pytest.mark.django_db
EASY = "100.normal.own.system.off.off.on.normal.v"
WHOLE = "<p>De hele tekst.</p>"
SHORT = "Kort gezegd: Een OCO luistert."


@pytest.fixture
def lesson(small: Small) -> LessonPage:
    """A lesson in two steps, with a text in two versions at the top and the short version at the end."""
    return make.lesson(
        small.module,
        make.block("text", html=WHOLE, easy="<p>De makkelijke tekst.</p>", easy_of=fingerprint(WHOLE)),
        make.question("Wat kost hulp?"),
        make.question("Wie beslist?"),
        make.block("summary", text="Een OCO luistert."),
        title="Luisteren",
    )


def page(browser: Client, lesson: LessonPage, step: int = 1, cookie: str = EASY) -> str:
    """The words of a step, with spaces joined."""
    browser.cookies["leeshulp"] = cookie
    return " ".join(browser.get(f"{lesson.url}?stap={step}").content.decode().split())


def test_it_starts_a_lesson_with_the_short_and_the_easy_version(as_noor, lesson):
    text = page(as_noor, lesson)
    places = [text.index(words) for words in (SHORT, "De makkelijke", "Lees de hele tekst", "De hele tekst")]
    assert places == sorted(places)
    assert text.count(SHORT) == 1
    assert SHORT in page(as_noor, lesson, step=2)


def test_it_keeps_the_order_of_the_lesson_for_who_did_not_choose(as_noor, lesson):
    text = page(as_noor, lesson, cookie="")
    assert SHORT not in text
    assert text.index("De hele tekst.") < text.index("De makkelijke tekst.")
    assert SHORT in page(as_noor, lesson, step=2, cookie="")


def test_it_shows_the_short_version_once_in_a_lesson_of_one_step(as_noor, small):
    lesson = make.lesson(
        small.module, make.text("<p>Lang.</p>"), make.block("summary", text="Een OCO luistert."), title="Een"
    )
    text = page(as_noor, lesson)
    assert text.count(SHORT) == 1
    assert text.index(SHORT) < text.index("Lang.")
    plain = page(as_noor, lesson, cookie="")
    assert plain.index("Lang.") < plain.index(SHORT)


def test_it_does_the_same_for_who_reads_along(client, femke, lesson, sign_in):
    sign_in(client, femke)
    text = page(client, lesson)
    assert text.index(SHORT) < text.index("De makkelijke tekst.") < text.index("De hele tekst.")
    plain = page(client, lesson, cookie="")
    assert plain.index("De hele tekst.") < plain.index(SHORT)


def test_it_costs_a_lesson_no_query(as_noor, lesson):
    for _ in range(2):
        with CaptureQueriesContext(connection) as plain:
            page(as_noor, lesson, cookie="")
    with CaptureQueriesContext(connection) as easy:
        page(as_noor, lesson)
    assert len(easy) == len(plain)
