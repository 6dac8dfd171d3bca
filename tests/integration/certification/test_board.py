"""The coordinator's board: where everybody stands, what to do next, in a few queries."""

import uuid
from datetime import timedelta

import pytest

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all, retract_evidence
from lms.certification.models import Evidence, Standing
from lms.certification.public import board_rows, external_statuses
from lms.certification.readiness import FactKind
from lms.certification.standings.services import rebuild_standings
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db


def ruling(kind: str, **said: object) -> Ruling:
    return Ruling(kind=kind, submission=uuid.uuid4(), **said)  # type: ignore[arg-type]


def row_of(person, today):
    return board_rows([person], today)[0]


def test_it_shows_who_can_be_confirmed_and_since_when(scheme, noor, now, today):
    factory.ready(noor, today - timedelta(days=3), now)
    row = row_of(noor, today)
    assert (row.group, row.action, row.since, row.name) == ("ready", "Bevestigen", "3 dagen", "Noor de Wit")
    assert (row.boundaries.words, row.agreements.words) == ("Klaar", "Klaar")
    assert (row.training.kind, row.training.words) == ("busy", "0 van 3 klaar")


def test_it_shows_what_waits_for_the_coordinator(scheme, noor, now, today):
    said = [factory.entry(FactKind.ROLES_DECLARED, today - timedelta(days=1))]
    record_all(
        noor,
        [*said, factory.entry(FactKind.ITEM_COMPLETED, today, key=factory.LESSONS[4])],
        actor=None,
        now=now,
    )
    row = row_of(noor, today)
    assert (row.group, row.action, row.since) == ("waits", "Andere rollen bekijken", "1 dag")


def test_it_asks_to_plan_the_talk_when_that_is_all_that_is_left(scheme, noor, koen, now, today):
    factory.ready(noor, today, now)
    retract_evidence(Evidence.objects.get(kind="conversation_held"), actor=koen, now=now)
    row = row_of(noor, today)
    assert (row.groups[:2], row.action) == (("waits", "almost"), "Eindgesprek plannen")


def test_it_warns_before_being_matchable_ends(scheme, noor, koen, now, today):
    factory.ready(noor, today, now)
    decide(noor, ruling("confirm"), actor=koen, now=now)
    assert row_of(noor, today).group == "matchable"
    late = today.replace(year=2029) - timedelta(days=20)
    assert row_of(noor, late).groups == ("expiring", "matchable")
    assert row_of(noor, late).action == "Nieuwe VOG vragen"
    assert row_of(noor, late + timedelta(days=40)).group == "waits"


def test_it_shows_who_is_silent_for_sixty_days(scheme, noor, now, today):
    day = today - timedelta(days=60)
    record_all(
        noor, [factory.entry(FactKind.ITEM_COMPLETED, day, key=factory.LESSONS[0])], actor=None, now=now
    )
    assert row_of(noor, today - timedelta(days=1)).group == "in_progress"
    row = row_of(noor, today)
    assert (row.group, row.action, row.since) == ("stuck", "Even bellen", "2 maanden")


def test_it_shows_who_rests_and_who_stopped_without_an_action(scheme, noor, koen, now, today):
    factory.ready(noor, today, now)
    decide(noor, ruling("pause"), actor=noor, now=now)
    assert (row_of(noor, today).groups, row_of(noor, today).action) == (("paused",), "")
    decide(noor, ruling("withdraw", reason_code="own_wish"), actor=koen, now=now)
    assert row_of(noor, today).groups == ("stopped",)


def test_it_never_trusts_a_row_that_is_out_of_date(scheme, noor, koen, now, today):
    factory.ready(noor, today, now)
    until = today + timedelta(days=5)
    decide(noor, ruling("confirm"), actor=koen, now=now)
    decide(noor, ruling("pause", until=until), actor=noor, now=now)
    assert row_of(noor, until).group == "paused"
    assert row_of(noor, until + timedelta(days=1)).group == "matchable"
    assert Standing.objects.get(person=noor).state == "paused", "the saved row was left alone"


@pytest.mark.parametrize("is_rebuilt", [False, True])
def test_it_reads_many_people_in_the_same_few_queries(
    scheme, noor, now, today, django_assert_max_num_queries, is_rebuilt
):
    many = [
        factory.people_volunteer(f"Mens {number}", email=f"mens{number}@example.org") for number in range(60)
    ]
    for person in many[:20]:
        record_all(person, factory.blocking_entries(today)[:3], actor=None, now=now)
    if is_rebuilt:
        rebuild_standings(now)
    people = User.objects.with_role(Role.VOLUNTEER).order_by("name")
    with django_assert_max_num_queries(7):
        rows = board_rows(people, today)
    assert len(rows) == 61
    with django_assert_max_num_queries(6):
        assert len(external_statuses(many, today)) == 60


def test_it_is_empty_without_a_scheme(db, noor, today):
    assert board_rows([noor], today) == []
    assert external_statuses([noor], today)[noor.pk].reason_category == "in_progress"
