"""On which day a person comes under other rules because of a publication (docs/decisions/0010)."""

from datetime import date, timedelta

import pytest

from lms.certification.readiness.versions import InForce, Transition, version_for
from lms.certification.schemes.impact.rules import turns, with_new

DAY = timedelta(days=1)
V1 = InForce(1, date(2026, 1, 1))
OLD = date(2026, 3, 1)  # the start of somebody who is not new
E, U = date(2027, 1, 1), date(2027, 6, 30)
EVERYONE, NEW_PEOPLE, UNTIL = Transition.EVERYONE, Transition.NEW_PEOPLE, Transition.UNTIL


def felt(versions, new, started_on):
    return [
        (turn.day, turn.before and turn.before.key, turn.after.key)
        for turn in turns(versions, new, started_on)
    ]


@pytest.mark.parametrize(
    ("transition", "until", "started_on", "wanted"),
    [
        (EVERYONE, None, OLD, [(E, 1, 0)]),
        (EVERYONE, None, None, [(E, 1, 0)]),
        (NEW_PEOPLE, None, OLD, []),
        (NEW_PEOPLE, None, None, []),
        (NEW_PEOPLE, None, E - DAY, []),
        (NEW_PEOPLE, None, E, [(E, 1, 0)]),
        (NEW_PEOPLE, None, E + 9 * DAY, [(E, 1, 0)]),
        (UNTIL, U, OLD, [(U + DAY, 1, 0)]),
        (UNTIL, U, None, [(U + DAY, 1, 0)]),
        (UNTIL, U, E, [(E, 1, 0)]),
    ],
)
def test_it_is_felt_on_the_day_that_the_transition_says(transition, until, started_on, wanted):
    assert felt([V1], InForce(0, E, transition, until), started_on) == wanted


def test_it_begins_from_nothing_before_the_first_version():
    assert felt([], InForce(0, E), OLD) == [(E, None, 0)]
    assert felt([], InForce(0, E, NEW_PEOPLE), OLD) == [(E, None, 0)]


def test_it_leaves_out_what_another_version_was_bringing_anyway():
    later = InForce(2, E + 30 * DAY)
    # On the first day the new one comes; on the day of the other, people go from the new one to that.
    assert felt([V1, later], InForce(0, E), OLD) == [(E, 1, 0), (E + 30 * DAY, 0, 2)]
    # Who keeps the first version is not touched: the other was coming for them already.
    assert felt([V1, later], InForce(0, E, NEW_PEOPLE), OLD) == []


def test_it_compares_with_what_holds_on_the_first_day_itself():
    same_day = InForce(2, E)
    assert felt([V1, same_day], InForce(0, E), OLD) == [(E, 2, 0)]


def test_it_tells_of_every_day_on_which_the_version_of_somebody_differs():
    """Whatever was published: who is under another version than before had a turn, on that day or earlier."""
    published = [V1, InForce(2, date(2026, 9, 1), NEW_PEOPLE), InForce(3, E + 10 * DAY, UNTIL, U)]
    for transition, until in ((EVERYONE, None), (NEW_PEOPLE, None), (UNTIL, U - 20 * DAY)):
        new = InForce(0, E, transition, until)
        for started_on in (None, OLD, date(2026, 9, 1), E, E + 10 * DAY):
            _check(published, new, started_on)


def _check(published, new, started_on):
    first_turn = min((turn.day for turn in turns(published, new, started_on)), default=None)
    future = with_new(published, new)
    for number in range(-40, 400):
        day = E + number * DAY
        differs = version_for(published, started_on, day) != version_for(future, started_on, day)
        assert not differs or (first_turn is not None and first_turn <= day), (new, started_on, day)
