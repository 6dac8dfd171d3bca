"""Noor hands something in on the smallest phone without scripts, and takes a pause; Koen answers."""

import pytest
from django.utils import timezone

from lms.certification.models import Decision, Evidence
from lms.certification.readiness import FactKind
from tests.browser.conftest import SMALL_PHONE
from tests.browser.scene import set_scene, the_worker_runs
from tests.browser.steps import be_signed_in, write_date
from tests.browser.visitor import Visitor
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
VOG = "Bewijs over gedrag (VOG)"
HANDED_IN = f"{VOG}: laten zien of ingeleverd"
WHAT_IS_NEEDED = "Neem de tweede bladzijde ook mee."


def test_noor_hands_in_and_koen_answers(open_browser):
    set_scene(timezone.now())
    people.noor()
    noor, koen = open_browser("Noor", size=SMALL_PHONE, scripts=False), open_browser("Koen")
    be_signed_in(noor)
    be_signed_in(koen, second_factor=True)

    when_noor_hands_in_and_takes_it_back(noor)
    when_noor_hands_in(noor)
    when_koen_still_needs_something(koen)
    then_noor_reads_what_is_needed(noor)
    when_noor_hands_in(noor)
    when_koen_has_seen_it(koen)
    then_it_counts(noor)


def test_noor_takes_a_pause_without_a_reason_and_comes_back(open_browser):
    set_scene(timezone.now())
    person = people.noor()
    noor, koen = open_browser("Noor", size=SMALL_PHONE, scripts=False), open_browser("Koen", phone=True)
    be_signed_in(noor)
    noor.go("/inzetbaar/")
    noor.follow("Ik wil even pauze")
    noor.sees("Je hoeft niet te zeggen waarom.")
    write_date(noor, "Tot en met welke dag?", timezone.localdate())
    noor.press("Begin mijn pauze")
    noor.sees("Kies een dag die nog komt.")
    noor.fill("Tot en met welke dag?", "")
    noor.press("Begin mijn pauze")
    noor.sees("Je hebt nu even pauze.")
    the_worker_runs()

    be_signed_in(koen, second_factor=True)
    koen.go("/bord/?groep=paused")
    koen.follow("Noor de Wit")
    koen.sees("Even pauze")
    assert Decision.objects.get(person=person).reason == ""

    noor.press("Ik wil weer meedoen")
    noor.sees("Welkom terug. Je pauze is voorbij.")


def when_noor_hands_in_and_takes_it_back(noor: Visitor) -> None:
    noor.go("/inzetbaar/")
    noor.follow("Ik heb iets ingeleverd")
    noor.press("Bewaar dit")
    noor.sees("Kies wat het is.")
    noor.choose(HANDED_IN)
    noor.press("Bewaar dit")
    noor.sees("Bewaard. Nu kijkt de coördinator ernaar.")
    noor.press(f"Neem dit terug {VOG}")
    noor.sees("Teruggenomen.")
    noor.does_not_see("Wat je hebt ingeleverd")


def when_noor_hands_in(noor: Visitor) -> None:
    noor.go("/inzetbaar/ingeleverd/")
    noor.choose(HANDED_IN)
    noor.press("Bewaar dit")
    noor.sees("Wat je hebt ingeleverd")
    the_worker_runs()


def when_koen_still_needs_something(koen: Visitor) -> None:
    koen.go("/bord/")
    koen.follow("Noor de Wit")
    koen.follow(VOG)
    koen.press("Bewaar mijn antwoord")
    koen.sees("Kies wat je ziet.")
    koen.choose("Nog niet. Er is nog iets nodig")
    koen.press("Bewaar mijn antwoord")
    koen.sees("Schrijf in een paar woorden wat er nog nodig is.")
    koen.fill("Wat is er nog nodig?", WHAT_IS_NEEDED)
    koen.press("Bewaar mijn antwoord")
    koen.sees("Bewaard. De vrijwilliger kan het lezen.")


def then_noor_reads_what_is_needed(noor: Visitor) -> None:
    noor.go("/inzetbaar/")
    noor.sees(WHAT_IS_NEEDED)
    noor.sees("Nog niet")


def when_koen_has_seen_it(koen: Visitor) -> None:
    koen.go("/bord/")
    koen.follow("Wat wacht op mij")
    koen.follow(f"Noor de Wit: {VOG}")
    koen.choose("Gezien. Het is goed")
    koen.press("Bewaar mijn antwoord")
    koen.go("/inzetbaar/wacht-op-mij/")
    koen.sees("Er wacht nu niets op jou.")


def then_it_counts(noor: Visitor) -> None:
    noor.go("/inzetbaar/")
    noor.does_not_see("Wat je hebt ingeleverd")
    assert Evidence.objects.filter(kind=FactKind.SEEN, key="vog", person__name="Noor de Wit").count() == 1
