"""The change feed: every change once, in order; nothing when nothing changed."""

from datetime import timedelta

import pytest

from lms.exports.models import StatusChange
from lms.exports.services import give_consent, withdraw_consent, write_change
from tests.factories.people import person

pytestmark = pytest.mark.django_db
CHANGES = "/api/v1/statuswijzigingen"


def test_it_starts_at_consent_and_ends_with_forget(api, noor, now):
    give_consent(noor, actor=noor, now=now)
    withdraw_consent(noor, actor=noor, now=now + timedelta(days=1))
    lines = api.get(CHANGES).json()["items"]
    assert [(line["volgnummer"], line["soort"]) for line in lines] == [(1, "status"), (2, "removed")]
    assert lines[1]["status"] is None
    assert {line["uuid"] for line in lines} == {str(noor.uuid)}


def test_it_writes_no_line_when_the_outside_would_see_no_difference(noor, now):
    give_consent(noor, actor=noor, now=now)
    assert write_change(noor, now=now) is None
    assert StatusChange.objects.count() == 1


def test_it_writes_nothing_about_someone_who_never_agreed(noor, now):
    assert write_change(noor, now=now) is None
    assert StatusChange.objects.count() == 0


def test_it_goes_on_where_the_reader_was(api, volunteers, now):
    for volunteer in volunteers:
        give_consent(volunteer, actor=volunteer, now=now)
    first = api.get(f"{CHANGES}?aantal=3").json()
    second = api.get(f"{CHANGES}?aantal=3&cursor={first['volgende']}").json()
    third = api.get(f"{CHANGES}?cursor={second['volgende']}").json()
    assert [line["volgnummer"] for line in first["items"] + second["items"]] == [1, 2, 3, 4, 5]
    assert (first["meer"], second["meer"], third["meer"]) == (True, False, False)
    assert third["items"] == []
    assert third["volgende"] == second["volgende"]


def test_it_costs_at_most_five_queries_for_a_page_of_a_hundred(api, now, django_assert_max_num_queries):
    for i in range(100):
        volunteer = person(f"Vrijwilliger{i}", "volunteer")
        give_consent(volunteer, actor=volunteer, now=now)
    with django_assert_max_num_queries(5):
        assert len(api.get(CHANGES).json()["items"]) == 100
