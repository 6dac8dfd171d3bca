"""Five minutes before a session ends the page says so, once for all open pages."""

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.scene import set_scene
from tests.browser.visitor import AXE, RUN_AXE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ASKS, OVER = "Ben je er nog?", "Je bent uitgelogd"


@pytest.fixture
def koen(open_browser) -> Visitor:
    """Koen at his screen, whose clock we turn."""
    scene = set_scene(timezone.now())
    visitor: Visitor = open_browser("Koen")
    client = Client()
    client.force_login(scene.koen, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.cookies["sessionid"].value
    visitor.page.context.add_cookies([{"name": "sessionid", "value": session, "url": visitor.base}])
    visitor.page.context.clock.install()
    return visitor


def dialog_of(page: Page):
    return page.get_by_role("alertdialog")


def test_it_asks_and_goes_on_with_one_button(koen):
    koen.go("/ik/")
    page = koen.page
    page.get_by_role("contentinfo").get_by_role("link", name="Leeshulp").focus()
    page.clock.fast_forward("54:00")
    expect(dialog_of(page)).to_be_hidden()
    page.clock.fast_forward("01:30")
    expect(dialog_of(page)).to_have_accessible_name(ASKS)
    expect(page.get_by_role("button", name="Ik ben er nog")).to_be_focused()
    assert [one for one in page.evaluate(f"async () => {{ {AXE}; return await ({RUN_AXE})() }}") if one] == []
    koen.picture("ben-je-er-nog")
    page.keyboard.press("Enter")
    expect(dialog_of(page)).to_be_hidden()
    expect(page.get_by_role("contentinfo").get_by_role("link", name="Leeshulp")).to_be_focused()
    page.clock.fast_forward("54:00")
    expect(dialog_of(page)).to_be_hidden()


def test_it_hears_from_another_tab_and_says_when_it_is_over(koen):
    koen.go("/ik/")
    page = koen.page
    page.clock.fast_forward("56:00")
    expect(dialog_of(page)).to_have_accessible_name(ASKS)
    other = page.context.new_page()
    other.goto(f"{koen.base}/mensen/")
    expect(dialog_of(page)).to_be_hidden()
    other.close()
    page.clock.fast_forward("01:00:10")
    expect(dialog_of(page)).to_have_accessible_name(OVER)
    koen.picture("uitgelogd")
    page.get_by_role("link", name="Log opnieuw in").click()
    expect(page).to_have_url(f"{koen.base}/ik/")
