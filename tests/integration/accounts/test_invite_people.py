"""Inviting: one person or a list, a dry run first, the mail by the worker, and the first sign-in."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.accounts.invitations.rules import Row
from lms.accounts.invitations.services import invite_people
from lms.accounts.models import Invitation, User
from lms.accounts.policies import holds
from lms.accounts.roles import Role
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.factories.mailbox import last_code

pytestmark = pytest.mark.django_db
ONE = "/mensen/uitnodigen/"
LIST = "/mensen/uitnodigen/lijst/"
CHECK = "/mensen/uitnodigen/controle/"
ROWS = [Row(1, "Noor de Wit", "noor@example.org"), Row(2, "Ali Kaya", "ali@example.org")]


@pytest.fixture
def as_koen(client, koen, municipality, sign_in):
    sign_in(client, koen)
    return client


def test_it_makes_a_volunteer_with_an_unproved_address(koen, now):
    invited = invite_people(ROWS, actor=koen, now=now)
    noor = User.objects.get(email="noor@example.org")
    assert [person.name for person in invited] == ["Noor de Wit", "Ali Kaya"]
    assert holds(noor, Role.VOLUNTEER)
    assert not noor.has_usable_password()
    assert noor.invitation.invited_by == koen
    assert noor.invitation.mailed_at is noor.invitation.accepted_at is None
    assert EmailAddress.objects.get(user=noor).verified is False


def test_it_mails_by_the_worker_and_only_once(koen, now, municipality):
    invite_people(ROWS, actor=koen, now=now)
    assert mail.outbox == []
    deliver_due(now)
    OutboxMessage.objects.update(done_at=None)  # delivered twice, as a queue may do
    deliver_due(now)
    assert sorted(message.to[0] for message in mail.outbox) == ["ali@example.org", "noor@example.org"]
    assert Invitation.objects.exclude(mailed_at=None).count() == 2
    noors = next(message for message in mail.outbox if message.to == ["noor@example.org"])
    assert "http://testserver/account/login/" in noors.body
    assert "Hallo Noor" in noors.body
    assert "OCO Almere" in noors.subject


def test_it_tries_the_mail_again_when_the_server_was_down(koen, now, municipality, monkeypatch):
    def refuse(self, **options):
        raise ConnectionRefusedError

    invite_people(ROWS[:1], actor=koen, now=now)
    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", refuse)
        deliver_due(now)
    assert Invitation.objects.get().mailed_at is None
    deliver_due(now + timedelta(hours=1))
    assert len(mail.outbox) == 1


def test_it_puts_no_name_or_address_in_outbox_and_log(koen, now):
    invite_people(ROWS, actor=koen, now=now)
    kept = str(list(OutboxMessage.objects.values())) + str(
        list(ModelLogEntry.objects.values("label", "data", "action"))
    )
    for secret in ("noor", "Noor", "ali@", "Kaya", "example.org"):
        assert secret not in kept
    assert ModelLogEntry.objects.filter(action="accounts.person_invited", user=koen).count() == 2


def test_it_leaves_out_people_who_came_in_meanwhile(koen, noor, now):
    assert [person.email for person in invite_people(ROWS, actor=koen, now=now)] == ["ali@example.org"]


def test_it_invites_one_person(as_koen):
    answer = as_koen.post(ONE, {"name": "Noor de Wit", "email": "Noor@Example.org"})
    assert answer["Location"] == "/mensen/"
    assert User.objects.get(email="noor@example.org").name == "Noor de Wit"
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": "", "email": "a@example.org"}, "Vul de naam in."),
        ({"name": "A", "email": ""}, "Vul het e-mailadres in."),
        ({"name": "A", "email": "a@"}, "nog geen heel e-mailadres"),
        ({"name": "A", "email": "KOEN@example.org"}, "heeft al een account"),
        ({"name": "\u200b", "email": "a@example.org"}, "De naam is er nog niet."),
    ],
)
def test_it_says_what_to_do_about_one_person(as_koen, data, words):
    answer = as_koen.post(ONE, data)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert "<title>Fout:" in answer.content.decode()


def test_it_shows_every_row_of_a_list_before_anything_happens(as_koen, noor):
    text = "\n".join(
        [
            "naam;e-mail",
            "Ali Kaya;ali@example.org",
            ";leeg@example.org",
            "Bo Prins;bo-at-example",
            "Ali K;ALI@example.org",
            "Noor;noor@example.org",
            "Eva Dam, eva@example.org",
        ]
    )
    answer = as_koen.post(LIST, {"text": text})
    assert answer["Location"] == CHECK
    page = as_koen.get(CHECK).content.decode()
    for words in (
        "De naam is er nog niet.",
        "Het e-mailadres is er nog niet.",
        "staat twee keer in de lijst",
        "Deze persoon heeft al een account.",
        "Nodig 2 mensen uit",
        "4 regels kunnen nog niet",
    ):
        assert words in page, words
    assert User.objects.filter(email="ali@example.org").count() == 0
    done = as_koen.post(CHECK)
    assert done["Location"] == "/mensen/"
    assert "Je hebt 2 mensen uitgenodigd." in as_koen.get("/mensen/").content.decode()
    assert Invitation.objects.count() == 2


def test_it_invites_nobody_twice_at_a_double_press(as_koen):
    as_koen.post(LIST, {"text": "Ali Kaya;ali@example.org"})
    as_koen.post(CHECK)
    assert as_koen.post(CHECK)["Location"] == LIST
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_it_reads_an_uploaded_file(as_koen, encoding):
    file = SimpleUploadedFile("lijst.csv", "naam;mail\r\nZoë Çelik;zoe@example.org\r\n".encode(encoding))
    as_koen.post(LIST, {"file": file})
    assert "Zoë Çelik" in as_koen.get(CHECK).content.decode()


@pytest.mark.parametrize(
    "content",
    [
        b"\x00" * 2000,
        b"\xff\xfe\x00",
        b'"' * 5000,
        b"a" * 150_000,
        (";" * 1000 + "\n").encode() * 100,
        b"<script>alert(1)</script>;x@example.org",
        b"=cmd|' /C calc'!A0;x@example.org",
        "\u202egnp.exe;x@example.org\n\ud7ff;y@example.org".encode("utf-8", "surrogatepass"),
        b"Naam;x@" + b"a" * 400 + b".org",
        b"PK\x03\x04" + bytes(range(256)) * 50,
    ],
)
def test_it_never_falls_over_a_hostile_file(as_koen, content):
    answer = as_koen.post(LIST, {"file": SimpleUploadedFile("lijst.csv", content)})
    assert answer.status_code in {200, 302}
    page = as_koen.get(CHECK, follow=True)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert as_koen.post(CHECK).status_code == 302


@pytest.mark.parametrize("text", ["", "  \n \n", "naam;e-mail"])
def test_it_asks_for_people_when_the_list_is_empty(as_koen, text):
    assert "Er staat nog niemand in deze lijst." in as_koen.post(LIST, {"text": text}).content.decode()


def test_it_refuses_more_than_500_people_or_200_kb(as_koen):
    many = "\n".join(f"Mens;m{number}@example.org" for number in range(501))
    assert "Hooguit 500 mensen" in as_koen.post(LIST, {"text": many}).content.decode()
    big = SimpleUploadedFile("lijst.csv", b"x" * (200 * 1024 + 1))
    assert "Hooguit 200 kB" in as_koen.post(LIST, {"file": big}).content.decode()


def test_it_invites_500_people_with_few_queries_each(koen, now, django_assert_max_num_queries):
    rows = [Row(number, f"Mens {number}", f"m{number}@example.org") for number in range(500)]
    with django_assert_max_num_queries(500 * 12 + 20):
        assert len(invite_people(rows, actor=koen, now=now)) == 500


def test_it_keeps_a_coordinator_of_one_organisation_out(client, vera, municipality, sign_in):
    sign_in(client, vera)
    assert client.post(ONE, {"name": "A", "email": "a@example.org"}).status_code == 404
    assert client.post(LIST, {"text": "A;a@example.org"}).status_code == 404
    assert User.objects.filter(email="a@example.org").count() == 0


def test_it_accepts_at_the_first_sign_in_and_offers_a_passkey_once(koen, now, municipality, by_code):
    (ali,) = invite_people(ROWS[1:], actor=koen, now=now)
    browser = by_code(ali)
    ali.refresh_from_db()
    assert ali.invitation.accepted_at is not None
    assert ali.joined_on == timezone.localdate()
    assert EmailAddress.objects.get(user=ali).verified is True
    assert not ModelLogEntry.objects.filter(action="accounts.email_changed").exists()  # proved, not changed
    assert browser.get("/account/sneller/").status_code == 200
    browser.post("/account/logout/")
    browser.post("/account/login/", {"login": ali.email})
    again = browser.post("/account/login/code/confirm/", {"code": last_code()})
    assert again["Location"] == "/"


def test_it_goes_on_to_the_wanted_page_after_the_offer(koen, now, municipality, client):
    (ali,) = invite_people(ROWS[1:], actor=koen, now=now)
    client.post("/account/login/", {"login": ali.email, "next": "/ik/"})
    answer = client.post("/account/login/code/confirm/", {"code": last_code(), "next": "/ik/"})
    assert answer["Location"] == "/account/sneller/?next=%2Fik%2F"
    assert 'href="/ik/"' in client.get(answer["Location"]).content.decode()


def test_it_mails_an_invitation_again_on_request(as_koen, koen, now):
    (ali,) = invite_people(ROWS[1:], actor=koen, now=now)
    path = f"/mensen/{ali.uuid}/uitnodigen/"
    as_koen.post(path)
    deliver_due(timezone.now())
    assert len(mail.outbox) == 1  # it was still on its way
    as_koen.post(path)
    as_koen.post(path)
    deliver_due(timezone.now())
    assert len(mail.outbox) == 2


def test_it_mails_no_closed_account(koen, now, municipality):
    (ali,) = invite_people(ROWS[1:], actor=koen, now=now)
    User.objects.filter(pk=ali.pk).update(is_active=False)
    deliver_due(now)
    assert mail.outbox == []
