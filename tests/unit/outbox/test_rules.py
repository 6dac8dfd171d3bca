"""Waiting after failures and the rhythm of scheduled jobs."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from lms.outbox.rules import Rhythm, backoff, first_run, next_run

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
AT_THREE = Rhythm(daily_at=time(3, 0))
AT_HALF_PAST_TWO = Rhythm(daily_at=time(2, 30))


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 10), (1, 10), (2, 20), (5, 160), (12, 20480)])
def test_it_doubles_the_wait_with_each_failure(attempts, seconds):
    assert backoff(attempts) == timedelta(seconds=seconds)


def test_it_never_waits_longer_than_six_hours():
    assert backoff(13) == backoff(10_000) == timedelta(hours=6)


@pytest.mark.parametrize(
    "wrong",
    [{}, {"every": timedelta(hours=1), "daily_at": time(3)}, {"every": timedelta(0)}],
)
def test_it_refuses_a_rhythm_that_is_none_or_two(wrong):
    with pytest.raises(ValueError, match="every"):
        Rhythm(**wrong)


def test_it_starts_a_repeating_job_at_once_and_a_daily_one_at_its_time():
    assert first_run(Rhythm(every=timedelta(hours=1)), NOW, AMSTERDAM) == NOW
    assert first_run(AT_THREE, NOW, AMSTERDAM) == datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def test_it_takes_the_same_day_when_the_time_is_still_to_come():
    assert next_run(Rhythm(daily_at=time(10, 1)), NOW, AMSTERDAM) == NOW + timedelta(minutes=1)


def test_it_does_not_run_twice_at_its_own_moment():
    assert next_run(Rhythm(daily_at=time(10, 0)), NOW, AMSTERDAM) == NOW + timedelta(days=1)


def test_it_runs_an_hour_later_on_the_night_that_skips_its_time():
    before = datetime(2027, 3, 27, 12, 0, tzinfo=UTC)
    run = next_run(AT_HALF_PAST_TWO, before, AMSTERDAM)
    assert run.astimezone(AMSTERDAM).replace(tzinfo=None) == datetime(2027, 3, 28, 3, 30)  # noqa: DTZ001
    assert next_run(AT_HALF_PAST_TWO, run, AMSTERDAM).astimezone(AMSTERDAM).day == 29


def test_it_runs_once_on_the_night_that_has_its_time_twice():
    before = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    run = next_run(AT_HALF_PAST_TWO, before, AMSTERDAM)
    assert run == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_run(AT_HALF_PAST_TWO, run, AMSTERDAM) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)
