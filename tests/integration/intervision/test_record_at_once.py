"""The facilitator and the coordinator save a record at the same moment: one row per person, one answer."""

import threading

import pytest
from django.db import close_old_connections, connection

from lms.accounts.public import Role
from lms.intervision.models import IntervisionSession, SessionPresence
from lms.intervision.public import record_session
from tests.factories import intervision, people

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def test_it_keeps_one_record(now):
    femke, koen = people.femke(), people.koen()
    crowd = tuple(people.person(f"Mens{i} Jansen", Role.VOLUNTEER) for i in range(5))
    session = intervision.session(intervision.group(facilitator=femke, members=crowd))
    ready, troubles = threading.Barrier(2), []

    def save(actor, minutes: int, was: bool) -> None:
        close_old_connections()
        try:
            ready.wait(timeout=10)
            record_session(session.uuid, minutes, {one.uuid: was for one in crowd}, actor, now)
        except BaseException as trouble:  # reported below: a thread must not swallow it
            troubles.append(trouble)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=save, args=(femke, 60, True)),
        threading.Thread(target=save, args=(koen, 80, False)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert troubles == []
    rows = list(SessionPresence.objects.all())
    assert len(rows) == len(crowd)
    assert len({(row.was_present, row.recorded_by_id) for row in rows}) == 1, "a mix of two answers"
    minutes = IntervisionSession.objects.get().net_minutes
    assert (minutes, rows[0].recorded_by) in {(60, femke), (80, koen)}
