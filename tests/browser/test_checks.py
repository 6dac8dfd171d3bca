"""Femke sees beside her text what could be better, while she types; and finds help without leaving."""

import json

import pytest
from django.utils import timezone
from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as TookTooLong

from lms.courses.models import LessonPage
from tests.browser.scene import set_scene
from tests.browser.steps import be_signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The editor compares with what stood there two seconds after it opened, and says when it begins to.
WATCHED = "addEventListener('w-unsaved:watch-edits', () => { document.documentElement.dataset.watched = '' })"
LONG = "Soms is het in het begin best lastig om aan iemand anders te vertellen wat je nu echt nodig hebt."


def test_femke_sees_what_could_be_better_while_she_types(open_browser):
    set_scene(timezone.now())
    lesson = LessonPage.objects.get(number="1.1")
    femke = open_browser("Femke")
    be_signed_in(femke, second_factor=True)

    femke.page.add_init_script(WATCHED)
    femke.page.goto(f"{femke.base}/beheer/pages/{lesson.pk}/edit/")
    femke.page.get_by_role("button", name="Checks aan/uitzetten").click()
    panel = femke.page.locator("[data-writing-panel]")
    panel.get_by_text("Goed zo. Wij zien niets wat beter kan.").wait_for()
    assert panel.get_by_text("Leesbaarheid (doel: 60)").is_visible()
    femke.picture("panel-good")

    femke.page.locator("html[data-watched]").wait_for()
    summary = femke.page.locator("textarea[name^='body-'][name$='-value-text']").first
    write(
        summary, f"{LONG} Bel {{{{ onbekend_woord }}}}. Vraag een VOG.", panel.get_by_text("Eerst nodig (1)")
    )
    panel.get_by_text("heeft 20 woorden").wait_for()
    panel.get_by_text("‘VOG’ is een afkorting zonder uitleg").wait_for()
    panel.get_by_role("link", name="Blok 3 (Kort gezegd)").first.click()
    assert "#block-" in femke.page.url
    counter = femke.page.locator('[data-side-panel-toggle="checks"] [data-side-panel-toggle-counter]')
    counter.get_by_text("3").wait_for()
    femke.picture("panel-findings")

    write(summary, "Hulp vragen is moeilijk.", panel.get_by_text("Goed zo. Wij zien niets wat beter kan."))


def test_femke_finds_where_the_course_can_be_better_and_help(open_browser):
    set_scene(timezone.now())
    lesson = LessonPage.objects.get(number="1.1")
    body = json.dumps([*lesson.body.get_prep_value(), {"type": "summary", "value": {"text": LONG}}])
    lesson.body = body
    lesson.save_revision()
    femke = open_browser("Femke", phone=True)
    be_signed_in(femke, second_factor=True)

    femke.go("/beheer/nakijken/")
    femke.sees("Kan beter bij: 1.")
    femke.sees("lange zin")
    femke.go("/beheer/hulp/")
    femke.fill("Waar wil je iets over weten?", "ondertitels")
    femke.page.get_by_role("button", name="Zoek", exact=True).click()
    femke.page.get_by_role("link", name="Zo kan een les nog niet online").click()
    femke.look()
    femke.sees("Een film zonder ondertitels.")


def write(field: Locator, text: str, said: Locator) -> None:
    """Type a text and go on typing until the panel says something about it.

    What is filled in while the editor is just then saving on its own is seen at the next key.
    """
    field.fill(text)
    for _key in range(3):
        try:
            said.wait_for(timeout=6_000)
        except TookTooLong:
            field.press("End")
            field.press_sequentially(" ")
        else:
            return
    said.wait_for()
