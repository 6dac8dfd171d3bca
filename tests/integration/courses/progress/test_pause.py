"""Stopping for now, coming back after a while, and a lesson that says first what may touch somebody."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lms.courses.models import LessonPage, LessonProgress
from lms.courses.progress.resuming import AWAY
from tests.factories import courses as make
from tests.integration.courses.conftest import Small, address

pytestmark = pytest.mark.django_db
BACK = "Fijn dat je er weer bent"
WARNING = "Deze les gaat over verlies. Dat kan je raken."


@pytest.fixture
def heavy(small: Small) -> LessonPage:
    return make.lesson(small.module, make.question(), number="5.7", title="Rouw", warning=WARNING)


def read(client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_where_to_go_on_and_whom_to_call(as_noor, small, municipality):
    as_noor.get(address(small.reading))
    page = read(as_noor, reverse("progress:stop"))
    assert "Alles is bewaard." in page
    assert "5.3 – Geen maatje" in page
    assert page.count(municipality.phone) == 2
    assert f'href="{address(small.reading)}"' in page


def test_it_says_also_that_all_is_kept_to_who_has_nothing_to_do(client, koen, sign_in):
    sign_in(client, koen)
    assert "Alles is bewaard." in read(client, reverse("progress:stop"))


def test_it_is_one_press_away_in_every_step(as_noor, small):
    assert f'href="{reverse("progress:stop")}"' in read(as_noor, address(small.questions))


@pytest.mark.parametrize(("away", "shows"), [(AWAY, False), (AWAY + timedelta(seconds=1), True)])
def test_it_tells_who_comes_back_where_one_was(as_noor, small, time_machine, now, away, shows: bool):
    url = address(small.questions)
    time_machine.move_to(now, tick=False)
    as_noor.get(f"{url}?stap=2")
    time_machine.move_to(now + away, tick=False)
    page = read(as_noor, url)
    assert (BACK in page) is shows
    if shows:
        assert "Je was vandaag om 10.00 uur bij stap 2 van 2." in page
        assert "Daar ging het over: Wat kost een OCO?" in " ".join(page.split())
        assert "Die stap staat hieronder." in page
        assert "De les duurt nog ongeveer 6 minuten." in page
    assert BACK not in read(as_noor, url)


def test_it_tells_what_comes_after_a_step_that_is_done(as_noor, small, send, time_machine, now):
    lesson = make.lesson(small.module, *[make.question(f"Vraag {at}?") for at in (1, 2, 3)])
    blocks = [block.get_prep_value() for block in lesson.body]
    time_machine.move_to(now, tick=False)
    as_noor.get(f"{address(lesson)}?stap=2")
    send(as_noor, lesson, blocks[1], 0)
    time_machine.move_to(now + timedelta(days=1), tick=False)
    page = " ".join(read(as_noor, address(lesson)).split())
    assert "Je was gisteren om 10.00 uur bij stap 2 van 3." in page
    assert "Die stap is klaar. Nu komt stap 3." in page
    assert "De les duurt nog ongeveer 4 minuten." in page


def test_it_tells_nothing_at_the_first_step(as_noor, small, time_machine, now):
    time_machine.move_to(now, tick=False)
    as_noor.get(address(small.questions))
    time_machine.move_to(now + timedelta(days=3), tick=False)
    assert BACK not in read(as_noor, address(small.questions))


def test_it_asks_before_a_lesson_that_may_touch_somebody(as_noor, heavy, small):
    page = read(as_noor, address(heavy))
    assert WARNING in page
    assert "Wat betaalt de inwoner?" not in page
    assert not LessonProgress.objects.filter(lesson_uid=heavy.uid).exists()
    assert WARNING in read(as_noor, f"{address(heavy)}?stap=1")


def test_it_begins_the_lesson_when_the_learner_says_so(as_noor, heavy):
    answer = as_noor.post(reverse("progress:begin", args=[heavy.uid]))
    assert answer.url == address(heavy)
    page = read(as_noor, address(heavy))
    assert "Wat betaalt de inwoner?" in page
    assert WARNING not in page
    started = LessonProgress.objects.get(lesson_uid=heavy.uid).started_at
    as_noor.post(reverse("progress:begin", args=[heavy.uid]))
    assert LessonProgress.objects.get(lesson_uid=heavy.uid).started_at == started


def test_it_skips_a_lesson_without_counting_it(as_noor, heavy, small):
    page = read(as_noor, address(heavy))
    assert f'href="/leren/basistraining/module-5/">{"Sla deze les over"}' in page
    after = make.lesson(small.module, make.text(), title="Verder")
    assert f'href="{address(after)}">{"Sla deze les over"}' in read(as_noor, address(heavy))
    assert not LessonProgress.objects.exists()


def test_it_shows_readers_the_lesson_itself(client, koen, sign_in, heavy, enrollment):
    sign_in(client, koen)
    assert "Wat betaalt de inwoner?" in read(client, address(heavy))


def test_it_begins_no_lesson_of_others(client, koen, sign_in, heavy):
    sign_in(client, koen)
    assert client.post(reverse("progress:begin", args=[heavy.uid])).status_code == 404


def test_it_goes_on_at_the_part_one_was_reading(as_noor, small):
    blocks = [make.text(f"<p>Deel {at}</p>") for at in range(4)]
    lesson = make.lesson(small.module, *blocks)
    first, third = blocks[0]["id"], blocks[2]["id"]
    page = read(as_noor, address(lesson))
    assert f'data-since="{first}"' in page
    assert "Ga verder waar je was" not in page
    url = reverse("progress:place", args=[lesson.uid])
    assert as_noor.post(url, {"block": third, "since": first}).status_code == 204
    for _ in range(2):
        page = read(as_noor, address(lesson))
        assert f'href="#deel-{third}"' in page
        assert f'id="deel-{third}"' in page
    # A page that was left long ago says it too late.
    as_noor.post(url, {"block": blocks[1]["id"], "since": first})
    assert f'href="#deel-{third}"' in read(as_noor, address(lesson))


def test_it_opens_another_step_as_before(as_noor, small):
    url = address(small.questions)
    as_noor.get(f"{url}?stap=2")
    text = next(block.id for block in small.questions.body if block.block_type == "text")
    as_noor.post(
        reverse("progress:place", args=[small.questions.uid]), {"block": text, "since": small.q2["id"]}
    )
    assert "Stap 2 van 2" in read(as_noor, url)
    assert "Stap 1 van 2" in read(as_noor, f"{url}?stap=1")
    assert "Stap 1 van 2" in read(as_noor, url)


def test_it_refuses_a_place_that_is_none(as_noor, small):
    as_noor.get(address(small.reading))
    url = reverse("progress:place", args=[small.reading.uid])
    assert as_noor.post(url, {"block": "hier", "since": ""}).status_code == 400
    assert (
        as_noor.post(reverse("progress:place", args=[small.scenarios.uid]), {"block": "x"}).status_code == 400
    )
