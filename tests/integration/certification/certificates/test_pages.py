"""The pages of the volunteer and of the coordinator: what they show, and what a strange form does."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lms.certification.certificates import issue_views
from lms.certification.certificates.rendering import render
from lms.certification.certificates.selectors import Order
from lms.certification.certificates.services import issue, reissue, revoke
from lms.certification.models import Certificate, CertificateRevocation, OwnWords, Rendering
from lms.certification.policies import NotAllowed
from tests.factories import certificates as factory

pytestmark = pytest.mark.django_db
MINE, WORDS = "/inzetbaar/bewijzen/", "/inzetbaar/bewijzen/woorden/"


def place(name: str, **about: object) -> str:
    return reverse(f"certification:{name}", kwargs=about)


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def hidden(answer) -> dict[str, str]:
    return {"submission": re.search(r'name="submission" value="([^"]+)"', answer.content.decode())[1]}


def test_it_lists_my_certificates_newest_first(proof, noor, koen, noor_client, now):
    newer = reissue(proof, uuid.uuid4(), actor=koen, now=now + timedelta(days=1))
    text = text_of(noor_client.get(MINE))
    assert text.index(str(newer.uuid)) < text.index(str(proof.uuid))
    assert re.search(r"bewijs 2</span>.*geldig.*bewijs 1</span>.*vervangen", text)
    assert "Zonder die code ziet niemand je naam." in text


def test_it_says_kindly_that_there_is_nothing_yet(noor_client, municipality):
    text = text_of(noor_client.get(MINE))
    assert "Je hebt nog geen bewijs. Je trainer of coördinator maakt het voor je." in text


def test_it_needs_as_many_queries_for_many_certificates(proof, noor, koen, noor_client, now):
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            assert noor_client.get(MINE).status_code == 200
        return len(found)

    noor_client.get(MINE)
    few = count()
    latest = proof
    for _ in range(4):
        latest = reissue(latest, uuid.uuid4(), actor=koen, now=now)
    assert count() == few <= 8


def test_it_keeps_own_words_for_me_alone(proof, noor_client, koen, noor, client, sign_in, with_second_factor):
    answer = noor_client.post(WORDS, {"text": "  Ik leerde luisteren.\r\n\r\nEn durven. "}, follow=True)
    assert "Bewaard. Het komt op je volgende bewijs." in text_of(answer)
    assert OwnWords.objects.get().text == "Ik leerde luisteren.\n\nEn durven."
    assert "Ik leerde luisteren." in text_of(noor_client.get(MINE))
    sign_in(client, koen)
    for name, about in (
        ("certificates_of", {"uuid": noor.uuid}),
        ("person", {"uuid": noor.uuid}),
        ("certificate_again", {"certificate": proof.uuid}),
    ):
        assert "luisteren" not in text_of(client.get(place(name, **about)))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("x" * 501, "Dit is te lang: 501 tekens. Er passen er 500 op het papier."),
        ("a\n" * 12 + "a", "Dit zijn te veel regels. Gebruik er niet meer dan 12."),
        ("Leuk 🙂 en 日", "Deze tekens kunnen niet op papier: 🙂 日. Haal ze weg."),
    ],
)
def test_it_says_what_does_not_fit_and_loses_nothing(noor_client, municipality, typed, says):
    answer = noor_client.post(WORDS, {"text": typed})
    text = answer.content.decode()
    assert says in text
    assert "<title>Fout: " in text
    assert typed.partition("\n")[0] in text
    assert not OwnWords.objects.exists()


def test_it_lets_me_take_my_words_away(noor_client, municipality):
    noor_client.post(WORDS, {"text": "Weg ermee."})
    noor_client.post(WORDS, {"text": ""})
    assert OwnWords.objects.get().text == ""


def test_it_tells_to_wait_and_then_gives_the_file(proof, noor_client, now):
    page, file = (
        place("certificate", certificate=proof.uuid),
        place("certificate_pdf", certificate=proof.uuid),
    )
    assert "De PDF wordt gemaakt." in text_of(noor_client.get(page))
    assert noor_client.get(file).status_code == 404
    render(Rendering.objects.get().uuid, now)
    assert "Haal de PDF op" in text_of(noor_client.get(page))
    answer = noor_client.get(file)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="bewijs-1.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert answer.content.startswith(b"%PDF-1.7")


def test_it_tells_that_it_went_wrong_and_asks_again(proof, noor_client):
    Rendering.objects.update(state="failed")
    page = place("certificate", certificate=proof.uuid)
    assert "De PDF maken lukte nog niet. Wij proberen het opnieuw." in text_of(noor_client.get(page))
    again = place("certificate_pdf_again", certificate=proof.uuid)
    assert noor_client.get(again).status_code == 405
    assert noor_client.post(again).status_code == 302
    assert Rendering.objects.get().state == "waiting"


def test_it_logs_a_download_by_somebody_else(drawn, proof, koen_client):
    koen_client.get(place("certificate_pdf", certificate=proof.uuid))
    entry = ModelLogEntry.objects.get(action="certification.certificate_downloaded")
    assert entry.data["certificate"] == str(proof.uuid)


def test_it_shows_the_volunteer_why_it_was_taken_back(proof, koen, noor_client, now):
    revoke(proof, "other", "Dit was van een andere Noor.", actor=koen, now=now)
    text = text_of(noor_client.get(place("certificate", certificate=proof.uuid)))
    for words in ("Dit bewijs geldt niet meer.", "Een andere reden", "Dit was van een andere Noor."):
        assert words in text
    assert "Trek dit bewijs in" not in text


def test_it_leads_the_coordinator_from_choice_to_preview_to_certificate(edition, noor, koen_client):
    person = text_of(koen_client.get(place("person", uuid=noor.uuid)))
    assert place("certificates_of", uuid=noor.uuid) in person
    new = place("certificate_new", uuid=noor.uuid)
    assert "Bewijs van deelname: Najaar 2026" in text_of(koen_client.get(new))
    preview = koen_client.get(new, {"what": str(edition.uuid)})
    assert "3 van de 4, samen 9 uur" in text_of(preview)
    assert not Certificate.objects.exists(), "looking changes nothing"
    address, data = f"{new}?what={edition.uuid}", hidden(preview)
    for _ in range(2):
        answer = koen_client.post(address, data, follow=True)
        assert answer.status_code == 200
    assert Certificate.objects.get().person == noor
    assert "De PDF wordt gemaakt." in text_of(answer)


def test_it_makes_a_certificate_of_hours(edition, noor, koen_client):
    new = place("certificate_new", uuid=noor.uuid)
    asked = "?what=hours&starts_on=2026-01-01&ends_on=2026-12-31"
    preview = koen_client.get(new + asked)
    assert "3 keer, samen 9 uur" in text_of(preview)
    koen_client.post(new + asked, hidden(preview))
    assert Certificate.objects.get().kind == "hours"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("?what=hours", "Vul een datum in."),
        ("?what=hours&starts_on=x&ends_on=2026-13-01", "Vul een datum in, zoals 24-11-2026."),
        ("?what=hours&starts_on=2026-05-01&ends_on=2026-01-01", "Kies een dag die later is"),
        ("?what=", "Kies een bewijs."),
        ("?what=nonsense", "Kies een bewijs dat in de lijst staat."),
        (
            "?what=hours&starts_on=2020-01-01&ends_on=2020-12-31",
            "Er is nog niets om op dit bewijs te zetten.",
        ),
    ],
)
def test_it_says_what_is_missing(edition, noor, koen_client, asked, says):
    new = place("certificate_new", uuid=noor.uuid)
    assert says in text_of(koen_client.get(new + asked))
    answer = koen_client.post(new + asked, {"submission": str(uuid.uuid4())})
    assert (answer.status_code, Certificate.objects.count()) == (200, 0)
    assert says in text_of(answer)


def test_it_leads_to_the_certificate_that_is_there_already(edition, proof, noor, koen_client):
    answer = koen_client.get(f"{place('certificate_new', uuid=noor.uuid)}?what={edition.uuid}", follow=True)
    assert answer.redirect_chain[-1][0] == place("certificate", certificate=proof.uuid)
    assert "Er is al een bewijs voor deze lichting. Maak dat opnieuw." in text_of(answer)


def test_it_answers_a_broken_form_without_falling_over(edition, proof, noor, koen_client):
    addresses = (
        f"{place('certificate_new', uuid=noor.uuid)}?what={edition.uuid}",
        place("certificate_again", certificate=proof.uuid),
    )
    for address in addresses:
        for data in ({}, {"submission": "x"}, {"submission": ""}):
            assert "Dit lukte niet. Laad de pagina opnieuw." in text_of(koen_client.post(address, data))
    answer = koen_client.post(addresses[0], {"submission": str(uuid.uuid4())})
    assert "Er is al een bewijs voor deze lichting. Maak dat opnieuw." in text_of(answer)
    assert Certificate.objects.count() == 1


def test_it_makes_a_certificate_again_with_the_new_name(proof, noor, koen_client):
    noor.name = "Noor Jansen"
    noor.save()
    again = place("certificate_again", certificate=proof.uuid)
    preview = koen_client.get(again)
    assert "Dit komt in plaats van bewijs 1." in text_of(preview)
    assert "Noor Jansen" in text_of(preview)
    koen_client.post(again, hidden(preview))
    assert Certificate.objects.get(number=2).replaces == proof
    answer = koen_client.post(again, {"submission": str(uuid.uuid4())})
    assert "Dit bewijs is al vervangen. Kijk bij het nieuwe bewijs." in text_of(answer)


def test_it_does_not_make_again_what_has_no_edition_any_more(proof, edition, koen_client):
    edition.meetings.all().delete()
    edition.delete()
    again = place("certificate_again", certificate=proof.uuid)
    answer = koen_client.get(again, follow=True)
    assert "Er is nog niets om op dit bewijs te zetten." in text_of(answer)
    assert koen_client.post(again, {"submission": str(uuid.uuid4())}).status_code in {200, 302}
    assert Certificate.objects.count() == 1


def test_it_takes_back_with_a_reason_only(proof, koen_client):
    page = place("certificate_revoke", certificate=proof.uuid)
    for data, says in (
        ({}, "Kies een reden."),
        ({"reason_code": "nonsense"}, "Kies een reden uit de lijst."),
        ({"reason_code": "other"}, "Schrijf op wat de reden is."),
        ({"reason_code": "other", "reason": "x" * 501}, "Dit is te lang."),
    ):
        answer = koen_client.post(page, data)
        assert says in text_of(answer)
        assert data.get("reason", "") in answer.content.decode()
    assert not CertificateRevocation.objects.exists()
    koen_client.post(page, {"reason_code": "mistake"})
    assert CertificateRevocation.objects.get().certificate == proof


def test_it_shows_a_trainer_no_hours(edition, proof, noor, koen, now, femke_client):
    year = Order(kind="hours", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    hours = issue(noor, year, uuid.uuid4(), actor=koen, now=now)
    assert femke_client.get(place("certificate", certificate=proof.uuid)).status_code == 200
    assert femke_client.get(place("certificate", certificate=hours.uuid)).status_code == 404


def test_it_escapes_what_people_wrote(edition, noor, koen, noor_client, now):
    noor.name = "Noor <b>Wit</b>"
    noor.save()
    made = factory.proof(noor, koen, now, edition)
    html = noor_client.get(place("certificate", certificate=made.uuid)).content.decode()
    assert "<b>Wit</b>" not in html
    assert "&lt;b&gt;Wit&lt;/b&gt;" in html


def test_it_refuses_when_the_role_ended_while_the_page_was_answered(proof, koen_client, monkeypatch):
    def refuse(*args: object, **kwargs: object) -> None:
        raise NotAllowed

    monkeypatch.setattr(issue_views, "revoke", refuse)
    answer = koen_client.post(
        place("certificate_revoke", certificate=proof.uuid), {"reason_code": "on_request"}
    )
    assert answer.status_code == 403
