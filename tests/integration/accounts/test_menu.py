"""The menu by role."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from lms.accounts.context_processors import MENU, navigation
from lms.accounts.roles import Role
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def labels(user, path="/") -> list[str]:
    request = RequestFactory().get(path)
    request.user = user
    return [item.label for item in navigation(request)]


def test_it_gives_a_volunteer_four_entries(noor):
    assert labels(noor) == ["Wat nu?", "Leren", "Intervisie", "Ik"]


def test_it_gives_a_coordinator_the_screens_for_people(koen):
    assert labels(koen) == ["Inzetbaar", "Regeling", "Mensen", "Leren", "Trainingen", "Intervisie", "Ik"]


def test_it_gives_who_edits_content_the_way_to_the_admin(femke):
    assert "Beheer" in labels(femke)


def test_it_gives_somebody_without_a_role_the_own_page(db):
    assert labels(person("Tim Kok")) == ["Ik"]


def test_it_gives_a_visitor_nothing(client, municipality):
    assert 'aria-label="Menu"' not in client.get("/privacy/").content.decode()


def test_it_needs_one_query(koen, django_assert_num_queries):
    with django_assert_num_queries(1):
        labels(koen)


@pytest.mark.parametrize("role", list(Role))
def test_it_leads_nobody_to_a_page_that_is_not_theirs(role, client, home, municipality, sign_in):
    user = person("Sam Vos", role)
    sign_in(client, user)
    request = RequestFactory().get("/")
    request.user = user
    for item in navigation(request):
        if item.url != reverse("wagtailadmin_home"):
            assert client.get(item.url, follow=True).status_code == 200, item.label


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/inzetbaar/00000000-0000-4000-8000-000000000000/", "Inzetbaar"),
        ("/inzetbaar/regeling/vergelijken/", "Regeling"),
        ("/organisaties/nieuw/", "Mensen"),
        ("/leren/basistraining-oco/", "Leren"),
        ("/intervisie/methoden/", "Intervisie"),
    ],
)
def test_it_marks_the_entry_of_pages_with_another_address(koen, path, label):
    request = RequestFactory().get(path)
    request.user = koen
    assert [item.label for item in navigation(request) if item.is_current] == [label]


def test_it_marks_where_one_is(noor):
    request = RequestFactory().get("/ik/naam/")
    request.user = noor
    assert [item.label for item in navigation(request) if item.is_current] == ["Ik"]


def test_it_names_only_pages_that_exist():
    assert all(reverse(name) for _, name, _ in MENU)
