"""Everything a learner needs works without JavaScript."""

import pytest
from django.utils import timezone

from lms.courses.models import LessonPage
from lms.courses.public import completed_items, enroll
from tests.browser.conftest import new_page
from tests.browser.scene import set_scene
from tests.browser.steps import code_from_mail
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_noor_learns_and_signs_without_javascript(chromium, live_server):
    scene = set_scene(timezone.now())
    noor = people.noor()
    enroll(noor, scene.course, scene.koen, timezone.now())
    page = new_page(chromium, phone=True, java_script_enabled=False)

    page.goto(f"{live_server.url}/account/login/")
    page.get_by_label("E-mailadres").fill("noor@example.org")
    page.get_by_role("button", name="Stuur mij een code").click()
    page.get_by_label("Code uit je mail").fill(code_from_mail("noor@example.org"))
    page.get_by_role("button", name="Log in met deze code").click()

    page.goto(f"{live_server.url}/leren/basistraining-oco/wat-is-oco/vragen/")
    page.locator("#optie-2").check()
    page.get_by_role("button", name="Kijk mijn antwoord na").click()
    assert "Nog niet" in page.inner_text("main")

    page.goto(f"{live_server.url}/leren/basistraining-oco/wat-is-oco/waarom-is-er-een-oco/")
    page.get_by_label("Ik ben klaar met deze les").check()
    page.get_by_role("button", name="Bewaar mijn keuze").click()
    lesson = LessonPage.objects.get(number="1.1")
    assert lesson.uid in completed_items(noor)

    page.goto(f"{live_server.url}/inzetbaar/afspraken/geheimhouding/")
    page.get_by_label("Ik heb dit gelezen en ga akkoord").check()
    page.get_by_role("button", name="Teken deze afspraak").click()
    page.goto(f"{live_server.url}/inzetbaar/")
    assert "Je hebt dit getekend op" in page.inner_text("main")
    page.context.close()
