"""A lesson looked at before it goes online: whole, in steps, in easy language, on paper; on three devices."""

import re

import pytest
from django.urls import reverse

from lms.courses.models import Attempt, LessonPage, LessonProgress
from tests.factories import courses as make
from tests.integration.courses.authoring.conftest import Desk, form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(home, municipality) -> LessonPage:
    """A draft with a text, a question and a situation, in a module that is not online either."""
    module = make.module(make.course(home), live=False)
    blocks = (
        make.text("<p>Eerst lezen.</p>"),
        make.question(),
        make.text("<p>Tussendoor.</p>"),
        make.scenario(),
    )
    page = make.lesson(module, *blocks, live=False)
    page.save_revision()
    return page


def seen(desk: Desk, page: LessonPage, mode: str) -> str:
    answer = desk.client.get(f"{desk.address('view_draft', page.pk)}?mode={mode}")
    assert answer.status_code == 200
    text = answer.content.decode()
    return " ".join(text[text.index("<main") : text.index("</main>")].split())


def test_it_shows_every_step_as_a_volunteer_sees_it_with_nothing_to_press(femke_writes: Desk, draft):
    page = seen(femke_writes, draft, "stappen")
    assert [page.index(f"Stap {number} van 2") for number in (1, 2)] == sorted(
        page.index(f"Stap {number} van 2") for number in (1, 2)
    )
    assert page.count("inert") == 2
    assert "Kijk mijn antwoord na" in page
    assert "altijd gratis" not in page, "what is right is never in a page that was not answered"
    assert Attempt.objects.count() == LessonProgress.objects.count() == 0


def test_it_shows_the_whole_lesson_with_its_answers(femke_writes: Desk, draft):
    page = seen(femke_writes, draft, "")
    assert "altijd gratis" in page
    assert "Tussendoor." in page


def test_it_puts_easy_language_first(femke_writes: Desk, draft):
    answer = femke_writes.client.get(f"{femke_writes.address('view_draft', draft.pk)}?mode=makkelijk")
    assert re.search(r'<html lang="nl" [^>]*data-easy="on"', answer.content.decode())


def test_it_shows_the_lesson_on_paper(femke_writes: Desk, draft):
    answer = femke_writes.client.get(f"{femke_writes.address('view_draft', draft.pk)}?mode=papier")
    page = answer.content.decode()
    assert re.search(r'lms/css/print[^"]*\.css"(?![^>]*media)', page)
    assert "Eerst lezen." in page
    assert "<nav" not in page[page.index("<main") :]


@pytest.mark.parametrize("mode", ["", "stappen", "makkelijk", "papier"])
def test_it_previews_a_lesson_that_was_never_saved(femke_writes: Desk, draft, mode):
    module = draft.get_parent()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["courses", "lessonpage", module.pk])
    unsaved = LessonPage(title="Nieuw", slug="nieuw", body=draft.body)
    assert femke_writes.client.post(url, form_of(unsaved, "Zo begint hij.")).json()["is_valid"]
    page = femke_writes.client.get(f"{url}?mode={mode}")
    assert page.status_code == 200
    assert "Zo begint hij." in page.content.decode()


def test_it_offers_forms_and_devices_in_dutch(femke_writes: Desk, draft):
    page = femke_writes.client.get(femke_writes.address("edit", draft.pk)).content.decode()
    words = ("Op een telefoon", "Op een tablet", "Op een computer", "De hele les", "Makkelijke taal eerst")
    for word in (*words, "Stap voor stap, zoals een vrijwilliger", "Op papier"):
        assert word in page
    module = femke_writes.client.get(femke_writes.address("edit", draft.get_parent().pk)).content.decode()
    assert "Op een telefoon" in module
