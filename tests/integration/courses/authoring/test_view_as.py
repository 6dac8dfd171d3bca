"""A trainer looks as a volunteer: the learner's own pages, judged answers, nothing kept (0017)."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from lms.courses.models import Attempt, Enrollment, ExerciseState, LessonProgress
from tests.factories import courses as make
from tests.factories import exercises
from tests.integration.courses.conftest import Small, address

pytestmark = pytest.mark.django_db
BANNER = "Je kijkt als vrijwilliger."


@pytest.fixture
def trainer(client: Client, femke, small: Small, sign_in) -> Client:
    """Femke, who looks as a volunteer at a course that she took herself once."""
    small.module.trainer_note = "<p>Vraag naar andere rollen.</p>"
    small.module.save()
    make.enrolled(femke, small.course)
    sign_in(client, femke)
    answer = client.post(reverse("viewing:start", args=[small.course.slug]))
    assert answer.url == address(small.course)
    return client


def kept() -> list[int]:
    """Return how much is kept of anybody's learning."""
    return [model.objects.count() for model in (Attempt, ExerciseState, LessonProgress)]


def main_of(client: Client, url: str) -> str:
    page = client.get(url).content.decode()
    return " ".join(page[page.index("<main") : page.index("</main>")].split())


@pytest.mark.parametrize("kind", ["course", "module", "reading", "questions", "scenarios"])
def test_it_shows_exactly_what_a_volunteer_who_begins_sees(
    trainer, small, noor, femke, sign_in, kind, time_machine, now
):
    time_machine.move_to(now, tick=False)
    page = getattr(small, kind)
    other = Client()
    make.enrolled(noor, small.course)
    sign_in(other, noor)
    mine, hers = main_of(trainer, address(page)), main_of(other, address(page))
    without_ids = [cleaned(text) for text in (mine, hers)]
    assert without_ids[0] == without_ids[1]
    assert BANNER in trainer.get(address(page)).content.decode()


def cleaned(text: str) -> str:
    """Leave out what is made anew for every page: tokens and submission ids."""
    return re.sub(r'(value|id|for|nonce)="[^"]*"|[0-9a-f-]{36}', "", text)


def test_it_hides_what_is_for_trainers_only(trainer, small):
    assert "Vraag naar andere rollen." not in main_of(trainer, address(small.module))
    trainer.post(reverse("viewing:stop"))
    assert "Vraag naar andere rollen." in main_of(trainer, address(small.module))


def test_it_judges_an_answer_and_keeps_nothing(trainer, small, send):
    before = kept()
    send(trainer, small.questions, small.q1, 1)
    page = main_of(trainer, f"{address(small.questions)}?stap=1")
    assert "Die is er niet." in page
    send(trainer, small.questions, small.q1, 0)
    page = main_of(trainer, f"{address(small.questions)}?stap=1")
    assert "Een OCO is altijd gratis." in page
    assert kept() == before == [0, 0, 0]


def test_it_keeps_nothing_of_finishing_or_repeating(trainer, small):
    for name, data in (("finish", {"choice": "done"}), ("again", {"submission": str(uuid.uuid4())})):
        url = reverse(f"progress:{name}", args=[small.reading.uid])
        answer = trainer.post(url, data, follow=True)
        assert "Er wordt niets bewaard." in answer.content.decode()
    assert kept() == [0, 0, 0]


def test_it_forgets_what_was_tried_and_logs_both_ends(trainer, small, femke, send):
    send(trainer, small.questions, small.q1, 0)
    trainer.post(reverse("viewing:stop"), {"next": address(small.reading)})
    assert BANNER not in trainer.get(address(small.course)).content.decode()
    trainer.post(reverse("viewing:start", args=[small.course.slug]))
    assert "altijd gratis" not in main_of(trainer, f"{address(small.questions)}?stap=1")
    rows = PageLogEntry.objects.filter(action__startswith="courses.viewing", page=small.course.pk)
    assert [row.action.rpartition("_")[2] for row in rows.order_by("pk")] == ["started", "stopped", "started"]
    assert {row.user_id for row in rows} == {femke.pk}


def test_it_answers_a_wrong_answer_politely(trainer, small):
    url = reverse("progress:answer", args=[small.questions.uid])
    sent = {"exercise": small.q1["id"], "submission": str(uuid.uuid4())}
    for answer in ({}, {"answer": str(uuid.uuid4())}):
        assert trainer.post(url, sent | answer).status_code == 302
    assert trainer.post(url, sent | {"exercise": str(uuid.uuid4()), "answer": "x"}).status_code == 302
    elsewhere = reverse("progress:answer", args=[uuid.uuid4()])
    assert trainer.post(elsewhere, sent | {"answer": "x"}).status_code == 404


def test_it_goes_back_to_pages_of_ours_only(trainer):
    for next_page in ("https://elders.example/", "//elders.example", "javascript:alert(1)"):
        answer = trainer.post(reverse("viewing:stop"), {"next": next_page})
        assert answer.url == reverse("progress:courses")


def test_it_gives_a_learner_nothing_even_with_the_flag(client, noor, small, sign_in):
    sign_in(client, noor)
    session = client.session
    session["as_volunteer"] = str(small.course.uid)
    session.save()
    assert client.get(address(small.reading)).status_code == 404
    make.enrolled(noor, small.course)
    client.get(address(small.reading))
    assert LessonProgress.objects.count() == 1
    assert Enrollment.objects.count() == 1


def test_it_shows_the_warning_of_a_lesson_and_lets_one_begin(trainer, small):
    small.reading.warning = "Dit gaat over geweld."
    small.reading.save()
    assert "Dit gaat over geweld." in main_of(trainer, address(small.reading))
    begin = reverse("progress:begin", args=[small.reading.uid])
    answer = trainer.post(begin, headers={"referer": f"http://testserver{address(small.reading)}"})
    assert answer.url == address(small.reading)
    assert "Een OCO luistert." in main_of(trainer, address(small.reading))
    assert kept() == [0, 0, 0]


def test_it_shows_every_kind_of_exercise_as_a_volunteer_gets_it(trainer, small, noor, sign_in):
    lesson = make.lesson(small.module, *exercises.every_exercise(), title="Van alles")
    other = Client()
    make.enrolled(noor, small.course)
    sign_in(other, noor)
    total = int(re.search(r"Stap 1 van (\d+)", main_of(other, f"{address(lesson)}?stap=1"))[1])
    assert total > 9
    for number in range(1, total + 1):
        mine, hers = (main_of(client, f"{address(lesson)}?stap={number}") for client in (trainer, other))
        assert cleaned(mine) == cleaned(hers), number
