"""Noor hands in a text, a photo and her voice; Femke answers; Koen enters what stood on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from lms.accounts.models import User
from lms.courses.models import Attempt, Cohort, HandIn, HandInFile, LessonPage, OwnText
from tests.browser import exercises as walk
from tests.browser.steps import the_worker_runs
from tests.browser.visitor import Visitor
from tests.factories import cohorts, people
from tests.factories import hand_ins as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHOTO = {"name": "mijn werk.jpg", "mimeType": "image/jpeg", "buffer": make.photo(size=(900, 1200))}
STORY = "Een OCO luistert en denkt mee.\nEn gaat mee als dat nodig is."


@pytest.fixture
def lesson() -> LessonPage:
    """The lesson with every kind; its last step is the assignment."""
    lesson, _exercises = walk.lesson_of_every_kind(people.noor())
    edition = cohorts.cohort(trainer=people.femke())
    cohorts.place(edition, people.noor())
    return lesson


@pytest.fixture(autouse=True)
def _no_files_left() -> Iterator[None]:
    yield
    for row in HandInFile.objects.all():
        row.file.delete(save=False)


def enter(open_browser, name: str, person: User, **options: object) -> Visitor:
    visitor = open_browser(name, **options)
    walk.enter(visitor, person)
    return visitor


def step_of(lesson: LessonPage) -> str:
    return walk.step_url(lesson, 11)


def test_noor_hands_in_text_photo_and_voice_and_reads_what_femke_answers(open_browser, lesson):
    noor = enter(open_browser, "Noor", people.noor(), phone=True)
    noor.go(step_of(lesson))
    noor.fill("Wat wil je vertellen?", STORY)
    expect(noor.page.get_by_text("Bewaard om")).to_be_visible()
    assert OwnText.objects.get().text == STORY

    record(noor, milliseconds=700)
    record(noor, milliseconds=300)
    noor.picture("recorded")
    noor.page.get_by_role("button", name="Gooi deze opname weg").last.click()
    expect(noor.page.get_by_role("button", name="Gooi deze opname weg")).to_have_count(1)
    noor.page.get_by_label("Foto’s").set_input_files([PHOTO])
    noor.choose("Ik ben klaar met deze opdracht")
    noor.press("Lever in")
    noor.sees("Je werk is ingeleverd.")
    noor.sees("Je trainer heeft nog niet geantwoord.")
    walk.looks_anew(noor)
    assert not OwnText.objects.exclude(text="").exists()
    assert sorted(HandInFile.objects.values_list("content_type", flat=True)) == ["audio/webm", "image/jpeg"]
    assert heard(noor) > 0.3

    femke_answers(open_browser)

    noor.go("/")
    noor.follow("Je trainer heeft geantwoord")
    noor.sees("Mooi dat je het in je eigen woorden zegt.")
    noor.go(step_of(lesson))
    noor.sees("Mooi dat je het in je eigen woorden zegt.")
    walk.looks_anew(noor)


def femke_answers(open_browser) -> None:
    femke = enter(open_browser, "Femke", people.femke())
    femke.go("/lichtingen/")
    femke.follow("1 werk wacht op jouw antwoord")
    femke.follow("Noor de Wit: 1a – Leg het uit")
    femke.sees("En gaat mee als dat nodig is.")
    expect(femke.page.locator(".work-files img")).to_have_js_property("naturalWidth", 900)
    assert heard(femke) > 0.3
    femke.press("Verstuur mijn antwoord")
    femke.sees("Schrijf eerst een antwoord.")
    femke.fill("Jouw antwoord", "Mooi dat je het in je eigen woorden zegt.")
    femke.press("Verstuur mijn antwoord")
    femke.sees("Er wacht nu geen werk op je antwoord.")
    the_worker_runs()


def record(visitor: Visitor, *, milliseconds: int) -> None:
    """Let the microphone beep for a while, and stop."""
    visitor.page.get_by_role("button", name="Neem op").click()
    expect(visitor.page.get_by_text("Ik neem op.")).to_be_visible()
    visitor.page.wait_for_timeout(milliseconds)
    visitor.page.get_by_role("button", name="Stop de opname").click()
    expect(visitor.page.get_by_text("Je opname is klaar.")).to_be_visible()


def heard(visitor: Visitor) -> float:
    """Play what can be listened to, and return how far it came."""
    return visitor.page.locator(".work-files audio").last.evaluate(
        """async (audio) => {
          await audio.play();
          const on = (heard) => audio.addEventListener("timeupdate", heard);
          await new Promise((go) => on(() => audio.currentTime > 0.35 && go()));
          return audio.currentTime;
        }"""
    )


def test_noor_hands_in_without_javascript_and_sees_what_is_not_right(open_browser, lesson):
    noor = enter(open_browser, "Noor", people.noor(), scripts=False)
    noor.go(step_of(lesson))
    noor.fill("Wat wil je vertellen?", STORY)
    noor.choose("Ik ben klaar met deze opdracht")
    page = {"name": "bladzijde.jpg", "mimeType": "image/jpeg", "buffer": b"<html><script>alert(1)</script>"}
    noor.page.get_by_label("Foto’s").set_input_files([page])
    noor.press("Lever in")
    noor.sees("‘bladzijde.jpg’ is geen foto")
    expect(noor.page.get_by_label("Wat wil je vertellen?")).to_have_value(STORY)
    noor.page.get_by_label("Foto’s").set_input_files([PHOTO])
    noor.press("Lever in")
    noor.sees("Je werk is ingeleverd.")
    work = HandIn.objects.get()
    assert (work.text, work.files.count()) == (STORY, 1)


def test_noor_goes_on_later_where_she_was(open_browser, lesson):
    noor = enter(open_browser, "Noor", people.noor(), phone=True)
    noor.go(step_of(lesson))
    noor.fill("Wat wil je vertellen?", "Een begin")
    noor.choose("Ik kom later terug")
    noor.press("Lever in")
    noor.sees("Bewaard. Je kunt later verder.")
    expect(noor.page.get_by_label("Wat wil je vertellen?")).to_have_value("Een begin")
    noor.fill("Wat wil je vertellen?", "Een begin en een eind")
    noor.choose("Ik ben klaar met deze opdracht")
    noor.press("Lever in")
    noor.sees("Je werk is ingeleverd.")
    assert HandIn.objects.get().text == "Een begin en een eind"


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_koen_enters_what_stood_on_paper(open_browser, lesson, phone: bool):
    koen = enter(open_browser, "Koen", people.koen(), phone=phone)
    edition = Cohort.objects.get()
    koen.go(f"/lichtingen/{edition.uuid}/")
    koen.follow("Antwoorden op papier Noor de Wit")
    koen.follow("Module 5 – Je rol")
    koen.page.get_by_role("group", name="S5.2").get_by_label("Antwoord").select_option(
        label="A. Je vraagt na wie helpt."
    )
    order = koen.page.get_by_role("group", name="V1.1").get_by_role("combobox")
    for field in order.all():
        field.select_option("1")
    koen.press("Bewaar alles")
    koen.sees("De rest is bewaard.")
    koen.sees("V1.1 – Dit is nog niet af.")
    for number, field in enumerate(order.all(), start=1):
        field.select_option(str(number))
    koen.page.get_by_label("Wat stond er op papier?").fill("In mijn eigen woorden")
    koen.page.get_by_role("group", name="1a Leg").get_by_label("Antwoord").select_option(label="Klaar")
    koen.press("Bewaar alles")
    koen.sees("Bewaard: 3 regels.")
    walk.looks_anew(koen)
    assert Attempt.objects.filter(on_paper=True).count() == 3
    assert HandIn.objects.get().on_paper
