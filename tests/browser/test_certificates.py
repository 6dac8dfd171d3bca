"""Femke gives an edition its proofs, Noor takes hers home, and a stranger checks the paper."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from lms.certification.certificates.codes import paper_code
from lms.certification.certificates.signing_key import code_secret
from lms.certification.models import Certificate
from tests.browser.scene import set_scene, the_worker_runs
from tests.browser.steps import be_signed_in
from tests.factories import certificates as factory
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Ik leerde eerst te luisteren."


def download(visitor, label: str) -> bytes:
    """Press a link that gives a file, and return the file."""
    with visitor.page.expect_download() as found:
        visitor.page.get_by_role("link", name=label, exact=True).click()
    return found.value.path().read_bytes()


def writes_own_words(noor) -> None:
    noor.go("/inzetbaar/")
    noor.follow("Mijn bewijzen")
    noor.sees("Je hebt nog geen bewijs.")
    noor.follow("Schrijf wat ik leerde")
    noor.fill("Wat heb ik geleerd?", f"{WORDS} 日")
    noor.press("Bewaar mijn woorden")
    noor.sees("Deze tekens kunnen niet op papier: 日. Haal ze weg.")
    noor.fill("Wat heb ik geleerd?", WORDS)
    noor.press("Bewaar mijn woorden")
    noor.sees(WORDS)


def gives_an_edition_its_proofs(femke, edition) -> None:
    femke.go(f"/lichtingen/{edition.uuid}/")
    femke.follow("Maak bewijzen")
    femke.sees("Noor de Wit: bij 3 van de 4 bijeenkomsten")
    femke.press("Maak deze bewijzen")
    femke.sees("0 van 1 bewijzen zijn klaar.")
    the_worker_runs()
    femke.follow("Kijk opnieuw")
    assert download(femke, "Haal het bestand op").startswith(b"%PDF-1.7")


def takes_it_home(noor) -> None:
    noor.go("/inzetbaar/bewijzen/")
    noor.follow("Bewijs van deelname", exact=False)
    noor.sees("3 van de 4, samen 9 uur")
    noor.sees(WORDS)
    assert download(noor, "Haal de PDF op").startswith(b"%PDF-1.7")


def checks_the_paper(stranger, proof) -> None:
    stranger.go(f"/bewijs/{proof.uuid}/")
    stranger.sees("Dit bewijs is geldig.")
    stranger.does_not_see("Noor")
    stranger.fill("Code op het papier", "AAAA-AAAA-AAAA")
    stranger.press("Laat zien wat erop staat")
    stranger.sees("Deze code hoort niet bij dit bewijs.")
    stranger.fill("Code op het papier", paper_code(code_secret(), proof.uuid.bytes).lower())
    stranger.press("Laat zien wat erop staat")
    stranger.sees("Noor de Wit")


def test_a_proof_goes_from_the_trainer_to_noor_to_a_stranger(open_browser):
    set_scene(timezone.now())
    edition = factory.edition(people.noor(), now=datetime(2026, 11, 1, tzinfo=UTC))
    noor, femke, stranger = open_browser("Noor", phone=True), open_browser("Femke"), open_browser("Jo")
    be_signed_in(noor)
    writes_own_words(noor)
    be_signed_in(femke, second_factor=True)
    gives_an_edition_its_proofs(femke, edition)
    takes_it_home(noor)
    checks_the_paper(stranger, Certificate.objects.get())


def test_koen_makes_a_proof_of_hours_and_takes_it_back(open_browser):
    set_scene(timezone.now())
    noor = people.noor()
    factory.edition(noor, now=datetime(2026, 11, 1, tzinfo=UTC))
    koen, stranger = open_browser("Koen"), open_browser("Jo", phone=True)
    be_signed_in(koen, second_factor=True)
    koen.go(f"/inzetbaar/{noor.uuid}/")
    koen.follow("Bewijzen")
    koen.follow("Maak een bewijs")
    koen.press("Bekijk wat erop komt")
    koen.sees("Kies een bewijs.")
    koen.choose("Bewijs van uren")
    koen.fill("Uren vanaf", "2026-01-01")
    koen.fill("Uren tot en met", "2026-12-31")
    koen.press("Bekijk wat erop komt")
    koen.sees("3 keer, samen 9 uur")
    koen.press("Maak dit bewijs")
    koen.sees("De PDF wordt gemaakt.")
    koen.follow("Trek dit bewijs in")
    koen.press("Trek dit bewijs in")
    koen.sees("Kies een reden.")
    koen.choose("Er staat iets op dat niet klopt")
    koen.press("Trek dit bewijs in")
    koen.sees("Dit bewijs geldt niet meer.")
    stranger.go(f"/bewijs/{Certificate.objects.get().uuid}/")
    stranger.sees("Dit bewijs is ingetrokken.")
