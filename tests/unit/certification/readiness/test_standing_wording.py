from dataclasses import replace

import pytest

from lms.certification.readiness import (
    Context,
    ConversationHeld,
    Decision,
    Domain,
    Effect,
    Fact,
    FactKind,
    ReasonCategory,
    State,
    effect_label,
    explain_all,
    explain_domains,
    reason_label,
    standing,
    standing_sentence,
    state_label,
)
from tests.unit.certification.readiness.examples import a, fact, on
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


WMO = Domain(id="wmo", title="Wmo", rules=(a(ConversationHeld, "about_wmo", what="wmo"),))
YOUTH = Domain(id="jeugd", title="jeugd", rules=(a(ConversationHeld, "about_youth", what="jeugd"),))
WORK = Domain(id="werk", title="werk en inkomen")
PER_DOMAIN = replace(SCHEME, domains=(WMO, YOUTH, WORK))
DEEPER = [fact(FactKind.CONVERSATION_HELD, "2026-11-05", what) for what in ("wmo", "jeugd")]


@pytest.mark.parametrize(
    ("domains", "facts", "decisions", "text"),
    [
        ((WMO, YOUTH), DEEPER, [CONFIRM], "Nu is dat voor Wmo en jeugd."),
        ((WMO, YOUTH), DEEPER[:1], [CONFIRM], "Nu is dat voor Wmo."),
        ((WMO, YOUTH, WORK), DEEPER, [CONFIRM], "Nu is dat voor Wmo, jeugd, werk en inkomen."),
    ],
)
def test_it_says_for_which_life_domains_someone_is_matchable(
    domains: tuple[Domain, ...], facts: list[Fact], decisions: list[Decision], text: str
) -> None:
    scheme = replace(SCHEME, domains=domains)
    found = standing(scheme, [*READY, *facts], decisions, Context(on(DAY)))
    assert standing_sentence(found) == (
        f"Je bent inzetbaar sinds 10 november 2026. {text} Dit geldt tot en met 3 november 2029."
    )


def test_it_says_for_which_life_domains_someone_can_be_confirmed() -> None:
    found = standing(replace(SCHEME, domains=(WMO, YOUTH)), [*READY, *DEEPER], [], Context(on(DAY)))
    assert standing_sentence(found) == (
        "Je hebt alles wat nodig is voor Wmo en jeugd. De coördinator bevestigt het nog."
    )


def test_it_says_for_which_life_domains_an_exception_is() -> None:
    decision = replace(OVERRIDE, domains=("wmo",))
    found = standing(PER_DOMAIN, [], [decision], Context(on(DAY)))
    assert standing_sentence(found).startswith("Je bent inzetbaar voor Wmo door een uitzondering.")


def test_it_explains_every_life_domain() -> None:
    found = standing(PER_DOMAIN, [*READY, DEEPER[0]], [], Context(on(DAY)))
    explained = explain_domains(PER_DOMAIN, found, on(DAY))
    assert [(each.id, each.title, each.holds) for each in explained] == [
        ("wmo", "Wmo", True),
        ("jeugd", "jeugd", False),
        ("werk", "werk en inkomen", True),
    ]
    assert explained[0].sentence == "Je hebt alles wat voor dit leefgebied nodig is."
    assert explained[1].sentence == "Voor dit leefgebied staat nog iets open."
    assert [part.sentence for part in explained[1].criteria] == ["Het gesprek is nog niet geweest."]
