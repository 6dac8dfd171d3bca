"""The list of where a course can be better, and the findings that travel with the preview."""

import json

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.userbar import AccessibilityItem

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.models import LessonPage
from lms.courses.writing.checker import LessonCheckerItem
from lms.courses.writing.selectors import overview
from lms.courses.writing.wagtail_hooks import check_as_we_do
from tests.factories import courses as make

pytestmark = pytest.mark.django_db
LONG = "<p>Soms is het in het begin best lastig om aan een ander te vertellen wat je echt nodig hebt nu.</p>"


@pytest.fixture
def course(home, municipality):
    return make.course(home)


@pytest.fixture
def as_femke(client, home, femke: User, sign_in, with_second_factor):
    ensure_groups()
    sync_groups(femke)
    with_second_factor(femke)
    sign_in(client, femke)
    return client


def test_it_lists_every_lesson_with_what_was_found_in_its_newest_text(course):
    lesson = make.lesson(make.module(course), make.text(), number="1.1")
    lesson.body = json.dumps([make.text(LONG), make.text(LONG), make.block("term", word="Onbekend")])
    lesson.save_revision()

    found = overview(course)

    [row] = found.lessons
    assert (row.title, row.status) == ("1.1 Geen maatje", "online, met concept")
    assert row.must == ("woord dat niet in de woordenlijst staat",)
    assert row.could == ("lange zin (2)",)
    assert (found.refused, found.advised) == (1, 1)


def test_it_asks_as_much_for_one_lesson_as_for_many(course, django_assert_num_queries):
    module = make.module(course)
    make.lesson(module, make.block("image", picture="x", alt="a"), live=False)
    with django_assert_num_queries(3):
        overview(course)
    for number in range(2, 5):
        other = make.module(course, number=number)
        for _ in range(4):
            make.lesson(other).save_revision()
    with django_assert_num_queries(3):
        assert len(overview(course).lessons) == 13


def test_it_shows_the_list_to_who_writes_only(as_femke, course, client, noor, koen, sign_in):
    make.lesson(make.module(course), make.text(LONG))
    for url in (reverse("writing_checks"), reverse("writing_checks_of", args=[course.pk])):
        page = as_femke.get(url).content.decode()
        assert "Kan beter bij: 1." in page
        assert "lange zin" in page
    assert as_femke.get(reverse("writing_checks_of", args=[0])).status_code == 404
    for stranger in (noor, koen):
        client.logout()
        sign_in(client, stranger)
        assert client.get(reverse("writing_checks")).status_code in {302, 404}


def test_it_says_so_when_there_is_no_course(as_femke, municipality):
    assert "Er is nog geen cursus." in as_femke.get(reverse("writing_checks")).content.decode()


def bar(lesson: LessonPage, *, in_editor: bool) -> str:
    """Return what Wagtail's bar brings along in a preview."""
    request = RequestFactory().get("/beheer/")
    request.in_preview_panel = in_editor
    items = [AccessibilityItem()]
    check_as_we_do(request, items, lesson)
    assert isinstance(items[0], LessonCheckerItem)
    return "".join(item.render_html({"request": request}) for item in items[1:])


def test_it_lets_the_findings_travel_with_the_preview_in_the_editor(course):
    lesson = make.lesson(make.module(course), make.text(LONG), make.text("<p>Een <i>zin</i>.</p>"))
    shown = bar(lesson, in_editor=True)
    assert 'data-writing-findings="1"' in shown
    block = lesson.body.get_prep_value()[0]["id"]
    assert f'<a href="#block-{block}-section"><b>Blok 1 (Tekst)</b></a>' in shown
    assert "‘Soms is het in het …’" in shown
    assert bar(lesson, in_editor=False) == ""
    assert bar(course, in_editor=True) == ""


def test_it_uses_rules_of_axe_that_teach_in_dutch(as_femke, course):
    lesson = make.lesson(make.module(course))
    page = as_femke.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).content.decode()
    assert "Een kop slaat een niveau over" in page
    assert "empty-meta-description" not in page
    assert "data-content-readability-score" not in page
    assert "data-writing-panel" in page
