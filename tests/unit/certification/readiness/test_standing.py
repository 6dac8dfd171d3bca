"""Noor, Koen and the states: what decisions and rules make together."""

from lms.certification.readiness import (
    Context,
    ConversationHeld,
    Decision,
    DecisionKind,
    Effect,
    Fact,
    FactKind,
    ReasonCategory,
    RolesDeclared,
    Scheme,
    SeenAndValid,
    Standing,
    State,
    standing,
)
from tests.unit.certification.readiness.examples import a, fact, months, on

SCHEME = Scheme(
    slug="licht",
    title="Licht",
    rules=(
        a(ConversationHeld, "talk", what="closing_talk"),
        a(SeenAndValid, "vog", what="vog", validity=months(36, warn_days=60)),
        a(RolesDeclared, "roles", Effect.WARN, must_be_seen=True),
    ),
)
TALK = fact(FactKind.CONVERSATION_HELD, "2026-11-05", "closing_talk")
VOG = fact(FactKind.SEEN, "2026-11-03", "vog")
READY = [TALK, VOG]


def decide(kind: str, day: str, until: str = "", reason: str = "", order: int = 0) -> Decision:
    return Decision(DecisionKind(kind), on(day), order, on(until) if until else None, reason)


CONFIRM = decide("confirm", "2026-11-10")


def noor(facts: list[Fact], decisions: list[Decision], day: str, scheme: Scheme = SCHEME) -> Standing:
    return standing(scheme, facts, decisions, Context(on(day)))


def outline(found: Standing) -> tuple[str, str, str]:
    return found.state, found.computed_state, found.reason_category


def test_it_begins_in_progress() -> None:
    found = noor([], [], "2026-11-22")
    assert outline(found) == ("in_progress", "in_progress", "in_progress")
    assert (found.since, found.state_since, found.until, found.next_change_on) == (None,) * 4
    assert (found.decision, found.is_matchable) == (None, False)
    assert [each.rule_id for each in found.verdicts] == ["talk", "vog", "roles"]


def test_it_is_ready_when_nothing_blocking_is_open() -> None:
    assert noor([VOG], [], "2026-11-22").state is State.IN_PROGRESS
    found = noor(READY, [], "2026-11-22")
    assert outline(found) == ("ready", "ready", "waiting_for_confirmation")
    assert (found.since, found.state_since) == (None, on("2026-11-05"))
    assert found.until == on("2029-11-03")


def test_it_is_matchable_from_the_day_of_the_confirmation() -> None:
    assert noor(READY, [CONFIRM], "2026-11-09").state is State.READY
    assert noor(READY, [CONFIRM], "2026-11-09").next_change_on == on("2026-11-10")
    found = noor(READY, [CONFIRM], "2026-11-22")
    assert outline(found) == ("matchable", "matchable", "none")
    assert (found.since, found.until, found.decision) == (on("2026-11-10"), on("2029-11-03"), CONFIRM)
    assert found.next_change_on == on("2029-09-04")


def test_it_is_not_matchable_by_a_confirmation_alone() -> None:
    assert outline(noor([VOG], [CONFIRM], "2026-11-22")) == ("in_progress", "in_progress", "incomplete")


def test_it_tells_an_open_criterion_from_a_lapsed_one_by_what_blocks() -> None:
    diploma = a(SeenAndValid, "diploma", Effect.WARN, what="diploma", validity=months(1))
    scheme = Scheme(slug="licht", title="Licht", rules=(*SCHEME.rules, diploma))
    facts = [VOG, fact(FactKind.SEEN, "2026-01-01", "diploma")]
    assert noor(facts, [CONFIRM], "2026-11-22", scheme).reason_category is ReasonCategory.INCOMPLETE


def test_it_ends_when_a_blocking_criterion_lapses_and_returns_by_itself() -> None:
    lapsed = noor(READY, [CONFIRM], "2029-12-01")
    assert outline(lapsed) == ("in_progress", "in_progress", "expired")
    assert (lapsed.since, lapsed.decision) == (on("2029-11-04"), CONFIRM)
    renewed = fact(FactKind.SEEN, "2030-01-15", "vog")
    back = noor([*READY, renewed], [CONFIRM], "2030-02-01")
    assert (back.state, back.since) == (State.MATCHABLE, on("2030-01-15"))


def test_it_does_not_end_by_a_warning() -> None:
    assert noor(READY, [CONFIRM], "2026-11-22").verdicts[2].passed is False


def test_it_is_matchable_by_an_override_until_its_last_day() -> None:
    override = decide("override", "2026-11-12", "2026-12-31", "vog_onderweg")
    facts = [TALK]
    found = noor(facts, [override], "2026-12-31")
    assert outline(found) == ("matchable", "in_progress", "exception")
    assert (found.since, found.until) == (on("2026-11-12"), on("2026-12-31"))
    assert (found.next_change_on, found.decision) == (on("2027-01-01"), override)
    ended = noor(facts, [override], "2027-01-01")
    assert outline(ended) == ("in_progress", "in_progress", "in_progress")
    assert ended.since == on("2027-01-01")


def test_it_needs_no_exception_once_the_rules_are_met() -> None:
    override = decide("override", "2026-11-01", "2026-12-31", "vog_onderweg")
    found = noor(READY, [override, CONFIRM], "2026-11-22")
    assert outline(found) == ("matchable", "matchable", "none")
    assert (found.since, found.decision) == (on("2026-11-01"), CONFIRM)


def test_it_lets_a_newer_override_replace_the_older() -> None:
    first = decide("override", "2026-11-01", "2027-06-30", "vog_onderweg")
    shorter = decide("override", "2026-11-10", "2026-11-20", "vog_onderweg")
    assert noor([], [first, shorter], "2026-11-20").state is State.MATCHABLE
    assert noor([], [first, shorter], "2026-11-21").state is State.IN_PROGRESS


def test_it_pauses_until_a_day_and_returns_by_itself() -> None:
    decisions = [CONFIRM, decide("pause", "2026-11-15", "2026-11-30")]
    found = noor(READY, decisions, "2026-11-22")
    assert outline(found) == ("paused", "matchable", "paused")
    assert (found.since, found.until) == (on("2026-11-15"), on("2026-11-30"))
    back = noor(READY, decisions, "2026-12-01")
    assert (back.state, back.since) == (State.MATCHABLE, on("2026-12-01"))


def test_it_pauses_openly_until_resumed() -> None:
    decisions = [CONFIRM, decide("pause", "2026-11-15")]
    assert noor(READY, decisions, "2028-01-01").state is State.PAUSED
    assert noor(READY, decisions, "2028-01-01").until is None
    resumed = noor(READY, [*decisions, decide("resume", "2028-01-02")], "2028-01-02")
    assert (resumed.state, resumed.since) == (State.MATCHABLE, on("2028-01-02"))


def test_it_pauses_an_override_too_and_keeps_the_newest_pause() -> None:
    override = decide("override", "2026-11-01", "2026-12-31", "vog_onderweg")
    pauses = [decide("pause", "2026-11-05"), decide("pause", "2026-11-06", "2026-11-10")]
    assert noor([], [override, *pauses], "2026-11-10").state is State.PAUSED
    assert noor([], [override, *pauses], "2026-11-11").state is State.MATCHABLE


def test_it_stops_everything_and_needs_a_new_confirmation() -> None:
    override = decide("override", "2026-11-01", "2027-12-31", "vog_onderweg")
    decisions = [override, CONFIRM, decide("pause", "2026-11-12"), decide("withdraw", "2026-11-15")]
    found = noor(READY, decisions, "2026-11-22")
    assert outline(found) == ("stopped", "ready", "stopped")
    assert (found.since, found.state_since) == (on("2026-11-12"), on("2026-11-15"))
    again = noor(READY, [*decisions, decide("confirm", "2026-11-20")], "2026-11-22")
    assert (again.state, again.since) == (State.MATCHABLE, on("2026-11-20"))


def test_it_returns_to_stopped_after_an_override() -> None:
    decisions = [
        CONFIRM,
        decide("withdraw", "2026-11-15"),
        decide("override", "2026-11-20", "2026-11-30", "invallen"),
    ]
    assert outline(noor(READY, decisions, "2026-11-22")) == ("matchable", "ready", "exception")
    assert noor(READY, decisions, "2026-12-01").state is State.STOPPED


def test_it_puts_decisions_of_one_day_in_order() -> None:
    confirm, withdraw = decide("confirm", "2026-11-10", order=1), decide("withdraw", "2026-11-10", order=2)
    assert noor(READY, [withdraw, confirm], "2026-11-10").state is State.STOPPED
    later = decide("confirm", "2026-11-10", order=3)
    assert noor(READY, [later, withdraw, confirm], "2026-11-10").state is State.MATCHABLE


def test_it_does_not_know_later_decisions() -> None:
    found = noor(READY, [CONFIRM, decide("withdraw", "2026-12-01")], "2026-11-22")
    assert (found.state, found.until) == (State.MATCHABLE, on("2029-11-03"))
    assert found.next_change_on == on("2026-12-01")


def test_it_is_ready_at_once_when_nothing_blocks() -> None:
    scheme = Scheme(slug="info", title="Info", rules=(a(ConversationHeld, effect=Effect.INFO, what="x"),))
    found = noor([], [], "2026-11-22", scheme)
    assert (found.state, found.reason_category) == (State.READY, ReasonCategory.WAITING_FOR_CONFIRMATION)
