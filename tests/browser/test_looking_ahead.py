"""Noor looks ahead and back on her phone, makes her limits card, and Koen reads the same answers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.accounts.models import User
from lms.certification.ledger.services import record_all
from lms.certification.models import Evidence
from lms.certification.readiness import FactKind
from lms.courses.public import enroll
from tests.browser.scene import Scene, seen_vog, set_scene
from tests.browser.steps import be_signed_in, write_date
from tests.factories import cohorts, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def scene() -> Scene:
    return set_scene(timezone.now())


@pytest.fixture
def noor(scene) -> User:
    """Noor, whose VOG ends in three weeks; she goes to the meetings of the edition."""
    now = timezone.now()
    noor = people.noor()
    enroll(noor, scene.course, scene.koen, now)
    cohorts.place(scene.cohort, noor)
    record_all(noor, [seen_vog(now, days_left=21)], actor=scene.koen, now=now)
    return noor


def test_noor_asks_what_would_be_and_looks_back(open_browser, scene, noor):
    today = timezone.localdate()
    visitor = open_browser("Noor", phone=True)
    be_signed_in(visitor)

    visitor.go("/inzetbaar/")
    visitor.sees("Verloopt")
    visitor.follow("Wat gebeurt er als …?")
    visitor.press("Bekijk wat er gebeurt")
    visitor.sees("Kies ten minste 1 ding dat gebeurt.")
    write_date(visitor, "Bewijs over gedrag (VOG)", today + timedelta(days=5))
    visitor.page.get_by_label("Vragen stellen").check()
    visitor.press("Bekijk wat er gebeurt")
    visitor.sees("Als dit gebeurt:")
    visitor.sees("Dan staat er nog iets open.")
    visitor.sees("Wat verloopt er eerst?")

    visitor.go("/inzetbaar/")
    visitor.follow("Hoe stond het op een dag?")
    write_date(visitor, "Welke dag wil je zien?", today)
    visitor.press("Bekijk deze dag")
    visitor.sees("was je niet inzetbaar")
    visitor.sees("Print dit")
    visitor.page.emulate_media(media="print")
    visitor.picture("op-papier")


def test_noor_makes_her_limits_card(open_browser, scene, noor):
    visitor = open_browser("Noor", phone=True)
    be_signed_in(visitor)
    visitor.go("/inzetbaar/")
    visitor.follow("Mijn grenzenkaart")
    visitor.follow("Print een lege kaart")
    visitor.sees("Waarover praat ik liever niet?")
    visitor.page.go_back()
    visitor.press("Ik heb mijn grenzenkaart gemaakt")
    visitor.sees("Bewaard. Je hebt je grenzenkaart gemaakt.")
    assert Evidence.objects.filter(person=noor, kind=FactKind.LIMITS_CARD_MADE).count() == 1


def test_koen_reads_the_same_about_noor(open_browser, scene, noor):
    today = timezone.localdate()
    koen = open_browser("Koen")
    be_signed_in(koen, second_factor=True)
    koen.go(reverse("certification:person", kwargs={"uuid": noor.uuid}))
    koen.follow("Wat gebeurt er als …?")
    write_date(koen, "Bewijs over gedrag (VOG)", today + timedelta(days=5))
    koen.press("Bekijk wat er gebeurt")
    koen.sees("Als dit gebeurt:")
    koen.go(reverse("certification:as_of_person", kwargs={"uuid": noor.uuid}))
    write_date(koen, "Welke dag wil je zien?", today)
    koen.press("Bekijk deze dag")
    koen.sees("was Noor de Wit niet inzetbaar")
