"""The coordinator's board: where everybody stands, what to do next, in a few queries."""

import uuid
from dataclasses import asdict
from datetime import timedelta

import pytest

from lms.accounts.models import User
from lms.certification.board import services
from lms.certification.board.selectors import (
    for_domain,
    fresh_standings,
    longest_waiting_first,
    not_up_to_date,
)
from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all, retract_evidence
from lms.certification.models import Evidence, Standing
from lms.certification.public import board_rows, bring_up_to_date, counts_of, external_statuses
from lms.certification.readiness import FactKind, oco_levensbreed
from lms.certification.schemes.services import publish_scheme
from lms.certification.standings.selectors import ground_on, standings_of
from lms.certification.standings.services import rebuild_standings
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db


def ruling(kind: str, **said: object) -> Ruling:
    return Ruling(kind=kind, submission=uuid.uuid4(), **said)  # type: ignore[arg-type]


def row_of(person, today):
    ground = ground_on(today)
    assert ground is not None
    row = standings_of([person.pk], ground)[person.pk]
    row.person = person
    return board_rows([row], today)[0]


def test_it_shows_who_can_be_confirmed_and_since_when(scheme, noor, now, today):
    factory.ready(noor, today - timedelta(days=3), now)
    row = row_of(noor, today)
    assert (row.group, row.action, row.since, row.name) == ("ready", "Bevestigen", "3 dagen", "Noor de Wit")
    assert (row.boundaries.words, row.agreements.words) == ("1 van 2 klaar", "Klaar"), "the card is extra"
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


@pytest.fixture
def crowd(scheme, now, today):
    many = [
        factory.people_volunteer(f"Mens {number}", email=f"mens{number}@example.org") for number in range(60)
    ]
    for person in many[:20]:
        record_all(person, factory.blocking_entries(today)[:3], actor=None, now=now)
    return User.objects.filter(email__startswith="mens")


def test_it_reads_many_people_in_the_same_few_queries(crowd, now, today, django_assert_max_num_queries):
    rebuild_standings(now)
    with django_assert_max_num_queries(5):
        found = bring_up_to_date(crowd, now)
        assert found is not None
        assert counts_of(found.rows, today)["everybody"] == 60
        assert len(board_rows(found.rows.select_related("person"), today)) == 60
    with django_assert_max_num_queries(6):
        assert len(external_statuses(crowd, today)) == 60


def test_it_brings_what_is_out_of_date_up_to_date_first(crowd, now, today):
    Standing.objects.filter(person__in=crowd).delete()
    found = bring_up_to_date(crowd, now)
    assert found is not None
    assert (found.pending, found.rows.count()) == (0, 60)
    assert Standing.objects.filter(person__in=crowd).count() == 60


def test_it_computes_one_piece_at_a_time_and_never_shows_an_old_line_as_new(crowd, now, today, monkeypatch):
    rebuild_standings(now)
    Standing.objects.filter(person__in=crowd).update(basis="of another day")
    monkeypatch.setattr(services, "CHUNK", 25)
    first = bring_up_to_date(crowd, now)
    assert first is not None
    assert (first.rows.count(), first.pending) == (25, 35)
    bring_up_to_date(crowd, now)
    last = bring_up_to_date(crowd, now)
    assert last is not None
    assert (last.rows.count(), last.pending) == (60, 0)


def test_it_leaves_out_a_line_that_time_or_a_new_start_overtook(crowd, now, today):
    rebuild_standings(now)
    ground = ground_on(today)
    assert ground is not None
    one, two, *_ = crowd
    Standing.objects.filter(person=one).update(next_change_on=today)
    User.objects.filter(pk=two.pk).update(joined_on=today)
    assert not fresh_standings(crowd, ground).filter(person__in=[one, two]).exists()
    assert fresh_standings(crowd, ground).count() == 58
    assert set(not_up_to_date(crowd, ground)) == {one, two}


def test_it_says_nothing_without_a_scheme(db, noor, now, today):
    assert bring_up_to_date(User.objects.all(), now) is None
    assert external_statuses([noor], today)[noor.pk].reason_category == "in_progress"


def test_it_puts_who_waits_longest_first(scheme, now, today):
    for name, days in (("Aad Af", 2), ("Bea Bel", 30), ("Cor Cel", 9)):
        person = factory.people_volunteer(name)
        said = [factory.entry(FactKind.ROLES_DECLARED, today - timedelta(days=days))]
        record_all(person, said, actor=None, now=now)
    factory.ready(factory.people_volunteer("Dirk Daan"), today - timedelta(days=50), now)
    rows = board_rows(longest_waiting_first(Standing.objects.select_related("person")), today)
    assert [row.name for row in rows] == ["Bea Bel", "Cor Cel", "Aad Af", "Dirk Daan"]
    assert [row.is_slow for row in rows] == [True, False, False, True]


def test_it_finds_who_counts_for_a_life_domain(scheme, koen, now, today):
    versions = asdict(factory.Items())
    publish_scheme(oco_levensbreed(**versions), today, actor=None, now=now)
    wmo = next(domain for domain in oco_levensbreed(**versions).domains if domain.id == "wmo")
    talked, matchable, excepted, new = (
        factory.people_volunteer(name) for name in ("Aad", "Bea", "Cor", "Dirk")
    )
    factory.ready(matchable, today, now)
    for person in (talked, matchable):
        talk = factory.entry(FactKind.CONVERSATION_HELD, today, key=wmo.rules[0].id)
        record_all(person, [talk], actor=None, now=now)
    decide(matchable, ruling("confirm"), actor=koen, now=now)
    until = today + timedelta(days=9)
    exception = ruling("override", until=until, domains=("jeugd",), reason_code="other", reason="kort")
    decide(excepted, exception, actor=koen, now=now)
    rebuild_standings(now)
    ground = ground_on(today)
    assert ground is not None
    rows = Standing.objects.exclude(person=koen)
    found = {
        name: set(rows.filter(for_domain(name, ground)).values_list("person", flat=True))
        for name in ("wmo", "jeugd")
    }
    assert found == {"wmo": {talked.pk, matchable.pk}, "jeugd": {excepted.pk}}
    assert row_of(talked, today).domains == wmo.title
    assert row_of(new, today).domains == ""
