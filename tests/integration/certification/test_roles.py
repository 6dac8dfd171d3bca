"""Other roles: said by the person, seen by the coordinator, read by nobody else."""

import uuid

import pytest
from django.urls import reverse

from lms.certification.ledger.services import LedgerError, retract_evidence
from lms.certification.models import Evidence, RoleDeclaration
from lms.certification.policies import NotAllowed
from lms.certification.public import readiness_of
from lms.certification.roles.services import OtherRoles, declare_roles, mark_roles_seen

pytestmark = pytest.mark.django_db
SAID = OtherRoles(
    is_buddy=True, other="penningmeester", agreements="Ik help mijn buurvrouw niet ook als OCO."
)


@pytest.fixture
def declaration(scheme, noor, now):
    return declare_roles(noor, SAID, uuid.uuid4(), actor=noor, now=now)


def other_roles(person, today):
    boundaries = next(each for each in readiness_of(person, today).criteria if each.rule_id == "boundaries")
    return next(part for part in boundaries.parts if part.rule_id == "other_roles")


def test_it_waits_for_the_coordinator_by_name(declaration, noor, today):
    assert other_roles(noor, today).word == "Wacht op Koen"
    assert other_roles(noor, today).kind == "wait"


def test_it_is_done_when_the_coordinator_saw_it(declaration, noor, koen, now, today):
    first = mark_roles_seen(noor, declaration.uuid, actor=koen, now=now)
    assert mark_roles_seen(noor, declaration.uuid, actor=koen, now=now) == first
    assert other_roles(noor, today).word == "Klaar"


def test_it_can_be_seen_again_after_taking_that_back(declaration, noor, koen, now, today):
    retract_evidence(mark_roles_seen(noor, declaration.uuid, actor=koen, now=now), actor=koen, now=now)
    assert other_roles(noor, today).word == "Wacht op Koen"
    mark_roles_seen(noor, declaration.uuid, actor=koen, now=now)
    assert other_roles(noor, today).word == "Klaar"


def test_it_asks_to_look_again_after_a_new_declaration(declaration, noor, koen, now, today):
    mark_roles_seen(noor, declaration.uuid, actor=koen, now=now)
    newer = declare_roles(noor, OtherRoles(), uuid.uuid4(), actor=noor, now=now)
    assert other_roles(noor, today).word == "Wacht op Koen"
    with pytest.raises(LedgerError):
        mark_roles_seen(noor, declaration.uuid, actor=koen, now=now)
    mark_roles_seen(noor, newer.uuid, actor=koen, now=now)
    assert other_roles(noor, today).word == "Klaar"


@pytest.mark.parametrize("who", ["noor", "femke", "vera"])
def test_it_cannot_be_marked_seen_by_others(declaration, noor, request, now, who):
    with pytest.raises(NotAllowed):
        mark_roles_seen(noor, declaration.uuid, actor=request.getfixturevalue(who), now=now)
    assert not Evidence.objects.filter(kind="roles_seen").exists()


def test_it_cannot_be_filled_in_by_a_stranger(scheme, noor, vera, now):
    with pytest.raises(NotAllowed):
        declare_roles(noor, SAID, uuid.uuid4(), actor=vera, now=now)


def test_it_makes_one_row_of_a_double_send(scheme, noor, now):
    submission = uuid.uuid4()
    first = declare_roles(noor, SAID, submission, actor=noor, now=now)
    assert declare_roles(noor, SAID, submission, actor=noor, now=now) == first
    assert (RoleDeclaration.objects.count(), Evidence.objects.count()) == (1, 1)


def form(**changes: object) -> dict[str, object]:
    return {"submission": str(uuid.uuid4()), "roles": ["none"], "other": "", "agreements": "", **changes}


def test_it_shows_the_answers_before_it_keeps_them(scheme, noor, noor_client):
    url, data = reverse("certification:roles"), form(roles=["buddy", "other"], other="coach")
    checked = noor_client.post(url, data)
    assert "Maatje" in checked.content.decode()
    assert not RoleDeclaration.objects.exists()
    sent = noor_client.post(url, data | {"step": "send"})
    assert sent.status_code == 302
    row = RoleDeclaration.objects.get()
    assert (row.person, row.is_buddy, row.is_advocate, row.other) == (noor, True, False, "coach")


def test_it_keeps_what_was_typed_when_something_has_to_be_put_right(scheme, noor_client):
    page = noor_client.post(
        reverse("certification:roles"), form(roles=["none", "buddy"], agreements="Mijn woorden")
    )
    text = page.content.decode()
    assert page.status_code == 200
    assert "Je koos een rol en ook geen rol. Kies wat klopt." in text
    assert "Mijn woorden" in text
    assert "<title>Fout: " in text


def test_it_ignores_fields_that_are_not_on_the_form(scheme, noor, koen, vera, noor_client):
    data = form(step="send", person=str(vera.uuid), recorded_by=str(koen.pk), declared_at="2001-01-01")
    noor_client.post(reverse("certification:roles"), data)
    row = RoleDeclaration.objects.get()
    assert (row.person, row.recorded_by) == (noor, noor)
    assert row.declared_at.year == 2026


def test_it_shows_the_roles_to_the_coordinator_only(declaration, noor, koen_client, client):
    url = reverse("certification:person", kwargs={"uuid": noor.uuid})
    assert "penningmeester" in koen_client.get(url).content.decode()


@pytest.mark.parametrize("who", ["femke", "vera"])
def test_it_shows_the_roles_to_no_one_else(
    declaration, noor, client, clock, sign_in, with_second_factor, request, who
):
    person = request.getfixturevalue(who)
    with_second_factor(person)
    sign_in(client, person)
    for name, kwargs in (("person", {"uuid": noor.uuid}), ("roles_of", {"uuid": noor.uuid}), ("mine", {})):
        response = client.get(reverse(f"certification:{name}", kwargs=kwargs))
        assert response.status_code == 404
        assert b"penningmeester" not in response.content
