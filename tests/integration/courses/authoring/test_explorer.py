"""The explorer: lessons in their order with what tells them apart, and an order that can be dragged."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from lms.courses.models import LessonPage, ModulePage
from tests.factories import courses as make
from tests.integration.courses.authoring.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def module(home, municipality) -> ModulePage:
    module = make.module(make.course(home))
    for number, kind in ((1, "lesson"), (2, "lesson"), (3, "questions")):
        make.lesson(module, title=f"Stuk {number}", number=f"1.{number}", kind=kind, minutes_doing=number)
    return module


def titles(page: ModulePage) -> list[str]:
    return list(page.get_children().values_list("title", flat=True))


def test_it_lists_lessons_with_number_kind_and_minutes(femke_writes: Desk, module):
    page = femke_writes.client.get(reverse("wagtailadmin_explore", args=[module.pk])).content.decode()
    body = page[page.index("<table") : page.rindex("</table>")]
    places = [body.index(word) for word in ("Nummer", "Stuk 1", "1.1", "Stuk 2", "1.2", "Stuk 3", "vragen")]
    assert places == sorted(places)
    assert "ordering=ord" in page or 'data-controller="w-orderable"' in page


def test_it_searches_everywhere_without_stumbling_over_other_pages(femke_writes: Desk, module):
    url = reverse("wagtailadmin_explore", args=[module.pk])
    for query in ("?search_all=1&has_child_pages=true", "?search_all=1&has_child_pages=false"):
        assert femke_writes.client.get(url + query).status_code == 200


def test_it_costs_the_same_for_many_lessons(femke_writes: Desk, module, django_assert_max_num_queries):
    url = reverse("wagtailadmin_explore", args=[module.pk])
    femke_writes.client.get(url)
    for number in range(4, 12):
        make.lesson(module, title=f"Stuk {number}")
    with django_assert_max_num_queries(45):
        femke_writes.client.get(url)


def test_it_moves_a_lesson_writes_that_down_and_can_move_it_back(femke_writes: Desk, module):
    last = LessonPage.objects.get(title="Stuk 3")
    url = femke_writes.address("set_page_position", last.pk)
    assert femke_writes.client.post(f"{url}?position=0").status_code == 200
    assert titles(module) == ["Stuk 3", "Stuk 1", "Stuk 2"]
    entry = PageLogEntry.objects.get(action="wagtail.reorder", page=last.pk)
    assert entry.user == femke_writes.who
    femke_writes.client.post(f"{url}?position=2")
    assert titles(module) == ["Stuk 1", "Stuk 2", "Stuk 3"]
    assert LessonPage.objects.get(title="Stuk 3").uid == last.uid


@pytest.mark.parametrize("kind", ["course", "module", "lesson"])
def test_it_groups_the_fields_of_every_kind_of_page(femke_writes: Desk, module, kind):
    page = {"course": module.get_parent(), "module": module, "lesson": LessonPage.objects.first()}[kind]
    answer = femke_writes.client.get(femke_writes.address("edit", page.pk))
    assert answer.status_code == 200
    assert 'role="tab"' in answer.content.decode()
