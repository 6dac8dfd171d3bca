"""Stopping for now, coming back a day later, and a lesson that says first what may touch somebody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lms.courses.models import LessonPage, LessonProgress
from lms.courses.public import enroll
from tests.browser.scene import set_scene
from tests.browser.visitor import Visitor
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUESTIONS = "/leren/basistraining-oco/wat-is-oco/vragen/"
READING = "/leren/basistraining-oco/wat-is-oco/waarom-is-er-een-oco/"
WARNING = "Deze les gaat over hulp vragen. Dat kan je raken."


@pytest.fixture
def noor(open_browser) -> Visitor:
    """Noor with her phone, signed in already; the first lesson has a warning."""
    scene, person = set_scene(timezone.now()), people.noor()
    enroll(person, scene.course, scene.koen, timezone.now())
    LessonPage.objects.filter(number="1.1").update(warning=WARNING)
    visitor: Visitor = open_browser("Noor", phone=True)
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.cookies["sessionid"].value
    visitor.page.context.add_cookies([{"name": "sessionid", "value": session, "url": visitor.base}])
    return visitor


def test_noor_stops_and_finds_her_place_the_next_day(noor):
    noor.go(f"{QUESTIONS}?stap=2")
    noor.follow("Stop even")
    noor.sees("Alles is bewaard.")
    for row in LessonProgress.objects.all():
        row.seen_at -= timedelta(days=1)
        row.save()
    noor.go(QUESTIONS)
    noor.sees("Fijn dat je er weer bent")
    noor.sees("bij stap 2 van 5.")
    noor.picture("weer-terug")
    noor.page.reload()
    noor.does_not_see("Fijn dat je er weer bent")


def test_noor_reads_a_warning_skips_and_begins_later(noor):
    noor.go(READING)
    noor.sees(WARNING)
    noor.follow("Sla deze les over")
    noor.does_not_see(WARNING)
    assert not LessonProgress.objects.filter(lesson_uid=LessonPage.objects.get(number="1.1").uid).exists()
    noor.go(READING)
    noor.press("Begin met deze les")
    noor.sees("Denk even na")
    noor.does_not_see(WARNING)
