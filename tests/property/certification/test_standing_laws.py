"""Laws of a standing: replay, exceptions that hide nothing, and no change without a date."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from lms.certification.readiness import (
    Code,
    Decision,
    DecisionKind,
    Effect,
    Fact,
    Judge,
    ReasonCategory,
    Standing,
    State,
    advice,
    evaluate,
    explain_all,
    standing,
    standing_sentence,
)
from lms.certification.readiness.decisions import in_order, rulings_on
from tests.property.strategies import Story, contexts, days, facts_about, schemes, stories

ONE_DAY = timedelta(days=1)
LONG_AGO, FAR_AHEAD = date(2020, 1, 1), date(2050, 1, 1)
ALLOWED = {
    State.IN_PROGRESS: {ReasonCategory.IN_PROGRESS, ReasonCategory.EXPIRED, ReasonCategory.INCOMPLETE},
    State.READY: {ReasonCategory.WAITING_FOR_CONFIRMATION},
    State.MATCHABLE: {ReasonCategory.NONE, ReasonCategory.EXCEPTION},
    State.PAUSED: {ReasonCategory.PAUSED},
    State.STOPPED: {ReasonCategory.STOPPED},
}


def judge(
    story: Story,
    *,
    facts: list[Fact] | None = None,
    decisions: list[Decision] | None = None,
    day: date | None = None,
) -> Standing:
    context = story.at(day) if day else story.context
    known = story.facts if facts is None else facts
    return standing(story.scheme, known, story.decisions if decisions is None else decisions, context)


@given(stories(), st.randoms(use_true_random=False))
def test_it_does_not_depend_on_the_order_of_facts_and_decisions(story: Story, random: Random) -> None:
    facts, decisions = list(story.facts), list(story.decisions)
    random.shuffle(facts)
    random.shuffle(decisions)
    assert judge(story, facts=facts, decisions=decisions) == judge(story)


@given(stories())
def test_it_gives_the_same_verdicts_as_asking_each_rule(story: Story) -> None:
    found = judge(story)
    assert found.verdicts == tuple(evaluate(rule, story.facts, story.context) for rule in story.scheme.rules)
    for domain, said in zip(story.scheme.domains, found.domains, strict=True):
        own = tuple(evaluate(rule, story.facts, story.context) for rule in domain.rules)
        assert (said.id, said.title, said.verdicts) == (domain.id, domain.title, own)
        assert said.holds is advice(own).ready


@given(stories())
def test_it_is_ready_with_the_shared_criteria_and_one_domain(story: Story) -> None:
    found = judge(story)
    shared = advice(found.verdicts).ready
    own = not found.domains or any(domain.holds for domain in found.domains)
    assert (found.computed_state is not State.IN_PROGRESS) is (shared and own)


@given(stories())
def test_it_is_matchable_for_what_the_rules_and_the_exception_give(story: Story) -> None:
    found = judge(story)
    override = rulings_on(in_order(story.decisions), story.context.as_of).override
    every = {domain.id for domain in found.domains}
    by_rules = {domain.id for domain in found.domains if domain.holds}
    given_by_rules = found.computed_state is State.MATCHABLE
    if not found.is_matchable or (given_by_rules and not every):
        assert found.scope == ()
    else:
        named = set() if override is None else set(override.domains) or every
        assert set(found.scope) == named | (by_rules if given_by_rules else set())
        assert len(set(found.scope)) == len(found.scope)
    if found.is_matchable and every:
        assert found.scope


@given(st.data())
def test_it_judges_many_people_as_it_judges_one(data: st.DataObject) -> None:
    scheme, context = data.draw(schemes()), data.draw(contexts)
    many = data.draw(st.lists(st.lists(facts_about(scheme.criteria), max_size=4), min_size=2, max_size=8))
    judge_of_many = Judge(scheme, context)
    for facts in [*many, *many]:
        assert judge_of_many.standing(facts, []) == standing(scheme, facts, [], context)


@given(stories(), st.data())
def test_it_never_ends_being_matchable_by_positive_evidence(story: Story, data: st.DataObject) -> None:
    more = data.draw(st.lists(facts_about(story.scheme.criteria, positive=True), min_size=1, max_size=3))
    before, after = judge(story), judge(story, facts=[*story.facts, *more])
    assert after.is_matchable or not before.is_matchable
    assert set(after.scope) >= set(before.scope)


@given(stories(), st.integers(0, 400))
def test_it_never_hides_the_computed_state(story: Story, length: int) -> None:
    as_of = story.context.as_of
    override = Decision(DecisionKind.OVERRIDE, as_of, 90, as_of + length * ONE_DAY, "reden")
    pause = Decision(DecisionKind.PAUSE, as_of, 91, as_of + length * ONE_DAY)
    before = judge(story)
    for added in ([override], [pause], [override, pause]):
        after = judge(story, decisions=[*story.decisions, *added])
        assert (after.computed_state, after.verdicts) == (before.computed_state, before.verdicts)
        assert after.domains == before.domains


@given(stories(), st.integers(0, 400))
def test_it_ends_an_override_by_itself(story: Story, length: int) -> None:
    as_of = story.context.as_of
    until = as_of + length * ONE_DAY
    override = Decision(DecisionKind.OVERRIDE, as_of, 90, until, "reden")
    assert judge(story, decisions=[override]).is_matchable
    assert judge(story, decisions=[override], day=until).is_matchable
    after, without = (judge(story, decisions=made, day=until + ONE_DAY) for made in ([override], []))
    assert after.state is without.state


@given(stories())
def test_it_is_never_matchable_without_a_decision(story: Story) -> None:
    found = judge(story)
    if found.is_matchable:
        assert found.decision is not None
        assert found.decision.kind in (DecisionKind.CONFIRM, DecisionKind.OVERRIDE)
        assert found.decision.made_on <= story.context.as_of
    assert not judge(story, decisions=[]).is_matchable


@given(stories(), days)
def test_it_stays_the_same_until_the_day_it_says_it_may_change(story: Story, day: date) -> None:
    found = judge(story)
    last = found.next_change_on - ONE_DAY if found.next_change_on else FAR_AHEAD
    for other in (max(story.context.as_of, min(day, last)), last):
        assert judge(story, day=other) == found


@settings(max_examples=60)
@given(stories())
def test_it_knows_the_stretch_that_replaying_every_day_would_give(story: Story) -> None:
    found = judge(story)
    start = found.since or LONG_AGO
    for step in range(0, (story.context.as_of - start).days + 1, 31):
        assert judge(story, day=start + step * ONE_DAY).is_matchable is found.is_matchable
    if found.since is not None:
        assert judge(story, day=found.since - ONE_DAY).is_matchable is not found.is_matchable
        assert found.state_since is not None
        assert found.state_since >= found.since
    if found.state_since is not None:
        assert judge(story, day=found.state_since).state is found.state
        assert judge(story, day=found.state_since - ONE_DAY).state is not found.state


@given(stories())
def test_it_knows_the_last_day_of_the_present_state(story: Story) -> None:
    facts = [fact for fact in story.facts if fact.happened_on <= story.context.as_of]
    made = [each for each in story.decisions if each.made_on <= story.context.as_of]
    found = judge(story, facts=facts, decisions=made)
    assert judge(story, facts=facts, decisions=made, day=found.until or FAR_AHEAD).state is found.state
    if found.until:
        after = judge(story, facts=facts, decisions=made, day=found.until + ONE_DAY)
        assert after.state is not found.state


@given(stories())
def test_it_gives_the_reason_that_fits_the_state(story: Story) -> None:
    found = judge(story)
    assert found.reason_category in ALLOWED[found.state]
    exception = found.is_matchable and found.computed_state is not State.MATCHABLE
    assert (found.reason_category is ReasonCategory.EXCEPTION) is exception
    if found.reason_category is ReasonCategory.EXPIRED:
        top = [*found.verdicts, *(each for domain in found.domains for each in domain.verdicts)]
        assert any(each.code is Code.EXPIRED for each in top if each.effect is Effect.BLOCK)
    assert standing_sentence(found).endswith(".")
    assert len(explain_all(story.scheme, found)) == len(story.scheme.rules)
