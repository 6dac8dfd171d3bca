"""Femke puts a change of safety online; Noor reads only that and does one situation; Koen sees both."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from lms.courses.models import LessonChange, LessonPage
from tests.browser.scene import set_scene
from tests.browser.steps import answer_until_passed, be_signed_in, the_worker_runs
from tests.browser.test_trainer import publish
from tests.factories import changes, courses, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LINE = "Je belt nu eerst de coördinator."


def test_noor_reads_only_what_is_new_in_a_lesson_she_finished(open_browser):
    now = timezone.now()
    scene = set_scene(now)
    noor = people.noor()
    lesson = LessonPage.objects.get(number="5.2")
    changes.finished(courses.enrolled(noor, scene.course), lesson, now - timedelta(days=3))

    femke_says_what_changes(open_browser("Femke"), lesson)
    change = LessonChange.objects.get()
    assert len(change.block_uids) == 1, "an editor that saves does not change the other blocks"
    the_worker_runs()

    koen = open_browser("Koen")
    be_signed_in(koen, second_factor=True)
    koen.go(f"/inzetbaar/{noor.uuid}/")
    koen.sees("Er is iets veranderd in 1 les.")

    phone = open_browser("Noor", phone=True)
    be_signed_in(phone)
    phone.sees("Er is iets nieuws in: 5.2")
    phone.follow("Er is iets nieuws in: 5.2", exact=False)
    phone.sees(LINE)
    phone.sees("Bel eerst de coördinator.")
    assert phone.page.locator("main .fresh > *").count() == 2, "a heading and the one block"
    phone.press("Ik heb dit gelezen")
    phone.sees("Doe nu nog deze situatie.")
    answer_until_passed(phone)
    phone.sees("Je bent weer bij met wat nieuw is.")
    phone.go("/")
    phone.does_not_see("Er is iets nieuws in")
    phone.go("/voortgang/nieuw/")
    phone.sees("Je bent helemaal bij.")

    the_worker_runs()
    koen.page.reload()
    koen.does_not_see("Er is iets veranderd in 1 les.")
    expect(koen.page.get_by_text("Lezen wat nieuw is")).not_to_have_count(0)


def femke_says_what_changes(femke, lesson: LessonPage) -> None:
    be_signed_in(femke, second_factor=True)
    femke.page.goto(f"{femke.base}/beheer/pages/{lesson.pk}/edit/")
    femke.sees("Wat verandert er?")
    femke.page.wait_for_load_state("networkidle")
    femke.page.locator(".Draftail-Editor").first.wait_for()  # before it is there, it would say something else
    femke.page.locator("textarea[name^='body-'][name$='-value-text']").first.fill("Bel eerst de coördinator.")
    femke.page.get_by_label("Veiligheid: wie de les al deed, moet dit weten").check()
    publish(femke)
    femke.sees("Schrijf bij ‘Wat verandert er?’ één zin")
    assert not LessonChange.objects.exists()
    femke.page.locator("input[name=change_line]").fill(LINE)
    publish(femke)
