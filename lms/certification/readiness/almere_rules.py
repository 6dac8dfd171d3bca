"""The rules of "OCO Almere licht", one function for each, with their texts.

Source: the default readiness profile for OCO volunteers. The numbers 3 of 4, 4 sessions, 240 minutes and 36
months are proposals: a municipality sets its own. Awareness within 90 days of the start: BIO2 6.03.02.
"""

from lms.certification.readiness.names import AGREEMENT, CLOSING_TALK, CLOSING_TALK_POINTS, SECRECY, VOG
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    Effect,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import AllOf
from lms.certification.readiness.validity import Unit, Validity


def boundaries(scenarios: tuple[str, ...]) -> Rule:
    """The boundary scenarios and the other roles, as one criterion that blocks."""
    return AllOf(
        id="boundaries",
        title="Je rol en je grenzen",
        effect=Effect.BLOCK,
        why="Een OCO doet 1 rol tegelijk. Zo weet een inwoner wat jij wel en niet doet. "
        "Jij bewaakt ook je eigen grenzen.",
        how="Doe de situaties van module 5 en 6. Vul in welke andere rollen je hebt. "
        "De coördinator kijkt mee.",
        alternative="Je mag dit ook samen bespreken met de trainer of de coördinator.",
        rules=(_boundary_scenarios(scenarios), _other_roles()),
    )


def _boundary_scenarios(scenarios: tuple[str, ...]) -> Rule:
    return CompletedItems(
        id="boundary_scenarios",
        title="Situaties over je rol en je grenzen",
        effect=Effect.BLOCK,
        why="Je oefent vooraf wat je doet als iemand te veel van je vraagt.",
        how="Doe de situaties bij module 5 en 6. Je mag het zo vaak proberen als je wilt.",
        alternative="Bespreek de situaties met de trainer. Of doe ze op papier.",
        items=scenarios,
    )


def _other_roles() -> Rule:
    return RolesDeclared(
        id="other_roles",
        title="Andere rollen die je hebt",
        effect=Effect.BLOCK,
        why="Ben je ook belangenbehartiger of maatje? Dat mag. "
        "De coördinator let er dan op dat de rollen niet door elkaar lopen.",
        how="Vul in welke andere rollen je hebt. Heb je er geen? Vul dat dan in.",
        alternative="Vertel het aan de coördinator. Die vult het samen met je in.",
        must_be_seen=True,
    )


def limits_card() -> Rule:
    """A limits card of one's own; it only warns, because few things may block."""
    return LimitsCardMade(
        id="limits_card",
        title="Grenzenkaart",
        effect=Effect.WARN,
        why="Op de kaart schrijf je wat jij kunt en wilt doen. Zo bewaak je je grenzen.",
        how="Maak je grenzenkaart bij module 6. Zeg daarna dat de kaart af is.",
        alternative="De kaart mag op papier. Zeg dan tegen de coördinator dat de kaart af is.",
    )


def statements() -> tuple[Rule, ...]:
    """Agreement and secrecy."""
    agreement = SignedStatement(
        id="agreement",
        title="Vrijwilligersovereenkomst",
        effect=Effect.BLOCK,
        why="Hierin staat wat jij doet en wat je van ons krijgt. De huisregels staan er ook in.",
        how="Lees de overeenkomst. Ben je het ermee eens? Teken dan.",
        alternative="Lees en teken op papier, samen met de coördinator.",
        code=AGREEMENT,
    )
    secrecy = SignedStatement(
        id="secrecy",
        title="Geheimhouding",
        effect=Effect.BLOCK,
        why="Inwoners vertellen je persoonlijke dingen. Zij moeten erop kunnen rekenen dat je zwijgt.",
        how="Lees de afspraken over geheimhouding. Teken ze daarna.",
        alternative="Lees en teken op papier, samen met de coördinator.",
        code=SECRECY,
    )
    return agreement, secrecy


def seen_by_people() -> tuple[Rule, ...]:
    """What a person sees or hears: certificate of conduct, closing talk, consent of a guardian."""
    return _vog(), _closing_talk(), _guardian()


def _vog() -> Rule:
    return SeenAndValid(
        id="vog",
        title="Bewijs over gedrag (VOG)",
        effect=Effect.BLOCK,
        why="Je komt bij mensen thuis. Met een VOG laat je zien dat dit veilig kan.",
        how="Vraag de VOG aan. Laat hem zien aan de coördinator. Wij bewaren alleen de datum.",
        alternative="Lukt aanvragen niet alleen? De coördinator doet het samen met je, ook op papier.",
        what=VOG,
        validity=Validity(length=36, unit=Unit.MONTHS, warn_days=60),
    )


def _closing_talk() -> Rule:
    return ConversationHeld(
        id="closing_talk",
        title="Eindgesprek",
        effect=Effect.BLOCK,
        why="Samen kijken jullie of dit werk nu bij je past. Het is geen examen.",
        how="Maak een afspraak met de trainer of de coördinator. Het duurt ongeveer 45 minuten.",
        alternative="Het mag ook wandelend, in 2 delen of met plaatjes. Je mag iemand meenemen.",
        what=CLOSING_TALK,
        points=tuple(CLOSING_TALK_POINTS),
    )


def _guardian() -> Rule:
    return GuardianConsent(
        id="guardian",
        title="Toestemming van een ouder of verzorger",
        effect=Effect.BLOCK,
        why="Ben je jonger dan 16 jaar? Dan vraagt de wet om toestemming.",
        how="Vraag je ouder of verzorger om contact met de coördinator.",
        alternative="Toestemming geven mag ook op papier of in een gesprek.",
    )


def course(items: tuple[str, ...]) -> Rule:
    """All parts of the course."""
    return CompletedItems(
        id="course_core",
        title="Basistraining, module 1 tot en met 8",
        effect=Effect.WARN,
        why="Hier leer je wat een OCO doet en hoe je een gesprek voert.",
        how="Doe de lessen in je eigen tempo. Stoppen en later verdergaan mag altijd.",
        alternative="Je mag ook een gesprek met de trainer voeren over wat je al kunt.",
        items=items,
    )


def live_days(series: str) -> Rule:
    """3 of the 4 meetings of the series."""
    return Attended(
        id="live_days",
        title="Bijeenkomsten van de basistraining",
        effect=Effect.WARN,
        why="Oefenen met elkaar leer je het best aan tafel. Je leert ook de andere OCO's kennen.",
        how="Kom naar ten minste 3 van de 4 bijeenkomsten.",
        alternative="Kun je niet komen? Haal het in bij een andere groep of bij de trainer.",
        series=series,
        minimum=3,
        of=4,
    )


def intervision() -> Rule:
    """4 sessions and 4 hours in 12 months."""
    return IntervisionHeld(
        id="intervision",
        title="Intervisie",
        effect=Effect.WARN,
        why="Samen praten over je werk helpt. Je houdt je rol zuiver en je leert van elkaar.",
        how="Doe in 12 maanden 4 keer mee, samen ten minste 4 uur. Online meedoen telt ook.",
        alternative="Past een groep niet bij je? Bespreek met de coördinator wat wel past.",
        minimum_sessions=4,
        window_months=12,
        minimum_net_minutes=240,
        group_min=4,
        group_max=8,
        warn_days=60,
    )


def contact() -> Rule:
    """A contact person."""
    return ContactLinked(
        id="contact",
        title="Contactpersoon",
        effect=Effect.INFO,
        why="Een contactpersoon van een organisatie denkt met je mee.",
        how="De coördinator zoekt samen met jou een contactpersoon die past.",
        alternative="Wil je geen organisatie? Dan is de coördinator je contactpersoon.",
    )


def refresh(items: tuple[str, ...]) -> Rule:
    """What is new in a finished lesson, when that is about safety; it only informs."""
    return ContentRefreshed(
        id="refresh",
        title="Lezen wat nieuw is",
        effect=Effect.INFO,
        why="Soms verandert er iets belangrijks in een les. Dan moet jij dat ook weten.",
        how="Lees alleen het stukje dat nieuw is. Doe daarna 1 situatie. Je les blijft klaar.",
        alternative="Je mag het ook bespreken met de trainer. Of lees het op papier.",
        items=items,
    )


def awareness(items: tuple[str, ...]) -> Rule:
    """The module on privacy and safety, within 90 days of the start."""
    return CompletedItems(
        id="awareness",
        title="Veilig werken met gegevens (module 7)",
        effect=Effect.WARN,
        why="Je leert wat je opschrijft, wat je deelt en wat je voor je houdt.",
        how="Doe module 7 in je eerste 90 dagen.",
        alternative="Bespreek module 7 met de trainer. Of doe de module op papier.",
        due_days=90,
        items=items,
    )
