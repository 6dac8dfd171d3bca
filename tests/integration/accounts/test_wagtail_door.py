"""The Wagtail admin: one way in, for people who edit content, and nothing about people inside."""

import pytest
from django.test import Client

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups
from lms.accounts.rights.services import assign_role, end_role
from lms.accounts.roles import Role
from lms.courses.models import HomePage
from tests.factories.people import add_second_factor, person

pytestmark = pytest.mark.django_db
PEOPLE = [
    "users/",
    "users/new/",
    "users/1/",
    "groups/",
    "groups/new/",
    "api-tokens/new/",
    "bulk/accounts/user/delete/",
    "reports/site-history/",
    "reports/site-history/results/",
]


@pytest.fixture
def editor(koen, now, home, sign_in):
    """A trainer with the rights of the role, signed in."""
    trainer = User.objects.create_user("tess@example.org", "Tess Bakker")
    add_second_factor(trainer)
    assign_role(trainer, Role.TRAINER, actor=koen, now=now)
    client = Client()
    sign_in(client, trainer)
    return client


@pytest.mark.parametrize("path", ["", "pages/", "images/", "settings/municipality/municipalitysettings/"])
def test_it_sends_visitors_to_our_sign_in(client, municipality, path):
    answer = client.get(f"/beheer/{path}")
    assert answer["Location"].startswith("/account/login/?next=/beheer/")


@pytest.mark.parametrize("path", ["login/", "password_reset/"])
def test_it_has_no_sign_in_of_its_own(client, municipality, path):
    assert client.get(f"/beheer/{path}")["Location"] == "/account/login/"
    assert client.post(f"/beheer/{path}", {"username": "a", "password": "b"}).status_code == 302


@pytest.mark.parametrize("who", ["noor", "koen", "vera"])
def test_it_is_not_there_for_people_who_edit_no_content(who, request, municipality, home, sign_in, client):
    sign_in(client, request.getfixturevalue(who))
    assert client.get("/beheer/").status_code == 404
    assert client.get("/beheer/pages/").status_code == 404


def test_it_opens_for_a_trainer(editor, home):
    assert editor.get("/beheer/").status_code == 200
    assert editor.get(f"/beheer/pages/{home.pk}/").status_code == 200
    assert editor.get(f"/beheer/pages/{home.pk}/edit/").status_code == 200
    assert editor.get("/beheer/images/").status_code == 200
    assert editor.get("/beheer/snippets/intervision/method/").status_code == 200


def test_it_keeps_the_settings_of_the_municipality_for_administrators(
    editor, municipality, koen, now, sign_in
):
    path = "/beheer/settings/municipality/municipalitysettings/"
    assert editor.get(path, follow=True).redirect_chain[-1][0] != path
    boss = User.objects.create_user("bas@example.org", "Bas Bel")
    add_second_factor(boss)
    assign_role(boss, Role.ADMINISTRATOR, actor=koen, now=now)
    client = Client()
    sign_in(client, boss)
    page = client.get(path, follow=True)
    assert page.status_code == 200
    assert "Almere" in page.content.decode()


@pytest.mark.parametrize("path", PEOPLE)
def test_it_handles_no_people_inside(path, home, sign_in, client):
    root = User.objects.create_superuser("root@example.org")
    add_second_factor(root)
    sign_in(client, root)
    assert client.get("/beheer/").status_code == 200
    assert client.get(f"/beheer/{path}").status_code == 404
    assert client.post(f"/beheer/{path}").status_code == 404


def test_it_names_nobody_in_the_menus_of_the_admin(home, sign_in, client):
    root = User.objects.create_superuser("root@example.org")
    add_second_factor(root)
    sign_in(client, root)
    page = client.get("/beheer/").content.decode()
    assert "/beheer/users/" not in page
    assert "/beheer/groups/" not in page
    assert "/beheer/reports/site-history/" not in page


def test_it_closes_when_the_role_ends(koen, now, home, municipality, sign_in):
    somebody = person("Tim Kok")
    role = assign_role(somebody, Role.TRAINER, actor=koen, now=now)
    assert somebody.groups.filter(name="trainer").exists()
    end_role(role, actor=koen, now=now)
    assert not User.objects.get(pk=somebody.pk).groups.exists()


def test_it_gives_rights_below_the_home_page_exactly_once(home):
    ensure_groups()
    ensure_groups()
    groups = home.group_permissions.values_list("group__name", "permission__codename")
    assert sorted(groups) == sorted(
        (name, codename)
        for name in ("trainer", "administrator")
        for codename in ("add_page", "change_page", "publish_page")
    )
    assert isinstance(home, HomePage)


def test_it_has_a_looser_policy_in_the_admin_only(editor, municipality):
    inside = editor.get("/beheer/")["Content-Security-Policy"]
    outside = editor.get("/ik/")["Content-Security-Policy"]
    assert "'unsafe-inline'" in inside
    assert "'nonce-" not in inside
    assert "'unsafe-inline'" not in outside
    assert "default-src 'none'" in outside
    assert "frame-ancestors 'none'" in outside
    assert "'unsafe-eval'" not in inside + outside
