"""Only a coordinator of that person confirms, by whatever way one tries."""

import uuid

import pytest
from django.urls import reverse

from lms.accounts.models import RoleAssignment, User
from lms.accounts.rights.services import end_role
from lms.accounts.roles import Role
from lms.certification.decisions.services import DecisionRefused, Ruling, decide
from lms.certification.models import Decision, Evidence, Standing
from lms.certification.policies import NotAllowed
from lms.exports.models import ServiceAccount
from lms.exports.services import create_token, give_consent
from tests.conftest import NOW
from tests.factories import certification as readiness
from tests.factories import people
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db
NOBODY = ("visitor", "noor", "sam", "femke", "vera", "cas", "ada")
KINDS = ("override", "pause", "resume", "withdraw")


@pytest.fixture
def ready(town: Town, time_machine) -> Town:
    """Noor did everything: only the coordinator's button is left."""
    time_machine.move_to(NOW)
    readiness.ready(town.noor, NOW.date(), NOW)
    assert Standing.objects.get(person=town.noor).state == "ready"
    return town


def ruling(kind: str = "confirm", **said: object) -> Ruling:
    return Ruling(kind=kind, submission=uuid.uuid4(), **said)


@pytest.mark.parametrize("who", NOBODY)
def test_it_lets_nobody_else_press_the_button(ready: Town, who: str):
    browser = Browser(ready, who)
    sent = {"submission": uuid.uuid4(), "reason_code": "other", "reason": "x", "until": "2026-12-24"}
    urls = [reverse("certification:confirm", args=[ready.noor.uuid])]
    urls += [reverse("certification:decision", args=[ready.noor.uuid, kind]) for kind in (*KINDS, "confirm")]
    for url in urls:
        assert browser.post(url, sent).status_code == (302 if who == "visitor" else 404)
    assert not Decision.objects.exists()
    assert Standing.objects.get(person=ready.noor).state == "ready"


@pytest.mark.parametrize("who", [name for name in NOBODY if name != "visitor"])
@pytest.mark.parametrize("kind", ["confirm", "override", "withdraw"])
def test_it_refuses_everybody_else_in_the_service_too(ready: Town, who: str, kind: str):
    with pytest.raises(NotAllowed):
        decide(ready.noor, ruling(kind), actor=getattr(ready, who), now=NOW)
    assert not Decision.objects.exists()


def test_it_lets_no_coordinator_confirm_oneself(ready: Town):
    """A coordinator who is a volunteer too, and even one who gave every proof oneself."""
    people.person("Koen Bos", Role.VOLUNTEER)
    readiness.ready(ready.koen, NOW.date(), NOW)
    koen = Browser(ready, "koen")
    for name in ("confirm", "record", "person", "roles_seen"):
        url = reverse(f"certification:{name}", args=[ready.koen.uuid])
        assert koen.post(url, {"submission": uuid.uuid4(), "seen_vog": "2026-11-20"}).status_code in {
            404,
            405,
        }
    with pytest.raises(NotAllowed):
        decide(ready.koen, ruling(), actor=ready.koen, now=NOW)
    assert not Evidence.objects.filter(person=ready.koen, recorded_by=ready.koen).exists()


def test_it_gives_the_own_pause_no_other_kind(ready: Town):
    noor = Browser(ready, "noor")
    sent = {"submission": uuid.uuid4(), "kind": "confirm", "person": ready.noor.uuid, "state": "matchable"}
    noor.post(reverse("certification:pause"), sent | {"until": ""})
    noor.post(reverse("certification:resume"), {**sent, "submission": uuid.uuid4()})
    assert {row.kind for row in Decision.objects.all()} <= {"pause", "resume"}


def test_it_does_not_confirm_by_the_submission_of_another_decision(ready: Town):
    made = decide(ready.noor, ruling("pause"), actor=ready.noor, now=NOW)
    with pytest.raises(DecisionRefused):
        decide(ready.noor, Ruling(kind="confirm", submission=made.submission), actor=ready.koen, now=NOW)
    with pytest.raises(DecisionRefused):
        decide(ready.sam, Ruling(kind="pause", submission=made.submission), actor=ready.koen, now=NOW)
    assert Decision.objects.count() == 1


def test_it_does_not_confirm_before_everything_is_there(town: Town):
    with pytest.raises(DecisionRefused):
        decide(town.noor, ruling(), actor=town.koen, now=NOW)
    answer = Browser(town, "koen").post(
        reverse("certification:confirm", args=[town.noor.uuid]),
        {"submission": uuid.uuid4(), "kind": "override"},
    )
    assert answer.status_code == 302
    assert not Decision.objects.exists()


def test_it_does_not_believe_a_coordinator_of_a_moment_ago(ready: Town):
    """The request knew the role; it ended before the service ran."""
    koen = User.objects.get(pk=ready.koen.pk)
    assert (
        Browser(ready, "koen").get(reverse("certification:person", args=[ready.noor.uuid])).status_code == 200
    )
    end_role(RoleAssignment.objects.get(user=koen, role=Role.COORDINATOR), actor=ready.ada, now=NOW)
    with pytest.raises(NotAllowed):
        decide(ready.noor, ruling(), actor=koen, now=NOW)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_takes_nothing_through_the_api(ready: Town, method: str):
    account = ServiceAccount.objects.create(name="Koppelsysteem", created_at=NOW)
    key = create_token(account, actor=ready.ada, now=NOW)
    give_consent(ready.noor, actor=ready.noor, now=NOW)
    url = reverse("api:trainingsstatus", args=[ready.noor.uuid])
    headers = {"authorization": f"Bearer {key}", "x-http-method-override": "POST"}
    for browser in (Browser(ready, "visitor"), Browser(ready, "koen")):
        body = '{"inzetbaar": true}'
        answer = getattr(browser, method)(url, body, content_type="application/json", headers=headers)
        assert answer.status_code == 405
        assert browser.get(url, headers=headers).json()["inzetbaar"] is False


def test_it_takes_no_session_for_a_key(ready: Town):
    give_consent(ready.noor, actor=ready.noor, now=NOW)
    for who in ("koen", "ada", "noor"):
        for name in ("api:trainingsstatussen", "api:statuswijzigingen"):
            assert Browser(ready, who).get(reverse(name)).status_code == 401


def test_it_takes_no_key_for_a_session(ready: Town):
    account = ServiceAccount.objects.create(name="Koppelsysteem", created_at=NOW)
    key = create_token(account, actor=ready.ada, now=NOW)
    browser = Browser(ready, "visitor", headers={"authorization": f"Bearer {key}"})
    for name in ("accounts:people", "dashboards:board", "privacy:download", "wagtailadmin_home"):
        assert browser.get(reverse(name)).status_code == 302


def test_it_lets_only_koen_through(ready: Town):
    Browser(ready, "koen").post(
        reverse("certification:confirm", args=[ready.noor.uuid]), {"submission": uuid.uuid4()}
    )
    made = Decision.objects.get()
    assert (made.person, made.kind, made.made_by) == (ready.noor, "confirm", ready.koen)
