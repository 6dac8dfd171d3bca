"""Throwing a text away: it is gone, and no late send brings it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.courses.models import OwnText
from lms.courses.own_texts.services import LATE
from lms.courses.own_texts.tasks import clear_empty_texts
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
PAGE = uuid4()


@pytest.fixture
def url(thinking) -> str:
    return reverse("own_texts:throw_away", args=["reflection", thinking.place])


def test_it_asks_first_and_shows_the_text_once_more(as_noor, write, url):
    write(as_noor, "Ik was bang.")
    assert "Ik was bang." in as_noor.get(url).content.decode()
    assert OwnText.objects.get().text == "Ik was bang."


def test_it_throws_the_text_away_and_goes_back_to_the_lesson(as_noor, write, url, thinking):
    write(as_noor, "Ik was bang.")
    answer = as_noor.post(url)
    assert answer.url == address(thinking.lesson)
    page = as_noor.get(answer.url).content.decode()
    assert "Je tekst is weg." in page
    assert "Ik was bang." not in page
    assert OwnText.objects.get().text == ""
    assert as_noor.get(url).status_code == 404
    assert as_noor.post(url).status_code == 302


def test_it_lets_no_late_send_bring_it_back(as_noor, write, url):
    write(as_noor, "Ik was bang.", writer=PAGE, number=3)
    as_noor.post(url)
    answer = write(as_noor, "Ik was bang.", writer=PAGE, number=3).json()
    assert answer == {"saved_at": "", "version": 2, "text": "", "both": False}
    assert OwnText.objects.get().text == ""
    write(as_noor, "Ik schrijf opnieuw.", writer=PAGE, number=4)
    assert OwnText.objects.get().text == "Ik schrijf opnieuw."


def test_it_forgets_the_place_when_no_send_can_come_late(as_noor, write, url):
    write(as_noor, "Ik was bang.")
    write(as_noor, "Dit blijft.", kind="work")
    as_noor.post(url)
    clear_empty_texts(timezone.now() + LATE - timedelta(minutes=1))
    assert OwnText.objects.count() == 2
    clear_empty_texts(timezone.now() + LATE + timedelta(minutes=1))
    assert OwnText.objects.get().text == "Dit blijft."


def test_it_is_nobody_elses(client, sign_in, as_noor, write, url, koen):
    write(as_noor, "Ik was bang.")
    sign_in(client, koen)
    assert client.get(url).status_code == 404
    client.post(url)
    assert OwnText.objects.get().text == "Ik was bang."
