"""A lesson to see and to hear, in a real browser: on a phone and at a desk, with and without scripts."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from wagtail.models import Locale, Page, Site

from lms.courses.checks.twins import fingerprint
from lms.courses.models import HomePage, LessonPage
from tests.browser.conftest import DESK, PHONE, SMALL_PHONE
from tests.browser.exercises import enter, looks_anew
from tests.browser.visitor import Visitor
from tests.factories import course_media as media
from tests.factories import courses as make
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FITS = {1100: 960, 390: 640, 320: 320}  # the smallest picture that fills the column
LONG = "<h3>Hulp vragen is moeilijk</h3><p>Veel mensen stellen een hulpvraag lang uit.</p>"
PLAYED = """audio => new Promise((done, fail) => {
  audio.onended = () => done(audio.duration); audio.onerror = () => fail(audio.error.message); audio.play();
})"""
SHOWN = "image => new Promise(done => { const seen = () => done([image.naturalWidth, image.currentSrc]);"
SHOWN += "image.complete ? seen() : image.onload = seen; })"


def drawing() -> bytes:
    """Draw two people at a table, more or less."""
    picture = Image.new("RGB", (1400, 900), "#f2e3c6")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((200, 560, 1200, 640), fill="#8a5a33")
    for x, color in ((380, "#0a5a61"), (1020, "#b4532a")):
        pen.ellipse((x - 90, 180, x + 90, 360), fill="#e8b98f")
        pen.rounded_rectangle((x - 130, 370, x + 130, 580), 60, fill=color)
    drawn = io.BytesIO()
    picture.save(drawn, "JPEG")
    return drawn.getvalue()


@pytest.fixture
def lesson(settings, tmp_path: Path) -> LessonPage:
    """A lesson with each block to see, to hear or to take along, that Noor takes."""
    settings.MEDIA_ROOT = tmp_path
    Locale.objects.get_or_create(language_code="nl")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    home = HomePage.objects.first() or root.add_child(instance=HomePage(title="Leerplein", slug="home-oco"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    Site.clear_site_root_paths_cache()
    word = make.block("term", term="Hulpvraag", meaning="De vraag om hulp die iemand stelt.")
    course = make.course(home, glossary=json.dumps([word]))
    picture = media.picture(content=drawing())
    film, sound = media.recording(poster=picture), media.recording("audio", title="Een OCO vertelt")
    twin = {"easy": "<p>Hulp vragen is lastig. Veel mensen wachten lang.</p>", "easy_of": fingerprint(LONG)}
    texts = (
        "Zeg wie je bent.",
        "Vraag hoe het gaat. Wacht rustig op het antwoord, ook als het stil blijft.",
        "Luister.",
    )
    blocks = [
        make.block("text", html=LONG, recording=str(sound.uid), **twin),
        make.block("term", word="hulpvraag"),
        make.block(
            "image",
            picture=str(picture.uid),
            alt="Twee mensen aan tafel.",
            caption="Thuis.",
            decorative=False,
        ),
        make.block("video", recording=str(film.uid), title="Het eerste gesprek"),
        make.block("audio", recording=str(sound.uid), title="Een OCO vertelt"),
        make.block("steps", title="Zo begin je een gesprek", items=[make.item(text=one) for one in texts]),
        make.block("quote", text="Eindelijk luisterde er iemand.", who="een inwoner"),
        make.block("download", file=str(media.document().uid), title="Checklist", description="Acht vragen."),
        make.block("callout", html="<p>Iemand in gevaar? Bel 112.</p>", easy="", easy_of=""),
    ]
    noor = people.noor()
    make.enrolled(noor, course)
    return make.lesson(make.module(course, 5, "Je rol"), *blocks, title="Kijken en luisteren")


def opens_everything(visitor: Visitor) -> None:
    """Open what is folded, with the keyboard."""
    for summary in visitor.page.locator(
        "main .block summary, main figure summary, main details.term summary"
    ).all():
        summary.focus()
        visitor.page.keyboard.press("Enter")


@pytest.mark.parametrize(("size", "scripts"), [(DESK, True), (PHONE, True), (SMALL_PHONE, False)])
def test_everybody_can_see_hear_and_read_a_lesson(open_browser, lesson: LessonPage, size, scripts: bool):
    noor: Visitor = open_browser("Noor", size=size, scripts=scripts)
    enter(noor, people.noor())
    noor.go(f"/leren{lesson.url_path.removeprefix('/home-oco')}")
    opens_everything(noor)
    looks_anew(noor)
    noor.picture("opened")
    for words in (
        "Hulp vragen is lastig.",
        "De vraag om hulp die iemand stelt.",
        "OCO: Wat fijn dat u er bent.",
        "Gemaakt door Ans de Wit.",
        "Een OCO vertelt",
        "pdf, 1 kB. Acht vragen.",
    ):
        noor.sees(words)
    picture = noor.page.locator("main .picture img")
    picture.scroll_into_view_if_needed()
    width, source = picture.evaluate(SHOWN)
    assert width
    assert f"/{FITS[size['width']]}.webp?v=" in source
    track = noor.page.locator("main video track")
    assert track.evaluate("track => [track.kind, track.srclang, track.default]") == ["captions", "nl", True]
    if scripts:
        assert noor.page.locator("main audio").evaluate(PLAYED) == pytest.approx(0.1)
        noor.page.emulate_media(color_scheme="dark")
        looks_anew(noor)
    with noor.page.expect_download() as taken:
        noor.page.get_by_role("link", name="Checklist").click()
    assert taken.value.suggested_filename == "checklist.pdf"
