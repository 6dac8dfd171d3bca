"""Who looked at my data: the page of a person."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.audit.public import Result, origin, record

pytestmark = pytest.mark.django_db
URL = "audit:mine"


@pytest.fixture
def client_of_noor(client, noor, home, municipality, sign_in):
    sign_in(client, noor)
    ModelLogEntry.objects.all().delete()
    return client


def rows(client) -> list[tuple[str, ...]]:
    lines = client.get(reverse(URL)).context["lines"]
    return [(str(line.what), str(line.result), str(line.by), str(line.via)) for line in lines]


def test_it_tells_who_did_what_in_plain_words(client_of_noor, noor, koen):
    with origin("web 192.0.2.1"):
        record("x.person_seen", subject=noor, actor=koen)
    with origin("api 192.0.2.7"):
        record("x.person_seen", subject=noor, actor=None, result=Result.REFUSED)
    with origin("werker"):
        record("x.person_changed", subject=noor, actor=noor)
    assert rows(client_of_noor) == [
        ("Naam veranderd", "", "jij", "vanzelf"),
        ("Iemand bekeek jouw bladzijde", "geweigerd", "het systeem", "via een koppeling"),
        ("Iemand bekeek jouw bladzijde", "", "Koen Bos", "via de website"),
    ]
    html = client_of_noor.get(reverse(URL)).content.decode()
    assert "Wie keek er naar mijn gegevens?" in html
    assert "192.0.2" not in html, "the address of who looked is not for the reader"


def test_it_shows_nothing_of_anybody_else(client_of_noor, noor, koen, vera):
    record("x.person_seen", subject=vera, actor=koen)
    record("x.person_seen", subject=vera, actor=noor)
    assert rows(client_of_noor) == []
    assert "Er is nog niets gebeurd" in client_of_noor.get(reverse(URL)).content.decode()


def test_it_still_tells_what_somebody_did_who_left(client_of_noor, noor, vera):
    record("x.person_seen", subject=noor, actor=vera)
    vera.delete()
    assert rows(client_of_noor)[0][2] == "iemand die hier niet meer is"


def test_it_turns_pages_newest_first(client_of_noor, noor, koen):
    for _ in range(30):
        record("x.person_seen", subject=noor, actor=koen)
    oldest = ModelLogEntry.objects.order_by("pk").first()
    ModelLogEntry.objects.filter(pk=oldest.pk).update(timestamp=timezone.now() - timedelta(days=3))
    first = client_of_noor.get(reverse(URL))
    second = client_of_noor.get(reverse(URL), {"page": 2})
    assert (len(first.context["lines"]), len(second.context["lines"])) == (25, 5)
    assert second.context["lines"][-1].at == ModelLogEntry.objects.get(pk=oldest.pk).timestamp
    assert client_of_noor.get(reverse(URL), {"page": "veel"}).status_code == 200


def test_it_asks_few_questions(client_of_noor, noor, koen, femke, django_assert_max_num_queries):
    for actor in (koen, femke, noor, None) * 6:
        record("x.person_seen", subject=noor, actor=actor)
    with django_assert_max_num_queries(12):
        client_of_noor.get(reverse(URL))
