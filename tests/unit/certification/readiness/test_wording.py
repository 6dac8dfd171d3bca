"""What Noor reads, and Koen reads the same."""

import pytest

from lms.certification.readiness import (
    AllOf,
    AnyOf,
    Attended,
    Code,
    CompletedItems,
    ContactLinked,
    ConversationHeld,
    Effect,
    Fact,
    FactKind,
    GuardianConsent,
    IntervisionHeld,
    NOf,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
    Unit,
    Validity,
    code_label,
    dutch_date,
    explain,
    sentence,
)
from tests.unit.certification.readiness.examples import a, fact, judge, on, other_way

ITEMS = a(CompletedItems, items=("1", "2", "3", "4"))
THREE_OF_FOUR = a(CompletedItems, items=("1", "2", "3", "4"), minimum=3)
ONE_ITEM = a(CompletedItems, items=("1",))
MEETINGS = a(Attended, series="basis", minimum=4, of=4)
MOST_MEETINGS = a(Attended, series="basis", minimum=3, of=4)
ONE_MEETING = a(Attended, series="basis", minimum=1, of=1)
SECRECY = a(SignedStatement, code="geheimhouding")
VOG = a(SeenAndValid, what="vog", validity=Validity(length=36, unit=Unit.MONTHS, warn_days=60))
TALK = a(ConversationHeld, what="closing_talk")
ROLES = a(RolesDeclared, must_be_seen=True)
UNSEEN_ROLES = a(RolesDeclared, must_be_seen=False)
INTERVISION = a(
    IntervisionHeld, minimum_sessions=4, window_months=12, minimum_net_minutes=240, group_min=4, group_max=8
)
GUARDIAN = a(GuardianConsent)
CONTACT = a(ContactLinked)
TALKS = tuple(a(ConversationHeld, name, what=name) for name in ("one", "two", "three"))
SIXTEEN = fact(FactKind.TURNS_SIXTEEN, "2030-01-01")
DECLARED = fact(FactKind.ROLES_DECLARED, "2026-11-01")


def items(count: int) -> list[Fact]:
    return [fact(FactKind.ITEM_COMPLETED, "2026-11-03", str(number + 1)) for number in range(count)]


def times(count: int) -> list[Fact]:
    return [fact(FactKind.ATTENDED, "2026-11-03", "basis", ref=str(number)) for number in range(count)]


def sessions(count: int, minutes: int, day: str = "2026-11-03") -> list[Fact]:
    return [
        fact(FactKind.INTERVISION, day, ref=str(number), number=minutes, group_size=5)
        for number in range(count)
    ]


def signed(version: int) -> list[Fact]:
    return [fact(FactKind.STATEMENT_SIGNED, "2026-11-03", "geheimhouding", number=version)]


def talks(*names: str) -> list[Fact]:
    return [fact(FactKind.CONVERSATION_HELD, "2026-11-03", name) for name in names]


SEEN = [fact(FactKind.SEEN, "2026-11-03", "vog")]
DAY = "2026-11-22"


@pytest.mark.parametrize(
    ("rule", "facts", "day", "text"),
    [
        (ITEMS, [], DAY, "Je hebt nog geen van de 4 lessen gedaan."),
        (ITEMS, items(3), DAY, "Je hebt 3 van de 4 lessen gedaan. Nog 1 les."),
        (ITEMS, items(4), DAY, "Je hebt alle 4 lessen gedaan."),
        (
            THREE_OF_FOUR,
            items(1),
            DAY,
            "Je hebt 1 van de 4 lessen gedaan. 3 lessen is genoeg. Nog 2 lessen.",
        ),
        (THREE_OF_FOUR, items(3), DAY, "Je hebt 3 van de 4 lessen gedaan. Dat is genoeg."),
        (ONE_ITEM, [], DAY, "Je hebt dit nog niet gedaan."),
        (ONE_ITEM, items(1), DAY, "Je hebt dit gedaan op 3 november 2026."),
        (MEETINGS, times(3), DAY, "Je bent 3 van de 4 keer geweest. Nog 1 keer."),
        (MEETINGS, times(4), DAY, "Je bent 4 van de 4 keer geweest."),
        (MEETINGS, times(5), DAY, "Je bent 5 keer geweest. Dat is genoeg."),
        (MOST_MEETINGS, times(2), DAY, "Je bent 2 van de 4 keer geweest. 3 keer is genoeg. Nog 1 keer."),
        (MOST_MEETINGS, times(3), DAY, "Je bent 3 van de 4 keer geweest. Dat is genoeg."),
        (ONE_MEETING, [], DAY, "Je bent nog niet geweest."),
        (ONE_MEETING, times(1), DAY, "Je bent geweest."),
        (SECRECY, [], DAY, "Je hebt dit nog niet getekend."),
        (SECRECY, signed(2), DAY, "Je hebt dit getekend op 3 november 2026."),
        (SECRECY, signed(1), DAY, "Er is een nieuwe versie. Die heb je nog niet getekend."),
        (VOG, [], DAY, "De coördinator heeft dit nog niet gezien."),
        (VOG, SEEN, DAY, "Gezien op 3 november 2026. Geldig tot en met 3 november 2029."),
        (
            VOG,
            SEEN,
            "2029-10-01",
            "Gezien op 3 november 2026. Geldig tot en met 3 november 2029. Regel op tijd een nieuwe.",
        ),
        (VOG, SEEN, "2029-12-01", "Dit was geldig tot en met 3 november 2029. Laat een nieuwe zien."),
        (TALK, [], DAY, "Het gesprek is nog niet geweest."),
        (TALK, talks("closing_talk"), DAY, "Het gesprek was op 3 november 2026."),
        (ROLES, [], DAY, "Je hebt dit nog niet ingevuld."),
        (ROLES, [DECLARED], DAY, "Je hebt het ingevuld. Nu kijkt de coördinator."),
        (
            ROLES,
            [DECLARED, fact(FactKind.ROLES_SEEN, DAY)],
            DAY,
            "Je hebt het ingevuld. De coördinator heeft het gezien.",
        ),
        (UNSEEN_ROLES, [DECLARED], DAY, "Je hebt het ingevuld."),
        (
            INTERVISION,
            [],
            DAY,
            "Je deed nog niet mee in de laatste 12 maanden. Nog 4 keer, samen 4 uur.",
        ),
        (
            INTERVISION,
            sessions(3, 60),
            DAY,
            "Je deed 3 keer mee in de laatste 12 maanden. Nog 1 keer, samen 1 uur.",
        ),
        (INTERVISION, sessions(4, 50), DAY, "Je deed 4 keer mee in de laatste 12 maanden. Nog 40 minuten."),
        (INTERVISION, sessions(3, 90), DAY, "Je deed 3 keer mee in de laatste 12 maanden. Nog 1 keer."),
        (
            INTERVISION,
            sessions(4, 60),
            DAY,
            "Je deed 4 keer mee in de laatste 12 maanden. Samen was dat 4 uur. "
            "Dit telt tot en met 3 november 2027.",
        ),
        (
            INTERVISION,
            sessions(4, 60),
            "2027-11-04",
            "Je deed nog niet mee in de laatste 12 maanden. Eerdere keren tellen niet meer mee. "
            "Nog 4 keer, samen 4 uur.",
        ),
        (
            INTERVISION,
            sessions(1, 105),
            DAY,
            "Je deed 1 keer mee in de laatste 12 maanden. Nog 3 keer, samen 2 uur en 15 minuten.",
        ),
        (GUARDIAN, [], DAY, "Dit is voor jou niet nodig."),
        (GUARDIAN, [SIXTEEN], DAY, "Er is nog geen toestemming van een ouder of verzorger."),
        (
            GUARDIAN,
            [SIXTEEN, fact(FactKind.GUARDIAN_CONSENT, DAY)],
            DAY,
            "Een ouder of verzorger geeft toestemming.",
        ),
        (CONTACT, [], DAY, "Je hebt nog geen contactpersoon."),
        (CONTACT, [fact(FactKind.CONTACT_LINKED, DAY)], DAY, "Je hebt een contactpersoon."),
        (a(AllOf, rules=TALKS), talks("one"), DAY, "Je hebt 1 van de 3 delen. Nog 2 delen."),
        (a(AllOf, rules=TALKS), talks("one", "two", "three"), DAY, "Je hebt alle 3 delen."),
        (a(AnyOf, rules=TALKS), [], DAY, "Je hebt nog geen van de 3 delen. Kies 1 deel."),
        (a(AnyOf, rules=TALKS), talks("two"), DAY, "Je hebt 1 van de 3 delen. Dat is genoeg."),
        (
            a(NOf, rules=TALKS, n=2),
            talks("two"),
            DAY,
            "Je hebt 1 van de 3 delen. 2 delen is genoeg. Nog 1 deel.",
        ),
        (a(AllOf, "g", rules=(ROLES,)), [DECLARED], DAY, "Jouw deel is klaar. Nu kijkt de coördinator."),
        (a(AllOf, "g", rules=(VOG,)), [], DAY, "Je hebt dit deel nog niet."),
        (
            a(AllOf, "g", rules=(VOG,)),
            SEEN,
            DAY,
            "Je hebt dit deel. Dit geldt tot en met 3 november 2029.",
        ),
        (TALK, [other_way("2026-11-03")], DAY, "Je deed dit op een andere manier op 3 november 2026."),
        (
            VOG,
            [other_way("2026-11-03")],
            "2029-10-01",
            "Je deed dit op een andere manier op 3 november 2026. Dit geldt tot en met 3 november 2029. "
            "Regel op tijd een nieuwe.",
        ),
    ],
)
def test_it_says_where_someone_stands(rule: Rule, facts: list[Fact], day: str, text: str) -> None:
    assert sentence(rule, judge(rule, facts, day, {"geheimhouding": 2})) == text


def test_it_writes_dates_in_dutch() -> None:
    assert dutch_date(on("2026-11-03")) == "3 november 2026"
    assert dutch_date(on("2028-02-29")) == "29 februari 2028"
    assert [dutch_date(on(f"2026-{month:02}-01")).split()[1][:3] for month in range(1, 13)] == [
        "jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "facts", "day", "label"),
    [
        (ITEMS, [], DAY, "Nog te doen"),
        (ITEMS, items(1), DAY, "Bezig"),
        (ITEMS, items(4), DAY, "Klaar"),
        (ROLES, [DECLARED], DAY, "Wacht op de coördinator"),
        (VOG, SEEN, "2029-10-01", "Verloopt binnenkort"),
        (VOG, SEEN, "2029-12-01", "Verlopen"),
        (GUARDIAN, [], DAY, "Niet nodig"),
    ],
)
def test_it_has_a_short_label(rule: Rule, facts: list[Fact], day: str, label: str) -> None:
    assert code_label(judge(rule, facts, day)) == label


def test_it_explains_a_group_with_its_parts() -> None:
    rule = a(AllOf, "group", rules=(a(ConversationHeld, "talk", what="one"), a(ContactLinked, "contact")))
    found = explain(rule, judge(rule, talks("one"), DAY))
    assert (found.rule_id, found.code, found.label, found.effect) == (
        "group",
        Code.TODO,
        "Bezig",
        Effect.BLOCK,
    )
    assert (found.title, found.why, found.how, found.alternative) == (
        "Een eis", "Daarom.", "Zo doe je het.", "Het kan ook zo."
    )  # fmt: skip
    assert [(part.rule_id, part.sentence) for part in found.children] == [
        ("talk", "Het gesprek was op 3 november 2026."),
        ("contact", "Je hebt nog geen contactpersoon."),
    ]
