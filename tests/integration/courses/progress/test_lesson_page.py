"""A lesson on the screen: steps, going on where one stopped, reading along."""

import re

import pytest
from django.urls import reverse

from lms.courses.models import Attempt, LessonProgress
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db


def title(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page, re.S)
    return found[1] if found else ""


def get(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_one_question_per_page_with_a_title_of_its_own(as_noor, small):
    pages = [get(as_noor, f"{address(small.questions)}?stap={step}") for step in (1, 2)]
    assert [title(page) for page in pages] == [
        "Wat betaalt de inwoner? – stap 1 van 2 – Vragen bij module 5 – Leerplein OCO",
        "Wat kost een OCO? – stap 2 van 2 – Vragen bij module 5 – Leerplein OCO",
    ]
    assert ["Wat kost een OCO?" in page for page in pages] == [False, True]
    assert ["Een OCO luistert." in page for page in pages] == [False, True]
    assert all(page.count("<h1") == 1 for page in pages)


def test_it_resumes_exactly_where_one_stopped(as_noor, small):
    get(as_noor, f"{address(small.questions)}?stap=2")
    assert "stap 2 van 2" in title(get(as_noor, address(small.questions)))


@pytest.mark.parametrize("step", ["0", "9", "x", "-1", "", "1; drop table", "%00"])
def test_it_resumes_for_a_step_that_is_not_there(as_noor, small, step: str):
    get(as_noor, f"{address(small.questions)}?stap=2")
    assert "stap 2 van 2" in title(get(as_noor, f"{address(small.questions)}?stap={step}"))


def test_it_shows_a_lesson_to_read_as_one_page_with_the_choice_at_the_end(as_noor, small):
    page = get(as_noor, address(small.reading))
    assert title(page) == "5.3 Geen maatje – Leerplein OCO"
    assert page.index("Een OCO luistert.") < page.index("Ik ben klaar met deze les")
    assert "Ik kom later terug" in page


@pytest.mark.parametrize(
    ("choice", "done", "said"),
    [
        ("done", True, "Deze les is klaar. Goed gedaan."),
        ("later", False, "Bewaard. Je kunt later verder met deze les."),
    ],
)
def test_it_goes_to_the_module_with_the_own_choice(as_noor, small, choice: str, done: bool, said: str):
    get(as_noor, address(small.reading))
    url = reverse("progress:finish", kwargs={"lesson_uid": small.reading.uid})
    response = as_noor.post(url, {"choice": choice})
    assert (response.status_code, response.url) == (302, "/leren/basistraining/module-5/")
    assert LessonProgress.objects.exclude(completed_at=None).exists() is done
    page = get(as_noor, response.url)
    assert ("Klaar" in page) is done
    assert said in page


@pytest.mark.parametrize("choice", ["", "x"])
def test_it_asks_to_choose_when_nothing_was_chosen(as_noor, small, choice: str):
    url = reverse("progress:finish", kwargs={"lesson_uid": small.reading.uid})
    response = as_noor.post(url, {"choice": choice})
    assert response.url == address(small.reading)
    assert "Kies eerst: ben je klaar, of kom je later terug?" in get(as_noor, response.url)
    assert not LessonProgress.objects.exclude(completed_at=None).exists()


def test_it_does_not_let_questions_be_marked_as_done(as_noor, small):
    url = reverse("progress:finish", kwargs={"lesson_uid": small.questions.uid})
    page = as_noor.post(url, {"choice": "done"}, follow=True).content.decode()
    assert "Deze les is klaar als alle vragen klaar zijn." in page
    assert not LessonProgress.objects.exclude(completed_at=None).exists()


def test_it_tells_which_steps_are_still_open_at_the_end(as_noor, small, send):
    send(as_noor, small.questions, small.q2, 0)
    page = get(as_noor, f"{address(small.questions)}?stap=2")
    assert "Deze stappen mag je nog doen. Het mag ook later." in page
    assert ">Ga naar stap 1</a>" in page


def test_it_does_not_send_to_the_step_one_is_at(as_noor, small, send):
    send(as_noor, small.questions, small.q1, 0)
    page = get(as_noor, f"{address(small.questions)}?stap=2")
    assert "Ga naar stap" not in page


def test_it_lets_a_trainer_read_along_with_all_answers_and_keeps_nothing(
    client, femke, small, sign_in, with_second_factor
):
    with_second_factor(femke)
    sign_in(client, femke)
    page = get(client, address(small.questions))
    assert "Je bekijkt dit zonder mee te doen." in page
    assert "<b>Goed.</b> Een OCO is altijd gratis." in " ".join(page.split())
    assert "/antwoord/" not in page
    assert not LessonProgress.objects.exists()
    assert not Attempt.objects.exists()


def test_it_fills_in_the_words_and_escapes_them(as_noor, small, municipality):
    municipality.coordinator_name = '"><svg onload=alert(1)>'
    municipality.save()
    block = make.question("Bel je {{ coordinator_naam }}?")
    lesson = make.lesson(small.module, make.text("<p>Bel {{ coordinator_naam }}.</p>"), block)
    page = get(as_noor, address(lesson))
    assert "<svg onload" not in page.replace("&lt;svg onload", "")
    assert page.count("&quot;&gt;&lt;svg onload=alert(1)&gt;") >= 3


def test_it_escapes_what_an_editor_typed_in_a_plain_field(as_noor, small):
    lesson = make.lesson(small.module, make.question("<script>alert(1)</script>"))
    assert "<script>alert" not in get(as_noor, address(lesson))


def test_it_skips_no_level_of_heading(as_noor, small):
    lesson = make.lesson(small.module, make.text("<h3>Voor het gesprek</h3><p>Bel.</p><h4>Later</h4>"))
    page = get(as_noor, address(lesson))
    assert "<h2>Voor het gesprek</h2>" in page
    assert "<h3>Later</h3>" in page


def test_it_shows_the_own_contact_person(as_noor, noor, small, monkeypatch):
    monkeypatch.setattr("lms.accounts.public.contact_person_name", lambda user: "Carla", raising=False)
    lesson = make.lesson(small.module, make.text("<p>Bel {{ contactpersoon_naam }}.</p>"))
    assert "Bel Carla." in get(as_noor, address(lesson))


def test_it_speaks_of_your_contact_person_when_there_is_none(as_noor, noor, small, monkeypatch):
    monkeypatch.setattr("lms.accounts.public.contact_person_name", lambda user: "", raising=False)
    lesson = make.lesson(small.module, make.text("<p>Bel {{ contactpersoon_naam }}.</p>"))
    assert "Bel jouw contactpersoon." in get(as_noor, address(lesson))


def test_it_works_for_a_lesson_without_any_content(as_noor, small):
    lesson = make.lesson(small.module, make.text(), title="Leeg")
    lesson.body = "[]"
    lesson.save()
    assert "Ben je klaar met deze les?" in get(as_noor, address(lesson))


def test_it_lets_a_learner_stop_at_any_moment(as_noor, small):
    for lesson in (small.reading, small.questions):
        assert ">Stop even</a>" in get(as_noor, address(lesson))


def test_it_fills_the_words_of_the_municipality_into_every_title(as_noor, small, municipality):
    municipality.complex_partner = "MEE & De Wering"
    municipality.save()
    make.lesson(small.module, make.text(), title="Warm naar {{ partner_complex }}", number="6.4")
    titled = "Warm naar MEE &amp; De Wering"
    module = get(as_noor, "/leren/basistraining/module-5/")
    assert f"6.4 {titled}</a>" in module
    lesson = get(as_noor, "/leren/basistraining/module-5/les-4/")
    assert f"<h1>6.4 {titled}</h1>" in lesson
    assert "{{" not in module + lesson


def test_it_says_nog_niet_once(as_noor, small, send):
    question = make.question("Wat is dit?")
    question["value"]["answers"][1]["value"]["explanation"] = "Nog niet. Vraag door."
    lesson = make.lesson(small.module, question)
    send(as_noor, lesson, question, 1)
    page = get(as_noor, address(lesson))
    assert "Nog niet.</span> Vraag door." in page
