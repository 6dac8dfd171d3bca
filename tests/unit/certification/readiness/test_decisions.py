import pytest

from lms.certification.readiness import Decision, DecisionError, DecisionKind
from lms.certification.readiness.decisions import in_order
from tests.unit.certification.readiness.examples import on

DAY, LATER = on("2026-11-10"), on("2026-12-10")


@pytest.mark.parametrize(("until", "reason"), [(None, "vog_onderweg"), (LATER, ""), (LATER, "  ")])
def test_it_refuses_an_override_without_reason_or_end(until: object, reason: str) -> None:
    with pytest.raises(DecisionError, match="een reden en een einddatum"):
        Decision(DecisionKind.OVERRIDE, DAY, until=until, reason_code=reason)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [DecisionKind.OVERRIDE, DecisionKind.PAUSE])
def test_it_refuses_an_end_before_the_beginning(kind: DecisionKind) -> None:
    with pytest.raises(DecisionError, match="ligt voor het begin"):
        Decision(kind, LATER, until=DAY, reason_code="reden")
    assert Decision(kind, DAY, until=DAY, reason_code="reden").until == DAY


@pytest.mark.parametrize("kind", [DecisionKind.CONFIRM, DecisionKind.RESUME, DecisionKind.WITHDRAW])
def test_it_refuses_an_end_where_none_is_meant(kind: DecisionKind) -> None:
    with pytest.raises(DecisionError, match="heeft een einddatum"):
        Decision(kind, DAY, until=LATER)


def test_it_sorts_by_day_and_then_by_order() -> None:
    first = Decision(DecisionKind.WITHDRAW, DAY, 1)
    second = Decision(DecisionKind.CONFIRM, DAY, 2)
    third = Decision(DecisionKind.PAUSE, LATER, 0)
    assert in_order([third, second, first]) == (first, second, third)
