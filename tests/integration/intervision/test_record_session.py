"""Write down the minutes and who was there; nothing that was said."""

import uuid
from datetime import timedelta

import pytest
from django.db import models
from wagtail.models import ModelLogEntry

from lms.accounts.public import Role
from lms.intervision.models import GroupMember, IntervisionSession, SessionPresence
from lms.intervision.public import PresenceFact, presence_fact, record_session
from lms.intervision.rules import Problem, Refused
from tests.factories import intervision, people

pytestmark = pytest.mark.django_db
TOPIC = "intervision.presence_recorded"


def test_it_writes_down_minutes_and_presence(session, noor, ilias, femke, now, published):
    presences = {noor.uuid: True, ilias.uuid: False}
    assert record_session(session.uuid, 75, presences, femke, now) == 2
    held_on = (now - timedelta(days=10)).date()
    assert presence_fact(session.uuid, noor.uuid) == PresenceFact(True, held_on, 75, 1)
    assert presence_fact(session.uuid, ilias.uuid) == PresenceFact(False, held_on, 75, 1)
    session.refresh_from_db()
    assert session.recorded_at == now
    assert sorted(published, key=str) == sorted(
        ((TOPIC, {"person": person.uuid, "session": session.uuid}) for person in (noor, ilias)), key=str
    )


def test_it_does_nothing_the_second_time(session, noor, femke, now, published):
    record_session(session.uuid, 75, {noor.uuid: True}, femke, now)
    assert record_session(session.uuid, 75, {noor.uuid: True}, femke, now + timedelta(days=1)) == 0
    assert len(published) == 1
    assert SessionPresence.objects.get().recorded_at == now
    assert ModelLogEntry.objects.filter(action=TOPIC).count() == 1


def test_it_lets_the_last_one_count(session, noor, femke, koen, now, published):
    record_session(session.uuid, 75, {noor.uuid: True}, femke, now)
    assert record_session(session.uuid, 60, {noor.uuid: False}, koen, now) == 1
    assert presence_fact(session.uuid, noor.uuid).was_present is False
    assert presence_fact(session.uuid, noor.uuid).net_minutes == 60
    assert SessionPresence.objects.get().recorded_by == koen


def test_it_tells_the_others_when_the_group_turns_out_larger(session, noor, ilias, femke, now, published):
    record_session(session.uuid, 75, {noor.uuid: True}, femke, now)
    published.clear()
    record_session(session.uuid, 75, {ilias.uuid: True}, femke, now)
    assert {ids["person"] for _, ids in published} == {noor.uuid, ilias.uuid}
    assert presence_fact(session.uuid, noor.uuid).group_size == 2


def test_it_logs_per_person_without_names_or_minutes(session, noor, femke, now):
    record_session(session.uuid, 75, {noor.uuid: True}, femke, now)
    entry = ModelLogEntry.objects.get(action=TOPIC)
    assert (entry.object_id, entry.user, entry.data["was_present"]) == (str(noor.pk), femke, True)
    assert "Noor" not in str(entry.data) + entry.label


@pytest.mark.parametrize(
    ("days", "minutes", "problem"),
    [(3, 60, Problem.NOT_STARTED), (-3, 91, Problem.MORE_MINUTES_THAN_TIME)],
)
def test_it_refuses_what_cannot_be_true(group, noor, femke, now, days, minutes, problem):
    planned = intervision.session(group, days=days)
    with pytest.raises(Refused) as refusal:
        record_session(planned.uuid, minutes, {noor.uuid: True}, femke, now)
    assert refusal.value.problem == problem
    planned.refresh_from_db()
    assert (planned.net_minutes, SessionPresence.objects.count()) == (None, 0)


@pytest.mark.parametrize("who", ["noor", "ilias", "vera", "other_facilitator", "trainer"])
def test_it_refuses_everybody_but_the_facilitator_and_a_coordinator(who, session, noor, ilias, vera, now):
    actors = {
        "noor": noor,
        "ilias": ilias,
        "vera": vera,
        "other_facilitator": people.person("Olga Mol", Role.FACILITATOR),
        "trainer": people.person("Ties Bakker", Role.TRAINER),
    }
    with pytest.raises(Refused) as refusal:
        record_session(session.uuid, 60, {noor.uuid: True}, actors[who], now)
    assert refusal.value.problem == Problem.STRANGER
    assert not SessionPresence.objects.exists()


def test_it_refuses_a_facilitator_who_no_longer_has_the_role(session, noor, femke, now):
    femke.role_assignments.filter(role=Role.FACILITATOR).update(ended_at=now)
    with pytest.raises(Refused):
        record_session(session.uuid, 60, {noor.uuid: True}, femke, now)


def test_it_refuses_ones_own_presence(group, session, femke, now):
    GroupMember.objects.create(group=group, user=femke, since="2026-07-01")
    with pytest.raises(Refused):
        record_session(session.uuid, 60, {femke.uuid: True}, femke, now)


def test_it_refuses_who_joined_later_or_left_before(group, session, noor, ilias, femke, now):
    held_on = (now - timedelta(days=10)).date()
    group.members.filter(user=noor).update(since=held_on + timedelta(days=1))
    group.members.filter(user=ilias).update(until=held_on - timedelta(days=1))
    for person in (noor.uuid, ilias.uuid, uuid.uuid4()):
        with pytest.raises(Refused):
            record_session(session.uuid, 60, {person: True}, femke, now)


def test_it_has_no_room_for_a_story():
    texts = {
        field.name
        for model in (IntervisionSession, SessionPresence)
        for field in model._meta.get_fields()
        if isinstance(field, models.TextField) or (isinstance(field, models.CharField) and not field.choices)
    }
    assert texts == {"place"}
