"""What does not fit the rules: Koen extends for several people, and an exception takes two coordinators."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.accounts.roles import Role
from lms.municipality.models import MunicipalitySettings
from tests.browser.scene import matchable, set_scene, the_worker_runs
from tests.browser.steps import be_signed_in, write_date
from tests.browser.visitor import Visitor
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GROUND = "Het aanvragen duurt nu lang."


def test_koen_extends_for_everybody_whose_vog_ends_and_takes_it_back(open_browser):
    now = timezone.now()
    scene = set_scene(now)
    matchable("Aad Af", scene.koen, now, vog_days_left=25)
    matchable("Bea Bel", scene.koen, now, vog_days_left=30)
    matchable("Cor Cel", scene.koen, now)
    the_worker_runs()
    koen = open_browser("Koen")
    be_signed_in(koen, second_factor=True)

    when_koen_chooses_who(koen)
    when_he_fills_in_and_looks_first(koen)
    when_he_extends(koen)
    then_he_takes_it_back(koen)


def test_an_exception_waits_for_a_second_coordinator(open_browser):
    set_scene(timezone.now())
    settings = MunicipalitySettings.load()
    settings.asks_second_person = True
    settings.save()
    noor = people.noor()
    people.person("Kim Bakker", Role.COORDINATOR)
    koen, kim = open_browser("Koen"), open_browser("Kim", phone=True)
    address = reverse("certification:person", kwargs={"uuid": noor.uuid})

    be_signed_in(koen, second_factor=True)
    koen.go(address)
    koen.page.locator("summary", has_text="Een ander besluit").click()
    koen.follow("Maak een uitzondering")
    koen.sees("Een tweede coördinator moet het ermee eens zijn.")
    koen.press("Vraag de uitzondering")
    koen.sees("Kies een reden.")
    koen.choose("De inzet kan niet wachten")
    koen.fill("Leg het uit", "Noor gaat morgen met een collega mee.")
    write_date(koen, "Tot en met welke dag?", timezone.localdate() + timedelta(days=30))
    koen.press("Vraag de uitzondering")
    koen.sees("Gevraagd. Nu wacht dit op een tweede coördinator.")
    koen.does_not_see("Ik ben het ermee eens")

    be_signed_in(kim, second_factor=True)
    kim.go("/bord/")
    kim.follow("Wat wacht op mij")
    kim.follow("Noor de Wit")
    kim.press("Ik ben het ermee eens")
    kim.sees("De uitzondering geldt nu.")
    kim.sees("Inzetbaar, met een uitzondering")
    kim.press("Neem dit besluit terug")
    kim.sees("Teruggenomen. Wat er daarvoor stond, geldt weer.")


def when_koen_chooses_who(koen: Visitor) -> None:
    koen.go("/bord/?groep=expiring")
    koen.does_not_see("Cor Cel")
    koen.choose("Aad Af")
    koen.choose("Bea Bel")
    koen.press("Verleng een eis")
    koen.sees("De mensen die ik koos: 2")


def when_he_fills_in_and_looks_first(koen: Visitor) -> None:
    koen.press("Kijk voor wie dit geldt")
    koen.sees("Kies een eis.")
    koen.page.get_by_label("Welke eis?").select_option(label="Bewijs over gedrag (VOG)")
    write_date(koen, "Tot en met welke dag?", timezone.localdate() + timedelta(days=90))
    koen.choose("Een papier is onderweg")
    koen.fill("Leg het uit", "Het papier komt.")
    koen.press("Kijk voor wie dit geldt")
    koen.sees("Voor 2 mensen")
    koen.press("Wijzig dit")
    koen.fill("Leg het uit", GROUND)
    koen.press("Kijk voor wie dit geldt")
    koen.sees(GROUND)


def when_he_extends(koen: Visitor) -> None:
    koen.press("Verleng voor deze mensen")
    koen.sees("De verlenging geldt nu.")
    koen.sees("Aad Af")
    koen.follow("Bea Bel")
    koen.sees(GROUND)
    koen.follow("Bewijs over gedrag (VOG)")


def then_he_takes_it_back(koen: Visitor) -> None:
    koen.press("Neem de verlenging terug")
    koen.sees("Teruggenomen voor 2 mensen.")
    koen.sees("Deze verlenging is teruggenomen.")
    koen.does_not_see("Aad Af")
