"""Giving and ending roles: once, with a trace, and told to who needs to know."""

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.models import Organisation, RoleAssignment
from lms.accounts.policies import holds, may_coordinate
from lms.accounts.rights.services import assign_role, deactivate, end_role
from lms.accounts.roles import Role
from tests.factories.people import member_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch) -> list[tuple[str, str]]:
    """Who was named in which event of accounts."""
    heard: list[tuple[str, str]] = []

    def publish(topic, *, now, person):
        heard.append((topic, str(person)))

    monkeypatch.setattr("lms.accounts.rights.services.publish", publish)
    return heard


def test_it_gives_a_role_at_once_and_only_once(koen, noor, now, told):
    assert not may_coordinate(noor, person("Ali Kaya", Role.VOLUNTEER))
    first = assign_role(noor, Role.COORDINATOR, actor=koen, now=now)
    assert may_coordinate(noor, person("Ali Kaya"))
    assert assign_role(noor, Role.COORDINATOR, actor=koen, now=now) == first
    assert told == [("accounts.roles_changed", str(noor.uuid))]
    entry = ModelLogEntry.objects.get(action="accounts.role_assigned")
    assert (entry.object_id, entry.user, entry.data["role"]) == (str(noor.pk), koen, "coordinator")


def test_it_ends_a_role_at_once_and_only_once(koen, femke, now, told):
    row = RoleAssignment.objects.get(user=femke, role=Role.TRAINER)
    assert end_role(row, actor=koen, now=now)
    assert not end_role(row, actor=koen, now=now)
    assert not holds(row.user, Role.TRAINER)
    assert told == [("accounts.roles_changed", str(femke.uuid))]


def test_it_can_give_an_ended_role_again(koen, noor, now):
    end_role(assign_role(noor, Role.FACILITATOR, actor=koen, now=now), actor=koen, now=now)
    assign_role(noor, Role.FACILITATOR, actor=koen, now=now)
    assert RoleAssignment.objects.filter(user=noor, role=Role.FACILITATOR).count() == 2


def test_it_refuses_a_contact_person_of_nobody(koen, noor, now):
    with pytest.raises(ValueError, match="organisation"):
        assign_role(noor, Role.CONTACT_PERSON, actor=koen, now=now)


def test_it_tells_the_people_of_an_organisation_about_their_contact_person(koen, noor, now, told):
    club = Organisation.objects.create(name="De Club")
    member_of(noor, club)
    carla = person("Carla Loos")
    row = assign_role(carla, Role.CONTACT_PERSON, actor=koen, now=now, organisation=club)
    assert told == [
        ("accounts.roles_changed", str(carla.uuid)),
        ("accounts.membership_changed", str(noor.uuid)),
    ]
    told.clear()
    deactivate(carla, actor=koen, now=now)
    assert ("accounts.membership_changed", str(noor.uuid)) in told
    told.clear()
    end_role(row, actor=koen, now=now)
    assert ("accounts.membership_changed", str(noor.uuid)) in told


def test_it_keeps_the_organisation_of_a_role_out_of_the_log(koen, noor, now):
    club = Organisation.objects.create(name="De Club")
    assign_role(noor, Role.CONTACT_PERSON, actor=koen, now=now, organisation=club)
    assert "Club" not in str(list(ModelLogEntry.objects.values("data", "label")))
