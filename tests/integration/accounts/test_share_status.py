"""A volunteer chooses whether the contact person sees if one is matchable."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lms.accounts.models import Membership, Organisation
from lms.accounts.people.services import set_membership, share_status
from tests.factories.people import member_of

pytestmark = pytest.mark.django_db
PAGE = "/ik/organisatie/"


@pytest.fixture
def haven(db):
    return Organisation.objects.create(name="Stichting Haven")


@pytest.fixture
def membership(noor, haven):
    return member_of(noor, haven)


def test_it_is_off_until_the_volunteer_says_yes(client, sign_in, noor, membership, municipality):
    sign_in(client, noor)
    assert "Je deelt dit nu niet." in client.get(PAGE).content.decode()
    page = client.post(reverse("accounts:share_status"), {"shares": "yes"}, follow=True).content.decode()
    assert "Je contactpersoon ziet nu of je inzetbaar bent." in page
    assert "Stop met delen" in page
    membership.refresh_from_db()
    assert membership.shares_status_since is not None


def test_it_stops_when_the_volunteer_says_so(client, sign_in, noor, membership, municipality, now):
    share_status(noor, shares=True, now=now)
    sign_in(client, noor)
    page = client.post(reverse("accounts:share_status"), {"shares": "no"}, follow=True).content.decode()
    assert "Je deelt dit niet meer." in page
    membership.refresh_from_db()
    assert membership.shares_status_since is None


def test_it_is_not_asked_without_an_organisation(client, sign_in, noor, municipality, now):
    sign_in(client, noor)
    assert "Mag je contactpersoon" not in client.get(PAGE).content.decode()
    assert not share_status(noor, shares=True, now=now)
    client.post(reverse("accounts:share_status"), {"shares": "yes"})
    assert not Membership.objects.exists()


def test_it_changes_nothing_when_sent_twice_and_logs_once(noor, membership, now):
    assert share_status(noor, shares=True, now=now)
    assert not share_status(noor, shares=True, now=now)
    entry = ModelLogEntry.objects.get(action="accounts.status_sharing_changed")
    assert (entry.object_id, entry.user, entry.data["shares"]) == (str(noor.pk), noor, True)


def test_it_starts_afresh_with_another_organisation(noor, membership, now):
    share_status(noor, shares=True, now=now)
    other = Organisation.objects.create(name="Stichting Verder")
    set_membership(noor, other, actor=noor, now=now, consent_version=1)
    assert Membership.objects.get(user=noor, ended_at=None).shares_status_since is None


@pytest.mark.parametrize("sent", [{}, {"shares": "maybe"}])
def test_it_says_so_when_the_page_was_damaged(client, sign_in, noor, membership, municipality, sent):
    sign_in(client, noor)
    page = client.post(reverse("accounts:share_status"), sent, follow=True).content.decode()
    assert "Laad de pagina opnieuw." in page
