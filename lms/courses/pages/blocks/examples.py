"""Examples of exercises, shown in the editor beside the choice of a block."""

from typing import Any

Value = dict[str, Any]

QUESTION: Value = {
    "code": "Q1.2",
    "prompt": "Wat betaalt de inwoner voor een OCO?",
    "answers": [
        {"text": "Niets.", "correct": True, "explanation": "Ja. Een OCO is altijd gratis."},
        {"text": "Een eigen bijdrage.", "correct": False, "explanation": "Nee. Er is geen eigen bijdrage."},
    ],
}
CHOICES: Value = {
    "code": "Q3.4",
    "prompt": "Wat doet een OCO? Kies alles wat klopt.",
    "answers": [
        {"text": "Luisteren.", "correct": True, "explanation": "Ja. Daar begint het mee."},
        {"text": "Doorvragen.", "correct": True, "explanation": "Ja. Zo komt de behoefte boven."},
        {"text": "Beslissen.", "correct": False, "explanation": "Nee. De inwoner beslist zelf."},
    ],
}
STATEMENT: Value = {
    "code": "Q1.5",
    "statement": "Een OCO is altijd gratis.",
    "correct": "true",
    "if_true": "Ja. De gemeente betaalt het.",
    "if_false": "Nee. De inwoner betaalt nooit iets.",
}
GAPS: Value = {
    "code": "Q1.6",
    "prompt": "Vul het woord in.",
    "sentences": [
        {
            "before": "Een OCO zit",
            "answers": ["naast"],
            "after": "de inwoner.",
            "explanation": "Naast iemand zitten helpt om samen te denken.",
        }
    ],
}
ORDER: Value = {
    "code": "Q4.5",
    "prompt": "Wat komt eerst, en wat daarna?",
    "items": [
        {"text": "Je maakt kennis."},
        {"text": "Je bereidt het gesprek voor."},
        {"text": "Je gaat mee naar het gesprek."},
    ],
    "explanation": "Eerst kennismaken. Dan pas weet je wat iemand nodig heeft.",
}
MATCH: Value = {
    "code": "Q5.6",
    "prompt": "Wie doet wat?",
    "pairs": [
        {"left": "OCO", "right": "denkt mee", "explanation": ""},
        {"left": "Maatje", "right": "doet iets gezelligs samen", "explanation": ""},
        {"left": "Casemanager", "right": "regelt en houdt overzicht", "explanation": ""},
    ],
    "explanation": "De namen lijken op elkaar. Het werk is anders.",
}
SORT: Value = {
    "code": "Q3.5",
    "prompt": "Is dit een behoefte of een oplossing?",
    "groups": [
        {"title": "Behoefte", "items": [{"text": "Zelf naar mijn zus gaan"}]},
        {"title": "Oplossing", "items": [{"text": "Een scootmobiel"}, {"text": "Een taxi"}]},
    ],
    "explanation": "Bij één behoefte passen vaak meer oplossingen.",
}
HOT_WORDS: Value = {
    "code": "Q3.6",
    "prompt": "Welke woorden gaan over de behoefte?",
    "parts": [
        {"text": "Ik wil een", "role": "text", "explanation": ""},
        {"text": "scootmobiel", "role": "cold", "explanation": "Dat is al een oplossing."},
        {"text": "want ik wil", "role": "text", "explanation": ""},
        {"text": "zelf naar mijn zus", "role": "hot", "explanation": "Ja. Daar gaat het haar om."},
    ],
    "explanation": "",
}
SCENARIO: Value = {
    "code": "S5.2",
    "title": "De verhuisdozen",
    "situation": "Mevrouw Jansen vraagt of jij zaterdag wilt helpen sjouwen. Wat doe je?",
    "reactions": [
        {
            "text": "Je vraagt na wie kan helpen.",
            "judgement": "fits",
            "feedback": "Je blijft in je rol.",
            "hat": "oco",
        },
        {
            "text": "Je helpt zaterdag.",
            "judgement": "unfit",
            "feedback": "Eén keer wordt vaak vaker.",
            "hat": "buddy",
        },
    ],
    "mirror": [
        {"role": "oco", "text": "Denkt mee over wie er kan helpen."},
        {"role": "buddy", "text": "Helpt misschien zelf een dag mee."},
    ],
    "panel": "Wij zeggen vriendelijk nee, en zoeken samen iemand anders.",
}
DIALOGUE: Value = {
    "code": "S3.4",
    "title": "Zeg jij het maar",
    "situation": "Mevrouw Jansen twijfelt. Jullie bereiden het gesprek voor.",
    "turns": [
        {
            "name": "begin",
            "says": "Kun jij niet zeggen wat ik moet kiezen?",
            "replies": [
                {
                    "text": "Wat vind je zelf belangrijk?",
                    "judgement": "fits",
                    "feedback": "Je geeft de vraag terug.",
                    "goes_to": "belangrijk",
                },
                {
                    "text": "Neem de taxi maar.",
                    "judgement": "unfit",
                    "feedback": "Nu kies jij.",
                    "goes_to": "",
                },
            ],
        },
        {
            "name": "belangrijk",
            "says": "Dat ik zelf naar mijn zus kan.",
            "replies": [
                {
                    "text": "Dat kun je zo zeggen.",
                    "judgement": "fits",
                    "feedback": "Het zijn haar eigen woorden.",
                    "goes_to": "",
                }
            ],
        },
    ],
}
ASSIGNMENT: Value = {
    "code": "1a",
    "title": "Leg het uit",
    "mode": "alone",
    "minutes_min": 10,
    "minutes_max": 10,
    "html": "<p>Je buurvrouw vraagt wat je doet. Vertel het in drie zinnen.</p>",
    "hand_in": True,
    "header": [],
    "rows": [],
    "easy": "",
    "easy_of": "",
}
