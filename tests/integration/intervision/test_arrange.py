"""Make groups, give people a place, and plan sessions."""

import uuid
from datetime import date, timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.public import Role
from lms.intervision import services
from lms.intervision.models import GroupMember, IntervisionGroup, IntervisionSession
from lms.intervision.public import record_session, sessions_of, upcoming_sessions
from lms.intervision.rules import Problem, Refused, Size
from lms.intervision.selectors import group_page, groups_of
from tests.factories import intervision, people

pytestmark = pytest.mark.django_db


def draft(now, days: int = 5, minutes: int = 90, **fields):
    starts_at = now + timedelta(days=days)
    values = {"place": "De Glasbak", "mode": "in_person", "method": None} | fields
    return services.SessionDraft(starts_at, starts_at + timedelta(minutes=minutes), **values)


def test_it_makes_one_group_of_one_page_sent_twice(femke, koen):
    submission = uuid.uuid4()
    first = services.start_group("Groep Zuid", femke, submission, koen)
    assert services.start_group("Groep Zuid", femke, submission, koen) == first
    assert IntervisionGroup.objects.count() == 1
    assert ModelLogEntry.objects.filter(action="intervision.group_started").count() == 1


def test_it_appoints_only_a_facilitator(group, noor, femke, koen):
    with pytest.raises(Refused) as refusal:
        services.change_group(group, group.name, noor, koen)
    assert refusal.value.problem == Problem.NOT_A_FACILITATOR
    group.refresh_from_db()
    assert group.facilitator == femke


def test_it_gives_a_place_once(group, noor, ilias, koen):
    bo = people.person("Bo Vos", Role.VOLUNTEER)
    assert services.add_members(group, [noor, bo], date(2026, 11, 22), koen) == [bo]
    assert GroupMember.objects.filter(user=noor).count() == 1
    assert ModelLogEntry.objects.filter(action="intervision.group_joined").count() == 1


@pytest.mark.parametrize("who", ["femke", "vera", "noor"])
def test_it_lets_only_a_coordinator_of_the_person_give_a_place(who, group, request):
    actor = request.getfixturevalue(who)
    bo = people.person("Bo Vos", Role.VOLUNTEER)
    with pytest.raises(Refused):
        services.add_members(group, [bo], date(2026, 11, 22), actor)
    assert not GroupMember.objects.filter(user=bo).exists()


def test_it_ends_a_place_and_starts_a_new_one(group, noor, koen, now):
    assert services.end_membership(group, noor, date(2026, 11, 22), koen)
    assert not services.end_membership(group, noor, date(2026, 11, 22), koen)
    assert groups_of(noor, now) == []
    services.add_members(group, [noor], date(2026, 11, 22), koen)
    assert [own.name for own in groups_of(noor, now)] == ["Groep Zuid"]
    assert GroupMember.objects.filter(user=noor).count() == 2


def test_it_never_ends_a_place_before_it_began(group, koen):
    bo = people.person("Bo Vos", Role.VOLUNTEER)
    services.add_members(group, [bo], date(2027, 1, 1), koen)
    services.end_membership(group, bo, date(2026, 11, 22), koen)
    place = GroupMember.objects.get(user=bo)
    assert place.since == place.until == date(2027, 1, 1)


def test_it_plans_one_session_of_one_page_sent_twice(group, femke, now):
    submission = uuid.uuid4()
    first = services.plan_session(group, draft(now), submission, femke)
    assert services.plan_session(group, draft(now), submission, femke) == first
    assert IntervisionSession.objects.count() == 1


def test_it_moves_facts_along_with_the_day(session, noor, femke, now, published):
    record_session(session.uuid, 60, {noor.uuid: True}, femke, now)
    published.clear()
    services.change_session(session, draft(now, days=-9), femke, now)
    assert [ids["person"] for _, ids in published] == [noor.uuid]
    for wrong in (draft(now, days=9), draft(now, days=-9, minutes=59)):
        with pytest.raises(Refused):
            services.change_session(session, wrong, femke, now)


def test_it_cancels_only_a_session_without_a_record(group, session, noor, femke, now):
    services.cancel_session(intervision.session(group, days=4), femke)
    record_session(session.uuid, 60, {noor.uuid: True}, femke, now)
    with pytest.raises(Refused) as refusal:
        services.cancel_session(session, femke)
    assert refusal.value.problem == Problem.RECORD_KNOWN
    assert list(IntervisionSession.objects.all()) == [session]


def test_it_shows_members_and_the_facilitator_what_is_to_come(group, session, noor, femke, koen, now):
    coming = intervision.session(group, days=6, method=intervision.method())
    for person in (noor, femke):
        assert [card.uuid for card in upcoming_sessions(person, now)] == [coming.uuid]
    card = upcoming_sessions(noor, now)[0]
    assert (card.group, card.mode, card.method) == ("Groep Zuid", "bij elkaar", "Incidentmethode")
    assert upcoming_sessions(koen, now) == []


def test_it_lists_own_sessions_with_presence(
    group, session, noor, ilias, femke, now, django_assert_num_queries
):
    intervision.session(group, days=6)
    record_session(session.uuid, 60, {noor.uuid: True}, femke, now)
    with django_assert_num_queries(1):
        rows = sessions_of(noor)
    assert [(row.net_minutes, row.was_present) for row in rows] == [(60, True), (None, None)]
    assert [row.was_present for row in sessions_of(ilias)] == [None, None]


def test_it_shows_a_member_the_group_by_first_names(group, noor, now):
    own = groups_of(noor, now)[0]
    assert (own.members, own.facilitator, own.facilitator_decides) == (("Ilias",), "Femke Smit", False)


def test_it_says_openly_that_the_facilitator_also_decides(group, noor, koen, now):
    both = people.person("Bea Kok", Role.FACILITATOR, Role.COORDINATOR)
    services.change_group(group, group.name, both, koen)
    assert groups_of(noor, now)[0].facilitator_decides


@pytest.mark.parametrize(("members", "size"), [(3, Size.SMALL), (4, Size.GOOD), (9, Size.LARGE)])
def test_it_warns_about_the_size(femke, now, members, size):
    crowd = tuple(people.person(f"Mens{i} Jansen", Role.VOLUNTEER) for i in range(members))
    group = intervision.group(facilitator=femke, members=crowd)
    assert group_page(group, femke, now).size == size
