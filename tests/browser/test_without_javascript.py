"""Everything a learner needs works without JavaScript, on the smallest phone; so does checking a paper."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.accounts.models import User
from lms.certification.certificates.codes import paper_code
from lms.certification.certificates.signing_key import code_secret
from lms.certification.models import Evidence
from lms.certification.readiness import FactKind
from lms.courses.models import LessonPage
from lms.courses.public import completed_items, enroll
from tests.browser.conftest import SMALL_PHONE
from tests.browser.scene import Scene, set_scene
from tests.browser.steps import answer, sign_in, write_date
from tests.browser.visitor import Visitor
from tests.factories import certificates, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COURSE = "/leren/basistraining-oco/wat-is-oco"


@pytest.fixture
def scene() -> Scene:
    return set_scene(timezone.now())


@pytest.fixture
def person(scene) -> User:
    noor = people.noor()
    enroll(noor, scene.course, scene.koen, timezone.now())
    return noor


@pytest.fixture
def noor(person, open_browser) -> Visitor:
    """Noor behind a phone of 320 pixels that runs no scripts, signed in."""
    visitor: Visitor = open_browser("Noor", size=SMALL_PHONE, scripts=False)
    sign_in(visitor)
    return visitor


def test_noor_learns_and_signs_without_javascript(noor, person):
    noor.go(f"{COURSE}/vragen/")
    answer(noor, 2)
    noor.sees("Nog niet")

    noor.go(f"{COURSE}/waarom-is-er-een-oco/")
    noor.choose("Ik ben klaar met deze les")
    noor.press("Bewaar mijn keuze")
    assert LessonPage.objects.get(number="1.1").uid in completed_items(person)

    noor.go("/inzetbaar/afspraken/geheimhouding/")
    noor.choose("Ik heb dit gelezen en ga akkoord")
    noor.press("Teken deze afspraak")
    noor.go("/inzetbaar/")
    noor.sees("Je hebt dit getekend op")


def test_noor_looks_ahead_and_back_without_javascript(noor, person):
    today = timezone.localdate()
    noor.go("/inzetbaar/")
    noor.follow("Wat gebeurt er als …?")
    write_date(noor, "Bewijs over gedrag (VOG)", today - timedelta(days=1))
    noor.press("Bekijk wat er gebeurt")
    noor.sees("Kies vandaag of een dag die nog komt.")
    write_date(noor, "Bewijs over gedrag (VOG)", today + timedelta(days=5))
    noor.press("Bekijk wat er gebeurt")
    noor.sees("Als dit gebeurt:")
    noor.follow("Op weg naar inzetbaar")
    noor.follow("Hoe stond het op een dag?")
    write_date(noor, "Welke dag wil je zien?", today)
    noor.press("Bekijk deze dag")
    noor.sees("was je niet inzetbaar")
    noor.follow("Op weg naar inzetbaar")
    noor.follow("Mijn grenzenkaart")
    noor.press("Ik heb mijn grenzenkaart gemaakt")
    noor.sees("Bewaard. Je hebt je grenzenkaart gemaakt.")
    assert Evidence.objects.filter(person=person, kind=FactKind.LIMITS_CARD_MADE).count() == 1


def test_noor_finds_her_proof_and_a_stranger_checks_it_without_javascript(noor, person, scene, open_browser):
    noor.go("/inzetbaar/bewijzen/woorden/")
    noor.fill("Wat heb ik geleerd?", "Ik leerde eerst te luisteren.")
    noor.press("Bewaar mijn woorden")
    proof = certificates.proof(person, scene.koen, timezone.now())
    noor.follow("Op weg naar inzetbaar")
    noor.follow("Mijn bewijzen")
    noor.follow("Bewijs van deelname", exact=False)
    noor.sees("Ik leerde eerst te luisteren.")
    noor.sees("De PDF wordt gemaakt.")
    noor.follow("Kijk opnieuw")

    stranger = open_browser("Jo", size=SMALL_PHONE, scripts=False)
    stranger.go(f"/bewijs/{proof.uuid}/")
    stranger.sees("Dit bewijs is geldig.")
    stranger.does_not_see("Noor")
    stranger.press("Laat zien wat erop staat")
    stranger.sees("Vul de code in die op het papier staat.")
    stranger.fill("Code op het papier", paper_code(code_secret(), proof.uuid.bytes))
    stranger.press("Laat zien wat erop staat")
    stranger.sees("Noor de Wit")
