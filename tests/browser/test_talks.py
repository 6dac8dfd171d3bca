"""Femke writes down a closing talk provisionally; Koen makes it final; Noor reads the same list."""

import pytest
from django.utils import timezone

from lms.certification.models import Evidence
from lms.certification.readiness import FactKind
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from tests.browser.scene import set_scene, the_worker_runs
from tests.browser.steps import be_signed_in
from tests.browser.visitor import Visitor
from tests.factories import cohorts, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AGREED = "Je loopt eerst 1 keer mee."
STILL = "Praat nog 1 keer over grenzen."


def test_a_closing_talk_goes_from_femke_to_koen_to_noor(open_browser):
    scene = set_scene(timezone.now())
    cohorts.place(scene.cohort, people.noor())
    femke, koen = open_browser("Femke"), open_browser("Koen")
    noor = open_browser("Noor", phone=True)
    be_signed_in(femke, second_factor=True)
    be_signed_in(koen, second_factor=True)
    be_signed_in(noor)

    when_femke_writes_it_down(femke)
    then_noor_reads_the_same(noor)
    when_koen_wants_one_point_again(koen)
    when_femke_talks_again(femke)
    when_koen_makes_it_final(koen)
    then_all_points_are_final(femke, noor)


def when_femke_writes_it_down(femke: Visitor) -> None:
    femke.go("/lichtingen/")
    femke.follow("Eindgesprekken")
    femke.sees("Nog te doen")
    femke.follow("Noor de Wit")
    femke.press("Bewaar dit voorlopig")
    femke.sees("Kies ten minste 1 punt dat jullie bespraken.")
    for title in CLOSING_TALK_POINTS.values():
        femke.choose(title)
    femke.fill("Welke afspraken maakten jullie?", AGREED)
    femke.press("Bewaar dit voorlopig")
    femke.sees("Bewaard. De coördinator maakt het definitief.")
    femke.sees("Voorlopig")
    the_worker_runs()


def then_noor_reads_the_same(noor: Visitor) -> None:
    noor.go("/inzetbaar/")
    noor.page.locator("summary", has_text="Wat er besproken en afgesproken is").click()
    noor.sees(AGREED)
    assert not Evidence.objects.filter(kind=FactKind.CONVERSATION_HELD).exists()


def when_koen_wants_one_point_again(koen: Visitor) -> None:
    koen.go("/bord/")
    koen.follow("Noor de Wit")
    koen.sees("voorlopig opgeschreven door Femke Smit")
    koen.follow("Eindgesprek")
    koen.choose("Nog niet. Er moet nog iets besproken worden")
    koen.press("Bewaar mijn antwoord")
    koen.sees("Kies welke punten nog een keer moeten.")
    koen.choose("Grenzen")
    koen.fill("Wat is er nog nodig?", STILL)
    koen.press("Bewaar mijn antwoord")
    koen.sees("Bewaard. De vrijwilliger kan het lezen.")


def when_femke_talks_again(femke: Visitor) -> None:
    femke.go("/inzetbaar/eindgesprekken/")
    femke.sees(STILL)
    femke.follow("Noor de Wit")
    femke.choose("Grenzen")
    femke.press("Bewaar dit voorlopig")


def when_koen_makes_it_final(koen: Visitor) -> None:
    koen.go("/inzetbaar/wacht-op-mij/")
    koen.follow("Noor de Wit: Eindgesprek")
    koen.choose("Ja. Maak het definitief")
    koen.press("Bewaar mijn antwoord")
    koen.sees("Bewaard. De vrijwilliger kan het lezen.")


def then_all_points_are_final(femke: Visitor, noor: Visitor) -> None:
    femke.go("/inzetbaar/eindgesprekken/")
    femke.sees("Definitief")
    noor.go("/inzetbaar/")
    noor.sees("Definitief")
    assert Evidence.objects.filter(kind=FactKind.CONVERSATION_HELD).count() == len(CLOSING_TALK_POINTS)
