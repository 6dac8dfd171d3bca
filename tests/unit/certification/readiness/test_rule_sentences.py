"""What a scheme asks, as the coordinator reads it while changing it."""

import pytest

from lms.certification.readiness import (
    PRESETS,
    AllOf,
    AnyOf,
    Attended,
    CompletedItems,
    ConversationHeld,
    Effect,
    FirstThen,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    NOf,
    RenewFrom,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
    Unit,
    Validity,
    in_words,
    rule_sentence,
    validity_sentence,
)
from tests.unit.certification.readiness.examples import a

TALK = a(ConversationHeld, "talk", what="closing_talk")
CARD = a(LimitsCardMade, "card", effect=Effect.WARN)
ITEMS = a(CompletedItems, "items", items=("1", "2", "3"), minimum=2)
INTERVISION = {"window_months": 12, "minimum_sessions": 4, "group_min": 4, "group_max": 8}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (ITEMS, "Je hebt ten minste 2 van de 3 lessen gedaan."),
        (a(CompletedItems, items=("1", "2")), "Je hebt alle 2 lessen gedaan."),
        (a(CompletedItems, items=("1",)), "Je hebt 1 les gedaan."),
        (
            a(Attended, series="basistraining", minimum=3, of=4),
            "Je bent bij ten minste 3 van de 4 bijeenkomsten geweest. De reeks heet basistraining.",
        ),
        (
            a(Attended, series="herhaling", minimum=2, of=2),
            "Je bent bij alle 2 bijeenkomsten geweest. De reeks heet ‘herhaling’.",
        ),
        (
            a(Attended, series="x", minimum=1, of=1),
            "Je bent bij de bijeenkomst geweest. De reeks heet Startdag.",
        ),
        (
            a(SignedStatement, code="geheimhouding"),
            "Je hebt deze verklaring getekend: geheimhouding. De nieuwste versie telt.",
        ),
        (a(SeenAndValid, what="vog"), "De coördinator heeft je VOG gezien."),
        (TALK, "Dit gesprek is gevoerd: eindgesprek."),
        (
            a(ConversationHeld, what="closing_talk", points=("grenzen", "welzijn")),
            "Dit gesprek is gevoerd: eindgesprek. Daarin zijn alle 2 punten besproken.",
        ),
        (
            a(RolesDeclared, must_be_seen=True),
            "Je hebt ingevuld welke andere rollen je hebt. De coördinator heeft het gezien.",
        ),
        (
            a(RolesDeclared, must_be_seen=False),
            "Je hebt ingevuld welke andere rollen je hebt. De coördinator hoeft het niet te zien.",
        ),
        (
            a(IntervisionHeld, minimum_net_minutes=240, **INTERVISION),
            "Je deed ten minste 4 keer mee in de laatste 12 maanden. Samen was dat ten minste 4 uur. "
            "Er waren steeds 4 tot en met 8 mensen.",
        ),
        (
            a(IntervisionHeld, minimum_net_minutes=0, **(INTERVISION | {"group_max": 4})),
            "Je deed ten minste 4 keer mee in de laatste 12 maanden. Er waren steeds 4 mensen.",
        ),
        (
            a(GuardianConsent),
            "Een ouder of verzorger geeft toestemming. Dat is nodig tot je 16 jaar bent.",
        ),
        (CARD, "Je hebt je grenzenkaart gemaakt. Wat erop staat, is van jou."),
        (
            a(AllOf, "all", rules=(TALK, a(AnyOf, "any", rules=(CARD, ITEMS)))),
            "Al deze 2 delen zijn nodig. (1) Dit gesprek is gevoerd: eindgesprek. "
            "(2) Ten minste 1 van deze 2 delen is nodig. "
            "(2.1) Je hebt je grenzenkaart gemaakt. Wat erop staat, is van jou. "
            "(2.2) Je hebt ten minste 2 van de 3 lessen gedaan.",
        ),
        (
            a(NOf, "some", rules=(TALK, CARD, ITEMS), n=2),
            "Ten minste 2 van deze 3 delen zijn nodig. (1) Dit gesprek is gevoerd: eindgesprek. "
            "(2) Je hebt je grenzenkaart gemaakt. Wat erop staat, is van jou. "
            "(3) Je hebt ten minste 2 van de 3 lessen gedaan.",
        ),
        (
            a(FirstThen, "again", rules=(ITEMS, TALK)),
            "De eerste keer doe je deel 1. Daarna is deel 2 genoeg. "
            "(1) Je hebt ten minste 2 van de 3 lessen gedaan. (2) Dit gesprek is gevoerd: eindgesprek.",
        ),
    ],
)
def test_it_says_what_a_rule_asks(rule: Rule, text: str) -> None:
    assert rule_sentence(rule, {"x": "Startdag"}) == text


@pytest.mark.parametrize(
    ("validity", "text"),
    [
        (None, "Dit blijft tellen."),
        (
            Validity(length=36, unit=Unit.MONTHS, warn_days=60),
            "Dit telt 36 maanden. Doe je het opnieuw? Dan telt het vanaf die dag. "
            "Je hoort het 60 dagen voor het einde.",
        ),
        (
            Validity(length=1, unit=Unit.DAYS),
            "Dit telt 1 dag. Doe je het opnieuw? Dan telt het vanaf die dag.",
        ),
        (
            Validity(length=0, unit=Unit.YEAR_END),
            "Dit telt tot en met 31 december van dat jaar. Doe je het opnieuw? Dan telt het vanaf die dag.",
        ),
        (
            Validity(length=2, unit=Unit.YEAR_END),
            "Dit telt tot en met 31 december, 2 jaar later. Doe je het opnieuw? Dan telt het vanaf die dag.",
        ),
        (
            Validity(length=12, unit=Unit.MONTHS, renew_from=RenewFrom.EXPIRY, window_days=60),
            "Dit telt 12 maanden. Doe je het opnieuw in de laatste 60 dagen? "
            "Dan begint de nieuwe tijd na de oude. Doe je het op een andere dag? "
            "Dan telt het vanaf die dag.",
        ),
        (
            Validity(length=12, unit=Unit.MONTHS, renew_from=RenewFrom.EXPIRY),
            "Dit telt 12 maanden. Doe je het opnieuw op de laatste dag? "
            "Dan begint de nieuwe tijd na de oude. Doe je het op een andere dag? "
            "Dan telt het vanaf die dag.",
        ),
        (
            Validity(
                length=24,
                unit=Unit.MONTHS,
                renew_from=RenewFrom.FIXED,
                window_days=60,
                fixed_month=3,
                fixed_day=1,
            ),
            "Dit telt tot en met de 2e keer dat het 1 maart is. "
            "Doe je het in de 60 dagen voor 1 maart, of op die dag? Dan telt die dag nog niet mee.",
        ),
        (
            Validity(length=12, unit=Unit.MONTHS, renew_from=RenewFrom.FIXED, fixed_month=2, fixed_day=29),
            "Dit telt tot en met de 1e keer dat het 29 februari is. In de meeste jaren is dat 28 februari. "
            "Doe je het op 29 februari? Dan telt die dag nog niet mee.",
        ),
    ],
)
def test_it_says_how_long_something_counts(validity: Validity | None, text: str) -> None:
    assert validity_sentence(validity) == text


def test_it_says_everything_about_a_rule() -> None:
    year = Validity(length=12, unit=Unit.MONTHS, warn_days=30)
    rule = a(CompletedItems, "items", items=("1", "2"), due_days=90, effect=Effect.WARN, validity=year)
    found = in_words(rule, {"1": "Privacy"})
    assert (found.rule_id, found.title) == ("items", "Een eis")
    assert found.listed == ("Privacy", "‘2’")
    assert found.counts == (
        "Dit telt 12 maanden. Doe je het opnieuw? Dan telt het vanaf die dag. "
        "Je hoort het 30 dagen voor het einde. Elke les telt apart."
    )
    assert found.due == "Doe dit binnen 90 dagen na je start. Later mag ook."
    assert found.weight == "Dit hoort erbij. Je inzet stopt er niet door."


def test_it_gives_a_weight_to_a_group_and_none_to_its_parts() -> None:
    found = in_words(a(AllOf, "all", rules=(TALK, CARD)))
    assert found.weight == "Dit is nodig voor je inzet."
    assert [part.weight for part in found.parts] == ["", ""]


def test_it_says_when_intervision_warns_and_that_consent_does_not_end() -> None:
    sessions = a(IntervisionHeld, minimum_net_minutes=0, warn_days=60, **INTERVISION)
    assert in_words(sessions).counts == "Je hoort het 60 dagen voor het einde."
    assert in_words(a(GuardianConsent)).counts == ""


def test_it_names_the_points_and_talks_of_every_preset() -> None:
    items = {"course_items": ["a"], "boundary_scenarios": ["a"], "awareness_items": ["a"]}
    for preset in PRESETS.values():
        for rule in preset.build(**items).criteria:
            if isinstance(rule, ConversationHeld):
                assert "‘" not in " ".join(in_words(rule).lines())
