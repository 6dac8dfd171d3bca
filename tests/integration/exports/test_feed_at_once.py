"""Writers at the same time: a reader who follows the feed never misses and never repeats a number."""

import threading
from functools import partial

import pytest

from lms.accounts.models import User
from lms.exports.models import ExportConsent, StatusChange
from lms.exports.selectors import changes_after
from lms.exports.services import give_consent, withdraw_consent
from tests.at_once import at_once
from tests.factories.people import person

WRITERS = 8
ROUNDS = 3

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def test_it_never_skips_or_repeats_under_concurrent_writers(now):
    people = [person(f"Vrijwilliger{i}", "volunteer") for i in range(WRITERS)]
    writing = threading.Semaphore(0)
    seen: list[int] = []

    def write(volunteer: User) -> None:
        for _ in range(ROUNDS):
            give_consent(volunteer, actor=volunteer, now=now)
            withdraw_consent(volunteer, actor=volunteer, now=now)
        writing.release()

    def follow() -> None:
        finished = 0
        while True:
            while writing.acquire(blocking=False):
                finished += 1
            lines, _ = changes_after(seen[-1] if seen else 0, 5)
            seen.extend(line.sequence for line in lines)
            if finished == WRITERS and not lines:
                return

    errors = at_once([follow, *(partial(write, volunteer) for volunteer in people)])
    assert errors == []
    assert seen == list(range(1, WRITERS * ROUNDS * 2 + 1))
    assert StatusChange.objects.count() == len(seen)


def test_it_keeps_one_consent_when_asked_ten_times_at_once(now):
    noor = person("Noor de Wit", "volunteer")
    errors = at_once([lambda: give_consent(noor, actor=noor, now=now)] * 10)
    assert errors == []
    assert ExportConsent.objects.count() == 1
    assert StatusChange.objects.count() == 1
