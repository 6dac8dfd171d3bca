"""Femke sharpens a lesson in the editor, and an unknown fill-in word does not get out."""

import pytest
from django.utils import timezone

from lms.courses.models import LessonPage
from tests.browser.scene import set_scene
from tests.browser.steps import be_signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_femke_publishes_a_lesson_and_is_stopped_by_an_unknown_fill_in_word(open_browser):
    set_scene(timezone.now())
    lesson = LessonPage.objects.get(number="1.1")
    femke = open_browser("Femke")
    be_signed_in(femke, second_factor=True)

    femke.page.goto(f"{femke.base}/beheer/pages/{lesson.pk}/edit/")
    summary = femke.page.locator("textarea[name^='body-'][name$='-value-text']").first
    summary.fill("Hulp vragen is moeilijk in {{ onbekend_woord }}.")
    publish(femke)
    femke.sees("onbekend_woord")
    assert "onbekend_woord" not in str(LessonPage.objects.get(pk=lesson.pk).body.get_prep_value())

    summary.fill("Hulp vragen is moeilijk in {{ gemeente }}.")
    publish(femke)
    femke.go(lesson.get_url())
    femke.sees("Hulp vragen is moeilijk in Almere.")
    femke.sees("Je bekijkt")


def test_femke_sees_the_lesson_beside_the_editor_while_she_writes(open_browser):
    set_scene(timezone.now())
    lesson = LessonPage.objects.get(number="1.1")
    femke = open_browser("Femke")
    be_signed_in(femke, second_factor=True)

    femke.page.goto(f"{femke.base}/beheer/pages/{lesson.pk}/edit/")
    femke.page.get_by_role("button", name="Toon/verberg voorvertoning").click()
    preview = femke.page.frame_locator("#w-preview-iframe").get_by_role("heading", level=1)
    preview.get_by_text(lesson.title).wait_for()


def publish(femke) -> None:
    femke.page.locator("[data-w-dropdown-target='toggle']").last.click()
    button = femke.page.locator("button[name='action-publish']").first
    with femke.page.expect_navigation():
        button.click()
