"""Femke makes a lesson from the example in 15 clicks, brings a Word document, and looks as a volunteer."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.models import Attempt, HomePage, LessonPage
from tests.browser.conftest import DESK, PHONE
from tests.browser.scene import almere, set_scene
from tests.browser.steps import be_signed_in
from tests.browser.visitor import AXE, RUN_AXE, Visitor
from tests.factories import course_media, people, word
from tests.factories import courses as make
from tests.unit.courses.test_word_import import PNG

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_CLICKS = 15


class Clicks:
    """Counts what a trainer presses."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, what: Locator) -> None:
        self.count += 1
        what.click()


@pytest.fixture
def femke(home, open_browser) -> Visitor:
    almere()
    who = people.femke()
    ensure_groups()
    sync_groups(who)
    visitor = open_browser("Femke")
    be_signed_in(visitor)
    return visitor


def look_at_ours(visitor: Visitor, name: str) -> None:
    """Run axe on what stands between Wagtail's own furniture, and keep a picture."""
    visitor.page.locator("main form").first.wait_for()
    visitor.page.evaluate(AXE)
    found = visitor.page.evaluate(RUN_AXE.replace("axe.run(document,", 'axe.run("main",'))
    assert found == [], name
    visitor.picture(name)


def test_femke_makes_a_lesson_with_picture_and_question_in_15_clicks(femke: Visitor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = course_media.picture(title="Twee mensen praten")
    page, click = femke.page, Clicks()
    page.goto(f"{femke.base}/beheer/")
    click(page.get_by_role("link", name="Nieuwe cursus"))
    look_at_ours(femke, "nieuwe-cursus")
    page.get_by_label("Hoe heet je cursus?").fill("Omgaan met geld")
    click(page.get_by_role("button", name="Maak mijn cursus"))
    click(page.get_by_role("link", name=re.compile("Bekijk de onderliggende")).first)
    page.get_by_text("Zo maak je een situatie").first.wait_for()
    femke.picture("lessen-in-de-verkenner")
    click(page.get_by_role("link", name="Zo maak je een vraag", exact=True))
    page.wait_for_load_state("networkidle")
    click(page.get_by_role("button", name="Blok invoegen", exact=True).last)
    femke.picture("blok-kiezen")
    page.locator("input[role=combobox]:visible").last.fill("Afbeelding")
    click(page.get_by_role("option", name=re.compile("Afbeelding")).first)
    click(page.get_by_role("button", name=re.compile("Kies een afbeelding")).last)
    click(page.get_by_role("link", name=re.compile(picture.title)))
    page.get_by_label("Wat is er te zien?").last.fill("Twee mensen praten met elkaar.")
    femke.picture("in-de-editor")
    click(page.locator("[data-w-dropdown-target='toggle']").last)
    with page.expect_navigation():
        click(page.locator("button[name='action-publish']").first)
    lesson = LessonPage.objects.get(title="Zo maak je een vraag")
    assert lesson.live
    assert [block.block_type for block in lesson.body] == ["text", "question", "image"]
    assert click.count <= MOST_CLICKS, click.count
    femke.checked.add("the admin")


def test_femke_brings_a_word_document(femke: Visitor, settings, tmp_path):
    storage = "django.core.files.storage.FileSystemStorage"
    private = {"BACKEND": storage, "OPTIONS": {"location": tmp_path / "private", "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "private": private}
    settings.MEDIA_ROOT = tmp_path / "media"
    course_media.collection()
    module = make.module(make.course(HomePage.objects.get()))
    page = femke.page
    page.goto(f"{femke.base}/beheer/word/")
    look_at_ours(femke, "word-kiezen")
    page.get_by_role("button", name="Bekijk wat erin staat").click()
    page.get_by_text("Kies eerst een Word-bestand.").wait_for()
    document = word.docx(
        word.heading("Hulp vragen"),
        word.paragraph("Hulp vragen is moeilijk. Toch helpt het bijna altijd."),
        word.picture(),
        word.heading("Een gesprek"),
        word.paragraph("Denk even na: wat zeg je eerst?"),
        image=PNG,
    )
    sent = {"name": "lessen.docx", "mimeType": "application/octet-stream", "buffer": document}
    page.set_input_files("input[type=file]", sent)
    page.get_by_role("button", name="Bekijk wat erin staat").click()
    page.get_by_text("Bij een plaatje staat nog niet wat je ziet.").wait_for()
    look_at_ours(femke, "word-bekijken")
    page.get_by_label("In welke module?").select_option(str(module.pk))
    page.get_by_role("button", name="Maak concepten").click()
    page.get_by_text("2 lessen staan klaar als concept.").wait_for()
    assert set(LessonPage.objects.values_list("title", "live")) == {
        ("Hulp vragen", False),
        ("Een gesprek", False),
    }
    femke.checked.add("the admin")


def test_femke_looks_as_a_volunteer_and_stops(open_browser):
    set_scene(timezone.now())
    lesson = LessonPage.objects.get(title="Vragen bij module 1")
    for size in (DESK, PHONE):
        femke = open_browser("Femke", phone=size == PHONE)
        be_signed_in(femke, second_factor=True)
        femke.go(lesson.get_url())
        femke.press("Bekijk als vrijwilliger")
        femke.sees("Je kijkt als vrijwilliger.")
        femke.sees("Stap 1 van")
        femke.page.locator("input[type=radio]").first.check()
        femke.page.get_by_role("button", name="Kijk mijn antwoord na").click()
        expect(femke.page.locator("#antwoord")).to_be_visible()
        femke.look()
        femke.picture("antwoord-als-vrijwilliger")
        femke.press("Stop met meekijken")
        femke.sees("Je kijkt weer als jezelf.")
        femke.does_not_see("Stop met meekijken")
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("mode", ["stappen", "papier"])
def test_a_preview_reads_well_on_a_phone(open_browser, mode):
    set_scene(timezone.now())
    femke = open_browser("Femke", phone=True)
    be_signed_in(femke, second_factor=True)
    lesson = LessonPage.objects.get(title="Vragen bij module 1")
    femke.page.goto(f"{femke.base}/beheer/pages/{lesson.pk}/view_draft/?mode={mode}")
    assert not femke.page.evaluate("() => document.documentElement.scrollWidth > innerWidth + 1")
    femke.picture(f"voorvertoning-{mode}")
    femke.checked.add("a preview")
