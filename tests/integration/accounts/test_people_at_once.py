"""The same thing done several times at the same moment happens once, and nothing gets lost."""

from functools import partial

import pytest
from django.test import Client

from lms.accounts.invitations.rules import Row
from lms.accounts.invitations.services import invite_people
from lms.accounts.models import Invitation, Membership, Organisation, RoleAssignment, Theme, ThemeChoice, User
from lms.accounts.people.services import choose_themes, set_membership
from lms.accounts.rights.services import assign_role
from lms.accounts.roles import Role
from lms.outbox.models import OutboxMessage
from tests.at_once import at_once

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def test_it_invites_each_person_once(koen, now):
    rows = [Row(number, f"Mens {number}", f"m{number}@example.org") for number in range(10)]
    assert at_once([partial(invite_people, rows, actor=koen, now=now)] * 4) == []
    assert Invitation.objects.count() == 10
    mails = OutboxMessage.objects.filter(topic="accounts.person_invited")
    assert len(set(mails.values_list("event", flat=True))) == 10


def test_it_gives_a_role_once(koen, noor, now):
    give = partial(assign_role, noor, Role.COORDINATOR, actor=koen, now=now)
    assert at_once([give] * 6) == []
    assert RoleAssignment.objects.filter(user=noor, role=Role.COORDINATOR, ended_at=None).count() == 1


def test_it_keeps_one_current_organisation(koen, noor, now):
    clubs = [Organisation.objects.create(name=f"Club {number}") for number in range(6)]
    links = [partial(set_membership, noor, club, actor=koen, now=now, consent_version=1) for club in clubs]
    assert at_once(links) == []
    assert Membership.objects.filter(user=noor).count() == 6
    assert Membership.objects.filter(user=noor, ended_at=None).count() == 1


def test_it_keeps_each_theme_once(noor, now):
    themes = [Theme.objects.create(name=f"Onderwerp {number}") for number in range(5)]
    choose = partial(choose_themes, noor, themes, now=now, consent_version=1)
    assert at_once([choose] * 6) == []
    assert ThemeChoice.objects.filter(user=noor).count() == 5


def test_it_signs_in_many_people_at_the_same_moment(municipality):
    people = [User.objects.create_user(f"m{number}@example.org", f"Mens {number}") for number in range(8)]
    pages: list[int] = []

    def enter(user: User) -> None:
        browser = Client()
        browser.post("/account/login/", {"login": user.email})
        browser.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        pages.append(browser.get("/ik/").status_code)

    assert at_once([partial(enter, user) for user in people]) == []
    assert pages == [200] * 8
