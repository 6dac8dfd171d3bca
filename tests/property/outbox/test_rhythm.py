"""Laws of the schedule."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from lms.outbox.rules import Rhythm, backoff, next_run

ZONE = ZoneInfo("Europe/Amsterdam")
moments = st.datetimes(datetime(2000, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
pauses = st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=400))
rhythms = st.builds(lambda at: Rhythm(daily_at=at), times) | st.builds(lambda p: Rhythm(every=p), pauses)


@given(rhythms, moments)
def test_it_always_lies_in_the_future(rhythm, now):
    assert next_run(rhythm, now, ZONE) > now


@given(times, moments)
def test_it_comes_within_a_day_and_at_most_an_hour_of_summer_time(at, now):
    assert next_run(Rhythm(daily_at=at), now, ZONE) - now <= timedelta(hours=25)


@given(times, moments)
def test_it_runs_once_on_every_day_of_the_calendar(at, now):
    run = now
    days = []
    for _ in range(8):
        run = next_run(Rhythm(daily_at=at), run, ZONE)
        days.append(run.astimezone(ZONE).date())
    assert days == [days[0] + timedelta(days=n) for n in range(8)]


@given(st.integers(min_value=0, max_value=10**6))
def test_it_never_waits_shorter_after_more_failures(attempts):
    assert timedelta() < backoff(attempts) <= backoff(attempts + 1) <= timedelta(hours=6)
