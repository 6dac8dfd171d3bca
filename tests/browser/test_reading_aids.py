"""Reading aids in a real browser: at the first paint, large, dark, in high contrast, without scripts."""

from typing import Any

import pytest
from django.utils import timezone

from lms.courses.public import enroll
from tests.browser.conftest import DESK, PHONE, SMALL_PHONE
from tests.browser.scene import Scene, set_scene
from tests.browser.steps import be_signed_in, sign_in
from tests.browser.visitor import Visitor
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MODULE = "/leren/basistraining-oco/wat-is-oco/"
LESSON, READING = f"{MODULE}vragen/", f"{MODULE}waarom-is-er-een-oco/"
MORE = {"pictograms": "on", "easy": "on"}
DRAWN = "() => [...document.querySelectorAll('.pictogram')].map(one => one.complete && one.naturalWidth > 0)"
STYLE = "([part, name]) => getComputedStyle(document.querySelector(part))[name]"
# What is different on the page for each value: (part, property, what it is).
SEEN: dict[tuple[str, str], tuple[str, str, Any]] = {
    ("text", "125"): ("html", "fontSize", "22.5px"),
    ("text", "150"): ("html", "fontSize", "27px"),
    ("text", "200"): ("html", "fontSize", "36px"),
    ("text", "100"): ("html", "fontSize", "18px"),
    ("spacing", "normal"): ("main p", "letterSpacing", "normal"),
    ("spacing", "wide"): ("main p", "letterSpacing", "1.08px"),
    ("font", "own"): ("h1", "fontFamily", '"Atkinson Hyperlegible Next", system-ui, sans-serif'),
    ("font", "system"): ("h1", "fontFamily", "system-ui, sans-serif"),
    ("contrast", "system"): ("html", "backgroundColor", "rgb(251, 248, 242)"),
    ("contrast", "light"): ("html", "backgroundColor", "rgb(251, 248, 242)"),
    ("contrast", "dark"): ("html", "backgroundColor", "rgb(21, 25, 28)"),
    ("contrast", "high"): ("html", "color", "rgb(0, 0, 0)"),
}


@pytest.fixture
def scene() -> Scene:
    """The town, with Noor in the course."""
    scene = set_scene(timezone.now())
    enroll(people.noor(), scene.course, scene.koen, timezone.now())
    return scene


def chooses(visitor: Visitor, **wanted: str) -> None:
    """Open the page with reading aids and choose."""
    visitor.go("/leeshulp/")
    for name, value in wanted.items():
        visitor.page.locator(f'input[name="{name}"][value="{value}"]').check()
    visitor.press("Bewaar mijn keuze")
    visitor.sees("Je leeshulp is bewaard.")


def looks_again(visitor: Visitor, *paths: str) -> None:
    """Open pages and check each anew: the same page looks different now."""
    visitor.checked.clear()
    for path in paths:
        visitor.go(path)


@pytest.mark.parametrize("scripts", [True, False])
def test_each_value_holds_at_the_first_paint(open_browser, scene, scripts):
    visitor = open_browser("Bezoeker", scripts=scripts)
    for (name, value), (part, style, expected) in SEEN.items():
        chooses(visitor, **{name: value})
        response = visitor.page.goto(f"{visitor.base}/toegankelijkheid/")
        is_default = value in {"100", "normal", "own", "system"} and (name, value) != ("font", "system")
        assert (f'data-{name}="{value}"' in response.text()) is not is_default
        assert visitor.page.evaluate(STYLE, [part, style]) == expected, (name, value)
    visitor.go("/leeshulp/")
    visitor.press("Zet alles terug")
    assert visitor.page.locator("html").evaluate("html => Object.keys(html.dataset)") == []


def test_the_device_decides_until_somebody_chooses(open_browser, scene):
    visitor = open_browser("Bezoeker")
    visitor.page.emulate_media(color_scheme="dark")
    visitor.go("/leeshulp/")
    assert visitor.page.evaluate(STYLE, ["html", "backgroundColor"]) == "rgb(21, 25, 28)"
    chooses(visitor, contrast="light")
    assert visitor.page.evaluate(STYLE, ["html", "backgroundColor"]) == "rgb(251, 248, 242)"


def test_the_device_decides_before_signing_in_too(open_browser, scene):
    visitor = open_browser("Bezoeker", size=SMALL_PHONE)
    visitor.page.emulate_media(contrast="more", reduced_motion="reduce")
    visitor.go("/account/login/")
    assert visitor.page.evaluate(STYLE, ["html", "color"]) == "rgb(0, 0, 0)"
    assert visitor.page.evaluate("() => document.getAnimations().length") == 0
    visitor.page.emulate_media(forced_colors="active", contrast="no-preference")
    looks_again(visitor, "/account/login/", "/leeshulp/")


@pytest.mark.parametrize("size", [DESK, SMALL_PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("contrast", ["dark", "high"])
def test_a_learners_pages_stay_whole_with_every_aid_on(open_browser, scene, size, contrast):
    noor = open_browser("Noor", size=size)
    chooses(noor, text="200", spacing="wide", contrast=contrast, calm="on", **MORE)
    sign_in(noor)
    looks_again(noor, "/", MODULE, READING, LESSON, "/ik/", "/inzetbaar/", "/leeshulp/")
    noor.page.context.clear_cookies(name="leeshulp")
    noor.go("/ik/")
    assert noor.page.locator("html").evaluate("html => Object.keys(html.dataset)") == []
    noor.press("Log uit")
    sign_in(noor)
    noor.go("/ik/")
    assert noor.page.locator("html").get_attribute("data-contrast") == contrast


def test_pictures_stand_beside_words_and_weigh_nothing_for_who_did_not_ask(open_browser, scene):
    noor = open_browser("Noor", size=PHONE)
    be_signed_in(noor)
    asked: list[str] = []
    noor.page.on("request", lambda request: asked.append(request.url))
    looks_again(noor, MODULE, READING, LESSON)
    assert not [url for url in asked if "pictograms/" in url]
    chooses(noor, pictograms="on", easy="on")
    asked.clear()
    for path in (MODULE, READING, LESSON):
        looks_again(noor, path)
        noor.picture(f"pictures-{path.split('/')[-2]}")
    fetched = {url.split("/")[-1] for url in asked if "pictograms/" in url}
    assert {"ladder.svg", "clipboard.svg", "thought.svg", "pin.svg", "question.svg"} <= fetched
    assert noor.page.evaluate(DRAWN) == [True]
    noor.page.emulate_media(forced_colors="active")
    looks_again(noor, MODULE)
    noor.picture("pictures-forced")
    noor.go(READING)
    order = noor.page.locator("main").inner_text()
    assert order.index("Kort gezegd") < order.index("Soms heb je hulp nodig")


def test_calm_shows_no_counter_and_no_motion(open_browser, scene):
    noor = open_browser("Noor", size=SMALL_PHONE, scripts=False)
    sign_in(noor)
    noor.go(LESSON)
    counter = noor.page.locator(".steps-words")
    assert counter.is_visible()
    chooses(noor, calm="on")
    noor.go(LESSON)
    assert not counter.is_visible()
    assert not noor.page.locator(".steps").is_visible()
    noor.go("/")
    assert "van de" in noor.page.locator(".counter").text_content()
    assert not noor.page.locator(".counter").is_visible()
    moving = "() => document.getAnimations().length"
    assert noor.page.evaluate(moving) == 0
