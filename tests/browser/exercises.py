"""A lesson with every kind of exercise, and the ways to answer: with a mouse, with keys, as a form."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from wagtail.models import Locale, Site
from wagtail.models import Page as WagtailPage

from lms.accounts.models import User
from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import ANSWER, Exercise, Response
from lms.courses.models import HomePage, LessonPage
from lms.courses.progress.page_fields import Fields, fields_of
from tests.browser.visitor import Visitor
from tests.factories import courses as make
from tests.factories.exercises import every_exercise

SEND = "Kijk mijn antwoord na", "Kijk het opnieuw na", "Dit zeg ik"
FOCUSED = "() => [document.activeElement.name ?? '', document.activeElement.value ?? '']"


def lesson_of_every_kind(person: User) -> tuple[LessonPage, list[Exercise]]:
    """Make a course of one lesson that this person takes; return it with its exercises in order."""
    Locale.objects.get_or_create(language_code="nl")
    root = WagtailPage.objects.filter(depth=1).first() or WagtailPage.add_root(title="Root", slug="root")
    home = HomePage.objects.first() or root.add_child(instance=HomePage(title="Leerplein", slug="home-oco"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    Site.clear_site_root_paths_cache()
    course = make.course(home, "Basistraining OCO", slug="basistraining")
    blocks = every_exercise()
    lesson = make.lesson(make.module(course, 5, "Je rol"), *blocks, title="Alle soorten oefeningen")
    make.enrolled(person, course)
    return lesson, [exercise_of(block) for block in blocks]


def enter(visitor: Visitor, person: User) -> None:
    """Sign somebody in without the ceremony: other stories walk through that."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    visitor.page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": visitor.base}])


def step_url(lesson: LessonPage, number: int) -> str:
    """Return the address of a step."""
    return f"/leren{lesson.url_path.removeprefix('/home-oco')}?stap={number}"


def looks_anew(visitor: Visitor) -> None:
    """Check the page again, though one with this name was seen: it shows something else now."""
    visitor.checked.clear()
    visitor.look()


def send(visitor: Visitor) -> None:
    """Press the button that sends the answer, and look at what comes."""
    visitor.checked.clear()
    page = visitor.page
    button = next(b for label in SEND for b in page.get_by_role("button", name=label).all())
    button.click()
    visitor.look()


def not_right(exercise: Exercise) -> Response:
    """Return a response to a kind that is judged as a whole that is not right yet."""
    right = exercise.solution()
    if isinstance(exercise, Order):
        return {ANSWER: tuple(reversed(right[ANSWER]))}
    if exercise.kind in {"match", "sort"}:
        one = next(iter(right.values()))
        return dict.fromkeys(right, one)
    if exercise.kind == "gaps":
        return dict.fromkeys(right, ("een maatje",))
    if exercise.kind in {"choices", "hot_words"}:
        return {ANSWER: right[ANSWER][:1]}
    options = [str(each.uid) for each in getattr(exercise, "options", ())] or ["true", "false"]
    return {ANSWER: (next(each for each in reversed(options) if each not in right[ANSWER]),)}


def by_form(page: Page, fields: Fields) -> None:
    """Fill in the fields of the page as a form: what a browser without JavaScript can do."""
    while page.locator("#vraag label:has(:checked)").locator('input[type="checkbox"]').count():
        page.locator('#vraag label:has(input[type="checkbox"]:checked)').first.click()
    for name, values in fields.items():
        for value in values:
            _fill(page, name, value)


def _fill(page: Page, name: str, value: str) -> None:
    if page.locator(f'input[type="text"][name="{name}"]').count():
        page.locator(f'input[name="{name}"]').fill(value)
    elif page.locator(f'select[name="{name}"]').count():
        page.locator(f'select[name="{name}"]').select_option(value)
    else:
        page.locator(f'label:has(input[name="{name}"][value="{value}"])').click()


def by_mouse(page: Page, exercise: Exercise, response: Response) -> None:
    """Fill in a response as somebody with a mouse does: an order with its buttons, the rest as a form."""
    if isinstance(exercise, Order):
        for button in moves(page, response[ANSWER]):
            button.click()
    else:
        by_form(page, fields_of(exercise, response))


def moves(page: Page, wanted: tuple[str, ...]) -> Iterator[Any]:
    """Yield, one press at a time, the buttons that bring an order about."""
    for place, uid in enumerate(wanted):
        row = page.locator(f'li.place:has(select[name="place-{uid}"])')
        while page.locator("li.place").nth(place).locator(f'select[name="place-{uid}"]').count() == 0:
            yield row.get_by_role("button", name="Omhoog")


def by_keys(page: Page, exercise: Exercise, response: Response) -> None:
    """Fill in a response with the keyboard only: Tab, arrows, space, letters."""
    if isinstance(exercise, Order):
        for button in moves(page, response[ANSWER]):
            button.focus()
            page.keyboard.press("Enter")
        return
    for name, values in fields_of(exercise, response).items():
        for value in values:
            _type(page, name, value)


def _type(page: Page, name: str, value: str) -> None:
    kind = tab_to(page, name, value)
    if kind == "text":
        page.keyboard.type(value)
    elif kind == "checkbox":
        page.keyboard.press("Space")
    elif kind == "radio":
        page.keyboard.press("Space")
        for _each in range(12):
            if page.evaluate(FOCUSED) == [name, value]:
                return
            page.keyboard.press("ArrowDown")
    else:
        for _each in range(12):
            if page.evaluate(FOCUSED)[1] == value:
                return
            page.keyboard.press("ArrowDown")


def tab_to(page: Page, name: str, value: str) -> str:
    """Press Tab until the field has the focus; return its type."""
    page.locator("h1").evaluate("it => { it.tabIndex = -1; it.focus(); }")
    for _each in range(60):
        page.keyboard.press("Tab")
        found, now = page.evaluate(FOCUSED)
        kind = page.evaluate("() => document.activeElement.type ?? ''")
        if found == name and (kind != "checkbox" or now == value):
            return str(kind)
    raise AssertionError(f"no way to {name} with Tab")


def press_with_keys(page: Page, label: str) -> None:
    """Press a button with Tab and Enter, and wait for the page that follows."""
    button = page.get_by_role("button", name=label)
    for _each in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("it => it === document.activeElement"):
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")


def reads_large(visitor: Visitor) -> None:
    """Choose letters of twice the size."""
    visitor.go("/leeshulp/")
    visitor.page.locator('input[name="text"][value="200"]').check()
    visitor.press("Bewaar mijn keuze")
