"""What is still to come for many people: the same two questions for any number."""

import pytest

from lms.intervision.public import PlannedSession, planned_sessions
from tests.factories import intervision as factory

pytestmark = pytest.mark.django_db


def test_it_tells_for_each_person_what_is_planned(noor, femke, vera, now, django_assert_num_queries):
    group = factory.group("Groep Zuid", femke, (noor, vera))
    soon = factory.session(group, days=10, method=factory.method())
    later = factory.session(group, days=40)
    factory.session(group, days=-10)
    with django_assert_num_queries(2):
        found = planned_sessions([noor.pk], now)
    assert [each.uuid for each in found[noor.pk]] == [soon.uuid, later.uuid]
    assert found[noor.pk][0] == PlannedSession(soon.uuid, "Groep Zuid", soon.starts_at.date(), 80, 2)
    assert found[noor.pk][1].minutes == 90
    assert vera.pk not in found


def test_it_plans_nothing_for_who_left_the_group(noor, vera, now):
    group = factory.group("Groep Zuid", None, (noor, vera))
    factory.session(group, days=10)
    group.members.filter(user=noor).update(until=now.date())
    assert not planned_sessions([noor.pk], now)[noor.pk]
