"""What would be, from when somebody is ready, and what a change does to a status."""

from lms.certification.readiness import (
    AllOf,
    Context,
    ConversationHeld,
    Decision,
    DecisionKind,
    Domain,
    Effect,
    FactKind,
    Scheme,
    SeenAndValid,
    State,
    StatusChange,
    ready_from,
    standing,
    status_change,
    what_if,
)
from tests.unit.certification.readiness.examples import a, fact, months, on

TALK_RULE = a(ConversationHeld, "talk", what="closing_talk")
VOG_RULE = a(SeenAndValid, "vog", what="vog", validity=months(12))
EXTRA_RULE = a(ConversationHeld, "extra", Effect.WARN, what="extra")
SCHEME = Scheme(
    slug="licht", title="Licht", rules=(a(AllOf, "both", rules=(TALK_RULE, VOG_RULE)), EXTRA_RULE)
)
TALK = fact(FactKind.CONVERSATION_HELD, "2026-10-01", "closing_talk")
VOG = fact(FactKind.SEEN, "2026-12-20", "vog")
CONFIRM = Decision(DecisionKind.CONFIRM, on("2026-11-01"))
TODAY = Context(on("2026-11-22"))


def test_it_shows_the_difference_that_evidence_would_make() -> None:
    found = what_if(SCHEME, [TALK], [CONFIRM], TODAY, [VOG], on("2026-12-20"))
    assert (found.before.state, found.after.state) == (State.IN_PROGRESS, State.MATCHABLE)
    assert found.changed == ("both", "vog")
    before = what_if(SCHEME, [TALK], [CONFIRM], TODAY, [VOG], on("2026-12-19"))
    assert (before.after.state, before.changed) == (State.IN_PROGRESS, ())


def test_it_knows_the_day_from_which_nothing_is_open() -> None:
    assert ready_from(SCHEME, [TALK], [], TODAY) is None
    assert ready_from(SCHEME, [TALK], [], TODAY, [VOG]) == on("2026-12-20")
    assert ready_from(SCHEME, [TALK, VOG], [], TODAY) == on("2026-12-20")
    seen = VOG._replace(happened_on=on("2026-10-02"))
    assert ready_from(SCHEME, [TALK, seen], [], TODAY) == on("2026-11-22")


def test_it_knows_that_day_also_when_something_ends_before_it() -> None:
    old = VOG._replace(happened_on=on("2025-12-01"))
    talk = TALK._replace(happened_on=on("2026-12-10"))
    again = VOG._replace(happened_on=on("2027-02-01"))
    assert ready_from(SCHEME, [old], [], TODAY, [talk, again]) == on("2027-02-01")


def changed(old: Scheme, new: Scheme, decisions: list[Decision]) -> StatusChange | None:
    return status_change(standing(old, [TALK], decisions, TODAY), standing(new, [TALK], decisions, TODAY))


def test_it_tells_which_criteria_change_a_status() -> None:
    strict = Scheme(slug="licht", title="Licht", rules=(TALK_RULE, VOG_RULE))
    mild = Scheme(slug="licht", title="Licht", rules=(TALK_RULE, EXTRA_RULE))
    worse = changed(mild, strict, [CONFIRM])
    assert worse is not None
    assert (worse.before, worse.after, worse.reasons) == (State.MATCHABLE, State.IN_PROGRESS, ("vog",))
    better = changed(strict, mild, [])
    assert better is not None
    assert (better.before, better.after, better.reasons) == (State.IN_PROGRESS, State.READY, ("vog",))


def test_it_tells_of_a_narrower_scope_and_not_of_the_same_in_another_order() -> None:
    wmo, youth = Domain(id="wmo", title="Wmo"), Domain(id="jeugd", title="Jeugd")
    narrow = Domain(id="jeugd", title="Jeugd", rules=(VOG_RULE,))
    both = Scheme(slug="x", title="X", rules=(TALK_RULE,), domains=(wmo, youth))
    turned = Scheme(slug="x", title="X", rules=(TALK_RULE,), domains=(youth, wmo))
    less = Scheme(slug="x", title="X", rules=(TALK_RULE,), domains=(wmo, narrow))
    assert changed(both, turned, [CONFIRM]) is None
    found = changed(both, less, [CONFIRM])
    assert found is not None
    assert (found.before, found.after) == (State.MATCHABLE, State.MATCHABLE)
    assert (found.scope_before, found.scope_after, found.reasons) == (("wmo", "jeugd"), ("wmo",), ("vog",))


def test_it_tells_nothing_when_only_a_warning_differs() -> None:
    with_extra = Scheme(slug="x", title="X", rules=(TALK_RULE, EXTRA_RULE))
    without = Scheme(slug="x", title="X", rules=(TALK_RULE,))
    assert changed(without, with_extra, [CONFIRM]) is None
