"""Koen's board: everybody in scope, in groups one can press, for the same number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.accounts.models import Organisation
from lms.accounts.roles import Role
from lms.certification.public import GROUP_LABELS, rebuild_standings
from lms.dashboards.board import board_of
from tests.factories import certification
from tests.factories.people import member_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready_noor(noor, municipality, now):
    certification.scheme(now)
    return certification.ready(noor, timezone.localdate(now), now)


def test_it_shows_koen_who_waits_for_him_first(koen, ready_noor, now):
    board = board_of(koen, timezone.localdate(now), "")
    assert [(row.name, row.action) for row in board.rows] == [("Noor de Wit", "Bevestigen")]
    assert {count.label for count in board.counts} == set(GROUP_LABELS.values())


def test_it_counts_everybody_and_shows_the_group_one_presses(koen, ready_noor, now):
    certification.people_volunteer("Wim Pinas")
    today = timezone.localdate(now)
    board = board_of(koen, today, "in_progress")
    assert [row.name for row in board.rows] == ["Wim Pinas"]
    assert board.title == GROUP_LABELS["in_progress"]
    numbers = {count.label: count.number for count in board.counts}
    assert numbers[GROUP_LABELS["ready"]] == 1
    assert numbers[GROUP_LABELS["in_progress"]] == 1


def test_it_answers_an_unknown_group_with_what_waits(koen, ready_noor, now):
    assert board_of(koen, timezone.localdate(now), "' OR 1=1").group == ""


def test_it_shows_a_coordinator_of_one_organisation_only_its_people(ready_noor, now):
    haven = Organisation.objects.create(name="Stichting Haven")
    iris = person("Iris Jansen", Role.COORDINATOR, organisation=haven)
    wim = certification.people_volunteer("Wim Pinas")
    member_of(wim, haven)
    board = board_of(iris, timezone.localdate(now), "in_progress")
    assert [row.name for row in board.rows] == ["Wim Pinas"]
    assert board.total == 1


def test_it_never_shows_koen_himself(koen, ready_noor, now):
    koen.role_assignments.create(role=Role.VOLUNTEER, granted_at=now)
    names = [
        row.name for group in GROUP_LABELS for row in board_of(koen, timezone.localdate(now), group).rows
    ]
    assert "Koen Bos" not in names


def test_it_costs_the_same_for_ten_times_as_many_people(koen, municipality, now, client, sign_in):
    certification.scheme(now)
    sign_in(client, koen)

    def queries(number: int) -> int:
        for i in range(number):
            certification.people_volunteer(f"Vrijwilliger{number}x{i} Test")
        rebuild_standings(now)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get("/bord/?groep=in_progress").status_code == 200
        return len(captured)

    client.get("/bord/")
    few = queries(5)
    many = queries(50)
    assert many == few
    assert many <= 15


def test_it_pages_a_long_group(koen, municipality, now, client, sign_in):
    certification.scheme(now)
    for i in range(105):
        certification.people_volunteer(f"Vrijwilliger{i:03} Test")
    sign_in(client, koen)
    first = client.get("/bord/?groep=in_progress").content.decode()
    second = client.get("/bord/?groep=in_progress&page=2").content.decode()
    assert "Vrijwilliger099" in first
    assert "Vrijwilliger100" not in first
    assert "Vrijwilliger104" in second
    assert "groep=in_progress" in second


def test_it_invites_when_there_is_nobody_yet(client, koen, sign_in, municipality, now):
    certification.scheme(now)
    sign_in(client, koen)
    assert "Er zijn nog geen vrijwilligers" in client.get("/bord/").content.decode()
