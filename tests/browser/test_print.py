"""Noor takes her lessons on paper: on a phone, with axe, and as it comes out of the printer."""

import pytest
from wagtail.models import Locale, Page, Site

from lms.courses.models import HomePage, LessonPage
from tests.browser.conftest import DESK, SMALL_PHONE
from tests.browser.exercises import enter
from tests.browser.visitor import Visitor
from tests.factories import courses as make
from tests.factories import exercises, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lesson() -> LessonPage:
    """A lesson with every kind of exercise, that Noor takes."""
    Locale.objects.get_or_create(language_code="nl")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    home = HomePage.objects.first() or root.add_child(instance=HomePage(title="Leerplein", slug="home-oco"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    Site.clear_site_root_paths_cache()
    course = make.course(home)
    make.enrolled(people.noor(), course)
    blocks = [
        make.text("<h3>Samen</h3><p>Je bent nooit alleen. Bel gerust met elkaar.</p>"),
        make.block("reflection", prompt="Wie bel jij als eerste?"),
        *exercises.every_exercise(),
    ]
    return make.lesson(make.module(course, 5, "Je rol"), *blocks, title="Op papier", number="5.1")


@pytest.mark.parametrize(("size", "scripts"), [(DESK, True), (SMALL_PHONE, False)])
def test_everybody_can_take_a_lesson_on_paper(open_browser, lesson: LessonPage, size, scripts: bool):
    noor: Visitor = open_browser("Noor", size=size, scripts=scripts)
    enter(noor, people.noor())
    noor.go(f"/leren{lesson.url_path.removeprefix('/home-oco')}")
    noor.follow("Druk deze les af")
    noor.picture("paper")
    for words in ("Wie bel jij als eerste?", "Kruis één antwoord aan.", "Ga naar 2.", "Antwoorden"):
        noor.sees(words)
    button = noor.page.get_by_role("button", name="Print dit")
    assert button.is_visible() is scripts
    noor.page.emulate_media(media="print")
    for gone in (".print-how", ".bar .stop", ".skip"):
        assert noor.page.locator(f"{gone} >> visible=true").count() == 0
    box = noor.page.locator(".booklet .ticks li").first
    assert box.evaluate("item => getComputedStyle(item, '::before').borderTopStyle") == "solid"
    noor.picture("printed")
    noor.page.emulate_media(media="screen")
    noor.press("Maak een PDF")
    noor.sees("Je PDF wordt gemaakt")
