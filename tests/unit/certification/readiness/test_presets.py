import re
from pathlib import Path

import pytest
import yaml

from lms.certification.readiness import (
    CLOSING_TALK_POINTS,
    PRESETS,
    Context,
    ConversationHeld,
    Decision,
    DecisionKind,
    Effect,
    Fact,
    FactKind,
    IntervisionHeld,
    RuleError,
    Standing,
    State,
    Unit,
    Validity,
    oco_almere_licht,
    oco_levensbreed,
    scheme_from_data,
    scheme_to_data,
    standing,
    walk,
)
from tests.unit.certification.readiness.examples import fact, on

ITEMS = {
    "course_items": ["1.1", "5.2", "7.1"], "boundary_scenarios": ["S5.1", "S6.1"], "awareness_items": ["7.1"]
}  # fmt: skip
SCHEME, BROAD = oco_almere_licht(**ITEMS), oco_levensbreed(**ITEMS)
CONTENT = Path(__file__).parents[4] / "content" / "basistraining-oco"
BLOCKING = [
    fact(FactKind.ITEM_COMPLETED, "2026-10-01", "S5.1"),
    fact(FactKind.ITEM_COMPLETED, "2026-10-02", "S6.1"),
    fact(FactKind.ROLES_DECLARED, "2026-10-03"),
    fact(FactKind.ROLES_SEEN, "2026-10-04"),
    fact(FactKind.STATEMENT_SIGNED, "2026-10-05", "vrijwilligersovereenkomst", number=1),
    fact(FactKind.STATEMENT_SIGNED, "2026-10-06", "geheimhouding", number=1),
    fact(FactKind.SEEN, "2026-10-07", "vog"),
    fact(FactKind.CONVERSATION_HELD, "2026-10-08", "closing_talk"),
]
ASKED = Context(on("2026-11-22"), {"vrijwilligersovereenkomst": 1, "geheimhouding": 1})


def noor(facts: list[Fact]) -> Standing:
    return standing(SCHEME, facts, [Decision(DecisionKind.CONFIRM, on("2026-11-20"))], ASKED)


def test_it_blocks_only_on_what_must_be_in_order() -> None:
    effects = {rule.id: rule.effect.value for rule in SCHEME.rules}
    assert effects == {
        "boundaries": "block",
        "limits_card": "warn",
        "agreement": "block",
        "secrecy": "block",
        "vog": "block",
        "closing_talk": "block",
        "guardian": "block",
        "course_core": "warn",
        "live_days": "warn",
        "intervision": "warn",
        "contact": "info",
        "awareness": "warn",
        "refresh": "info",
    }


def test_it_has_the_numbers_that_time_needs() -> None:
    rules = {rule.id: rule for rule in SCHEME.rules}
    assert list(rules)[:2] == ["boundaries", "limits_card"]
    assert rules["vog"].validity == Validity(length=36, unit=Unit.MONTHS, warn_days=60)
    assert {rule_id: rule.due_days for rule_id, rule in rules.items() if rule.due_days} == {"awareness": 90}
    assert [rule_id for rule_id, rule in rules.items() if rule.validity] == ["vog"]
    intervision, talk = rules["intervision"], rules["closing_talk"]
    assert isinstance(intervision, IntervisionHeld)
    assert isinstance(talk, ConversationHeld)
    assert intervision.warn_days == 60
    assert talk.points == tuple(CLOSING_TALK_POINTS)


def test_it_talks_about_the_points_of_the_course() -> None:
    talk = yaml.safe_load((CONTENT / "closing-talk.yaml").read_text(encoding="utf-8"))
    assert [point["can_do"] for point in talk["points"]] == list(CLOSING_TALK_POINTS.values())


def test_it_takes_a_talk_in_two_parts_and_a_talk_about_everything() -> None:
    parts = [
        fact(FactKind.CONVERSATION_HELD, "2026-10-08", "closing_talk", ref=code)
        for code in CLOSING_TALK_POINTS
    ]
    assert noor([*BLOCKING[:-1], *parts]).state is State.MATCHABLE
    assert noor([*BLOCKING[:-1], *parts[1:]]).state is State.IN_PROGRESS


def test_it_ships_two_presets_that_build_what_they_say() -> None:
    assert list(PRESETS) == ["oco_almere_licht", "oco_levensbreed"]
    for slug, preset in PRESETS.items():
        scheme = preset.build(course_items=["1"], boundary_scenarios=["2"], awareness_items=["3"], series="x")
        assert (scheme.slug, scheme.title) == (slug, preset.title) == (preset.slug, preset.title)
        assert scheme_from_data(scheme_to_data(scheme)) == scheme


def test_it_asks_a_talk_of_its_own_for_every_life_domain() -> None:
    assert SCHEME.domains == ()
    assert BROAD.rules == SCHEME.rules
    assert [domain.title for domain in BROAD.domains] == [
        "Wmo",
        "jeugd",
        "werk en inkomen",
        "passend onderwijs",
    ]
    for domain in BROAD.domains:
        (own,) = domain.rules
        assert (type(own), own.effect) == (ConversationHeld, Effect.BLOCK)
    talk = fact(FactKind.CONVERSATION_HELD, "2026-10-09", "deepening_jeugd")
    decisions = [Decision(DecisionKind.CONFIRM, on("2026-11-20"))]
    assert standing(BROAD, BLOCKING, decisions, ASKED).state is State.IN_PROGRESS
    found = standing(BROAD, [*BLOCKING, talk], decisions, ASKED)
    assert (found.state, found.scope) == (State.MATCHABLE, ("jeugd",))


def test_it_is_matchable_with_the_blocking_part_alone() -> None:
    assert noor(BLOCKING).state is State.MATCHABLE


@pytest.mark.parametrize("left_out", range(len(BLOCKING)))
def test_it_is_not_matchable_when_any_blocking_fact_is_left_out(left_out: int) -> None:
    assert noor(BLOCKING[:left_out] + BLOCKING[left_out + 1 :]).state is State.IN_PROGRESS


def test_it_asks_consent_of_someone_under_sixteen() -> None:
    young = [*BLOCKING, fact(FactKind.TURNS_SIXTEEN, "2027-01-01")]
    assert noor(young).state is State.IN_PROGRESS
    assert noor([*young, fact(FactKind.GUARDIAN_CONSENT, "2026-10-09")]).state is State.MATCHABLE


def test_it_lets_every_leaf_be_met_in_another_way() -> None:
    leaves = ["boundary_scenarios", "other_roles", *(rule.id for rule in SCHEME.rules[1:])]
    facts = [fact(FactKind.ALTERNATIVE_ROUTE, "2026-11-01", rule_id) for rule_id in leaves]
    found = noor([*facts, fact(FactKind.TURNS_SIXTEEN, "2027-01-01")])
    assert all(verdict.passed for verdict in found.verdicts)


def test_it_explains_every_rule_in_short_plain_sentences() -> None:
    for rule in walk(BROAD.criteria):
        for text in (rule.why, rule.how, rule.alternative):
            for each in re.split(r"(?<=[.?!]) ", text):
                assert each[-1] in ".?!"
                assert 2 <= len(each.split()) <= 15, each


@pytest.mark.parametrize("empty", ["course_items", "boundary_scenarios", "awareness_items"])
def test_it_refuses_a_course_without_the_asked_items(empty: str) -> None:
    def items(name: str) -> list[str]:
        return [] if name == empty else ["1.1"]

    with pytest.raises(RuleError):
        oco_almere_licht(
            course_items=items("course_items"),
            boundary_scenarios=items("boundary_scenarios"),
            awareness_items=items("awareness_items"),
        )
