"""A fact that changes while the ledger follows it: the ledger ends with what is true."""

import threading
import time
import uuid

import pytest
from django.db import transaction

from lms.accounts.models import Organisation
from lms.accounts.roles import Role
from lms.certification.following.services import follow_contact, follow_meeting, follow_session
from lms.certification.models import Evidence
from lms.certification.readiness import FactKind
from lms.certification.standings.services import lock_people
from lms.courses.public import record_attendance
from lms.intervision.public import record_session
from tests.at_once import at_once
from tests.factories import cohorts, intervision, people

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def follow_meanwhile(person, change, follow):
    """Change the truth while holding the person, and follow it from another connection before it is kept."""
    changed = threading.Event()

    def hold():
        with transaction.atomic():
            lock_people([person.pk])
            change()
            changed.set()
            time.sleep(0.5)

    def follow_then():
        assert changed.wait(timeout=10)
        follow()

    assert at_once([hold, follow_then]) == []


def test_it_does_not_write_a_presence_that_was_just_put_right(scheme, home, noor, femke, now):
    meeting = cohorts.meeting(cohorts.cohort(trainer=femke))
    cohorts.place(meeting.cohort, noor)
    record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    follow_meanwhile(
        noor,
        lambda: record_attendance(meeting.uuid, {noor.uuid: "absent"}, femke, now),
        lambda: follow_meeting(noor, meeting.uuid, now),
    )
    assert not Evidence.objects.filter(kind=FactKind.ATTENDED).exists()


def test_it_does_not_write_a_session_that_was_just_put_right(scheme, home, noor, femke, now):
    session = intervision.session(intervision.group(facilitator=femke, members=(noor,)), days=-3)
    record_session(session.uuid, 90, {noor.uuid: True}, femke, now)
    follow_meanwhile(
        noor,
        lambda: record_session(session.uuid, 90, {noor.uuid: False}, femke, now),
        lambda: follow_session(noor, session.uuid, now),
    )
    assert not Evidence.objects.filter(kind=FactKind.INTERVISION).exists()


def test_it_writes_a_contact_person_once(scheme, home, noor, now):
    club = Organisation.objects.create(name="Vereniging voor Stille Zaken")
    people.member_of(noor, club)
    people.person("Carla Loos", Role.CONTACT_PERSON, organisation=club)
    follow_meanwhile(
        noor,
        lambda: follow_contact(noor, uuid.uuid4(), now),
        lambda: follow_contact(noor, uuid.uuid4(), now),
    )
    assert Evidence.objects.filter(kind=FactKind.CONTACT_LINKED).count() == 1
