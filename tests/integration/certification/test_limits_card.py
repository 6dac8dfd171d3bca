"""The limits card: that it was made, and never what is on it."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from lms.certification.ledger.services import LedgerError
from lms.certification.limits.services import say_card_made
from lms.certification.models import Evidence

pytestmark = pytest.mark.django_db
URL = "/inzetbaar/grenzenkaart/"


def test_it_keeps_only_that_and_when_the_card_was_made(scheme, noor, noor_client, today):
    answer = noor_client.post(URL, {"submission": uuid.uuid4(), "hours": "2 uur", "topics": "geheim"})
    assert answer.url == reverse("certification:mine")
    row = Evidence.objects.get()
    assert (row.kind, row.happened_on, row.source, row.recorded_by) == (
        "limits_card_made",
        today,
        "online",
        noor,
    )
    assert "geheim" not in str(Evidence.objects.values())


def test_it_is_one_line_a_day_and_a_new_line_later(scheme, noor, now):
    first = say_card_made(noor, uuid.uuid4(), now=now)
    assert say_card_made(noor, uuid.uuid4(), now=now) == first
    later = say_card_made(noor, uuid.uuid4(), now=now + timedelta(days=30))
    assert (later != first, Evidence.objects.count()) == (True, 2)


def test_it_refuses_the_form_of_somebody_else(scheme, noor, vera, now):
    submission = uuid.uuid4()
    say_card_made(noor, submission, now=now)
    with pytest.raises(LedgerError):
        say_card_made(vera, submission, now=now)


def test_it_says_so_when_the_page_sent_nonsense(scheme, noor_client):
    page = noor_client.post(URL, {"submission": "x"})
    assert "Laad de pagina opnieuw." in page.content.decode()
    assert not Evidence.objects.exists()


def test_it_explains_the_card_and_leads_to_an_empty_one(scheme, noor_client):
    page = noor_client.get(URL).content.decode()
    assert "Ik heb mijn grenzenkaart gemaakt" in page
    assert "Wij bewaren niet wat erop staat." in page
    assert reverse("certification:empty_card") in page
    empty = noor_client.get(reverse("certification:empty_card")).content.decode()
    for question in (
        "Hoeveel tijd heb ik?",
        "Wanneer kan ik, en wanneer niet?",
        "Waarover praat ik liever niet?",
    ):
        assert question in empty


def test_it_tells_when_the_card_was_made_and_offers_a_new_one(scheme, noor, noor_client, now):
    say_card_made(noor, uuid.uuid4(), now=now)
    page = noor_client.get(URL).content.decode()
    assert "Je maakte je kaart op 22 november 2026." in page
    assert "Ik heb vandaag een nieuwe kaart gemaakt" in page
