"""Every kind of exercise as an editor stores it: with ids of their own, all about the same small course."""

from typing import Any

from tests.factories.courses import Block, block, item, question, scenario


def choices() -> Block:
    """Make a question with two right answers of four: the first and the third."""
    answers = [
        item(text="Luisteren.", correct=True, explanation="Ja. Daar begint het mee."),
        item(text="Beslissen.", correct=False, explanation="Nee. De inwoner beslist."),
        item(text="Doorvragen.", correct=True, explanation="Ja. Zo komt de behoefte boven."),
        item(text="Opruimen.", correct=False, explanation="Nee. Dat is hulp in huis."),
    ]
    return block("choices", code="M1.1", prompt="Wat doet een OCO? Kies alles wat klopt.", answers=answers)


def statement(correct: str = "true") -> Block:
    """Make a statement; it is true unless said otherwise."""
    return block(
        "statement",
        code="W1.1",
        statement="Een OCO is altijd gratis.",
        correct=correct,
        if_true="Ja. De gemeente betaalt.",
        if_false="Nee. De inwoner betaalt nooit iets.",
    )


def gaps() -> Block:
    """Make two sentences with a gap; the first has two answers."""
    sentences = [
        item(
            before="Een OCO is een onafhankelijke",
            answers=[_value("cliëntondersteuner"), _value("cliënt-ondersteuner")],
            after=".",
            explanation="Dat zijn de letters C en O.",
        ),
        item(before="Je kiest geen", answers=[_value("kant")], after="", explanation=""),
    ]
    return block("gaps", code="I1.1", prompt="Vul het woord in.", sentences=sentences)


def order() -> Block:
    """Make four things to put in order."""
    items = [
        item(text=text) for text in ("De vraag komt binnen.", "Je maakt kennis.", "Het gesprek.", "Napraten.")
    ]
    explanation = "Eerst kennismaken, dan pas het gesprek."
    return block(
        "order", code="V1.1", prompt="Zet in de goede volgorde.", items=items, explanation=explanation
    )


def match() -> Block:
    """Make three pairs; two right sides are the same text."""
    pairs = [
        item(left="OCO", right="naast de inwoner", explanation="Een OCO denkt mee."),
        item(left="Professional", right="aan de andere kant", explanation=""),
        item(left="Naaste", right="naast de inwoner", explanation=""),
    ]
    return block(
        "match", code="K1.1", prompt="Wie zit waar?", pairs=pairs, explanation="Samen aan één tafel."
    )


def sort() -> Block:
    """Make two groups with two and one things in them."""
    groups = [
        item(title="Wel", items=[item(text="Luisteren"), item(text="Doorvragen")]),
        item(title="Niet", items=[item(text="Beslissen")]),
    ]
    return block("sort", code="G1.1", prompt="Wat doet een OCO?", groups=groups, explanation="")


def hot_words() -> Block:
    """Make a text with two words to point at and one that is not."""
    parts = [
        item(text="Ik wil een", role="text", explanation=""),
        item(text="scootmobiel", role="cold", explanation="Dat is een oplossing."),
        item(text="want ik wil", role="text", explanation=""),
        item(text="naar mijn zus", role="hot", explanation="Dat is de behoefte."),
        item(text="en", role="text", explanation=""),
        item(text="zelf boodschappen doen", role="hot", explanation="Dat is ook een behoefte."),
    ]
    return block(
        "hot_words", code="A1.1", prompt="Welke woorden gaan over de behoefte?", parts=parts, explanation=""
    )


def mirrored_scenario() -> Block:
    """Make a scenario with hats, the mirror of roles and a panel."""
    found = scenario()
    hats = ("oco", "professional", "buddy")
    for reaction, hat in zip(found["value"]["reactions"], hats, strict=True):
        reaction["value"]["hat"] = hat
    found["value"]["mirror"] = [
        item(role="oco", text="Vraagt wie er kan helpen, en zoekt dat samen uit."),
        item(role="advocate", text="Vraagt de gemeente om hulp bij de verhuizing."),
        item(role="buddy", text="Helpt misschien zelf een dag mee."),
        item(role="case_manager", text="Regelt een verhuisdienst."),
        item(role="professional", text="Kijkt of er een vergoeding is."),
    ]
    found["value"]["panel"] = "Wij zeggen vriendelijk nee, en denken mee over wie wel."
    return found


def dialogue() -> Block:
    """Make a talk of three turns; one way leads past the second."""
    turns = [
        item(
            name="begin",
            says="Kun jij niet gewoon zeggen wat ik moet kiezen?",
            replies=[
                _reply("Wat vind je zelf belangrijk?", "fits", "Je geeft de vraag terug.", "belangrijk"),
                _reply("Ik snap dat het lastig is.", "careful", "Vriendelijk. Vraag ook door.", "belangrijk"),
                _reply("Neem de taxi maar.", "unfit", "Nu kies jij.", "eind"),
            ],
        ),
        item(
            name="belangrijk",
            says="Dat ik zelf naar mijn zus kan.",
            replies=[
                _reply("Dat kun je zo zeggen in het gesprek.", "fits", "Het is haar eigen woord.", "eind"),
                _reply("Dat regel ik voor je.", "unfit", "Regelen is niet jouw rol.", ""),
            ],
        ),
        item(
            name="eind",
            says="Goed. En nu?",
            replies=[_reply("We schrijven het samen op.", "fits", "Zo blijft het van haar.", "")],
        ),
    ]
    situation = "Mevrouw Jansen twijfelt. Je zit naast haar aan tafel."
    return block("dialogue", code="D1.1", title="Jij mag kiezen", situation=situation, turns=turns)


def assignment(*, hand_in: bool = True, **changes: Any) -> Block:
    """Make an assignment; it can be handed in unless said otherwise."""
    value = {
        "code": "1a",
        "title": "Leg het uit",
        "mode": "alone",
        "minutes_min": 10,
        "minutes_max": 15,
        "html": "<p>Je buurvrouw vraagt wat je doet.</p>\n<p>Vertel het in drie zinnen.</p>",
        "header": [],
        "rows": [],
        "hand_in": hand_in,
    }
    return block("assignment", **(value | changes))


MAKERS = {
    "question": question,
    "choices": choices,
    "statement": statement,
    "gaps": gaps,
    "order": order,
    "match": match,
    "sort": sort,
    "hot_words": hot_words,
    "scenario": mirrored_scenario,
    "dialogue": dialogue,
    "assignment": assignment,
}
"""One maker for every kind, by the type of its block."""


def every_exercise() -> list[Block]:
    """Make one block of every kind: the body of the lesson ‘Alle soorten oefeningen’."""
    return [make() for make in MAKERS.values()]


def _value(text: str) -> Block:
    return {**item(), "value": text}


def _reply(text: str, judgement: str, feedback: str, goes_to: str) -> Block:
    return item(text=text, judgement=judgement, feedback=feedback, goes_to=goes_to)
