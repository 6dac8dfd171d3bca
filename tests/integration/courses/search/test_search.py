"""Looking for words in lessons: only what one may read, and never what is not online."""

import json

import pytest
from django.urls import reverse

from lms.courses.models import LessonPage
from tests.factories import courses as make

pytestmark = pytest.mark.django_db
HERE = "/zoeken/"


@pytest.fixture(autouse=True)
def the_worker_is_quick(settings):
    """The worker keeps the index up to date a moment after a page is saved; here at once."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False}
    }


@pytest.fixture
def course(the_worker_is_quick, small, enrollment):
    term = make.block("term", term="Casemanager", meaning="Iemand die regelt in {{ gemeente }}.")
    small.course.glossary = json.dumps([term])
    small.course.save()
    return small


def asked(client, question: str, **more: str) -> str:
    return client.get(reverse("search:search"), {"q": question, **more}).content.decode()


def test_it_finds_a_lesson_by_the_beginning_of_a_word_in_its_text(as_noor, course):
    page = asked(as_noor, "luist")
    assert "Geen maatje" in page
    assert "<mark>luistert</mark>" in page
    assert "Module 5 – Je rol zuiver houden" in page


def test_it_leads_to_the_step_that_holds_the_word(as_noor, course):
    page = asked(as_noor, "wat kost")
    assert f"{course.questions.get_url()}?stap=2" in page


def test_it_finds_a_word_of_the_word_list_with_its_meaning(as_noor, course):
    page = asked(as_noor, "casemanager")
    assert "Iemand die regelt in Almere." in page


def test_it_finds_what_a_fill_in_word_says_here(as_noor, course):
    make.lesson(course.module, make.text("<p>In {{ gemeente }} help je.</p>"), title="Waar je helpt")
    page = asked(as_noor, "almere help")
    assert "Waar je helpt" in page
    assert "In <mark>Almere</mark> <mark>help</mark> je." in page


def test_it_never_shows_what_an_answer_is_worth(as_noor, course):
    assert "Wij vonden niets" in asked(as_noor, "gratis")


def test_it_does_not_find_what_is_not_online(as_noor, course):
    draft = make.lesson(course.module, make.text("<p>Zeldzaam.</p>"), title="Concept")
    assert "Concept" in asked(as_noor, "zeldzaam")
    LessonPage.objects.get(pk=draft.pk).unpublish()
    assert "Concept" not in asked(as_noor, "zeldzaam")
    course.module.refresh_from_db()
    course.module.unpublish()
    assert "Wij vonden niets" in asked(as_noor, "luistert")


def test_it_does_not_find_a_draft_of_a_page_that_is_online(as_noor, course):
    page = LessonPage.objects.get(pk=course.reading.pk)
    page.body = json.dumps([make.text("<p>Nieuwigheid.</p>")])
    page.save_revision()
    assert "Wij vonden niets" in asked(as_noor, "nieuwigheid")


def test_it_finds_nothing_of_a_course_one_does_not_take(as_noor, course, home):
    other = make.module(make.course(home, title="Andere cursus", slug="anders"), number=1)
    make.lesson(other, make.text("<p>Geheimzinnig.</p>"), title="Elders")
    assert "Elders" not in asked(as_noor, "geheimzinnig")


def test_it_lets_a_trainer_look_in_every_course(client, femke, sign_in, course):
    sign_in(client, femke)
    assert "Geen maatje" in asked(client, "luistert")


def test_it_says_so_to_who_has_no_course(client, noor, small, sign_in):
    sign_in(client, noor)
    assert "Er staat nog geen cursus voor je klaar" in asked(client, "luistert")


@pytest.mark.parametrize(
    "question",
    [
        "",
        " ",
        '"',
        "a AND (b",
        "NEAR(",
        "*",
        "luistert OR",
        "':*&|!",
        "\x00",
        "<svg onload=alert(1)>",
        "é" * 500,
    ],
)
def test_it_survives_any_question(as_noor, course, question: str):
    response = as_noor.get(HERE, {"q": question, "page": "x"})
    assert response.status_code == 200
    assert "<svg onload" not in response.content.decode()


def test_it_costs_the_same_for_more_lessons(as_noor, course, django_assert_max_num_queries):
    asked(as_noor, "luistert")
    with django_assert_max_num_queries(12) as few:
        asked(as_noor, "luistert")
    for number in range(30):
        make.lesson(course.module, make.text(), title=f"Nog een {number}")
    with django_assert_max_num_queries(len(few)):
        page = asked(as_noor, "luistert", page="2")
    assert "Bladzijde 2 van 2" in page
