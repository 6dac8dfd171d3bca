"""What one types stays: after a reload, offline, sent twice, on two devices, signed out, without scripts."""

import re
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Locator, expect

from lms.accounts.models import User
from lms.courses.models import LessonPage, OwnText
from lms.courses.public import enroll
from tests.browser.conftest import SMALL_PHONE
from tests.browser.scene import Scene, set_scene
from tests.browser.visitor import Visitor
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIELD = "Wat denk jij?"


@pytest.fixture
def scene() -> Scene:
    return set_scene(timezone.now())


@pytest.fixture
def person(scene) -> User:
    noor = people.noor()
    enroll(noor, scene.course, scene.koen, timezone.now())
    return noor


@pytest.fixture
def lesson(person) -> LessonPage:
    return next(one for one in LessonPage.objects.order_by("path") if reflection_of(one))


def reflection_of(lesson: LessonPage) -> UUID | None:
    return next((UUID(block.id) for block in lesson.body if block.block_type == "reflection"), None)


def address(lesson: LessonPage) -> str:
    return "/leren/" + lesson.url_path.split("/", 2)[2]


def comes_in(visitor: Visitor, person: User) -> Visitor:
    """Be signed in already: signing in itself is another story."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    visitor.page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": visitor.base}]
    )
    return visitor


def field_of(visitor: Visitor) -> Locator:
    return visitor.page.get_by_label(FIELD).first


def status_of(visitor: Visitor) -> Locator:
    return visitor.page.locator(".own-words [role=status]").first


def kept() -> str:
    return "".join(OwnText.objects.filter(kind="reflection").values_list("text", flat=True))


def waits(visitor: Visitor) -> int:
    count: int = visitor.page.evaluate("() => Object.keys(sessionStorage).length")
    return count


def forgets_the_noise(visitor: Visitor) -> None:
    """The browser reports every request without a connection: that is what these stories are about."""
    visitor.problems = [one for one in visitor.problems if "ERR_INTERNET_DISCONNECTED" not in one]


def test_it_keeps_by_itself_what_noor_types_and_shows_it_on_another_device(person, lesson, open_browser):
    noor = comes_in(open_browser("Noor", phone=True), person)
    noor.go(address(lesson))
    field_of(noor).press_sequentially("Ik vroeg hulp.")
    expect(status_of(noor)).to_have_text(re.compile(r"Bewaard om \d\d\.\d\d uur\."))
    assert kept() == "Ik vroeg hulp."
    assert waits(noor) == 0
    noor.picture("bewaard")

    noor.page.evaluate("() => scrollTo(0, document.querySelector('.own-words').offsetTop)")
    noor.page.wait_for_function("() => scrollY > 0")
    noor.go("/voortgang/even-stoppen/")
    noor.page.go_back()
    tablet = comes_in(open_browser("Noor-tablet"), person)
    tablet.go(address(lesson))
    tablet.follow("Ga verder waar je was")
    expect(tablet.page).to_have_url(re.compile("#deel-"))
    expect(field_of(tablet)).to_have_value("Ik vroeg hulp.")
    field_of(tablet).fill("Ik vroeg hulp. Aan mijn zus.")
    tablet.page.get_by_role("button", name="Bewaar", exact=True).first.click()
    expect(status_of(tablet)).to_contain_text("Bewaard om")

    # The phone does not know of it, and goes on: both stay, and the phone shows both.
    field_of(noor).press("End")
    field_of(noor).press_sequentially(" En toen?")
    expect(status_of(noor)).to_contain_text("Allebei je teksten staan er nu.")
    expect(field_of(noor)).to_have_value("Ik vroeg hulp. Aan mijn zus.\n\nIk vroeg hulp. En toen?")
    assert kept() == "Ik vroeg hulp. Aan mijn zus.\n\nIk vroeg hulp. En toen?"

    noor.page.get_by_role("link", name="Gooi weg").first.click()
    noor.look()
    noor.press("Gooi mijn tekst weg")
    noor.sees("Je tekst is weg.")
    expect(field_of(noor)).to_have_value("")
    assert kept() == ""


def test_it_sends_once_what_was_typed_before_leaving_or_reloading(person, lesson, open_browser):
    noor = comes_in(open_browser("Noor"), person)
    noor.go(address(lesson))
    field_of(noor).press_sequentially("Net getypt")
    noor.page.reload()
    expect(field_of(noor)).to_have_value("Net getypt")
    field_of(noor).press_sequentially(" en door")
    noor.go("/")
    noor.go(address(lesson))
    expect(field_of(noor)).to_have_value("Net getypt en door")
    noor.page.wait_for_function("() => Object.keys(sessionStorage).length === 0")
    assert kept() == "Net getypt en door"
    assert OwnText.objects.count() == 1


def test_it_waits_on_the_device_without_a_connection(person, lesson, open_browser):
    noor = comes_in(open_browser("Noor", phone=True), person)
    noor.go(address(lesson))
    noor.page.context.set_offline(True)
    field_of(noor).press_sequentially("In de trein.")
    expect(status_of(noor)).to_contain_text("Nog niet bewaard. Je tekst staat op dit apparaat.")
    assert kept() == ""
    assert waits(noor) == 1
    noor.picture("geen-verbinding")
    noor.page.context.set_offline(False)
    expect(status_of(noor)).to_contain_text("Bewaard om")
    assert kept() == "In de trein."
    assert OwnText.objects.get().version == 1
    noor.page.evaluate("() => dispatchEvent(new Event('online'))")
    field_of(noor).press_sequentially(" Thuis.")
    noor.page.get_by_role("button", name="Bewaar", exact=True).first.dblclick()
    expect(field_of(noor)).to_have_value("In de trein. Thuis.")
    noor.page.wait_for_function("() => Object.keys(sessionStorage).length === 0")
    assert kept() == "In de trein. Thuis."
    forgets_the_noise(noor)


def test_it_keeps_an_answer_that_cannot_be_sent(person, open_browser):
    noor = comes_in(open_browser("Noor", phone=True), person)
    noor.go("/leren/basistraining-oco/wat-is-oco/vragen/")
    noor.page.context.set_offline(True)
    noor.page.locator("#optie-2").check()
    noor.page.get_by_role("button", name="Kijk mijn antwoord na").click()
    expect(noor.page.get_by_role("alert")).to_contain_text("Er is nu geen internet.")
    assert noor.page.locator("#optie-2").is_checked()
    noor.picture("antwoord-zonder-verbinding")
    noor.page.context.set_offline(False)
    expect(noor.page.get_by_role("alert")).to_contain_text("Er is weer internet.")
    noor.page.get_by_role("button", name="Kijk mijn antwoord na").click()
    noor.sees("Nog niet")
    forgets_the_noise(noor)


def test_it_asks_to_sign_in_again_and_then_sends_the_text(person, lesson, open_browser):
    noor = comes_in(open_browser("Noor", phone=True), person)
    noor.go(address(lesson))
    session = next(one for one in noor.page.context.cookies() if one["name"] == "sessionid")
    noor.page.context.clear_cookies(name="sessionid")
    field_of(noor).press_sequentially("Te laat.")
    expect(status_of(noor)).to_contain_text("Nog niet bewaard.")
    assert kept() == ""
    noor.picture("opnieuw-inloggen")
    status_of(noor).get_by_role("link", name="Log opnieuw in").click()
    expect(noor.page).to_have_url(re.compile(r"/account/login/\?next=" + address(lesson)))
    assert waits(noor) == 1
    noor.page.context.add_cookies([session])
    noor.go(address(lesson))
    expect(field_of(noor)).to_have_value("Te laat.")
    expect(status_of(noor)).to_contain_text("Bewaard om")
    assert kept() == "Te laat."

    # Somebody else at the same screen never gets what waits.
    field_of(noor).press_sequentially(" Nog iets.")
    noor.page.context.set_offline(True)
    noor.page.wait_for_function("() => Object.keys(sessionStorage).length === 1")
    noor.page.context.set_offline(False)
    other = people.person("Sara Kok", people.Role.VOLUNTEER)
    comes_in(noor, other)
    noor.go("/")
    assert waits(noor) == 0
    noor.go("/account/logout/")
    noor.page.evaluate(
        "() => sessionStorage.setItem(`own-text:${document.body.dataset.person}:note:x`, '{}')"
    )
    noor.press("Log uit")
    assert waits(noor) == 0
    forgets_the_noise(noor)


def test_it_works_without_javascript(person, lesson, open_browser):
    noor = comes_in(open_browser("Noor", size=SMALL_PHONE, scripts=False), person)
    noor.go(address(lesson))
    field_of(noor).fill("Eén.\nTwee.")
    noor.press("Bewaar")
    expect(field_of(noor)).to_have_value("Eén.\nTwee.")
    noor.sees("Bewaard om")
    noor.page.get_by_text("Mijn notities bij deze les").click()
    noor.page.get_by_label("Wat wil je onthouden?").fill("Eerst luisteren.")
    noor.page.locator(".own-note").get_by_role("button", name="Bewaar", exact=True).click()
    noor.go("/mijn-notities/basistraining-oco/")
    noor.sees("Eerst luisteren.")
    noor.sees("Twee.")
    noor.go("/voortgang/even-stoppen/")
    noor.sees("Alles is bewaard.")
