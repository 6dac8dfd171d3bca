"""A passkey: made on the phone, used to sign in without typing anything; and the extra lock for staff."""

import pytest
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.roles import Role
from tests.browser.scene import almere
from tests.browser.steps import sign_in
from tests.browser.visitor import Visitor
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def give_a_device(visitor: Visitor) -> None:
    """Put a virtual authenticator in the browser, as a phone with a fingerprint has one."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def make_passkey(visitor: Visitor) -> None:
    """Press the button and wait until the device has answered and the page is sent."""
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Maak een passkey").click()
    visitor.look()


@pytest.fixture
def house(db) -> None:
    almere()


def test_noor_makes_a_passkey_and_signs_in_with_it(house, open_browser):
    people.noor()
    noor = open_browser("Noor", phone=True)
    give_a_device(noor)
    sign_in(noor)
    noor.go("/account/slot/webauthn/add/")
    noor.page.locator("input[type=text]").first.fill("Mijn telefoon")
    make_passkey(noor)
    noor.go("/account/logout/")
    noor.page.locator("main form button").first.click()
    noor.go("/account/login/")
    with noor.page.expect_navigation(url=f"{noor.base}/"):
        noor.page.get_by_role("button", name="Log in met je passkey").click()
    noor.go("/ik/")
    noor.sees("Noor de Wit")


def test_a_new_coordinator_first_adds_an_extra_lock(house, open_browser):
    iris = User.objects.create_user("iris@example.org", "Iris Jansen")
    iris.role_assignments.create(role=Role.COORDINATOR, granted_at=timezone.now())
    visitor = open_browser("Iris")
    give_a_device(visitor)
    sign_in(visitor)
    visitor.go("/bord/")
    visitor.does_not_see("Wie is inzetbaar?")
    visitor.sees("extra slot")
    visitor.go("/account/slot/webauthn/add/")
    visitor.page.locator("input[type=text]").first.fill("Werklaptop")
    make_passkey(visitor)
    visitor.go("/bord/")
    visitor.sees("Er is nog geen regeling")
