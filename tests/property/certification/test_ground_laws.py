"""Leaving out what is over changes nobody's version."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lms.certification.grounds.rules import in_play
from lms.certification.readiness.versions import InForce, Transition, version_for

days = st.dates(date(2026, 1, 1), date(2026, 2, 20))


@st.composite
def histories(draw: st.DrawFn) -> list[InForce]:
    """Published versions in order."""
    starts = sorted(draw(st.lists(days, max_size=6)))
    found = []
    for key, start in enumerate(starts):
        transition = draw(st.sampled_from(Transition))
        wait = timedelta(days=draw(st.integers(0, 20)))
        until = start + wait if transition is Transition.UNTIL else None
        found.append(InForce(key, start, transition, until))
    return found


@given(histories(), st.none() | days, days)
def test_it_finds_the_same_version_among_those_that_matter(versions, started_on, day):
    chosen = in_play(versions, day)
    assert version_for(chosen, started_on, day) == version_for(versions, started_on, day)


@given(histories(), days)
def test_it_keeps_nothing_that_holds_for_nobody(versions, day):
    chosen = in_play(versions, day)
    people = [None, *(each.effective_on for each in chosen), date(2026, 2, 20)]
    found = {version_for(chosen, started_on, day) for started_on in people} - {None}
    hidden = [each for each, later in pairwise(chosen) if each.effective_on == later.effective_on]
    assert set(chosen) - found <= set(hidden), "only one of two that begin on one day may stand unused"
