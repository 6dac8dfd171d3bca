"""What a course package says about an exercise that is not right; the editor refuses the same."""

from dataclasses import replace

import pytest

from lms.packages.exercises import (
    Answer,
    AssignmentValue,
    ChoicesValue,
    GapSentence,
    GapsValue,
    HotWordsValue,
    MatchPair,
    MatchValue,
    OrderItem,
    OrderValue,
    SortGroup,
    SortValue,
    StatementValue,
    WordPart,
)
from lms.packages.rules import complaints
from lms.packages.situations import DialogueValue, MirrorVoice, Reaction, Reply, ScenarioValue, Turn

U = "00000000-0000-0000-0000-000000000001"
WRONG = Answer(U, "nee", correct=False, explanation="Nee.")
ONE, TWO = OrderItem(U, "een"), OrderItem(U, "twee")
LEFT = MatchPair(U, "OCO", "denkt mee")
FITS = Reaction(U, "Je vraagt door.", judgement="fits", feedback="Goed.")
VOICE = MirrorVoice(U, "oco", "Vraagt door.")
END = Reply(U, "Dag.", judgement="fits", feedback="Klaar.")
TO_B = replace(END, goes_to="b")
A, B = Turn(U, "a", "Hoi.", (TO_B,)), Turn(U, "b", "En?", (END,))


def talk(*turns: Turn) -> DialogueValue:
    return DialogueValue("D1", "t", "s", turns)


@pytest.mark.parametrize(
    ("part", "sentences"),
    [
        (StatementValue("W1", "s", "true", "ja", "nee"), []),
        (ChoicesValue("M1", "p", (WRONG,)), ["Een vraag heeft minstens twee antwoorden."]),
        (ChoicesValue("M1", "p", (WRONG, WRONG)), ["Minstens één antwoord moet goed zijn."]),
        (GapsValue("I1", "p", ()), ["Een invuloefening heeft minstens één zin."]),
        (
            GapSentence(uid=U, answers=()),
            ["Zet tekst voor of na het invulveld.", "Een zin heeft minstens één goed antwoord."],
        ),
        (
            GapSentence(uid=U, before="a", answers=("!", "x" * 201, "{{ gemeente }}")),
            [
                "Een antwoord heeft minstens één letter of cijfer.",
                "Een antwoord heeft hoogstens 200 tekens.",
                "Een antwoord kan geen invulwoord hebben.",
            ],
        ),
        (OrderValue("V1", "p", (ONE,)), ["Zet minstens twee dingen in volgorde."]),
        (OrderValue("V1", "p", (ONE, TWO, ONE)), ["Twee dingen zijn gelijk: ‘een’."]),
        (MatchValue("K1", "p", (LEFT,)), ["Maak minstens twee paren."]),
        (
            MatchValue("K1", "p", (LEFT, replace(LEFT, left="Maatje"))),
            ["Rechts staan minstens twee verschillende dingen."],
        ),
        (MatchValue("K1", "p", (LEFT, replace(LEFT, right="x"))), ["Links staat twee keer: ‘OCO’."]),
        (SortValue("G1", "p", (SortGroup(U, "a", (ONE, TWO)),)), ["Maak minstens twee groepen."]),
        (
            SortValue("G1", "p", (SortGroup(U, "a", (ONE,)), SortGroup(U, "b", ()))),
            ["Zet minstens twee dingen in de groepen."],
        ),
        (
            SortValue("G1", "p", (SortGroup(U, "a", (ONE,)), SortGroup(U, "a", (ONE,)))),
            ["Twee groepen heten: ‘a’.", "Twee dingen zijn gelijk: ‘een’."],
        ),
        (HotWordsValue("A1", "p", (WordPart(U, "x", "cold"),)), ["Maak minstens één woord goed."]),
        (
            ScenarioValue("S1", "t", "s", (FITS, FITS), (VOICE, VOICE)),
            ["De spiegel heeft twee keer de rol: ‘oco’."],
        ),
        (talk(), ["Een gesprek heeft minstens één beurt."]),
        (talk(A, B), []),
        (talk(A, replace(B, name="a")), ["Twee beurten heten: ‘a’."]),
        (talk(A, replace(B, replies=())), ["Beurt ‘b’ heeft geen reacties."]),
        (talk(A), ["Beurt ‘a’ leidt naar ‘b’. Zo'n beurt staat er niet onder."]),
        (talk(replace(A, replies=(END,)), B), ["Geen reactie leidt naar beurt ‘b’."]),
        (
            talk(A, replace(B, replies=(TO_B,))),
            ["Beurt ‘b’ leidt naar ‘b’. Zo'n beurt staat er niet onder."],
        ),
        (
            talk(A, replace(B, replies=(replace(END, judgement="unfit"),))),
            ["Minstens één weg moet passen, van begin tot eind."],
        ),
        (
            AssignmentValue("1a", "t", "alone", 9, 8, "<p>x</p>", ("a",), (("b", "c"),)),
            [
                "Rij 1 heeft 2 vakken. De kop heeft er 1.",
                "Het kleinste aantal minuten is groter dan het grootste.",
            ],
        ),
    ],
)
def test_it_says_what_is_not_right_in_an_exercise(part: object, sentences: list[str]) -> None:
    assert complaints(part) == sentences
