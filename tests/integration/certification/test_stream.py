"""Everybody's standing, read in pieces, is what each person's own page says."""

import uuid
from datetime import timedelta

import pytest

from lms.accounts.models import User
from lms.certification.decisions.services import Ruling, decide
from lms.certification.knowledge.selectors import facts_from, in_pieces, started_of
from lms.certification.ledger.services import record_all, retract_evidence
from lms.certification.models import Evidence, Transition
from lms.certification.standings.selectors import (
    end_of_day,
    ground_on,
    standing_of,
    stream_standings,
    volunteers,
)
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def crowd(scheme, koen, now, today):
    """Twelve volunteers of all kinds, and Koen in the middle, who is none."""
    for number in range(12):
        person = factory.people_volunteer(
            f"Mens {number}",
            email=f"mens{number}@example.org",
            joined_on=today - timedelta(days=5 * number) if number % 4 else None,
        )
        day = today - timedelta(days=number)
        record_all(person, factory.blocking_entries(day)[: number + 2], actor=None, now=now)
        if number == 11:
            decide(person, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
        if number == 10:
            line = Evidence.objects.get(person=person, kind="seen")
            retract_evidence(line, actor=koen, now=now + timedelta(days=1))
    factory.publish_next(scheme, today, now, transition=Transition.NEW_PEOPLE)
    return list(volunteers())


def test_it_gives_each_person_the_own_standing(crowd, today, now):
    for ground in (ground_on(today), ground_on(today, end_of_day(today))):
        streamed = dict(stream_standings(ground))
        assert streamed == {person.pk: standing_of(person, ground) for person in crowd}
    assert {found.state.value for found in streamed.values()} == {"in_progress", "ready", "matchable"}


def test_it_knows_later_what_was_taken_back_meanwhile(crowd, today):
    then, now_known = (
        dict(stream_standings(ground_on(today, known_at))) for known_at in (end_of_day(today), None)
    )
    changed = [key for key in then if then[key].verdicts != now_known[key].verdicts]
    assert changed == [User.objects.get(email="mens10@example.org").pk]


def test_it_reads_in_pieces_with_three_queries_each(crowd, today, django_assert_num_queries):
    ground = ground_on(today)
    with django_assert_num_queries(3):
        assert len(dict(stream_standings(ground))) == len(crowd)
    assert [len(piece) for piece in in_pieces(volunteers(), 5)] == [5, 5, 2]
    with django_assert_num_queries(3):
        assert dict(stream_standings(ground, volunteers().filter(pk=crowd[0].pk))).keys() == {crowd[0].pk}


def test_it_tells_nothing_of_people_that_were_not_asked_for(crowd):
    first, second, third = [person.pk for person in crowd[:3]]
    assert set(facts_from(started_of([first, third]))) == {first, third}
    far = [first, crowd[-1].pk]
    assert set(facts_from(started_of(far))) == set(far)
    assert facts_from({}) == {}
    assert second not in facts_from(started_of([first]))
