"""Which version of a scheme holds for whom (decision 0009 §9)."""

import pytest

from lms.certification.readiness import InForce, Transition, version_edges, version_for
from tests.unit.certification.readiness.examples import on

FIRST = InForce(1, on("2026-01-01"))


def second(transition: Transition, until: str = "") -> list[InForce]:
    return [FIRST, InForce(2, on("2026-06-01"), transition, on(until) if until else None)]


@pytest.mark.parametrize(
    ("transition", "started_on", "day", "key"),
    [
        (Transition.EVERYONE, "2026-02-01", "2026-05-31", 1),
        (Transition.EVERYONE, "2026-02-01", "2026-06-01", 2),
        (Transition.NEW_PEOPLE, "2026-05-31", "2030-01-01", 1),
        (Transition.NEW_PEOPLE, "2026-06-01", "2026-06-01", 2),
        (Transition.NEW_PEOPLE, "", "2030-01-01", 1),
        (Transition.UNTIL, "2026-02-01", "2026-12-31", 1),
        (Transition.UNTIL, "2026-02-01", "2027-01-01", 2),
        (Transition.UNTIL, "2026-06-01", "2026-06-01", 2),
        (Transition.UNTIL, "", "2027-01-01", 2),
    ],
)
def test_it_holds_for_whom_it_is_meant(transition: Transition, started_on: str, day: str, key: int) -> None:
    versions = second(transition, "2026-12-31" if transition is Transition.UNTIL else "")
    found = version_for(versions, on(started_on) if started_on else None, on(day))
    assert found is not None
    assert found.key == key


def test_it_has_no_version_before_the_first_and_gives_the_first_to_everybody() -> None:
    only_new = [InForce(1, on("2026-01-01"), Transition.NEW_PEOPLE)]
    assert version_for(only_new, None, on("2025-12-31")) is None
    found = version_for(only_new, on("2020-01-01"), on("2026-01-01"))
    assert found is not None
    assert found.key == 1


def test_it_passes_by_a_version_that_was_for_others() -> None:
    versions = [*second(Transition.NEW_PEOPLE), InForce(3, on("2026-09-01"))]
    found = version_for(versions, on("2026-02-01"), on("2026-09-01"))
    assert found is not None
    assert found.key == 3


def test_it_names_the_days_on_which_somebody_may_change() -> None:
    found = list(version_edges(second(Transition.UNTIL, "2026-12-31")))
    assert found == [on("2026-01-01"), on("2026-06-01"), on("2027-01-01")]
