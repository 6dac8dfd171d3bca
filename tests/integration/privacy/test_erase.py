"""Erasing a person: nothing personal is left in any table, except what is declared as kept."""

import uuid

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page
from wagtail.users.models import UserProfile

from lms.accounts.models import Organisation, RoleAssignment
from lms.audit.public import label_of
from lms.certification.models import Decision, Evidence, SchemeVersion, Source
from lms.outbox.models import OutboxMessage
from lms.outbox.public import subscribe
from lms.privacy.public import declarations
from lms.privacy.services import StillActiveError, erase_person, is_erased
from tests.factories import people
from tests.integration.audit.canary import tables_with

pytestmark = pytest.mark.django_db
CANARIES = ("Noor de Wit", "noor@example.org", "192.0.2.77")


def device(person, client) -> None:
    """Remember the device, as allauth does when a person signs in by the whole ceremony."""
    UserSession.objects.create(
        user=person, ip="192.0.2.77", user_agent="Firefox", session_key=client.session.session_key
    )


@pytest.fixture
def left(noor, koen, home, sign_in):
    """Noor, who left, with something in every table that the cast can fill by hand."""
    EmailAddress.objects.create(user=noor, email=noor.email, verified=True, primary=True)
    organisation = Organisation.objects.create(name="Stichting Thuis")
    people.member_of(noor, organisation)
    client = Client(REMOTE_ADDR="192.0.2.77")
    sign_in(client, noor)
    client.get(reverse("privacy:mine"))
    device(noor, client)
    Page.objects.filter(pk=home.pk).update(owner=noor)
    log(noor, "wagtail.edit", user=koen, title="Noor de Wit")
    noor.is_active = False
    noor.save()
    return noor


def erase(person, actor, now):
    done = erase_person(person, actor=actor, now=now)
    person.refresh_from_db()
    return done


def test_it_leaves_no_personal_value_in_any_table(left, koen, now):
    before = tables_with(*CANARIES)
    assert {"accounts.User", "account.EmailAddress", "usersessions.UserSession"} <= before
    erase(left, koen, now)
    assert tables_with(*CANARIES) == set()


def test_it_leaves_only_a_stub_without_a_name(left, koen, now):
    known = left.uuid
    assert erase(left, koen, now)
    assert (left.uuid, left.name, left.is_active, left.last_login) == (known, "", False, None)
    assert left.email == f"{known}@gewist.invalid"
    assert not left.has_usable_password()
    assert is_erased(left)


def test_it_ends_every_session(left, koen, now):
    assert Session.objects.exists()
    erase(left, koen, now)
    assert not Session.objects.exists()
    assert not UserSession.objects.exists()


def test_it_does_what_each_table_declared(left, koen, home, now):
    erase(left, koen, now)
    for model, data in declarations().items():
        if data.subject and data.erase in {"delete", "anonymize"} and data.subject != "self":
            rows = model._default_manager.filter(**{data.subject: left})
            assert not rows.exists(), model._meta.label
    home.refresh_from_db()
    assert home.owner is None


def test_it_keeps_the_log_under_the_uuid_and_adds_that_it_happened(left, koen, now):
    erase(left, koen, now)
    entries = ModelLogEntry.objects.filter(content_type__model="user", object_id=str(left.pk))
    assert {entry.label for entry in entries} == {label_of(left)}
    assert entries.get(action="privacy.person_erased").user == koen
    assert entries.filter(action="wagtail.edit").exists()


def test_it_leaves_others_alone(left, koen, femke, now):
    EmailAddress.objects.create(user=femke, email=femke.email, verified=True, primary=True)
    erase(left, koen, now)
    assert EmailAddress.objects.get().user == femke
    assert RoleAssignment.objects.filter(user=femke).count() == 2
    femke.refresh_from_db()
    assert femke.name == "Femke Smit"


def test_it_refuses_an_account_that_is_on(noor, koen, now):
    with pytest.raises(StillActiveError):
        erase_person(noor, actor=koen, now=now)
    noor.refresh_from_db()
    assert noor.name == "Noor de Wit"


def test_it_erases_once(left, koen, now):
    assert erase(left, koen, now)
    assert not erase(left, koen, now)
    assert ModelLogEntry.objects.filter(action="privacy.person_erased").count() == 1


def test_it_tells_the_other_apps(left, koen, now, monkeypatch):
    from lms.outbox import events  # noqa: PLC0415

    monkeypatch.setattr(events, "_subscriptions", type(events._subscriptions)(dict))
    subscribe("privacy.person_erased")(lambda message: None)
    erase(left, koen, now)
    assert OutboxMessage.objects.get().ids == {"person": str(left.uuid)}


def evidence(person, now, **said) -> Evidence:
    return Evidence.objects.create(
        person=person,
        kind="lesson",
        happened_on=now.date(),
        source=Source.SEEN,
        origin=f"test:{uuid.uuid4()}",
        recorded_at=now,
        **said,
    )


def test_it_erases_an_append_only_ledger_whose_rows_protect_each_other(left, koen, femke, now):
    first = evidence(left, now)
    evidence(left, now, supersedes=first, ref="Noor de Wit")
    kept = evidence(femke, now, recorded_by=left)
    Decision.objects.create(
        submission=uuid.uuid4(),
        person=left,
        kind="pause",
        reason="noor@example.org",
        made_at=now,
        made_by=koen,
    )
    erase(left, koen, now)
    assert Evidence.objects.get() == kept
    assert not Decision.objects.exists()
    assert tables_with(*CANARIES) == set()


def test_it_takes_the_name_off_what_stays(left, koen, now):
    scheme = SchemeVersion.objects.create(
        slug="x",
        number=1,
        title="x",
        effective_on=now.date(),
        content={},
        published_at=now,
        published_by=left,
    )
    erase(left, koen, now)
    assert SchemeVersion.objects.get(pk=scheme.pk).published_by is None


@pytest.mark.two_connections
@pytest.mark.django_db(transaction=True)
def test_it_removes_the_file_of_a_deleted_row(noor, koen, now, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    profile = UserProfile.objects.create(user=noor)
    profile.avatar.save("noor.png", ContentFile(b"x"))
    assert list(tmp_path.rglob("*.png"))
    noor.is_active = False
    noor.save()
    erase(noor, koen, now)
    assert not list(tmp_path.rglob("*.png"))


@pytest.fixture
def client_of_administrator(client, administrator, home, municipality, sign_in):
    sign_in(client, administrator)
    return client


def url_of(person) -> str:
    return reverse("privacy:erase", kwargs={"uuid": person.uuid})


def test_it_first_shows_what_it_will_do_and_changes_nothing(client_of_administrator, left):
    response = client_of_administrator.get(url_of(left))
    shown = {str(kind.holds): kind for kind in response.context["kinds"]}
    assert str(shown["E-mailadres"].on_erasure) == "We wissen dit."
    assert str(shown["Logboek"].on_erasure) == "We bewaren dit."
    assert all(kind.number for kind in shown.values())
    assert "Wis deze gegevens voor altijd" in response.content.decode()
    left.refresh_from_db()
    assert left.name == "Noor de Wit"
    assert ModelLogEntry.objects.filter(action="privacy.erasure_prepared").count() == 1


def test_it_erases_after_the_confirmation(client_of_administrator, left):
    response = client_of_administrator.post(url_of(left), follow=True)
    html = response.content.decode()
    assert response.redirect_chain == [(url_of(left), 302)]
    assert "De gegevens zijn gewist" in html
    assert "Wis deze gegevens" not in html
    left.refresh_from_db()
    assert is_erased(left)


def test_it_offers_no_button_for_an_account_that_is_on(client_of_administrator, noor):
    html = client_of_administrator.get(url_of(noor)).content.decode()
    assert "Zet het eerst uit" in html
    assert "Wis deze gegevens voor altijd" not in html
    assert client_of_administrator.post(url_of(noor)).status_code == 200
    noor.refresh_from_db()
    assert noor.name == "Noor de Wit"


def test_it_knows_no_stranger(client_of_administrator):
    url = reverse("privacy:erase", kwargs={"uuid": uuid.uuid4()})
    assert client_of_administrator.get(url).status_code == 404
