"""The command that makes the first administrator of an installation."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import GroupPagePermission, ModelLogEntry

from lms.accounts.models import RoleAssignment, User
from lms.accounts.public import Role, is_administrator
from lms.accounts.rights.services import deactivate

pytestmark = pytest.mark.django_db
PEOPLE = "/mensen/"


def add(email: str = "ada@example.org", name: str = "Ada Vos") -> str:
    out = StringIO()
    call_command("add_administrator", email, name, stdout=out)
    return out.getvalue()


def test_it_makes_an_account_that_has_the_role_and_no_password(db):
    told = add(" Ada@Example.org ", "  Ada   Vos ")
    ada = User.objects.get()
    assert (ada.email, ada.name, ada.has_usable_password()) == ("ada@example.org", "Ada Vos", False)
    assert is_administrator(ada)
    assert "/account/login/" in told


def test_it_lets_the_person_in_with_a_code_and_asks_for_a_second_factor(municipality, by_code):
    add()
    ada = User.objects.get()
    browser = by_code(ada)
    answer = browser.get(PEOPLE)
    assert (answer.status_code, answer["Location"]) == (302, "/account/extra-slot/")
    assert ada.emailaddress_set.get().verified, "the mailed code proved the address"


def test_it_opens_the_pages_of_an_administrator_after_the_second_factor(
    municipality, by_code, with_second_factor
):
    add()
    ada = User.objects.get()
    browser = by_code(ada)
    with_second_factor(ada)
    assert browser.get(PEOPLE).status_code == 200


def test_it_changes_nothing_the_second_time(db):
    add()
    assert "al beheerder" in add("ADA@example.org", "Iemand Anders")
    assert User.objects.get().name == "Ada Vos"
    assert RoleAssignment.objects.count() == 1


def test_it_gives_the_role_to_somebody_who_is_here_already(koen):
    assert "nu beheerder" in add(koen.email, "Wat dan ook")
    koen.refresh_from_db()
    assert koen.name == "Koen Bos"
    roles = RoleAssignment.objects.filter(user=koen, ended_at=None).values_list("role", flat=True)
    assert set(roles) == {Role.COORDINATOR, Role.ADMINISTRATOR}


def test_it_gives_the_rights_on_pages_that_came_after_the_role(home, db):
    add()
    GroupPagePermission.objects.all().delete()
    add()
    assert GroupPagePermission.objects.filter(group__name=Role.ADMINISTRATOR.value, page=home).exists()


def test_it_writes_in_the_log_that_a_command_did_it(db):
    add()
    entry = ModelLogEntry.objects.get(action="accounts.role_assigned")
    assert (entry.object_id, entry.user_id) == (str(User.objects.get().pk), None)
    assert entry.data["origin"] == "opdracht"


def test_it_refuses_an_account_that_is_off(koen, vera, now):
    deactivate(vera, actor=koen, now=now)
    with pytest.raises(CommandError, match="staat uit"):
        add(vera.email, "Vera Lind")
    assert not RoleAssignment.objects.filter(role=Role.ADMINISTRATOR).exists()


@pytest.mark.parametrize(
    ("email", "name"), [("ada", "Ada Vos"), ("ada@example.org", "  "), ("a@b.nl", "A" * 121)]
)
def test_it_refuses_what_is_no_address_or_no_name(db, email, name):
    with pytest.raises(CommandError):
        add(email, name)
    assert not User.objects.exists()
