"""The volunteer chooses; a coordinator of that person may write it down; nobody else."""

import pytest

from lms.exports.models import ExportConsent, ServiceAccount
from lms.exports.services import NotAllowed, create_service_account, give_consent

pytestmark = pytest.mark.django_db


def test_it_lets_noor_share_and_stop(client, noor, sign_in, municipality):
    sign_in(client, noor)
    assert b"Ja, deel mijn status" in client.get("/koppelingen/delen/").content
    assert client.post("/koppelingen/delen/", {"choice": "yes"}).status_code == 302
    assert b"Stop met delen" in client.get("/koppelingen/delen/").content
    client.post("/koppelingen/delen/", {"choice": "no"})
    assert not ExportConsent.objects.filter(withdrawn_at=None).exists()


def test_it_says_in_words_everything_the_system_may_read(client, noor, sign_in, municipality):
    sign_in(client, noor)
    text = client.get("/koppelingen/delen/").content.decode()
    assert "Een code in plaats van een naam" in text
    assert "Nog bezig met de training of afspraken" in text
    assert "oco_" not in text, "the name a machine uses is not for Noor"
    assert "<dd>–</dd>" not in text, "a line without an answer is left out"


def test_it_keeps_one_consent_after_a_double_click(client, noor, sign_in, municipality):
    sign_in(client, noor)
    client.post("/koppelingen/delen/", {"choice": "yes"})
    client.post("/koppelingen/delen/", {"choice": "yes"})
    assert ExportConsent.objects.count() == 1


def test_it_asks_to_choose_when_nothing_was_chosen(client, noor, sign_in, municipality):
    sign_in(client, noor)
    answer = client.post("/koppelingen/delen/", {}, follow=True)
    assert "Kies eerst ja of nee." in answer.content.decode()
    assert ExportConsent.objects.count() == 0


def test_it_lets_koen_write_down_what_noor_said_on_the_phone(
    client, noor, koen, sign_in, with_second_factor, municipality
):
    with_second_factor(koen)
    sign_in(client, koen)
    client.post(f"/koppelingen/delen/{noor.uuid}/", {"choice": "yes"})
    consent = ExportConsent.objects.get(person=noor)
    assert consent.given_by == koen


def test_it_lets_no_stranger_decide_for_noor(noor, vera, femke, now):
    for stranger in (vera, femke):
        with pytest.raises(NotAllowed):
            give_consent(noor, actor=stranger, now=now)


def test_it_lets_only_an_administrator_make_a_key(koen, noor, now):
    for person in (koen, noor):
        with pytest.raises(NotAllowed):
            create_service_account("Koppelsysteem", actor=person, now=now)


def test_it_shows_a_new_key_once(client, administrator, sign_in, with_second_factor, municipality):
    with_second_factor(administrator)
    sign_in(client, administrator)
    client.post("/koppelingen/", {"name": "Koppelsysteem"})
    uuid = ServiceAccount.objects.get().uuid
    shown = client.post(f"/koppelingen/{uuid}/sleutel/").content.decode()
    token = shown.split("oco_")[1].split("<")[0]
    assert len(token) >= 40
    assert token not in client.get("/koppelingen/").content.decode()
