"""What time does to a criterion, in words: until when, renewing, waiting, extended, too late."""

from dataclasses import replace
from datetime import date

import pytest

from lms.certification.readiness import (
    AllOf,
    Attended,
    CompletedItems,
    ConversationHeld,
    Fact,
    FactKind,
    FirstThen,
    IntervisionHeld,
    LimitsCardMade,
    RenewFrom,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
    Unit,
    Validity,
    code_label,
    explain,
    sentence,
)
from tests.unit.certification.readiness.examples import a, fact, judge, on, other_way

DAY = "2026-11-22"
YEAR = Validity(length=12, unit=Unit.MONTHS, warn_days=30)
FROM_THE_END = Validity(length=12, unit=Unit.MONTHS, renew_from=RenewFrom.EXPIRY, window_days=60)
VOG = a(SeenAndValid, what="vog", validity=YEAR)
SEEN = fact(FactKind.SEEN, "2026-03-03", "vog")
LESSONS = a(CompletedItems, items=("1", "2", "3"), minimum=2, validity=YEAR)
ONE = a(CompletedItems, items=("1",), validity=YEAR)
MEETINGS = a(Attended, series="basis", minimum=2, of=3, validity=YEAR)
MEETING = a(Attended, series="basis", minimum=1, of=1, validity=YEAR)
SECRECY = a(SignedStatement, code="geheimhouding", validity=YEAR)
TALK = a(ConversationHeld, what="talk", validity=YEAR)
POINTS = a(ConversationHeld, what="talk", points=("a", "b", "c"))
ROLES = a(RolesDeclared, must_be_seen=True, validity=YEAR)
CARD = a(LimitsCardMade, validity=YEAR)
INTERVISION = a(
    IntervisionHeld,
    minimum_sessions=1,
    window_months=12,
    minimum_net_minutes=0,
    group_min=4,
    group_max=8,
    warn_days=30,
)


def done(*items: str) -> list[Fact]:
    return [fact(FactKind.ITEM_COMPLETED, "2026-03-03", item) for item in items]


def came(times: int) -> list[Fact]:
    return [fact(FactKind.ATTENDED, "2026-03-03", "basis", ref=str(number)) for number in range(times)]


def talked(*points: str) -> list[Fact]:
    return [fact(FactKind.CONVERSATION_HELD, "2026-03-03", "talk", ref=point) for point in points]


def handed_in(day: str) -> Fact:
    return fact(FactKind.HANDED_IN, day, "rule", ref="1")


def extended(day: str, until: str) -> Fact:
    return fact(FactKind.EXTENDED, day, "rule", until=on(until))


SIGNED = fact(FactKind.STATEMENT_SIGNED, "2026-03-03", "geheimhouding", number=2)
DECLARED = [fact(FactKind.ROLES_DECLARED, "2026-03-03"), fact(FactKind.ROLES_SEEN, "2026-03-03")]
MADE = fact(FactKind.LIMITS_CARD_MADE, "2026-03-03")
SESSION = fact(FactKind.INTERVISION, "2026-03-03", number=60, group_size=5)
UNTIL = "Dit telt tot en met 3 maart 2027."
WAS = "Dit telde tot en met 3 maart 2027."
NEAR, AFTER = "2027-02-20", "2027-03-04"


@pytest.mark.parametrize(
    ("rule", "facts", "day", "text"),
    [
        (LESSONS, done("1", "2"), DAY, f"Je hebt 2 van de 3 lessen gedaan. Dat is genoeg. {UNTIL}"),
        (
            LESSONS,
            done("1", "2", "3"),
            NEAR,
            f"Je hebt alle 3 lessen gedaan. {UNTIL} Doe dit op tijd opnieuw.",
        ),
        (LESSONS, done("1", "2"), AFTER, f"{WAS} Doe nog 2 lessen."),
        (ONE, done("1"), DAY, f"Je hebt dit gedaan op 3 maart 2026. {UNTIL}"),
        (ONE, done("1"), AFTER, f"{WAS} Doe nog 1 les."),
        (MEETINGS, came(2), DAY, f"Je bent 2 van de 3 keer geweest. Dat is genoeg. {UNTIL}"),
        (
            MEETINGS,
            came(4),
            NEAR,
            f"Je bent 4 keer geweest. Dat is genoeg. {UNTIL} Kom op tijd nog een keer.",
        ),
        (MEETINGS, came(2), AFTER, f"{WAS} Kom nog 2 keer."),
        (MEETING, came(1), DAY, f"Je bent geweest. {UNTIL}"),
        (SECRECY, [SIGNED], DAY, f"Je hebt dit getekend op 3 maart 2026. {UNTIL}"),
        (
            SECRECY,
            [SIGNED],
            NEAR,
            f"Je hebt dit getekend op 3 maart 2026. {UNTIL} Teken op tijd opnieuw.",
        ),
        (SECRECY, [SIGNED], AFTER, f"{WAS} Teken de nieuwste versie."),
        (TALK, talked(""), DAY, f"Het gesprek was op 3 maart 2026. {UNTIL}"),
        (
            TALK,
            talked(""),
            NEAR,
            f"Het gesprek was op 3 maart 2026. {UNTIL} Maak op tijd een nieuwe afspraak.",
        ),
        (TALK, talked(""), AFTER, f"{WAS} Maak een afspraak voor een nieuw gesprek."),
        (POINTS, talked("a"), DAY, "1 van de 3 punten is besproken. Nog 2 punten."),
        (POINTS, talked("a", "c"), DAY, "2 van de 3 punten zijn besproken. Nog 1 punt."),
        (POINTS, talked(""), DAY, "Het gesprek was op 3 maart 2026. Alle 3 punten zijn besproken."),
        (ROLES, DECLARED, DAY, f"Je hebt het ingevuld. De coördinator heeft het gezien. {UNTIL}"),
        (ROLES, DECLARED, AFTER, f"{WAS} Kijk of het nog klopt. Vul het dan opnieuw in."),
        (CARD, [], DAY, "Je hebt je grenzenkaart nog niet gemaakt."),
        (CARD, [MADE], DAY, f"Je hebt je grenzenkaart gemaakt op 3 maart 2026. {UNTIL}"),
        (CARD, [MADE], AFTER, f"{WAS} Kijk of je kaart nog klopt. Zeg daarna dat de kaart af is."),
        (
            INTERVISION,
            [SESSION],
            NEAR,
            "Je deed 1 keer mee in de laatste 12 maanden. Samen was dat 1 uur. "
            f"{UNTIL} Doe op tijd weer mee.",
        ),
        (
            a(SeenAndValid, what="vog"),
            [SEEN],
            DAY,
            "De coördinator heeft dit gezien op 3 maart 2026.",
        ),
        (
            a(SeenAndValid, what="vog", validity=FROM_THE_END),
            [SEEN],
            DAY,
            "Gezien op 3 maart 2026. Geldig tot en met 3 maart 2027. "
            "Je kunt dit verlengen vanaf 2 januari 2027.",
        ),
        (
            a(CompletedItems, items=("1",), validity=FROM_THE_END),
            [other_way("2026-03-03")],
            DAY,
            "Je deed dit op een andere manier op 3 maart 2026. Dit geldt tot en met 3 maart 2027. "
            "Je kunt dit verlengen vanaf 2 januari 2027.",
        ),
    ],
)
def test_it_says_until_when_something_counts(rule: Rule, facts: list[Fact], day: str, text: str) -> None:
    assert sentence(rule, judge(rule, facts, day, {"geheimhouding": 2})) == text


def test_it_names_the_newest_day_when_something_was_done_again() -> None:
    facts = [SEEN, fact(FactKind.SEEN, "2026-11-01", "vog")]
    assert sentence(VOG, judge(VOG, facts, DAY)) == (
        "Gezien op 1 november 2026. Geldig tot en met 1 november 2027."
    )


def test_it_does_not_offer_to_renew_what_ended_or_begins_within_its_window() -> None:
    rule = a(SeenAndValid, what="vog", validity=FROM_THE_END)
    assert "verlengen" not in sentence(rule, judge(rule, [SEEN], AFTER))
    lessons = a(CompletedItems, items=("x", "y"), validity=FROM_THE_END)
    facts = [
        fact(FactKind.ITEM_COMPLETED, "2026-03-03", "x"),
        fact(FactKind.ITEM_COMPLETED, "2027-02-01", "y"),
    ]
    found = judge(lessons, facts, "2027-02-10")
    assert found.passed
    assert "verlengen" not in sentence(lessons, found)


PROTECTED = "Je hebt dit op tijd ingeleverd. Het blijft tellen tot de coördinator heeft gekeken."


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, PROTECTED),
        ("2027-03-01", PROTECTED),
        ("2027-03-02", f"{PROTECTED} Dat duurt nu 1 dag."),
        ("2027-03-13", f"{PROTECTED} Dat duurt nu 12 dagen."),
    ],
)
def test_it_says_that_waiting_protects(day: str | None, text: str) -> None:
    verdict = judge(VOG, [SEEN, handed_in("2027-03-01")], day or "2027-03-13")
    assert sentence(VOG, verdict, on(day) if day else None) == text
    assert code_label(verdict) == "Op tijd ingeleverd"


def test_it_says_that_something_waits_without_counting() -> None:
    verdict = judge(VOG, [handed_in("2026-11-10")], DAY)
    assert sentence(VOG, verdict, on(DAY)) == (
        "Je hebt dit ingeleverd op 10 november 2026. Nu kijkt de coördinator. Dat duurt nu 12 dagen."
    )
    assert code_label(verdict) == "Wacht op de coördinator"


def test_it_says_how_long_declared_roles_wait() -> None:
    verdict = judge(ROLES, [fact(FactKind.ROLES_DECLARED, "2026-11-10")], DAY)
    told = "Je hebt het ingevuld. Nu kijkt de coördinator."
    assert sentence(ROLES, verdict) == told
    assert sentence(ROLES, verdict, on(DAY)) == f"{told} Dat duurt nu 12 dagen."


def test_it_says_that_something_was_extended() -> None:
    verdict = judge(VOG, [SEEN, extended("2027-03-10", "2027-06-30")], "2027-04-01")
    assert sentence(VOG, verdict) == (
        "De coördinator heeft dit voor jou verlengd. Dit telt tot en met 30 juni 2027."
    )
    assert code_label(verdict) == "Verlengd"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, "De datum hiervoor is 1 maart 2026."),
        ("2026-03-01", "Doe dit uiterlijk op 1 maart 2026."),
        ("2026-03-02", "De datum was 1 maart 2026. Het kan nog steeds."),
    ],
)
def test_it_warns_for_a_deadline_and_takes_nothing_away(day: str | None, text: str) -> None:
    rule = a(ConversationHeld, what="talk", due_days=59)
    started = fact(FactKind.STARTED, "2026-01-01")
    verdict = judge(rule, [started], day or "2026-02-01")
    asked: date | None = on(day) if day else None
    assert sentence(rule, verdict, asked) == f"Het gesprek is nog niet geweest. {text}"
    held = judge(rule, [started, *talked("")], "2026-03-05")
    assert sentence(rule, held, asked) == "Het gesprek was op 3 maart 2026."


COURSE = a(CompletedItems, "course", items=("1",), validity=YEAR)
SHORT = a(SeenAndValid, "short", what="herhaling", validity=YEAR)
AGAIN = a(FirstThen, rules=(replace(COURSE, title="Hele cursus"), replace(SHORT, title="Korte herhaling")))


@pytest.mark.parametrize(
    ("facts", "day", "text"),
    [
        ([], DAY, "Doe eerst dit: Hele cursus."),
        (done("1"), DAY, f"Je hebt dit gedaan: Hele cursus. {UNTIL}"),
        (done("1"), NEAR, f"Je hebt dit gedaan: Hele cursus. {UNTIL} Doe op tijd: Korte herhaling."),
        (done("1"), AFTER, f"{WAS} Nu is dit genoeg: Korte herhaling."),
        (
            [*done("1"), fact(FactKind.SEEN, "2027-03-03", "herhaling")],
            AFTER,
            "Je hebt dit gedaan: Korte herhaling. Dit telt tot en met 3 maart 2028.",
        ),
        ([handed_in("2026-11-01")], DAY, "Jouw deel is klaar. Nu kijkt de coördinator."),
    ],
)
def test_it_says_that_the_short_form_is_enough_after_the_first_time(
    facts: list[Fact], day: str, text: str
) -> None:
    assert sentence(AGAIN, judge(AGAIN, facts, day)) == text


def test_it_passes_the_day_on_to_the_parts_of_a_group() -> None:
    group = a(AllOf, "group", rules=(VOG, a(ConversationHeld, "talk", what="talk", due_days=59)))
    facts = [SEEN, handed_in("2027-03-01"), fact(FactKind.STARTED, "2026-01-01")]
    found = explain(group, judge(group, facts, "2027-03-13"), on("2027-03-13"))
    assert [part.sentence for part in found.children] == [
        f"{PROTECTED} Dat duurt nu 12 dagen.",
        "Het gesprek is nog niet geweest. De datum was 1 maart 2026. Het kan nog steeds.",
    ]
