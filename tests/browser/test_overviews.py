"""Koen's overviews: who is ready, who has what, who will be; Paula and Femke see less."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from lms.accounts.models import Organisation, User
from lms.accounts.people.services import share_status
from lms.accounts.roles import Role
from lms.certification.ledger.services import record_all
from lms.certification.readiness import FactKind
from tests.browser.scene import Scene, did_what_is_asked, set_scene, the_worker_runs
from tests.browser.steps import be_signed_in
from tests.browser.visitor import Visitor
from tests.factories import certification, cohorts, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_koen_sees_who_is_ready_confirms_together_and_looks_ahead(open_browser):
    scene = set_scene(timezone.now())
    given_people_on_their_way(scene)
    koen = open_browser("Koen")
    be_signed_in(koen, second_factor=True)

    when_koen_confirms_two_people_together(koen)
    then_he_takes_it_back(koen)
    when_he_looks_for_somebody(koen)
    then_he_sees_who_has_what(koen)
    then_he_looks_ahead(koen)


def test_paula_sees_one_word_and_femke_only_the_training(open_browser):
    scene = set_scene(timezone.now())
    aad, *_ = given_people_on_their_way(scene)
    haven = Organisation.objects.create(name="Stichting Haven")
    people.member_of(aad, haven)
    share_status(aad, shares=True, now=timezone.now())
    people.person("Paula Prins", Role.CONTACT_PERSON, organisation=haven)
    paula, femke = open_browser("Paula", phone=True), open_browser("Femke")
    be_signed_in(paula, second_factor=True)
    paula.go("/mijn-mensen/")
    paula.sees("Aad Af")
    paula.sees("Nu niet inzetbaar")
    paula.sees("Ga mee")
    paula.does_not_see("Bea Bel")
    be_signed_in(femke, second_factor=True)
    femke.go("/lichtingen/")
    femke.follow("Wie is waar in de training?")
    femke.sees("Aad Af")
    femke.sees("Eindgesprek")
    femke.does_not_see("VOG")


def given_people_on_their_way(scene: Scene) -> list[User]:
    """Two people who can be confirmed, one who waits long, and one who just began."""
    now = timezone.now()
    today = timezone.localdate(now)
    found = [certification.people_volunteer(name) for name in ("Aad Af", "Bea Bel", "Cor Cel", "Dirk Dam")]
    for person in found[:2]:
        did_what_is_asked(person, now)
    told = [certification.entry(FactKind.ROLES_DECLARED, today - timedelta(days=20))]
    record_all(found[2], told, actor=None, now=now)
    for person in found:
        cohorts.place(scene.cohort, person)
    the_worker_runs()
    return found


def when_koen_confirms_two_people_together(koen: Visitor) -> None:
    koen.go("/bord/")
    koen.sees("Wacht 20 dagen")
    koen.page.get_by_role("link", name="Klaar om te bevestigen").click()
    koen.look()
    koen.choose("Aad Af")
    koen.choose("Bea Bel")
    koen.press("Bevestig deze mensen")
    koen.sees("Voor 2 mensen")
    koen.press("Bevestig dat zij inzetbaar zijn")
    koen.sees("2 mensen zijn bevestigd.")


def then_he_takes_it_back(koen: Visitor) -> None:
    koen.press("Maak ongedaan")
    koen.sees("Teruggenomen voor 2 mensen.")


def when_he_looks_for_somebody(koen: Visitor) -> None:
    koen.go("/bord/?groep=in_progress")
    koen.page.get_by_text("Zoek of kies wie je ziet").click()
    koen.fill("Naam", "Dirk")
    koen.press("Zoek")
    koen.sees("Je zocht op: Dirk.")
    koen.sees("Dirk Dam")
    koen.does_not_see("Cor Cel")
    koen.press("Laat weer iedereen zien")
    koen.sees("Cor Cel")


def then_he_sees_who_has_what(koen: Visitor) -> None:
    koen.follow("Wie heeft wat?")
    expect(koen.page.get_by_role("columnheader", name="Geheimhouding")).to_be_visible()
    koen.sees("Aad Af")
    with koen.page.expect_download() as taken:
        koen.page.get_by_role("link", name="Haal dit op als CSV").click()
    assert "Aad Af" in taken.value.path().read_text("utf-8-sig")


def then_he_looks_ahead(koen: Visitor) -> None:
    koen.follow("Vooruitkijken")
    koen.sees("Hoeveel mensen")
    koen.sees("Wacht lang op jou")
