"""My own page: name, address, organisation and themes."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from lms.accounts.models import Membership, Organisation, Theme, ThemeChoice, User
from lms.outbox.models import OutboxMessage
from tests.factories.mailbox import last_code, mails
from tests.factories.people import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_noor(client, noor, municipality, sign_in):
    sign_in(client, noor)
    return client


@pytest.fixture
def themes(db) -> list[Theme]:
    return [Theme.objects.create(name=name) for name in ("Wonen", "Werk")]


def test_it_shows_what_is_known_and_where_more_is(as_noor, noor):
    text = as_noor.get("/ik/").content.decode()
    for words in ("Noor de Wit", noor.email, "vrijwilliger", "Wie keek er naar mijn gegevens?", "Log uit"):
        assert words in text


def test_it_asks_no_organisation_of_who_is_no_volunteer(client, koen, municipality, sign_in):
    sign_in(client, koen)
    text = client.get("/ik/").content.decode()
    assert "coördinator" in text
    assert "Contactpersoon" not in text
    assert "/ik/organisatie/" not in text


def test_it_changes_the_name(as_noor, noor):
    assert as_noor.post("/ik/naam/", {"name": "  Noor Vos "})["Location"] == "/ik/"
    noor.refresh_from_db()
    assert noor.name == "Noor Vos"
    assert ModelLogEntry.objects.get(action="accounts.name_changed").object_id == str(noor.pk)
    assert "Vul je naam in." in as_noor.post("/ik/naam/", {"name": " "}).content.decode()


def test_it_chooses_and_withdraws_an_organisation(as_noor, noor):
    club = Organisation.objects.create(name="De Club")
    as_noor.post("/ik/organisatie/", {"organisation": club.uuid, "consent": "on", "consent_version": 1})
    assert Membership.objects.get(ended_at=None).organisation == club
    assert "selected>De Club" in as_noor.get("/ik/organisatie/").content.decode()
    as_noor.post("/ik/organisatie/", {"organisation": "", "consent_version": 1})
    assert not Membership.objects.filter(ended_at=None).exists()
    entries = ModelLogEntry.objects.filter(action="accounts.membership_changed", user=noor)
    assert entries.count() == 2


def test_it_chooses_themes_with_consent_and_withdraws_them(as_noor, noor, themes):
    refused = as_noor.post("/ik/onderwerpen/", {"themes": [themes[0].pk], "consent_version": 1})
    assert "Zet hier een vinkje." in refused.content.decode()
    chosen = {"themes": [theme.pk for theme in themes], "consent": "on", "consent_version": 1}
    as_noor.post("/ik/onderwerpen/", chosen)
    as_noor.post("/ik/onderwerpen/", chosen)
    assert ThemeChoice.objects.filter(user=noor).count() == 2
    as_noor.post("/ik/onderwerpen/", {"consent_version": 1})
    assert not ThemeChoice.objects.exists()
    entries = ModelLogEntry.objects.filter(action="accounts.themes_changed")
    assert entries.count() == 2
    assert "Wonen" not in str(list(entries.values("data", "label")))


def test_it_never_touches_somebody_else(as_noor, noor, koen):
    club = Organisation.objects.create(name="De Club")
    as_noor.post(
        "/ik/organisatie/",
        {"organisation": club.uuid, "consent": "on", "consent_version": 1, "user": koen.pk},
    )
    assert Membership.objects.get().user == noor


def test_it_changes_the_address_after_a_code_to_the_new_one(noor, municipality, by_code):
    browser, other = by_code(noor), by_code(noor)
    browser.post("/account/email/", {"email": "nieuw@example.org"})
    assert mails()[-1].to == ["nieuw@example.org"]
    noor.refresh_from_db()
    assert noor.email == "noor@example.org"
    browser.post("/account/email/code/", {"code": last_code()})
    noor.refresh_from_db()
    assert noor.email == "nieuw@example.org"
    assert noor.emailaddress_set.count() == 1
    assert mails()[-1].to == ["noor@example.org"]
    assert "nieuw@" not in mails()[-1].body
    assert browser.get("/ik/").status_code == 200
    assert other.get("/ik/").status_code == 302
    again = Client()
    again.post("/account/login/", {"login": "noor@example.org"})
    assert mails()[-1].subject == "Je e-mailadres is gewijzigd"  # nothing went to the old address


def test_it_changes_nothing_after_a_wrong_code(noor, municipality, by_code):
    browser = by_code(noor)
    browser.post("/account/email/", {"email": "nieuw@example.org"})
    code = last_code()
    for _ in range(5):
        browser.post("/account/email/code/", {"code": "0000 0000"})
    browser.post("/account/email/code/", {"code": code})
    noor.refresh_from_db()
    assert noor.email == "noor@example.org"


def test_it_takes_no_address_of_another_person(noor, koen, municipality, by_code):
    browser = by_code(noor)
    answer = browser.post("/account/email/", {"email": koen.email})
    assert answer.status_code == 302  # as for any address: nobody learns who has an account
    browser.post("/account/email/code/", {"code": last_code()})
    assert User.objects.get(pk=noor.pk).email == "noor@example.org"


@pytest.mark.parametrize("action", ["action_remove", "action_primary", "action_send"])
def test_it_cannot_remove_the_only_address(noor, municipality, by_code, action):
    browser = by_code(noor)
    browser.post("/account/email/", {"email": noor.email, action: ""})
    assert noor.emailaddress_set.count() == 1


def test_it_puts_no_organisation_in_any_address(as_noor, noor):
    member_of(noor, Organisation.objects.create(name="De Club"))
    assert "De Club" not in "".join(str(row.ids) for row in OutboxMessage.objects.all())
    assert "?" not in as_noor.post("/ik/organisatie/", {"organisation": "", "consent_version": 1})["Location"]
