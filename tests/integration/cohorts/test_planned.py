"""What is still to come for many people: one question for any number."""

import pytest

from lms.courses.public import planned_meetings
from tests.factories import cohorts as factory

pytestmark = pytest.mark.django_db


def test_it_tells_for_each_person_what_is_planned(home, noor, vera, now, django_assert_num_queries):
    edition = factory.cohort()
    factory.place(edition, noor)
    factory.place(edition, vera)
    factory.meeting(edition, 1, days=-10)
    second = factory.meeting(edition, 2, days=10)
    third = factory.meeting(edition, 3, days=20)
    with django_assert_num_queries(1):
        found = planned_meetings([noor.pk, vera.pk], now)
    assert [each.uuid for each in found[noor.pk]] == [second.uuid, third.uuid]
    assert found[vera.pk][0].series == edition.series
    assert found[vera.pk][0].planned_on == second.starts_at.date()


def test_it_plans_nothing_for_who_left(home, noor, now):
    edition = factory.cohort()
    factory.place(edition, noor, left_on=now.date())
    factory.meeting(edition, 2, days=10)
    assert noor.pk not in planned_meetings([noor.pk], now)
