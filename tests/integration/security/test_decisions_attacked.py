"""Decisions, extensions, talks and what was handed in, tried in every wrong way."""

import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lms.accounts.models import Organisation, User
from lms.accounts.rights.services import end_role
from lms.accounts.roles import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_evidence
from lms.certification.models import Decision, Evidence, Extension, OverrideRequest, Standing
from lms.certification.readiness import FactKind
from lms.municipality.public import current_settings
from tests.conftest import NOW
from tests.factories import certification as readiness
from tests.factories import people
from tests.integration.security.town import BACKEND, Browser, Town

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _today(time_machine) -> None:
    time_machine.move_to(NOW)


@pytest.fixture
def cora(town: Town) -> Client:
    """A coordinator of the organisation that Noor belongs to, and of nobody else."""
    here = Organisation.objects.get(name="Stichting Dichtbij")
    browser = Client(raise_request_exception=False)
    browser.force_login(people.person("Cora Dam", Role.COORDINATOR, organisation=here), backend=BACKEND)
    return browser


@pytest.fixture
def two(town: Town) -> Iterator[None]:
    """The municipality asks a second person for every exception."""
    settings = current_settings()
    settings.asks_second_person = True
    settings.save()
    yield
    settings.asks_second_person = False
    settings.save()


def url(name: str, person: User, *rest: object) -> str:
    return reverse(f"certification:{name}", args=[person.uuid, *rest])


def exception(**more: object) -> dict[str, object]:
    until = TODAY + timedelta(days=30)
    return {"submission": uuid.uuid4(), "reason_code": "other", "reason": "Omdat.", "until": until, **more}


def state_of(person: User) -> str:
    return Standing.objects.get(person=person).state


def asked(town: Town) -> str:
    Browser(town, "koen").post(url("decision", town.noor, "override"), exception())
    return url("override_answer", town.noor, OverrideRequest.objects.get().uuid)


YES = {"answer": "yes"}


@pytest.mark.usefixtures("two")
def test_it_takes_two_people_for_an_exception(town: Town, cora: Client):
    koen = Browser(town, "koen")
    smuggled = {
        "second": town.ada.pk,
        "second_id": town.ada.pk,
        "answered_by": town.ada.pk,
        "kind": "confirm",
    }
    koen.post(url("decision", town.noor, "override"), exception(**smuggled))
    answer = url("override_answer", town.noor, OverrideRequest.objects.get().uuid)
    koen.post(answer, YES | smuggled)
    for who in ("noor", "femke", "vera", "cas", "ada", "sam", "visitor"):
        Browser(town, who).post(answer, YES)
    assert not Decision.objects.exists()
    cora.post(answer, YES)
    made = Decision.objects.get()
    assert (made.made_by, made.second.name) == (town.koen, "Cora Dam")
    cora.post(answer, YES)
    koen.post(answer, {"answer": "no"})
    assert Decision.objects.count() == 1


@pytest.mark.usefixtures("two")
def test_it_agrees_with_nobody_who_went(town: Town, cora: Client):
    answer = asked(town)
    end_role(town.koen.role_assignments.get(), actor=town.ada, now=NOW)
    cora.post(answer, YES)
    assert not Decision.objects.exists()


@pytest.mark.usefixtures("two")
def test_it_takes_no_answer_of_who_lost_the_person(town: Town, cora: Client):
    answer = asked(town)
    town.noor.memberships.update(ended_at=NOW)
    assert cora.post(answer, YES).status_code == 404
    assert not Decision.objects.exists()


@pytest.mark.usefixtures("two")
def test_it_answers_a_request_under_its_own_person_only(town: Town, cora: Client):
    people.member_of(town.sam, Organisation.objects.get(name="Stichting Dichtbij"))
    request = asked(town).split("/")[-2]
    assert cora.post(url("override_answer", town.sam, request), YES).status_code == 404
    assert not Decision.objects.exists()


@pytest.mark.usefixtures("two")
def test_it_gives_no_other_way_round_the_second_person(town: Town):
    koen = Browser(town, "koen")
    koen.post(url("confirm", town.noor), exception(kind="override"))
    koen.post(url("decision", town.noor, "resume"), exception(kind="override"))
    together = {"wat": "bevestig", "kind": "override", "people": town.noor.uuid, "submission": uuid.uuid4()}
    koen.post(reverse("dashboards:do_together"), together)
    assert not Decision.objects.exists()


def test_it_takes_back_no_decision_of_another_person(town: Town):
    made = decide(town.sam, Ruling(kind="pause", submission=uuid.uuid4()), actor=town.koen, now=NOW)
    sent = {"submission": uuid.uuid4()}
    assert Browser(town, "koen").post(url("decision_undo", town.noor, made.uuid), sent).status_code == 404
    own = decide(town.noor, Ruling(kind="pause", submission=uuid.uuid4()), actor=town.noor, now=NOW)
    Browser(town, "koen").post(url("decision_undo", town.noor, own.uuid), sent)
    Browser(town, "koen").post(url("decision_undo", town.noor, own.uuid), {"submission": own.submission})
    assert not Decision.objects.filter(kind="undo").exists()


def test_it_names_nobody_out_of_reach_when_a_batch_is_taken_back(town: Town, cora: Client):
    for person in (town.noor, town.sam):
        readiness.ready(person, TODAY, NOW)
    batch = uuid.uuid4()
    sent = {"wat": "bevestig", "people": f"{town.noor.uuid} {town.sam.uuid}", "submission": batch}
    Browser(town, "koen").post(reverse("dashboards:do_together"), sent)
    assert (state_of(town.noor), state_of(town.sam)) == ("matchable", "matchable")
    page = cora.get(reverse("dashboards:together_done", args=[batch])).content.decode()
    back = cora.post(reverse("dashboards:together_back", args=[batch]), follow=True).content.decode()
    for seen in (page, back):
        assert town.noor.name in seen
        assert town.sam.name not in seen
    assert (state_of(town.noor), state_of(town.sam)) == ("ready", "matchable")


def test_it_decides_together_about_own_people_only(town: Town, cora: Client):
    for person in (town.noor, town.sam):
        readiness.ready(person, TODAY, NOW)
    ids = f"{town.noor.uuid} {town.sam.uuid} {uuid.uuid4()} x"
    for sent in ({"people": ids}, {"wie": ids.split()}, {"alles": "1"}):
        shown = cora.post(reverse("dashboards:together"), {"wat": "bevestig", **sent}).content.decode()
        assert town.sam.name not in shown
        assert str(town.sam.uuid) not in shown
    cora.post(
        reverse("dashboards:do_together"), {"wat": "bevestig", "people": ids, "submission": uuid.uuid4()}
    )
    assert [row.person for row in Decision.objects.all()] == [town.noor]


def extending(*chosen: User, **more: object) -> dict[str, object]:
    ids = " ".join(str(each.uuid) for each in chosen)
    said = {"people": ids, "rule": "vog", "who": "chosen", "days": "60", "step": "send"}
    return exception(reason_code="we_are_late") | said | more


def test_it_extends_for_own_people_only(town: Town, cora: Client):
    for person in (town.noor, town.sam):
        seen = readiness.entry(FactKind.SEEN, TODAY - timedelta(days=1100), key="vog")
        record_evidence(person, seen, actor=town.koen, now=NOW)
    for step in ("", "send"):
        page = cora.post(
            reverse("certification:extend"), extending(town.noor, town.sam, step=step), follow=True
        )
        assert town.sam.name not in page.content.decode()
    assert [row.person for row in Evidence.objects.filter(kind=FactKind.EXTENDED)] == [town.noor]
    made = Extension.objects.get()
    vera = Browser(town, "vera")
    vera.post(reverse("certification:extend"), extending(town.noor))
    vera.post(reverse("certification:extension_back", args=[made.uuid]))
    assert Evidence.objects.filter(kind=FactKind.EXTENDED).count() == 1
    everybody = Browser(town, "koen").post(reverse("certification:extend"), extending(town.noor, town.sam))
    assert everybody.status_code == 302
    page = cora.get(reverse("certification:extension", args=[Extension.objects.last().uuid])).content.decode()
    assert town.sam.name not in page


def test_it_takes_ten_thousand_people_in_one_field(town: Town):
    ids = " ".join(str(uuid.uuid4()) for _ in range(10_000))
    koen = Browser(town, "koen")
    assert koen.post(reverse("certification:extend"), extending(town.noor, people=ids)).status_code == 404
    together = {"wat": "bevestig", "people": ids, "submission": uuid.uuid4()}
    assert koen.post(reverse("dashboards:do_together"), together).status_code == 302
