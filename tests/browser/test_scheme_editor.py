"""Koen changes the rules: he tries a number, makes a draft, sees who would change, and puts it into force."""

import uuid

import pytest
from django.utils import timezone

from lms.accounts.models import User
from lms.certification.decisions.services import Ruling, decide
from lms.certification.models import SchemeVersion
from lms.certification.readiness import scheme_from_data
from lms.certification.schemes.drafts import rules
from tests.browser.scene import set_scene
from tests.browser.steps import be_signed_in
from tests.browser.test_overviews import did_what_is_asked
from tests.browser.visitor import Visitor
from tests.factories import certification

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_koen_changes_the_rules_without_surprises(open_browser):
    set_scene(timezone.now())
    koen = open_browser("Koen")
    given_somebody_who_is_matchable()
    be_signed_in(koen, second_factor=True)
    when_he_tries_a_number(koen)
    when_he_makes_a_draft_of_it(koen)
    when_he_adds_and_arranges(koen)
    then_he_sees_who_would_change(koen)
    then_he_puts_it_into_force(koen)


def given_somebody_who_is_matchable() -> None:
    now = timezone.now()
    els = certification.people_volunteer("Els Proef")
    did_what_is_asked(els, now)
    koen = User.objects.get(email="koen@example.org")
    decide(els, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)


def when_he_tries_a_number(koen: Visitor) -> None:
    koen.go("/inzetbaar/regeling/")
    koen.sees("De coördinator heeft je VOG gezien.")
    koen.go("/inzetbaar/regeling/probeer/live_days/")
    koen.choose("Nodig: zonder dit is iemand niet inzetbaar")
    koen.fill("Hoeveel ten minste?", "2")
    koen.press("Bekijk wie er verandert")
    koen.sees("1 valt uit.")
    koen.sees("Els Proef")


def when_he_makes_a_draft_of_it(koen: Visitor) -> None:
    koen.press("Maak hier een concept van")
    koen.sees("Er verandert nog niets voor mensen.")
    koen.sees("Je bent bij ten minste 2 van de 4 bijeenkomsten geweest.")
    koen.follow("Wijzig Bewijs over gedrag (VOG)")
    koen.sees("Wat betekent dit voor iemand?")
    koen.page.get_by_label("Hoeveel dagen, maanden of jaren?").fill("")
    koen.press("Bewaar in het concept")
    koen.sees("Kies een geldige lengte.")
    koen.page.get_by_label("Hoeveel dagen, maanden of jaren?").fill("24")
    koen.press("Bekijk het voorbeeld")
    koen.press("Bewaar in het concept")
    koen.sees("Bewaard in het concept.")


def when_he_adds_and_arranges(koen: Visitor) -> None:
    koen.follow("Een leefgebied erbij")
    koen.fill("Hoe heet het leefgebied?", "Wmo")
    koen.press("Bewaar")
    koen.follow("Een eis erbij")
    koen.follow("Een gesprek")
    koen.fill("Hoe heet deze eis?", "Verdieping Wmo")
    koen.choose("Een ander gesprek: het heet zoals deze eis")
    koen.page.get_by_label("Waar hoort deze eis bij?").select_option(label="Leefgebied: Wmo")
    koen.fill("Waarom vragen wij dit?", "De Wmo heeft eigen woorden.")
    koen.fill("Hoe doe je dit?", "Praat met de trainer.")
    koen.fill("Welke andere manier is er?", "Vertel wat je al weet.")
    koen.press("Bewaar in het concept")
    koen.follow("Een groep maken")
    koen.follow("Terug naar het concept")
    koen.follow("Volgorde, en eisen weghalen")
    koen.press("Omhoog Contactpersoon", exact=False)
    koen.follow("Terug naar het concept")
    koen.sees("verplaatst")


def then_he_sees_who_would_change(koen: Visitor) -> None:
    koen.follow("Wanneer en voor wie?")
    koen.choose("Iedereen, meteen")
    koen.fill("Wat verandert er, en waarom?", "Oefenen aan tafel is nodig.")
    koen.press("Bewaar")
    koen.press("Reken uit wie er verandert")
    koen.sees("Els Proef")
    koen.sees("Bijeenkomsten van de basistraining")


def then_he_puts_it_into_force(koen: Visitor) -> None:
    koen.follow("Ga verder met instellen")
    koen.press("Stel deze regeling in")
    koen.sees("De regeling is ingesteld")
    koen.follow("Vergelijk 2 versies")
    koen.press("Vergelijk")
    version = SchemeVersion.objects.order_by("pk").last()
    made = scheme_from_data(version.content)
    assert [each.id for each in made.domains] == ["wmo"]
    assert rules.find(made, "vog").rule.validity.length == 24
