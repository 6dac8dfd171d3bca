"""The whole log: for administrators, without the names of volunteers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from lms.audit.public import origin, record
from lms.audit.services import remove_old_entries

pytestmark = pytest.mark.django_db
URL = "audit:everything"


@pytest.fixture
def client_of_administrator(client, administrator, home, municipality, sign_in):
    sign_in(client, administrator)
    return client


def test_it_shows_uuids_and_no_names_of_volunteers(client_of_administrator, noor, femke, vera):
    with origin("web 192.0.2.1"):
        record("x.person_seen", subject=vera, actor=noor)
        record("x.person_seen", subject=noor, actor=femke)
    html = client_of_administrator.get(reverse(URL), {"action": "x.person_seen"}).content.decode()
    assert f"persoon {noor.uuid}" in html
    assert f"<td>{noor.uuid}</td>" in html
    assert "Femke Smit" in html
    assert "web 192.0.2.1" in html
    assert "Noor de Wit" not in html
    assert "noor@example.org" not in html
    assert "Vera Lind" not in html


def test_it_hides_a_name_that_wagtail_wrote_into_the_log(client_of_administrator, noor):
    log(noor, "wagtail.edit", title="Noor de Wit")
    html = client_of_administrator.get(reverse(URL), {"action": "wagtail.edit"}).content.decode()
    assert "Noor de Wit" not in html


def test_it_shows_what_happened_to_pages_too(client_of_administrator, home):
    log(home, "wagtail.publish")
    lines = client_of_administrator.get(reverse(URL), {"action": "wagtail.publish"}).context["lines"]
    assert [line.about for line in lines] == ["Leerplein OCO"]


def test_it_filters_on_action_and_day(client_of_administrator, noor, koen):
    record("x.person_seen", subject=noor, actor=koen)
    record("x.person_changed", subject=noor, actor=koen)
    ModelLogEntry.objects.filter(action="x.person_seen").update(timestamp=timezone.now() - timedelta(days=5))
    today = timezone.localdate()

    def found(**query):
        lines = client_of_administrator.get(reverse(URL), query).context["lines"]
        return [str(line.what) for line in lines if str(line.what) != "Logboek van iedereen bekeken"]

    ours = ["Naam veranderd", "Iemand bekeek jouw bladzijde"]
    assert [what for what in found() if what in ours] == ours
    assert found(action="x.person_seen") == ["Iemand bekeek jouw bladzijde"]
    assert "Iemand bekeek jouw bladzijde" not in found(since=today - timedelta(days=1))
    assert "Naam veranderd" in found(since=today - timedelta(days=1), until=today)
    assert found(until=today - timedelta(days=2)) == ["Iemand bekeek jouw bladzijde"]


def test_it_says_what_is_wrong_with_the_days(client_of_administrator):
    html = client_of_administrator.get(
        reverse(URL), {"since": "2026-11-22", "until": "2026-11-21"}
    ).content.decode()
    assert "Kies een dag na de eerste dag." in html
    assert "<title>Fout:" in html


def test_it_survives_nonsense_in_its_filter(client_of_administrator):
    nonsense = {"action": "'; drop", "since": "gisteren", "page": "x"}
    response = client_of_administrator.get(reverse(URL), nonsense)
    assert response.status_code == 200


def test_it_logs_that_the_log_was_read(client_of_administrator, administrator):
    client_of_administrator.get(reverse(URL), {"action": "x.person_seen"})
    entry = ModelLogEntry.objects.get(action="audit.log_read")
    assert entry.user == administrator
    assert entry.data["filter"] == "x.person_seen"
    assert entry.data["origin"] == "web 127.0.0.1"


def test_it_asks_a_fixed_number_of_questions(
    client_of_administrator, noor, koen, femke, django_assert_max_num_queries
):
    for actor in (koen, femke, noor, None) * 10:
        record("x.person_seen", subject=noor, actor=actor)
    with django_assert_max_num_queries(20):
        client_of_administrator.get(reverse(URL))


def test_it_keeps_twelve_months(noor, koen):
    now = timezone.now()
    for days in (365, 367):
        record("x.person_seen", subject=noor, actor=koen)
        newest = ModelLogEntry.objects.order_by("-pk").first()
        ModelLogEntry.objects.filter(pk=newest.pk).update(timestamp=now - timedelta(days=days))
    assert remove_old_entries(now) == 1
    assert ModelLogEntry.objects.get().timestamp == now - timedelta(days=365)
