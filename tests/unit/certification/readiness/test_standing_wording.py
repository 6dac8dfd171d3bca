import pytest

from lms.certification.readiness import (
    Context,
    Decision,
    Effect,
    Fact,
    ReasonCategory,
    State,
    effect_label,
    explain_all,
    reason_label,
    standing,
    standing_sentence,
    state_label,
)
from tests.unit.certification.readiness.examples import on
from tests.unit.certification.readiness.test_standing import CONFIRM, READY, SCHEME, TALK, decide

OVERRIDE = decide("override", "2026-11-12", "2026-12-31", "vog_onderweg")
PAUSE = decide("pause", "2026-11-15", "2026-11-30")
DAY = "2026-11-22"


@pytest.mark.parametrize(
    ("facts", "decisions", "day", "text"),
    [
        ([], [], DAY, "Je bent nog bezig. Je ziet hier wat je nog kunt doen."),
        (READY, [], DAY, "Je hebt alles wat nodig is. De coördinator bevestigt het nog."),
        (
            READY,
            [CONFIRM],
            DAY,
            "Je bent inzetbaar sinds 10 november 2026. Dit geldt tot en met 3 november 2029.",
        ),
        (
            READY,
            [CONFIRM],
            "2029-12-01",
            "Er is iets verlopen. Is dat geregeld? Dan kun je weer verder.",
        ),
        ([TALK], [CONFIRM], DAY, "Er staat weer iets open. Is dat geregeld? Dan kun je weer verder."),
        (
            [],
            [OVERRIDE],
            DAY,
            "Je bent inzetbaar door een uitzondering. Dit geldt tot en met 31 december 2026.",
        ),
        (READY, [CONFIRM, PAUSE], DAY, "Je hebt even pauze. Dit geldt tot en met 30 november 2026."),
        (READY, [CONFIRM, decide("pause", "2026-11-15")], DAY, "Je hebt even pauze."),
        (READY, [CONFIRM, decide("withdraw", "2026-11-15")], DAY, "Je bent gestopt op 15 november 2026."),
    ],
)
def test_it_says_whether_someone_is_matchable(
    facts: list[Fact], decisions: list[Decision], day: str, text: str
) -> None:
    assert standing_sentence(standing(SCHEME, facts, decisions, Context(on(day)))) == text


def test_it_explains_every_criterion_in_the_order_of_the_scheme() -> None:
    found = explain_all(SCHEME, standing(SCHEME, READY, [], Context(on(DAY))))
    assert [each.rule_id for each in found] == ["talk", "vog", "roles"]
    assert found[2].sentence == "Je hebt dit nog niet ingevuld."


def test_it_names_the_states() -> None:
    assert [state_label(state) for state in State] == [
        "Nog bezig", "Klaar om te bevestigen", "Inzetbaar", "Even pauze", "Gestopt"
    ]  # fmt: skip


def test_it_names_every_reason_and_effect_differently() -> None:
    assert len({reason_label(category) for category in ReasonCategory}) == len(ReasonCategory)
    assert len({effect_label(effect) for effect in Effect}) == len(Effect)
