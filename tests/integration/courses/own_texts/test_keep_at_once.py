"""Two pages that save at the same moment: both texts stay, and each send counts once."""

from uuid import uuid4

import pytest

from lms.courses.models import OwnText
from lms.courses.own_texts.rules import Sent
from lms.courses.own_texts.services import Spot, keep_text, throw_away
from tests.at_once import at_once
from tests.conftest import NOW

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.two_connections]


@pytest.fixture
def spot(thinking, enrollment) -> Spot:
    return Spot("reflection", thinking.lesson.uid, thinking.place)


def test_it_keeps_both_of_two_first_saves(noor, spot):
    sends = [Sent(str(uuid4()), 1, 0, f"<{at}>") for at in range(6)]
    assert at_once([lambda one=one: keep_text(noor, spot, one, NOW) for one in sends]) == []
    kept = OwnText.objects.get()
    assert [one.text for one in sends if one.text not in kept.text] == []
    assert kept.version == 6


def test_it_counts_a_send_that_comes_many_times_at_once_once(noor, spot):
    sent = Sent(str(uuid4()), 1, 0, "Ik luister.")
    assert at_once([lambda: keep_text(noor, spot, sent, NOW)] * 6) == []
    kept = OwnText.objects.get()
    assert (kept.text, kept.version) == ("Ik luister.", 1)


def test_it_ends_well_when_one_throws_away_what_another_page_writes(noor, spot):
    page = str(uuid4())
    keep_text(noor, spot, Sent(page, 1, 0, "Ik was bang."), NOW)
    later = Sent(page, 2, 1, "Ik was bang. Nu niet meer.")
    jobs = [
        lambda: keep_text(noor, spot, later, NOW),
        lambda: throw_away(noor, "reflection", spot.place_uid, NOW),
    ]
    assert at_once(jobs) == []
    kept = OwnText.objects.get()
    assert kept.text in {"", "Ik was bang. Nu niet meer."}
    assert kept.version == 3
