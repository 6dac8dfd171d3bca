"""The page to print: everything of a lesson, a module or a course, for who may read it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.courses.models import PrintedPart
from tests.factories import courses as make
from tests.integration.courses.prints.conftest import printed

pytestmark = pytest.mark.django_db


def shown(client, bound, page) -> str:
    return re.sub(r"\s+", " ", client.get(bound.url(page)).content.decode())


def test_it_prints_every_block_with_its_fill_in_words(as_noor, bound):
    page = shown(as_noor, bound, bound.lesson)
    for words in (
        '<h1 class="lesson-name"><span class="code">5.1</span> Geen maatje</h1>',
        '<p class="easy-name">Makkelijke versie</p><p>Bel ons.</p>',
        "<h2>Bellen</h2><p>Bel 036 – 200 21 58",
        "<li>Zeg wie je bent.</li>",
        "Wat raakt jou?",
        "<b>Kort gezegd:</b> Luister.",
        '<span class="code">Q1.1</span> Wat betaalt de inwoner?',
        "<li>A. Niets.</li>",
        "Ga naar 2.",
        "Ik kom er later op terug",
    ):
        assert words in page
    assert page.count('class="task-box') == 12


def test_it_shows_hostile_text_as_text(as_noor, bound):
    page = shown(as_noor, bound, bound.lesson)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Almere &amp; “zo”" in page
    assert "<script>alert" not in page + printed(bound.lesson).html


def test_it_keeps_the_answers_apart_at_the_back(as_noor, bound):
    front, _title, back = shown(as_noor, bound, bound.lesson).partition(">Antwoorden</h2>")
    for words in ("Past goed.", "Een OCO kost geen geld.", "Je blijft in je rol."):
        assert words not in front
        assert words in back


def test_it_prints_a_module_and_a_whole_course_with_a_cover(as_noor, bound):
    module, course = shown(as_noor, bound, bound.module), shown(as_noor, bound, bound.course)
    assert "<h1>Module 5 – Je rol zuiver houden</h1>" in module
    assert '<h2 class="lesson-name">' in module
    assert "<h1>Basistraining OCO</h1>" in course
    assert '<a href="#deel-5">Module 5 – Je rol zuiver houden</a>' in course
    assert "versie 1.0.0" in course
    assert "036 – 200 21 58" in course


def test_it_gives_nothing_to_who_does_not_take_the_course(bound, client, noor, sign_in):
    sign_in(client, noor)
    for page in (bound.lesson, bound.module, bound.course):
        assert client.get(bound.url(page)).status_code == 404
        assert client.post(bound.url(page, "ask")).status_code == 404
    assert PrintedPart.objects.count() == 0


@pytest.mark.parametrize("hidden", ["lesson", "module", "course"])
def test_it_prints_nothing_that_is_not_online_or_hangs_under_it(as_noor, bound, hidden):
    page = getattr(bound, hidden)
    page.live = False
    page.save()
    assert as_noor.get(bound.url(bound.lesson)).status_code == 404
    whole = as_noor.get(bound.url(bound.course))
    assert whole.status_code == (404 if hidden == "course" else 200)
    assert "Wat raakt jou?" not in whole.content.decode()


def test_it_asks_as_many_queries_for_many_lessons_as_for_one(as_noor, bound):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert as_noor.get(bound.url(bound.course)).status_code == 200
        return len(found)

    queries()
    few = queries()
    for number in range(6, 9):
        module = make.module(bound.course, number=number, title=f"Module {number}")
        for _each in range(4):
            make.lesson(module, make.text(), make.question())
    assert queries() == few
    assert few <= 12


def test_it_leads_from_the_lesson_the_module_and_the_course_to_paper(as_noor, bound):
    for page, words in (
        (bound.lesson, "Druk deze les af"),
        (bound.module, "Druk deze module af"),
        (bound.course, "Druk het werkboek af"),
    ):
        html = as_noor.get(page.get_url()).content.decode()
        assert words in html
        assert reverse("prints:page", args=[page.uid]) in html
