"""A talk that branches: turn by turn, with what was said, and one turn back."""

import re

import pytest

from lms.courses.models import Attempt, ExerciseState
from tests.integration.courses.progress.kinds import Kinds, lesson_of_every_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def kinds(small) -> Kinds:
    return lesson_of_every_kind(small.module)


def reply(kinds: Kinds, turn: int, choice: int) -> str:
    return kinds.blocks["dialogue"]["value"]["turns"][turn]["value"]["replies"][choice]["id"]


def say(client, kinds: Kinds, *replies: str) -> str:
    """Say one thing more than was said; return the page."""
    *said, newest = replies
    sent = kinds.post(client, "dialogue", {"said": tuple(said), "answer": (newest,)})
    return client.get(sent.url).content.decode()


def heard(page: str) -> list[str]:
    return [each.strip() for each in re.findall(r"De ander zegt:</span>(.*?)</p>", page, re.S)]


FIRST, SECOND, THIRD = (
    "Kun jij niet gewoon zeggen wat ik moet kiezen?",
    "Dat ik zelf naar mijn zus kan.",
    "Goed. En nu?",
)


def test_it_shows_one_turn_at_a_time_with_what_was_said(as_noor, kinds):
    assert heard(kinds.page(as_noor, "dialogue")) == [FIRST]
    page = say(as_noor, kinds, reply(kinds, 0, 1))
    assert heard(page) == [FIRST, SECOND]
    assert "Kan, maar let op.</b> Vriendelijk. Vraag ook door." in page
    assert page.index('id="antwoord"') < page.index(SECOND)
    assert "Dit zeg ik" in page
    assert "Sla deze stap over" in page
    assert "Bekijk ook" not in page
    page = say(as_noor, kinds, reply(kinds, 0, 1), reply(kinds, 1, 0))
    assert heard(page) == [FIRST, SECOND, THIRD]
    assert [each.outcome for each in Attempt.objects.all()] == ["tried", "tried"]


def test_it_goes_on_where_the_talk_was(as_noor, kinds):
    say(as_noor, kinds, reply(kinds, 0, 0))
    assert heard(kinds.page(as_noor, "dialogue")) == [FIRST, SECOND]


def test_it_ends_and_passes(as_noor, kinds):
    page = say(as_noor, kinds, reply(kinds, 0, 0), reply(kinds, 1, 0), reply(kinds, 2, 0))
    assert "Het gesprek is klaar.</span> Wat je zei, past goed bij je rol." in page
    assert "Dit zeg ik" not in page
    assert "Ga verder met stap" in page
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED


def test_it_ends_and_invites_to_choose_again(as_noor, kinds):
    page = say(as_noor, kinds, reply(kinds, 0, 2), reply(kinds, 2, 0))
    assert "Niet alles past bij je rol." in page
    assert "Probeer het nog eens, of ga verder." in page
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.TRIED


def test_it_goes_one_turn_back_each_time_and_keeps_nothing_for_that(as_noor, kinds):
    page = say(as_noor, kinds, reply(kinds, 0, 0), reply(kinds, 1, 0))
    for still in ([FIRST, SECOND], [FIRST]):
        link = re.search(r'href="(\?stap=\d+&amp;beurt=\d+)#antwoord">Kies anders', page)
        url = kinds.url("dialogue").split("?")[0] + link[1].replace("&amp;", "&")
        page = as_noor.get(url).content.decode()
        assert heard(page) == still
    assert "Kies anders" not in page
    assert Attempt.objects.count() == 1
    page = say(as_noor, kinds, reply(kinds, 0, 2))
    assert heard(page) == [FIRST, THIRD]


@pytest.mark.parametrize("turn", ["0", "99", "-1", "x", "", "1;"])
def test_it_shows_the_talk_for_a_turn_that_is_not_there(as_noor, kinds, turn):
    say(as_noor, kinds, reply(kinds, 0, 0))
    page = as_noor.get(f"{kinds.url('dialogue')}&beurt={turn}").content.decode()
    assert heard(page) == [FIRST, SECOND]


def test_it_asks_what_to_say_and_stays_in_the_turn(as_noor, kinds):
    say(as_noor, kinds, reply(kinds, 0, 0), reply(kinds, 1, 0))
    sent = kinds.post(as_noor, "dialogue", {"said": (reply(kinds, 0, 0),)})
    page = as_noor.get(sent.url).content.decode()
    assert heard(page) == [FIRST, SECOND]
    assert "Kies eerst wat je zegt." in page
    assert Attempt.objects.count() == 1


def test_it_keeps_nothing_of_a_talk_that_cannot_be(as_noor, kinds):
    sent = kinds.post(as_noor, "dialogue", {"said": (reply(kinds, 2, 0),), "answer": (reply(kinds, 0, 0),)})
    page = as_noor.get(sent.url).content.decode()
    assert "Deze les is net veranderd." in page
    assert not Attempt.objects.exists()
