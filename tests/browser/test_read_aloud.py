"""Reading aloud, with a browser whose voices we know: headless Chromium has none of its own."""

import json

import pytest
from playwright.sync_api import expect

from lms.courses.models import LessonPage
from tests.browser.conftest import DESK, SMALL_PHONE
from tests.browser.exercises import enter, looks_anew, step_url
from tests.browser.visitor import Visitor
from tests.factories import course_media as media
from tests.factories import courses as make
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A voice that says nothing by itself: the test says when a sentence is over (`done`).
STUB = """voices => {
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const synth = {
    getVoices: () => voices,
    speak(one) { synth.now = one; spoken.push([one.text, one.rate]); },
    cancel() {
      const one = synth.now;
      synth.now = null;
      sessionStorage.setItem("silenced", "yes");
      one?.onerror({ error: "canceled" });
    },
    addEventListener: (name, listener) => (synth.heard = listener),
  };
  window.done = () => { const one = synth.now; synth.now = null; one.onend(); };
  window.come = more => { voices.push(...more); synth.heard(); };
  HTMLMediaElement.prototype.play = function () { window.sound = this; return Promise.resolve(); };
  Object.defineProperty(window, "speechSynthesis", { value: synth });
}"""
DUTCH = {"lang": "nl_NL", "localService": True}
ELSEWHERE = {"lang": "nl-NL", "localService": False}
ENGLISH = {"lang": "en-GB", "localService": True}
MARKED = "() => [...(CSS.highlights.get('aloud') ?? [])].map(range => range.toString())"
TEXT = "<p>Een OCO <b>luistert</b>. Hij vraagt door.</p><ul><li>Wat wil je?</li></ul>"


@pytest.fixture
def lesson(home, settings, tmp_path) -> LessonPage:
    """A lesson with a text that somebody recorded, a summary and a question; Noor takes it."""
    settings.MEDIA_ROOT = tmp_path
    course = make.course(home)
    sound = media.recording("audio", title="Een OCO vertelt")
    blocks = [
        make.block("text", html=TEXT, easy="", easy_of="", recording=str(sound.uid)),
        make.block("summary", text="Jij kiest zelf."),
        make.question("Wat kost hulp?"),
    ]
    page = make.lesson(make.module(course), *blocks, title="Luisteren")
    make.enrolled(people.noor(), course)
    return page


def opens(visitor: Visitor, lesson: LessonPage, *voices: dict[str, object]) -> None:
    """Open the lesson with a browser that has these voices."""
    visitor.page.add_init_script(f"({STUB})({json.dumps(voices)})")
    enter(visitor, people.noor())
    visitor.go(step_url(lesson, 1))


def test_it_offers_only_what_was_recorded_without_a_dutch_voice_of_the_device(open_browser, lesson):
    noor = open_browser("Noor", size=SMALL_PHONE)
    opens(noor, lesson, ENGLISH, ELSEWHERE)
    button = noor.page.get_by_role("button", name="Lees voor")
    expect(button).to_have_count(1)
    expect(noor.page.get_by_role("button", name="Lees alles voor")).to_have_count(0)
    button.click()
    expect(noor.page.locator(".block.aloud-now")).to_have_count(1)
    assert noor.page.request.get(noor.page.evaluate("sound.src")).headers["content-type"] == "audio/wav"
    looks_anew(noor)
    noor.picture("recorded")
    noor.press("Pauze")
    noor.press("Lees verder")
    noor.page.evaluate("sound.onended()")
    expect(noor.page.get_by_text("Dit is voorgelezen.")).to_be_visible()
    expect(noor.page.locator(".aloud-now")).to_have_count(0)
    assert noor.page.evaluate("spoken") == []
    noor.page.evaluate("come([{lang: 'nl-BE', localService: true}])")
    expect(noor.page.get_by_role("button", name="Lees voor")).to_have_count(3)


def test_it_offers_nothing_without_voice_and_recording(open_browser, lesson):
    lesson.body = lesson.body.get_prep_value()[1:]
    lesson.save()
    noor = open_browser("Noor")
    opens(noor, lesson, ENGLISH)
    expect(noor.page.locator(".aloud")).to_have_count(0)


@pytest.mark.parametrize("size", [DESK, SMALL_PHONE], ids=["desk", "phone"])
def test_it_reads_a_part_with_the_keyboard(open_browser, lesson, size):
    noor = open_browser("Noor", size=size)
    noor.page.context.add_cookies(
        [{"name": "leeshulp", "value": "100.normal.own.system.off.off.off.slow.v", "url": noor.base}]
    )
    opens(noor, lesson, ENGLISH, DUTCH)
    keys, said = noor.page.keyboard, lambda: [text for text, _rate in noor.page.evaluate("spoken")]
    button = noor.page.get_by_role("button", name="Lees voor").first
    expect(button).to_have_attribute("aria-pressed", "false")
    assert noor.page.evaluate("spoken") == []
    button.focus()
    keys.press("Enter")
    assert noor.page.evaluate("spoken") == [["Een OCO luistert.", 0.75]]
    assert noor.page.evaluate(MARKED) == ["Een OCO luistert."]
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(noor.page.get_by_role("button", name="Pauze")).to_be_focused()
    looks_anew(noor)
    noor.picture("spoken")
    noor.page.evaluate("done()")
    assert noor.page.evaluate(MARKED) == ["Hij vraagt door."]
    keys.press("Enter")
    expect(noor.page.get_by_text("Het voorlezen staat stil.")).to_be_visible()
    expect(noor.page.get_by_role("button", name="Lees verder")).to_be_focused()
    keys.press("Space")
    assert said()[1:] == ["Hij vraagt door.", "Hij vraagt door."]
    noor.page.evaluate("done()")
    assert noor.page.evaluate(MARKED) == ["Wat wil je?"]
    keys.press("Tab")
    keys.press("Enter")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(noor.page.get_by_text("Het voorlezen is gestopt.")).to_be_visible()
    assert noor.page.evaluate(MARKED) == []
    assert len(said()) == 4


def test_it_reads_a_whole_page_once_and_stops_when_it_is_left(open_browser, lesson):
    noor = open_browser("Noor")
    opens(noor, lesson, DUTCH)
    everything = noor.page.get_by_role("button", name="Lees alles voor")
    everything.click()
    expected = [
        "Wat kost hulp?",
        "Een OCO luistert.",
        "Hij vraagt door.",
        "Wat wil je?",
        "Kort gezegd: Jij kiest zelf.",
    ]
    for _ in range(len(expected)):
        noor.page.evaluate("done()")
    assert [text for text, _rate in noor.page.evaluate("spoken")][: len(expected)] == expected
    assert noor.page.evaluate("spoken.at(-1)[0]") == "Wat kost hulp?", "as it stands above the answers"
    noor.page.evaluate("done()")
    assert noor.page.evaluate("spoken.at(-1)[0]") == "Niets.", (
        "not once more what is only for a screen reader"
    )
    noor.page.get_by_role("button", name="Lees voor").first.click()
    expect(everything).to_have_attribute("aria-pressed", "false")
    assert noor.page.evaluate(MARKED) == ["Een OCO luistert."]
    noor.page.evaluate("sessionStorage.removeItem('silenced')")
    noor.go("/leeshulp/")
    assert noor.page.evaluate("sessionStorage.getItem('silenced')") == "yes"
