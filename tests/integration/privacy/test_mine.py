"""What we hold about me: a page to read and a file to take along."""

import json

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lms.privacy.public import declarations

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_of_noor(client, noor, home, municipality, sign_in):
    EmailAddress.objects.create(user=noor, email=noor.email, verified=True, primary=True)
    sign_in(client, noor)
    return client


def kinds(content: dict) -> dict[str, list[dict]]:
    return {kind["bron"]: kind["regels"] for kind in content["gegevens"]}


def test_it_shows_each_kind_with_why_how_long_and_how_much(client_of_noor):
    response = client_of_noor.get(reverse("privacy:mine"))
    shown = {str(kind.holds): kind for kind in response.context["kinds"]}
    address = shown["E-mailadres"]
    assert (address.number, str(address.keep)) == (1, "zolang je account bestaat")
    html = response.content.decode()
    assert "Om je een code te sturen waarmee je inlogt." in html
    assert "niets" in html


def test_it_shows_every_kind_that_is_declared(client_of_noor):
    holding = [data for data in declarations().values() if not data.is_none]
    response = client_of_noor.get(reverse("privacy:mine"))
    assert len(response.context["kinds"]) == len(holding)


def test_it_gives_a_file_that_nobody_stores_on_the_way(client_of_noor, noor):
    response = client_of_noor.get(reverse("privacy:download"))
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"].startswith('attachment; filename="mijn-gegevens-')
    assert "no-store" in response["Cache-Control"]
    content = json.loads(response.content)
    assert content["persoon"] == str(noor.uuid)
    assert kinds(content)["account.EmailAddress"] == [
        {"email": "noor@example.org", "verified": True, "primary": True}
    ]


def test_it_holds_every_kind_and_nothing_of_anybody_else(client_of_noor, femke, koen, vera):
    for person in (femke, koen, vera):
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    text = client_of_noor.get(reverse("privacy:download")).content.decode()
    holding = {model._meta.label for model, data in declarations().items() if not data.is_none}
    assert set(kinds(json.loads(text))) == holding
    for word in ("femke@", "koen@", "vera@", "Femke", "Koen", "Vera"):
        assert word not in text


def test_it_logs_the_download(client_of_noor, noor):
    client_of_noor.get(reverse("privacy:download"))
    entry = ModelLogEntry.objects.get(action="privacy.data_downloaded")
    assert (entry.user, entry.object_id) == (noor, str(noor.pk))


def test_it_asks_about_one_question_per_kind(client_of_noor, django_assert_max_num_queries):
    with django_assert_max_num_queries(len(declarations()) + 15):
        client_of_noor.get(reverse("privacy:mine"))
