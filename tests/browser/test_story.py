"""The main job from start to finish: Noor learns, becomes matchable, and the matching system hears of it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lms.accounts.models import User
from tests.browser.scene import Scene, set_scene, the_worker_runs
from tests.browser.steps import answer, answer_until_passed, sign_in, write_date
from tests.browser.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATUSES = "/api/v1/trainingsstatussen"
CHANGES = "/api/v1/statuswijzigingen"


def test_noor_learns_becomes_matchable_and_the_matching_system_reads_it(open_browser):
    scene = set_scene(timezone.now())
    koen, femke = open_browser("Koen"), open_browser("Femke")
    noor, vera = open_browser("Noor", phone=True), open_browser("Vera")

    given_koen_invites_noor(koen)
    given_koen_gives_her_a_place(koen, scene)
    when_noor_signs_in_and_sees_one_next_step(noor)
    when_she_reads_a_lesson_and_stops(noor)
    when_she_answers_and_is_never_told_she_failed(noor)
    when_she_practises_keeping_her_role_pure(noor)
    when_she_signs_and_tells_her_other_roles(noor)
    when_femke_writes_down_who_was_there(femke, scene)
    then_nobody_else_sees_anything_of_noor(vera)
    when_koen_sees_what_waits_and_writes_down_the_rest(koen)
    when_koen_confirms(koen)
    then_noor_sees_that_she_is_matchable_and_shares_it(noor)
    then_the_matching_system_reads_it(scene)
    then_noor_sees_who_looked(noor)


def given_koen_invites_noor(koen: Visitor) -> None:
    sign_in(koen, second_factor=True)
    koen.go("/mensen/uitnodigen/")
    koen.fill("Naam", "Noor de Wit")
    koen.fill("E-mailadres", "noor@example.org")
    koen.press("Nodig deze persoon uit")
    the_worker_runs()


def given_koen_gives_her_a_place(koen: Visitor, scene: Scene) -> None:
    koen.go(f"/lichtingen/{scene.cohort.uuid}/mensen/")
    koen.choose("Noor de Wit")
    koen.page.locator("main form button[type=submit]").first.click()
    koen.look()
    koen.go(f"/intervisie/groepen/{scene.group.uuid}/leden/")
    koen.choose("Noor de Wit")
    koen.page.locator("input[type=date]").first.fill(timezone.localdate().isoformat())
    koen.page.locator("main form button[type=submit]").first.click()
    koen.look()


def when_noor_signs_in_and_sees_one_next_step(noor: Visitor) -> None:
    sign_in(noor)
    noor.go("/")
    noor.sees("Dag Noor")
    noor.sees("Les 1.1 – Waarom is er een OCO?")
    noor.sees("Vragen stellen")
    noor.follow("Begin met deze les")
    noor.sees("Kort gezegd")


def when_she_reads_a_lesson_and_stops(noor: Visitor) -> None:
    noor.choose("Ik kom later terug")
    noor.press("Bewaar mijn keuze")
    noor.go("/")
    noor.sees("Les 1.1 – Waarom is er een OCO?")
    noor.page.locator(".card.next a.button").click()
    noor.look()
    noor.choose("Ik ben klaar met deze les")
    noor.press("Bewaar mijn keuze")
    noor.go("/")
    noor.sees("Les 1.2 – Wat doe je als OCO?")


def when_she_answers_and_is_never_told_she_failed(noor: Visitor) -> None:
    noor.go("/leren/basistraining-oco/wat-is-oco/vragen/")
    answer(noor, 2)
    noor.sees("Nog niet")
    noor.sees("Ook iemand met familie mag een OCO vragen")
    noor.does_not_see("Fout")
    answer(noor, 1)
    noor.sees("De stap is soms groot")
    noor.follow("Ga verder met stap 2")
    answer(noor, 3)
    noor.page.reload()
    noor.sees("Een OCO is voor inwoners altijd gratis")
    noor.go("/")
    noor.go("/leren/basistraining-oco/wat-is-oco/vragen/")
    noor.sees("Wat betaalt de inwoner voor een OCO?")


def when_she_practises_keeping_her_role_pure(noor: Visitor) -> None:
    for module in ("je-rol-zuiver-houden", "je-eigen-grenzen-en-samenwerken"):
        address = f"/leren/basistraining-oco/{module}/situaties/"
        noor.go(address)
        steps = noor.page.locator("ol.steps li").count()
        assert steps >= 3
        for number in range(1, steps + 1):
            noor.go(f"{address}?stap={number}")
            answer_until_passed(noor)
    the_worker_runs()


def when_she_signs_and_tells_her_other_roles(noor: Visitor) -> None:
    for code in ("vrijwilligersovereenkomst", "geheimhouding"):
        noor.go(f"/inzetbaar/afspraken/{code}/")
        noor.choose("Ik heb dit gelezen en ga akkoord")
        noor.press("Teken deze afspraak")
    noor.go("/inzetbaar/rollen/")
    noor.choose("Ik ben maatje")
    noor.fill("Welke afspraken maak je daarover?", "Ik ben geen maatje van iemand die ik als OCO help.")
    noor.press("Kijk de antwoorden na")
    noor.sees("Ik ben geen maatje van iemand die ik als OCO help.")
    noor.press("Bewaar mijn antwoorden")
    noor.go("/inzetbaar/")
    noor.sees("Wacht op Koen")


def when_femke_writes_down_who_was_there(femke: Visitor, scene: Scene) -> None:
    sign_in(femke, second_factor=True)
    meeting = scene.cohort.meetings.order_by("number").first()
    femke.go(f"/lichtingen/bijeenkomst/{meeting.uuid}/aanwezig/")
    femke.page.get_by_role("group", name="Noor de Wit").get_by_label("was er", exact=True).check()
    femke.press("Bewaar de aanwezigheid")
    session = scene.group.sessions.get()
    femke.go(f"/intervisie/sessies/{session.uuid}/verslag/")
    femke.fill("Hoeveel minuten, zonder pauze?", "75")
    femke.page.get_by_role("group", name="Noor de Wit").get_by_label("was er", exact=True).check()
    femke.press("Bewaar het verslag")
    the_worker_runs()
    femke.go("/")
    assert femke.page.goto(f"{femke.base}/bord/").status == 404


def then_nobody_else_sees_anything_of_noor(vera: Visitor) -> None:
    sign_in(vera, second_factor=True)
    vera.go("/bord/")
    vera.does_not_see("Noor")
    noor = User.objects.get(email="noor@example.org")
    for path in (f"/inzetbaar/{noor.uuid}/", f"/mensen/{noor.uuid}/", f"/koppelingen/delen/{noor.uuid}/"):
        response = vera.page.goto(f"{vera.base}{path}")
        assert response.status == 404
        vera.does_not_see("Noor")


def when_koen_sees_what_waits_and_writes_down_the_rest(koen: Visitor) -> None:
    koen.go("/bord/")
    koen.sees("Andere rollen bekijken")
    koen.follow("Noor de Wit")
    koen.sees("Ik ben geen maatje van iemand die ik als OCO help.")
    assert koen.page.get_by_role("button", name=re.compile("Bevestig")).count() == 0
    koen.press("Gezien en besproken")
    koen.follow("Leg iets vast")
    today = timezone.localdate()
    write_date(koen, "Eindgesprek was op", today + timedelta(days=3))
    koen.press("Leg dit vast")
    koen.sees("Deze dag moet nog komen")
    write_date(koen, "Eindgesprek was op", today)
    write_date(koen, "gezien op", today - timedelta(days=10))
    koen.press("Leg dit vast")


def when_koen_confirms(koen: Visitor) -> None:
    koen.go("/bord/?groep=ready")
    koen.follow("Noor de Wit")
    koen.press("Bevestig: Noor is inzetbaar")
    koen.sees("Noor is nu inzetbaar")
    the_worker_runs()


def then_noor_sees_that_she_is_matchable_and_shares_it(noor: Visitor) -> None:
    noor.go("/")
    noor.sees("Je bent inzetbaar.")
    noor.go("/koppelingen/delen/")
    noor.press("Ja, deel mijn status")
    noor.sees("Je deelt je status")


def then_the_matching_system_reads_it(scene: Scene) -> None:
    machine = Client(headers={"Authorization": f"Bearer {scene.key}"})
    noor = User.objects.get(email="noor@example.org")
    statuses = machine.get(STATUSES).json()["items"]
    assert [(line["uuid"], line["inzetbaar"]) for line in statuses] == [(str(noor.uuid), True)]
    changes = machine.get(CHANGES).json()["items"]
    assert [line["status"]["inzetbaar"] for line in changes] == [True]
    assert b"Noor" not in machine.get(STATUSES).content


def then_noor_sees_who_looked(noor: Visitor) -> None:
    noor.go("/koppelingen/delen/")
    noor.sees("Koppelsysteem")
    noor.go("/logboek/")
    noor.sees("Koen")
