"""Looking ahead for one person: with and without what is planned, and what ends that nothing renews."""

from datetime import date

from lms.certification.forecast.rules import EXCEPTION, Known, Threat, forecast
from lms.certification.readiness import (
    Attended,
    Context,
    ConversationHeld,
    Decision,
    DecisionKind,
    Effect,
    Fact,
    FactKind,
    Scheme,
    SeenAndValid,
    State,
    Unit,
    Validity,
)

TODAY = date(2026, 11, 22)
DAYS = (TODAY, date(2026, 12, 22), date(2027, 1, 22), date(2027, 2, 22))
WORDS = {"why": "Daarom.", "how": "Zo.", "alternative": "Of mondeling."}


def seen(rule_id: str = "vog", effect: Effect = Effect.BLOCK, months: int = 12) -> SeenAndValid:
    validity = Validity(unit=Unit.MONTHS, length=months)
    return SeenAndValid(
        id=rule_id, title=rule_id.upper(), effect=effect, what=rule_id, validity=validity, **WORDS
    )


def meetings(effect: Effect = Effect.BLOCK) -> Attended:
    return Attended(
        id="days",
        title="Bijeenkomst",
        effect=effect,
        series="training",
        minimum=1,
        of=4,
        validity=Validity(unit=Unit.MONTHS, length=6),
        **WORDS,
    )


def scheme(*rules) -> Scheme:
    return Scheme(slug="klein", title="Klein", rules=rules)


def known(rules: Scheme, *facts: Fact, decisions: tuple[Decision, ...] = ()) -> Known:
    confirmed = Decision(DecisionKind.CONFIRM, date(2026, 10, 1), 1)
    return Known(rules, facts, decisions or (confirmed,), Context(as_of=TODAY))


def was_there(day: date, ref: str) -> Fact:
    return Fact(FactKind.ATTENDED, "training", day, ref=ref)


def test_it_says_on_each_day_who_is_matchable_with_and_without_what_is_planned():
    last = was_there(date(2026, 7, 1), "a")  # counts up to and including 1 January 2027
    planned = [was_there(date(2026, 12, 10), "b")]
    found = forecast(known(scheme(meetings()), last), planned, DAYS)
    matchable, open_again = State.MATCHABLE, State.IN_PROGRESS
    assert found.known == (matchable, matchable, open_again, open_again)
    assert found.planned == (matchable,) * 4
    assert found.threats == ()


def test_it_names_what_ends_and_that_nothing_renews():
    found = forecast(known(scheme(meetings()), was_there(date(2026, 7, 1), "a")), [], DAYS)
    assert found.threats == (Threat("Bijeenkomst", date(2027, 1, 1), blocks=True),)


def test_it_takes_what_is_planned_too_late_for_nothing():
    planned = [was_there(date(2027, 1, 10), "b")]
    found = forecast(known(scheme(meetings()), was_there(date(2026, 7, 1), "a")), planned, DAYS)
    assert found.threats == (Threat("Bijeenkomst", date(2027, 1, 1), blocks=True),)
    assert found.known[2] is State.IN_PROGRESS
    assert found.planned[2] is State.MATCHABLE, "it returns by itself"


def test_it_leaves_out_what_ends_on_or_after_the_last_day():
    for day, ends in ((date(2026, 2, 21), True), (date(2026, 2, 22), False), (date(2026, 2, 23), False)):
        found = forecast(known(scheme(seen()), Fact(FactKind.SEEN, "vog", day)), [], DAYS)
        assert bool(found.threats) is ends, day


def test_it_shows_what_ends_without_ending_the_work_after_what_does():
    facts = [Fact(FactKind.SEEN, name, date(2026, 1, 5)) for name in ("vog", "extra", "info")]
    rules = scheme(seen("extra", Effect.WARN), seen("info", Effect.INFO), seen())
    found = forecast(known(rules, *facts), [], DAYS)
    ends_on = date(2027, 1, 5)
    assert found.threats == (Threat("VOG", ends_on, blocks=True), Threat("EXTRA", ends_on, blocks=False))


def test_it_names_an_exception_that_ends():
    until = date(2026, 12, 31)
    exception = Decision(DecisionKind.OVERRIDE, date(2026, 11, 1), 1, until=until, reason_code="other")
    found = forecast(known(scheme(seen()), decisions=(exception,)), [], DAYS)
    assert found.threats == (Threat(EXCEPTION, until, blocks=True),)
    assert found.known == (State.MATCHABLE, State.MATCHABLE, State.IN_PROGRESS, State.IN_PROGRESS)


def test_it_threatens_nobody_who_is_not_matchable():
    person = known(scheme(meetings(), seen()), was_there(date(2026, 7, 1), "a"))
    assert forecast(person, [], DAYS).threats == ()


def test_it_follows_a_criterion_that_is_renewed_and_ends_again():
    short = Attended(
        id="days",
        title="Bijeenkomst",
        effect=Effect.BLOCK,
        series="training",
        minimum=1,
        of=4,
        validity=Validity(unit=Unit.DAYS, length=20),
        **WORDS,
    )
    planned = [was_there(date(2026, 12, 5), "b")]  # the first lasts to 10 December, this one to 25 December
    found = forecast(known(scheme(short), was_there(date(2026, 11, 20), "a")), planned, DAYS)
    assert found.threats == (Threat("Bijeenkomst", date(2026, 12, 25), blocks=True),)


def test_it_asks_nothing_of_a_talk_that_has_no_end():
    talk = ConversationHeld(id="talk", title="Gesprek", effect=Effect.BLOCK, what="closing_talk", **WORDS)
    held = Fact(FactKind.CONVERSATION_HELD, "closing_talk", date(2020, 1, 1))
    found = forecast(known(scheme(talk), held), [], DAYS)
    assert found.threats == ()
    assert set(found.known) == {State.MATCHABLE}
