"""Laws of time: validity, renewal, waiting, extension and what comes after the first time.

What is expected is worked out here in another way than the code does it: day by day, by trying everything.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lms.certification.readiness import (
    Attended,
    Code,
    CompletedItems,
    Context,
    ConversationHeld,
    Fact,
    FactKind,
    FirstThen,
    IntervisionHeld,
    RenewFrom,
    Rule,
    Unit,
    Validity,
    evaluate,
    ready_from,
    standing,
    what_if,
)
from lms.certification.readiness.history import State
from lms.certification.readiness.periods import Span, span_at
from lms.certification.readiness.rules import GRACE_KINDS
from lms.certification.readiness.scheme import Group
from lms.certification.readiness.standing import Standing
from lms.certification.readiness.validity import end_of, lasting
from tests.property.strategies import (
    Case,
    Story,
    cases,
    days,
    facts_about,
    leaves,
    rules,
    stories,
    validities,
)

ONE_DAY = timedelta(days=1)
some_days = st.lists(days, max_size=6)
lengths = st.integers(0, 200)


def covers(done: list[date], validity: Validity | None, day: date) -> bool:
    """Whether evidence of these days counts on `day`, by trying every way to read it."""
    in_order = sorted(set(done))

    def ends(number: int) -> set[date]:
        """Every end that the evidence with this number can have."""
        assert validity is not None
        own = in_order[number]
        found = {end_of(own, validity)}
        if validity.renew_from is RenewFrom.EXPIRY:
            for earlier in range(number):
                for end in ends(earlier):
                    if end - timedelta(days=validity.window_days) <= own <= end:
                        found.add(end_of(end, validity))
        return found

    if validity is None:
        return any(each <= day for each in in_order)
    return any(each <= day <= max(ends(number)) for number, each in enumerate(in_order))


@given(some_days, st.none() | validities, days)
def test_it_counts_evidence_as_trying_every_reading_does(
    done: list[date], validity: Validity | None, day: date
) -> None:
    assert (span_at(lasting(done, validity), day) is not None) is covers(done, validity, day)


@given(some_days, days, validities)
def test_it_never_counts_less_with_more_evidence(done: list[date], more: date, validity: Validity) -> None:
    before, after = lasting(done, validity), lasting([*done, more], validity)
    assert all(_within(span, after) for span in before)


def _within(span: Span, others: tuple[Span, ...]) -> bool:
    return any(
        other.start <= span.start and (other.end is None or (span.end is not None and span.end <= other.end))
        for other in others
    )


def parts_of(rule: Rule, case: Case) -> list[list[date]]:
    """The days of every part that is asked, of facts that happened."""
    facts = [fact for fact in case.up_to_now() if fact.state]
    if isinstance(rule, CompletedItems):
        done = [fact for fact in facts if fact.kind is FactKind.ITEM_COMPLETED]
        asked = [[f for f in done if f.key == each] for each in rule.items]
    elif isinstance(rule, Attended):
        came = [fact for fact in facts if (fact.kind, fact.key) == (FactKind.ATTENDED, rule.series)]
        names = {fact.ref or str(fact.happened_on) for fact in came}
        asked = [[f for f in came if (f.ref or str(f.happened_on)) == name] for name in sorted(names)]
    else:
        assert isinstance(rule, ConversationHeld)
        held = [fact for fact in facts if (fact.kind, fact.key) == (FactKind.CONVERSATION_HELD, rule.what)]
        asked = [[f for f in held if f.ref in ("", point)] for point in rule.points] or [held]
    return [[fact.happened_on for fact in part] for part in asked]


def is_counted(rule: Rule) -> bool:
    return isinstance(rule, CompletedItems | Attended | ConversationHeld)


@given(cases(leaves.filter(is_counted)))
def test_it_counts_the_parts_that_count_on_the_day(case: Case) -> None:
    verdict = evaluate(case.rule, case.facts, case.context)
    have = sum(covers(part, case.rule.validity, case.context.as_of) for part in parts_of(case.rule, case))
    assert verdict.have == have
    if verdict.by_alternative or verdict.extended or verdict.waiting_since or _was_assessed(case):
        return
    assert verdict.passed is (have >= verdict.need) or _other_way(case)


def _was_assessed(case: Case) -> bool:
    return any(fact.kind is FactKind.ASSESSED for fact in case.up_to_now())


def _other_way(case: Case) -> bool:
    other = [fact for fact in case.up_to_now() if fact.kind is FactKind.ALTERNATIVE_ROUTE and fact.state]
    return covers([fact.happened_on for fact in other], case.rule.validity, case.context.as_of)


def without_grace(case: Case) -> list[Fact]:
    return [fact for fact in case.facts if fact.kind not in GRACE_KINDS]


@given(cases(), lengths, st.data())
def test_it_is_met_on_every_day_of_an_extension(case: Case, length: int, data: st.DataObject) -> None:
    made_on = case.context.as_of
    until = made_on + length * ONE_DAY
    extension = Fact(FactKind.EXTENDED, case.rule.id, made_on, until=until)
    day = data.draw(st.sampled_from((made_on, until, made_on + length // 2 * ONE_DAY)))
    assert evaluate(case.rule, [*case.facts, extension], case.at(day)).passed
    facts = without_grace(case)
    verdict = evaluate(case.rule, [*facts, extension], case.at(day))
    assert verdict.passed
    assert verdict.extended is not evaluate(case.rule, facts, case.at(day)).passed


@given(cases(), lengths)
def test_it_is_as_without_an_extension_when_that_is_over(case: Case, length: int) -> None:
    facts, until = without_grace(case), case.context.as_of + length * ONE_DAY
    extension = Fact(FactKind.EXTENDED, case.rule.id, case.context.as_of, until=until)
    after = case.at(until + ONE_DAY)
    with_it = evaluate(case.rule, [*facts, extension], after)
    assert with_it.passed is evaluate(case.rule, facts, after).passed


@given(cases(), lengths)
def test_it_protects_what_was_handed_in_while_met_however_long_it_takes(case: Case, length: int) -> None:
    handed_in_on, later = case.context.as_of, case.context.as_of + length * ONE_DAY
    handed_in = Fact(FactKind.HANDED_IN, case.rule.id, handed_in_on, ref="new")
    was_met = evaluate(case.rule, without_grace(case), case.context).code
    if was_met not in (Code.MET, Code.EXPIRING):
        return
    found = evaluate(case.rule, [*case.facts, handed_in], case.at(later))
    assert found.passed
    assert found.code in (Code.WAITING, Code.NOT_APPLICABLE)
    if found.code is Code.WAITING:
        assert found.waiting_since is not None
        assert found.waiting_since <= handed_in_on
        assert found.until is None or isinstance(case.rule, Group)


@given(cases(), lengths, st.integers(0, 400), st.booleans())
def test_it_ends_protection_after_the_day_of_the_assessment(
    case: Case, length: int, more: int, accepted: bool
) -> None:
    assessed_on = case.context.as_of + length * ONE_DAY
    facts = without_grace(case)
    handed_in = Fact(FactKind.HANDED_IN, case.rule.id, case.context.as_of, ref="new")
    assessed = Fact(FactKind.ASSESSED, case.rule.id, assessed_on, ref="new", state=accepted)
    if evaluate(case.rule, facts, case.context).passed:
        assert evaluate(case.rule, [*facts, handed_in, assessed], case.at(assessed_on)).passed
    after = case.at(assessed_on + (more + 1) * ONE_DAY)
    with_it = evaluate(case.rule, [*facts, handed_in, assessed], after)
    bare = evaluate(case.rule, facts, after)
    assert (with_it.passed, with_it.have, with_it.waiting_since) == (
        bare.passed,
        bare.have,
        bare.waiting_since,
    )


@given(cases(), st.integers(1, 60), st.integers(0, 60))
def test_it_waits_without_counting_what_was_handed_in_too_late(case: Case, late: int, more: int) -> None:
    facts = without_grace(case)
    later = [fact for fact in facts if fact.happened_on > case.context.as_of]
    if later or evaluate(case.rule, facts, case.context).passed:
        return
    first = Fact(FactKind.HANDED_IN, case.rule.id, case.context.as_of, ref="new")
    # What is handed in while the first still waits gets no protection from it either.
    second = Fact(FactKind.HANDED_IN, case.rule.id, case.context.as_of + late * ONE_DAY, ref="newer")
    found = evaluate(case.rule, [*facts, first, second], case.at(second.happened_on + more * ONE_DAY))
    bare = evaluate(case.rule, facts, case.at(second.happened_on + more * ONE_DAY))
    assert found.passed is bare.passed
    if not found.passed:
        assert (found.code, found.waits_for) == (Code.WAITING, "coordinator")
        assert found.waiting_since is not None


@given(cases(), st.integers(1, 60), lengths)
def test_it_gives_no_protection_by_protection(case: Case, late: int, more: int) -> None:
    handed_in_on = case.context.as_of
    again_on = handed_in_on + late * ONE_DAY
    facts = [fact for fact in without_grace(case) if fact.happened_on <= handed_in_on]
    first = Fact(FactKind.HANDED_IN, case.rule.id, handed_in_on, ref="new")
    second = Fact(FactKind.HANDED_IN, case.rule.id, again_on, ref="newer")
    answer = Fact(FactKind.ASSESSED, case.rule.id, again_on, ref="new", state=False)
    if evaluate(case.rule, facts, case.at(again_on)).passed:
        return
    day = case.at(again_on + (more + 1) * ONE_DAY)
    found = evaluate(case.rule, [*facts, first, answer, second], day)
    assert found.passed is evaluate(case.rule, facts, day).passed


@given(cases(rules.filter(lambda rule: isinstance(rule, FirstThen))))
def test_it_asks_the_short_way_only_after_the_first_time(case: Case) -> None:
    assert isinstance(case.rule, FirstThen)
    first, again = case.rule.rules
    own = [fact for fact in case.facts if fact.key != case.rule.id]
    as_of = case.context.as_of
    bare = without_grace(case)
    known = {fact.happened_on for fact in bare if fact.happened_on <= as_of}
    # A fact may also end something: what asks nothing yet is met until the day before it.
    moments = known | {day - ONE_DAY for day in known} | {as_of}
    held = any(evaluate(first, bare, case.at(day)).passed for day in moments)
    now = [evaluate(each, own, case.context).passed for each in (first, again)]
    found = evaluate(case.rule, own, case.context)
    assert found.passed is (now[0] or (held and now[1]))


@given(leaves, days, st.integers(1, 400), st.data())
def test_it_tells_the_deadline_of_what_is_not_met(
    rule: Rule, started: date, length: int, data: st.DataObject
) -> None:
    facts = data.draw(st.lists(facts_about([rule]), max_size=4))
    facts = [fact for fact in facts if fact.kind is not FactKind.STARTED]
    context = Context(data.draw(days))
    verdict = evaluate(rule, [*facts, Fact(FactKind.STARTED, "", started)], context)
    bare = evaluate(rule, facts, context)
    assert bare.due_on is None
    assert (verdict.passed, verdict.code) == (bare.passed, bare.code)
    is_asked = rule.due_days is not None and not verdict.passed
    assert verdict.due_on == (started + timedelta(days=rule.due_days or 0) if is_asked else None)


@given(stories(), st.integers(0, 500), st.data())
def test_it_imagines_with_the_same_engine(story: Story, later: int, data: st.DataObject) -> None:
    extra = data.draw(st.lists(facts_about(story.scheme.criteria), max_size=3))
    on = story.context.as_of + later * ONE_DAY
    found = what_if(story.scheme, story.facts, story.decisions, story.context, extra, on)
    assert found.before == standing(story.scheme, story.facts, story.decisions, story.at(on))
    assert found.after == standing(story.scheme, [*story.facts, *extra], story.decisions, story.at(on))
    before, after = _passed(found.before), _passed(found.after)
    assert {rule_id for rule_id in after if after[rule_id] is not before[rule_id]} <= set(found.changed)
    if not extra:
        assert found.changed == ()


def _passed(found: Standing) -> dict[str, bool]:
    top = [*found.verdicts, *(each for domain in found.domains for each in domain.verdicts)]
    return {each.rule_id: each.passed for each in top}


@given(stories(), st.integers(0, 300), st.data())
def test_it_knows_the_first_day_without_anything_open(story: Story, later: int, data: st.DataObject) -> None:
    extra = data.draw(st.lists(facts_about(story.scheme.criteria, positive=True), max_size=3))
    day = ready_from(story.scheme, story.facts, story.decisions, story.context, extra)

    def is_ready(on: date) -> bool:
        found = standing(story.scheme, [*story.facts, *extra], story.decisions, story.at(on))
        return found.computed_state is not State.IN_PROGRESS

    asked = story.context.as_of + later * ONE_DAY
    if day is None:
        assert not is_ready(asked)
        return
    assert day >= story.context.as_of
    assert is_ready(day)
    assert not (story.context.as_of <= asked < day and is_ready(asked))
    assert day == story.context.as_of or not is_ready(day - ONE_DAY)


@given(cases(leaves.filter(lambda rule: isinstance(rule, IntervisionHeld))))
def test_it_adds_up_the_sessions_of_the_window(case: Case) -> None:
    assert isinstance(case.rule, IntervisionHeld)
    verdict = evaluate(case.rule, case.facts, case.context)
    counting = [
        fact
        for fact in case.up_to_now()
        if fact.kind is FactKind.INTERVISION
        and fact.state
        and case.rule.group_min <= fact.group_size <= case.rule.group_max
        and covers([fact.happened_on], _window(case.rule), case.context.as_of)
    ]
    longest: dict[str, int] = {}
    for fact in counting:
        name = fact.ref or str(fact.happened_on)
        longest[name] = max(longest.get(name, 0), fact.number)
    assert (verdict.have, verdict.have_minutes) == (len(longest), sum(longest.values()))


def _window(rule: IntervisionHeld) -> Validity:
    return Validity(length=rule.window_months, unit=Unit.MONTHS)
