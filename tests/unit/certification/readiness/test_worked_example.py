"""What a validity gives Noor, told with days; every last day here was counted by hand from decision 0009."""

from collections.abc import Iterable
from typing import Any

import pytest

from lms.certification.readiness import (
    AllOf,
    Attended,
    CompletedItems,
    ContactLinked,
    Context,
    ConversationHeld,
    Fact,
    FactKind,
    FirstThen,
    GuardianConsent,
    IntervisionHeld,
    RenewFrom,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
    Unit,
    Validity,
    worked_example,
)
from tests.unit.certification.readiness.examples import a, fact, on, other_way

YEAR = Validity(length=12, unit=Unit.MONTHS)
FROM_THE_END = Validity(length=12, unit=Unit.MONTHS, renew_from=RenewFrom.EXPIRY, window_days=60)
FIRST_OF_MARCH = Validity(
    length=12, unit=Unit.MONTHS, renew_from=RenewFrom.FIXED, window_days=60, fixed_month=3, fixed_day=1
)
TODAY = "2026-11-22"
SEEN = [fact(FactKind.SEEN, "2026-03-03", "vog")]


def vog(validity: Validity | None) -> Rule:
    return a(SeenAndValid, "vog", what="vog", validity=validity)


def told(rule: Rule, facts: Iterable[Fact], day: str = TODAY, **names: str) -> list[str]:
    return list(worked_example(rule, facts, Context(on(day), {"geheimhouding": 2}), names))


def done(day: str, item: str) -> Fact:
    return fact(FactKind.ITEM_COMPLETED, day, item)


def test_it_tells_what_renewal_from_the_end_gives() -> None:
    assert told(vog(FROM_THE_END), SEEN) == [
        "Je deed dit op 3 maart 2026. Dit telt tot en met 3 maart 2027.",
        "Doe je het opnieuw op 3 december 2026? Dan telt het tot en met 3 december 2027.",
        "Doe je het opnieuw op 1 februari 2027? Dan telt het tot en met 3 maart 2028.",
        "Doe je het opnieuw op 2 april 2027? Dan telt het tot en met 2 april 2028.",
    ]


def test_it_tells_what_renewal_from_the_day_itself_gives() -> None:
    assert told(vog(YEAR), SEEN) == [
        "Je deed dit op 3 maart 2026. Dit telt tot en met 3 maart 2027.",
        "Doe je het opnieuw op 1 februari 2027? Dan telt het tot en met 1 februari 2028.",
    ]


def test_it_tells_what_a_fixed_date_gives() -> None:
    assert told(vog(FIRST_OF_MARCH), SEEN) == [
        "Je deed dit op 3 maart 2026. Dit telt tot en met 1 maart 2027.",
        "Doe je het opnieuw op 1 december 2026? Dan telt het tot en met 1 maart 2027.",
        "Doe je het opnieuw op 30 januari 2027? Dan telt het tot en met 1 maart 2028.",
    ]


def test_it_tells_what_the_end_of_a_year_gives() -> None:
    assert told(vog(Validity(length=1, unit=Unit.YEAR_END)), SEEN) == [
        "Je deed dit op 3 maart 2026. Dit telt tot en met 31 december 2027.",
        "Doe je het opnieuw op 1 december 2027? Dan telt het tot en met 31 december 2028.",
    ]


def test_it_leaves_out_days_that_are_over() -> None:
    assert told(vog(FROM_THE_END), SEEN, "2027-03-01") == [
        "Je deed dit op 3 maart 2026. Dit telt tot en met 3 maart 2027.",
        "Doe je het opnieuw op 2 april 2027? Dan telt het tot en met 2 april 2028.",
    ]
    assert told(vog(YEAR), SEEN, "2027-03-03")[1:] == [
        "Doe je het opnieuw op 4 maart 2027? Dan telt het tot en met 4 maart 2028."
    ]


@pytest.mark.parametrize(
    ("facts", "first"), [([], "Je hebt dit nog niet gedaan."), (SEEN, "Dit telde tot en met 3 maart 2027.")]
)
def test_it_tells_what_doing_it_today_gives(facts: list[Fact], first: str) -> None:
    day = "2027-11-22"
    assert told(vog(YEAR), facts, day) == [
        first,
        "Doe je het op 22 november 2027? Dan telt het tot en met 22 november 2028.",
    ]


def test_it_tells_that_something_goes_on_counting() -> None:
    assert told(vog(None), SEEN) == ["Je deed dit op 3 maart 2026. Dit blijft tellen."]
    assert told(vog(None), [])[1] == "Doe je het op 22 november 2026? Dan blijft het tellen."


def test_it_says_nothing_about_what_time_does_not_end() -> None:
    assert told(a(ContactLinked), []) == []
    assert told(a(GuardianConsent), []) == ["Dit is voor jou niet nodig."]


def test_it_waits_with_an_example_for_what_waits_or_is_extended() -> None:
    handed_in = fact(FactKind.HANDED_IN, "2026-11-10", "vog", ref="1")
    waits = ["Dit wacht op de coördinator. Daarna zie je hier tot wanneer het telt."]
    assert told(vog(YEAR), [*SEEN, handed_in]) == waits
    extended = fact(FactKind.EXTENDED, "2027-03-10", "vog", until=on("2027-06-30"))
    assert told(vog(YEAR), [*SEEN, extended], "2027-04-01") == [
        "De coördinator heeft dit verlengd. Het telt tot en met 30 juni 2027."
    ]


def test_it_asks_the_version_of_a_statement_that_holds() -> None:
    rule = a(SignedStatement, code="geheimhouding", validity=YEAR)
    assert told(rule, [])[1] == "Doe je het op 22 november 2026? Dan telt het tot en met 22 november 2027."


def test_it_knows_that_roles_must_be_seen_too() -> None:
    rule = a(RolesDeclared, must_be_seen=True, validity=YEAR)
    assert told(rule, [])[1] == "Doe je het op 22 november 2026? Dan telt het tot en met 22 november 2027."


LESSONS = a(CompletedItems, "lessons", items=("1", "2", "3", "4"), minimum=3, validity=YEAR)


def test_it_tells_which_lesson_stops_first() -> None:
    facts = [
        done("2026-01-03", "1"),
        done("2026-02-03", "2"),
        done("2026-04-03", "4"),
        done("2026-03-03", "3"),
    ]
    assert told(LESSONS, facts, **{"1": "Privacy"}) == [
        "Nu telt mee: 4 lessen. Nodig is: 3 lessen.",
        "Zo telt het tot en met 3 februari 2027.",
        "Als eerste telt dit niet meer mee: Privacy.",
        "Dat telt tot en met 3 januari 2027.",
        "Daarna telt nog mee: 3 lessen.",
        "Doe je deze les opnieuw op 4 december 2026? Dan telt het tot en met 3 maart 2027.",
    ]


def test_it_tells_what_the_missing_lessons_give() -> None:
    facts = [done("2026-01-03", "1"), done("2026-02-03", "2")]
    assert told(LESSONS, facts)[:2] == [
        "Nu telt mee: 2 lessen. Nodig is: 3 lessen.",
        "Doe je de rest op 22 november 2026? Dan telt het tot en met 3 januari 2027.",
    ]


def test_it_tells_which_meeting_stops_first() -> None:
    rule = a(Attended, series="basis", minimum=2, of=3, validity=YEAR)
    facts = [fact(FactKind.ATTENDED, day, "basis", ref=day) for day in ("2026-05-01", "2026-04-01")]
    assert told(rule, facts) == [
        "Nu telt mee: 2 keer. Nodig is: 2 keer.",
        "Zo telt het tot en met 1 april 2027.",
        "Als eerste telt dit niet meer mee: de keer op 1 april 2026.",
        "Dat telt tot en met 1 april 2027.",
        "Daarna telt nog mee: 1 keer.",
        "Kom je op 2 maart 2027 nog een keer? Dan telt het tot en met 1 mei 2027.",
    ]
    assert (
        told(rule, [])[1] == "Doe je de rest op 22 november 2026? Dan telt het tot en met 22 november 2027."
    )


def test_it_tells_which_point_stops_first() -> None:
    rule = a(ConversationHeld, what="closing_talk", points=("welzijn", "grenzen"), validity=YEAR)
    kind = FactKind.CONVERSATION_HELD
    facts = [
        fact(kind, "2026-06-01", "closing_talk", ref="grenzen"),
        fact(kind, "2026-05-01", "closing_talk", ref="welzijn"),
    ]
    assert told(rule, facts)[2:] == [
        "Als eerste telt dit niet meer mee: Letten op welzijn.",
        "Dat telt tot en met 1 mei 2027.",
        "Daarna telt nog mee: 1 punt.",
        "Bespreek je dit punt opnieuw op 1 april 2027? Dan telt het tot en met 1 juni 2027.",
    ]


INTERVISION: dict[str, Any] = {
    "minimum_sessions": 2, "window_months": 12, "minimum_net_minutes": 120, "group_min": 4, "group_max": 8
}  # fmt: skip


def test_it_tells_which_session_stops_first() -> None:
    rule = a(IntervisionHeld, **INTERVISION)
    facts = [
        fact(FactKind.INTERVISION, day, ref=day, number=75, group_size=5)
        for day in ("2026-06-30", "2026-05-31")
    ]
    assert told(rule, facts) == [
        "Nu telt mee: 2 keer, samen 2 uur en 30 minuten. Nodig is: 2 keer, samen 2 uur.",
        "Zo telt het tot en met 31 mei 2027.",
        "Als eerste telt dit niet meer mee: de keer op 31 mei 2026.",
        "Dat telt tot en met 31 mei 2027.",
        "Daarna telt nog mee: 1 keer, samen 75 minuten.",
        "Doe je op 1 mei 2027 weer mee? Dan telt het tot en met 30 juni 2027.",
    ]


def test_it_does_not_name_a_session_that_never_counted() -> None:
    rule = a(IntervisionHeld, **INTERVISION)
    small = fact(FactKind.INTERVISION, "2026-06-30", ref="1", number=75, group_size=2)
    assert told(rule, [small]) == [
        "Nu telt mee: 0 keer, samen 0 uur. Nodig is: 2 keer, samen 2 uur.",
        "Doe je de rest op 22 november 2026? Dan telt het tot en met 22 november 2027.",
    ]


COURSE = a(CompletedItems, "course", items=("1", "2"), validity=YEAR)
SHORT = a(SeenAndValid, "short", what="herhaling", validity=YEAR)
AGAIN = a(FirstThen, "again", rules=(COURSE, SHORT))


def test_it_tells_that_the_short_form_is_enough_after_the_first_time() -> None:
    facts = [done("2026-03-03", "1"), done("2026-03-03", "2")]
    renewed = [
        "Daarna is dit genoeg: Een eis.",
        "Doe je dat op 1 februari 2027? Dan telt het tot en met 1 februari 2028.",
    ]
    assert told(AGAIN, facts) == ["Je deed dit op 3 maart 2026. Dit telt tot en met 3 maart 2027.", *renewed]
    assert told(AGAIN, facts, "2027-11-22") == [
        "Dit telde tot en met 3 maart 2027.",
        "Daarna is dit genoeg: Een eis.",
        "Doe je dat op 22 november 2027? Dan telt het tot en met 22 november 2028.",
    ]


def test_it_begins_with_the_first_time() -> None:
    assert told(AGAIN, [])[:3] == [
        "Je doet eerst dit: Een eis.",
        "Nu telt mee: 0 lessen. Nodig is: 2 lessen.",
        "Doe je de rest op 22 november 2026? Dan telt het tot en met 22 november 2027.",
    ]
    for_good = a(FirstThen, "again", rules=(a(ConversationHeld, "talk", what="talk"), SHORT))
    held = [fact(FactKind.CONVERSATION_HELD, "2026-03-03", "talk")]
    assert told(for_good, held) == ["Je deed dit op 3 maart 2026. Dit blijft tellen."]


def test_it_tells_about_the_parts_of_a_group_that_end() -> None:
    group = a(AllOf, "group", rules=(vog(YEAR), a(ContactLinked, "contact")))
    assert told(group, SEEN) == ["Dit gaat over: Een eis.", *told(vog(YEAR), SEEN)]


def test_it_counts_another_route_like_any_evidence() -> None:
    assert told(vog(YEAR), [other_way("2026-03-03", "vog")]) == told(vog(YEAR), SEEN)
