"""Reading without a connection: what Noor opened is there, the rest says so, and nothing stays for others."""

import pytest
from django.utils import timezone

from lms.courses.models import Attempt, LessonPage
from lms.courses.progress.services import enroll
from tests.browser.scene import set_scene
from tests.browser.steps import be_signed_in
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
READY = "() => navigator.serviceWorker.ready.then(() => true)"
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    if (name.startsWith("pages-"))
      for (const one of await (await caches.open(name)).keys()) found.push(one.url);
  return found;
}"""
IS_KEPT = "async (url) => Boolean(await caches.match(url))"


def test_noor_reads_on_without_a_connection(open_browser):
    now = timezone.now()
    scene = set_scene(now)
    enroll(people.noor(), scene.course, scene.koen, now)
    first, second = LessonPage.objects.order_by("path")[:2]
    noor = open_browser("Noor", phone=True)
    page, context = noor.page, noor.page.context
    be_signed_in(noor)
    noor.go(first.get_url())
    assert page.evaluate(READY)
    page.wait_for_function(IS_KEPT, arg=page.url)  # the first page is kept too, though the worker came later
    noor.go(second.get_url())
    page.wait_for_function(IS_KEPT, arg=page.url)

    context.set_offline(True)
    page.reload()
    noor.sees(second.title)
    noor.sees("Je bent niet online. Je leest een bewaarde versie van")
    noor.picture("offline-lesson")
    page.goto(noor.base + first.get_url())
    noor.sees(first.title)
    page.goto(noor.base + "/mijn-gegevens/")
    noor.sees("Deze bladzijde is niet bewaard op dit apparaat.")
    noor.look()
    page.get_by_role("link", name=second.title).click()
    noor.sees("Je leest een bewaarde versie van")

    context.set_offline(False)
    page.goto(noor.base + "/account/logout/")
    noor.press("Log uit")
    assert page.evaluate(KEPT) == []


def test_another_person_on_the_same_phone_reads_nothing_of_noor(open_browser):
    now = timezone.now()
    scene = set_scene(now)
    enroll(people.noor(), scene.course, scene.koen, now)
    people.person("Kim Bos", people.Role.VOLUNTEER)
    lesson = LessonPage.objects.order_by("path").first()
    phone = open_browser("Noor", phone=True)
    be_signed_in(phone)
    phone.go(lesson.get_url())
    assert phone.page.evaluate(READY)
    phone.page.wait_for_function(IS_KEPT, arg=phone.page.url)

    phone.page.context.clear_cookies()
    phone.name = "Kim"
    be_signed_in(phone)
    phone.page.wait_for_function(f"async () => (await ({KEPT})()).length === 0")
    phone.page.context.set_offline(True)
    phone.page.goto(phone.base + lesson.get_url())
    phone.sees("Deze bladzijde is niet bewaard op dit apparaat.")


def test_an_answer_that_does_not_get_through_stays_on_the_page(open_browser):
    now = timezone.now()
    scene = set_scene(now)
    enroll(people.noor(), scene.course, scene.koen, now)
    noor = open_browser("Noor", phone=True)
    be_signed_in(noor)
    noor.go("/leren/basistraining-oco/wat-is-oco/vragen/")
    assert noor.page.evaluate(READY)
    noor.go("/leren/basistraining-oco/wat-is-oco/vragen/")
    noor.page.context.set_offline(True)
    noor.page.evaluate("() => Object.defineProperty(navigator, 'onLine', {get: () => true})")
    choice = noor.page.locator("#optie-1")
    choice.check()
    noor.page.get_by_role("button", name="Kijk mijn antwoord na").click()
    noor.sees("Wat je invulde, staat er nog.")
    assert choice.is_checked()

    noor.page.context.set_offline(False)
    noor.page.get_by_role("button", name="Kijk mijn antwoord na").click()
    noor.page.wait_for_url("**#antwoord")
    assert Attempt.objects.count() == 1
