"""Every kind of exercise for who has no mouse, no JavaScript, a small phone, large letters or own colours."""

import pytest
from playwright.sync_api import expect

from lms.accounts.models import User
from lms.courses.models import ExerciseState
from lms.courses.progress.page_fields import fields_of
from tests.browser import exercises as walk
from tests.browser.conftest import SMALL_PHONE
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NO_FORM = {"dialogue", "assignment"}
MAY_MISS = {"choices", "gaps", "match", "sort", "hot_words"}  # a browser itself asks for a radio button
FILLED_IN = """() => [...document.querySelector('#vraag').elements].filter(
  it => it.checked || ((it.matches('select, [type=text]')) && it.value)).length"""


@pytest.fixture
def person() -> User:
    return people.noor()


def test_noor_answers_every_kind_with_the_keyboard_only(open_browser, person):
    lesson, exercises = walk.lesson_of_every_kind(person)
    noor = open_browser("Noor")
    walk.enter(noor, person)
    for number, exercise in enumerate(exercises, start=1):
        noor.go(walk.step_url(lesson, number))
        if exercise.kind in NO_FORM:
            continue
        walk.by_keys(noor.page, exercise, exercise.solution())
        walk.press_with_keys(noor.page, "Kijk mijn antwoord na")
        expect(noor.page.locator(".feedback.ok")).to_be_visible()
        assert noor.page.evaluate("() => document.activeElement.closest('#antwoord, body').id") == "antwoord"
    assert passed() == len(exercises) - len(NO_FORM)


def test_noor_moves_things_and_hears_where_they_are(open_browser, person):
    lesson, exercises = walk.lesson_of_every_kind(person)
    number, order = next((at, one) for at, one in enumerate(exercises, start=1) if one.kind == "order")
    noor = open_browser("Noor", phone=True)
    walk.enter(noor, person)
    noor.go(walk.step_url(lesson, number))
    first, second = (item.text for item in order.shown[:2])
    status = noor.page.locator("[data-order-status]")
    noor.page.get_by_role("button", name=f"Omlaag {first}").press("Enter")
    expect(status).to_have_text(f"{first} Dit staat nu op plaats 2 van 4.")
    expect(noor.page.get_by_role("button", name=f"Omlaag {first}")).to_be_focused()
    noor.page.get_by_role("button", name=f"Omhoog {second}").press("Enter")
    expect(status).to_have_text(f"{first} Dit staat nu op plaats 2 van 4.")
    values = noor.page.locator("[data-order] select").evaluate_all("all => all.map(one => one.value)")
    assert values == ["1", "2", "3", "4"]
    assert noor.page.locator(".place-text").first.text_content() == second


def test_noor_talks_and_chooses_again(open_browser, person):
    lesson, exercises = walk.lesson_of_every_kind(person)
    number = [one.kind for one in exercises].index("dialogue") + 1
    noor = open_browser("Noor", phone=True)
    walk.enter(noor, person)
    noor.go(walk.step_url(lesson, number))
    for step, words in enumerate(["Neem de taxi maar.", "We schrijven het samen op."], start=1):
        noor.page.get_by_label(words).check()
        walk.send(noor)
        noor.picture(f"talk-{step}")
    noor.sees("Het gesprek is klaar.")
    for _back in range(2):
        noor.page.get_by_role("link", name="Kies anders").click()
        walk.looks_anew(noor)
    noor.does_not_see("Goed. En nu?")
    ways = [
        "Wat vind je zelf belangrijk?",
        "Dat kun je zo zeggen in het gesprek.",
        "We schrijven het samen op.",
    ]
    for words in ways:
        noor.page.get_by_label(words).check()
        walk.send(noor)
    noor.picture("talk-3-right")
    assert passed() == 1


def test_noor_answers_every_kind_without_javascript_on_the_smallest_phone(open_browser, person):
    lesson, exercises = walk.lesson_of_every_kind(person)
    noor = open_browser("Noor", size=SMALL_PHONE, scripts=False)
    walk.enter(noor, person)
    walk.reads_large(noor)
    for number, exercise in enumerate(exercises, start=1):
        noor.go(walk.step_url(lesson, number))
        if exercise.kind == "dialogue":
            for reply in exercise.solution()["answer"]:
                walk.by_form(noor.page, {"answer": (reply,)})
                walk.send(noor)
        elif exercise.kind != "assignment":
            walk.by_form(noor.page, fields_of(exercise, exercise.solution()))
            walk.send(noor)
        noor.picture(f"{number:02}-{exercise.kind}")
    assert passed() == len(exercises) - 1


@pytest.mark.parametrize("scripts", [True, False])
def test_noor_keeps_what_she_filled_in_when_something_is_missing(open_browser, person, scripts):
    lesson, exercises = walk.lesson_of_every_kind(person)
    noor = open_browser("Noor", size=SMALL_PHONE, scripts=scripts)
    walk.enter(noor, person)
    for number, exercise in enumerate(exercises, start=1):
        fields = dict(list(fields_of(exercise, exercise.solution()).items())[1:])
        if exercise.kind not in MAY_MISS:
            continue
        noor.go(walk.step_url(lesson, number))
        walk.by_form(noor.page, fields)
        walk.send(noor)
        noor.picture(f"{number:02}-{exercise.kind}-missing")
        assert noor.page.title().startswith("Fout:")
        target = noor.page.locator(".errors a").first
        target.click()
        expect(noor.page.locator(f"#{(target.get_attribute('href') or '').lstrip('#')}")).to_be_focused()
        noor.page.reload()
        noor.sees("Er mist nog iets.")
        noor.page.go_back()
        noor.page.reload()
        assert noor.page.evaluate(FILLED_IN) == len(fields)
    assert passed() == 0


def test_every_kind_can_be_seen_in_own_colours_without_motion(open_browser, person):
    lesson, exercises = walk.lesson_of_every_kind(person)
    noor = open_browser("Noor", phone=True)
    noor.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    walk.enter(noor, person)
    for number, exercise in enumerate(exercises, start=1):
        noor.go(walk.step_url(lesson, number))
        if exercise.kind not in NO_FORM:
            walk.by_mouse(noor.page, exercise, exercise.solution())
            noor.picture(f"{number:02}-{exercise.kind}-chosen")
            walk.send(noor)
        noor.picture(f"{number:02}-{exercise.kind}")
        assert noor.page.evaluate("() => document.getAnimations().length") == 0


def passed() -> int:
    """How many exercises are passed."""
    return ExerciseState.objects.filter(stage=ExerciseState.Stage.PASSED).count()
