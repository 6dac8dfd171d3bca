"""Koen's board: everybody in scope, in groups one can press, for the same number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lms.accounts.models import Organisation
from lms.accounts.roles import Role
from lms.certification.board import services
from lms.certification.ledger.services import record_all
from lms.certification.models import Standing
from lms.certification.public import GROUP_LABELS, rebuild_standings
from lms.certification.readiness import FactKind
from lms.dashboards.board import Board, board_of
from tests.factories import certification, cohorts
from tests.factories.people import member_of, person

pytestmark = pytest.mark.django_db


def board(coordinator, now, query: str = "", words: str = "") -> Board:
    found = board_of(coordinator, QueryDict(query), words, now)
    assert found is not None
    return found


def names(found: Board) -> list[str]:
    return [row.name for row in found.rows]


@pytest.fixture
def ready_noor(noor, municipality, now):
    certification.scheme(now)
    return certification.ready(noor, timezone.localdate(now), now)


def test_it_shows_koen_who_waits_for_him_first(koen, ready_noor, now):
    found = board(koen, now)
    assert [(row.name, row.action) for row in found.rows] == [("Noor de Wit", "Bevestigen")]
    assert {count.label for count in found.counts} == set(GROUP_LABELS.values())


def test_it_counts_everybody_and_shows_the_group_one_presses(koen, ready_noor, now):
    certification.people_volunteer("Wim Pinas")
    found = board(koen, now, "groep=in_progress")
    assert names(found) == ["Wim Pinas"]
    assert found.title == GROUP_LABELS["in_progress"]
    numbers = {count.label: count.number for count in found.counts}
    assert numbers[GROUP_LABELS["ready"]] == 1
    assert numbers[GROUP_LABELS["in_progress"]] == 1


def test_it_answers_an_unknown_group_with_what_waits(koen, ready_noor, now):
    assert board(koen, now, "groep=' OR 1=1").chosen.group == ""


def test_it_shows_a_coordinator_of_one_organisation_only_its_people(ready_noor, now):
    haven = Organisation.objects.create(name="Stichting Haven")
    iris = person("Iris Jansen", Role.COORDINATOR, organisation=haven)
    wim = certification.people_volunteer("Wim Pinas")
    member_of(wim, haven)
    found = board(iris, now, "groep=in_progress")
    assert names(found) == ["Wim Pinas"]
    assert found.total == 1


def test_it_offers_only_the_organisations_one_may_see(koen, ready_noor, now):
    haven = Organisation.objects.create(name="Stichting Haven")
    other = Organisation.objects.create(name="Stichting Elders")
    iris = person("Iris Jansen", Role.COORDINATOR, organisation=haven)
    field = board(iris, now).chosen.filter.form["organisatie"]
    assert "Haven" in str(field)
    assert "Elders" not in str(field)
    member_of(ready_noor, other)
    refused = board(iris, now, f"organisatie={other.uuid}&groep=iedereen")
    assert refused.chosen.filter.form.errors
    assert names(refused) == []
    assert names(board(koen, now, f"organisatie={other.uuid}&groep=iedereen")) == ["Noor de Wit"]
    assert names(board(koen, now, f"organisatie={haven.uuid}&groep=iedereen")) == []


def test_it_forgets_an_organisation_that_somebody_left(koen, ready_noor, now):
    haven = Organisation.objects.create(name="Stichting Haven")
    membership = member_of(ready_noor, haven)
    membership.ended_at = now
    membership.save()
    assert names(board(koen, now, f"organisatie={haven.uuid}&groep=iedereen")) == []


def test_it_finds_people_by_edition_by_criterion_and_by_name(koen, home, ready_noor, now):
    wim = certification.people_volunteer("Wim Pinas")
    edition = cohorts.cohort()
    cohorts.place(edition, wim)
    assert names(board(koen, now, f"lichting={edition.uuid}&groep=iedereen")) == ["Wim Pinas"]
    assert names(board(koen, now, "eis=vog&groep=iedereen")) == ["Wim Pinas"]
    assert names(board(koen, now, "eis=course_core&groep=iedereen")) == ["Noor de Wit", "Wim Pinas"]
    assert names(board(koen, now, "groep=iedereen", words="de wit")) == ["Noor de Wit"]
    counts = {count.label: count.number for count in board(koen, now, "eis=vog").counts}
    assert counts[GROUP_LABELS["ready"]] == 0, "the numbers are those of the filtered people"


def test_it_keeps_the_filters_when_one_presses_a_number(koen, ready_noor, now):
    found = board(koen, now, "eis=vog&groep=ready&page=3&sorteer=naam")
    urls = {count.label: count.url for count in found.counts}
    assert urls[GROUP_LABELS["almost"]] == "?eis=vog&groep=almost"


def test_it_never_puts_a_name_that_one_looks_for_in_an_address(client, sign_in, koen, ready_noor, now):
    certification.people_volunteer("Wim Pinas")
    sign_in(client, koen)
    answer = client.post("/bord/?groep=in_progress", {"words": "Pinas"})
    assert answer["Location"] == "/bord/?groep=in_progress"
    page = client.get(answer["Location"]).content.decode()
    assert "Wim Pinas" in page
    assert "Je zocht op: Pinas." in page
    assert "Niemand" in client.get("/bord/?groep=ready").content.decode()
    client.post("/bord/", {"words": ""})
    assert "Noor de Wit" in client.get("/bord/?groep=ready").content.decode()


def test_it_puts_who_waits_longest_on_top_or_the_names(koen, ready_noor, now):
    today = timezone.localdate(now)
    for name, days in (("Aad Af", 1), ("Bea Bel", 20)):
        said = [certification.entry(FactKind.ROLES_DECLARED, today - timedelta(days=days))]
        record_all(certification.people_volunteer(name), said, actor=None, now=now)
    assert names(board(koen, now)) == ["Bea Bel", "Aad Af", "Noor de Wit"]
    assert names(board(koen, now, "sorteer=naam")) == ["Aad Af", "Bea Bel", "Noor de Wit"]


def test_it_shows_that_somebody_waits_long(client, sign_in, koen, ready_noor, now):
    said = [certification.entry(FactKind.ROLES_DECLARED, timezone.localdate() - timedelta(days=20))]
    record_all(certification.people_volunteer("Wim Pinas"), said, actor=None, now=now)
    sign_in(client, koen)
    assert "Wacht 20 dagen" in client.get("/bord/").content.decode()


def test_it_never_shows_koen_himself(koen, ready_noor, now):
    koen.role_assignments.create(role=Role.VOLUNTEER, granted_at=now)
    assert names(board(koen, now, "groep=iedereen")) == ["Noor de Wit"]


def test_it_costs_the_same_few_queries_for_ten_times_as_many_people(koen, municipality, now, client, sign_in):
    certification.scheme(now)
    sign_in(client, koen)

    def queries(number: int) -> int:
        for i in range(number):
            certification.people_volunteer(f"Vrijwilliger{number}x{i} Test")
        rebuild_standings(timezone.now())
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/bord/?groep=in_progress").status_code == 200
        return len(captured)

    client.get("/bord/")
    few = queries(5)
    many = queries(50)
    assert many == few
    assert many <= 12


def test_it_says_for_whom_the_status_is_not_computed_yet(client, sign_in, koen, ready_noor, now, monkeypatch):
    monkeypatch.setattr(services, "CHUNK", 1)
    certification.people_volunteer("Wim Pinas")
    certification.people_volunteer("Aad Af")
    Standing.objects.all().delete()
    sign_in(client, koen)
    page = client.get("/bord/").content.decode()
    assert "Voor 2 mensen wordt de stand nog uitgerekend." in page


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


def test_it_says_so_when_there_are_no_rules_yet(client, koen, sign_in, municipality, db):
    sign_in(client, koen)
    for name in ("board", "matrix", "outlook"):
        assert "Er is nog geen regeling" in client.get(reverse(f"dashboards:{name}")).content.decode()
