"""Exercises whose parts are named by a letter, so that a table of worked examples can be read aloud."""

from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid5

from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.rules import Exercise, Response

Block = dict[str, Any]


def uid(letter: str) -> str:
    """Return the id that a letter stands for."""
    return str(uuid5(NAMESPACE_DNS, letter))


def letter_of(found: str, letters: str = "abcdefghij") -> str:
    """Return the letter an id stands for."""
    return next(letter for letter in letters if uid(letter) == found)


def part(letter: str, **value: Any) -> Block:
    """Make one item of a list."""
    return {"type": "item", "id": uid(letter), "value": value}


def block(kind: str, **value: Any) -> Block:
    """Make one stored exercise; its id is the letter X."""
    return {"type": kind, "id": uid("X"), "value": {"code": "Q1", **value}}


def _options(rights: str, letters: str) -> list[Block]:
    return [
        part(one, text=f"tekst {one}", correct=one in rights, explanation=f"over {one}") for one in letters
    ]


def _said(letter: str, judgement: str, goes_to: str) -> Block:
    return part(letter, text=f"zeg {letter}", judgement=judgement, feedback=f"over {letter}", goes_to=goes_to)


def _sentence(letter: str, *answers: str) -> Block:
    accepted = [{"type": "item", "id": uid(f"{letter}{one}"), "value": one} for one in answers]
    return part(letter, before="Wie", after="dan?", answers=accepted, explanation=f"over {letter}")


def question() -> Block:
    """b of a, b, c is right."""
    return block("question", prompt="Wat?", answers=_options("b", "abc"))


def choices() -> Block:
    """a and c of a, b, c, d are right."""
    return block("choices", prompt="Welke?", answers=_options("ac", "abcd"))


def statement(correct: str = "false") -> Block:
    """Something that is not true."""
    return block("statement", statement="Zo is het.", correct=correct, if_true="over ja", if_false="over nee")


def gaps(*first: str) -> Block:
    """a takes these words (or cliënt-ondersteuner), b takes 'kant'."""
    sentences = [_sentence("a", *(first or ("cliënt-ondersteuner", "OCO"))), _sentence("b", "kant")]
    return block("gaps", prompt="Vul in.", sentences=sentences)


def one_gap(answer: str) -> Block:
    """One sentence with one accepted word."""
    return block("gaps", prompt="Vul in.", sentences=[_sentence("a", answer)])


def order() -> Block:
    """a, b, c, d in this order."""
    return block(
        "order", prompt="Zet.", items=[part(one, text=f"item {one}") for one in "abcd"], explanation=""
    )


def match() -> Block:
    """a and c belong with 'naast'; b with 'over'."""
    sides = {"a": "naast", "b": "over", "c": "naast"}
    pairs = [part(one, left=f"links {one}", right=side, explanation="") for one, side in sides.items()]
    return block("match", prompt="Wie waar?", pairs=pairs, explanation="")


def sort() -> Block:
    """a and b belong in group g, c in group h."""
    groups = [
        part("g", title="wel", items=[part("a", text="item a"), part("b", text="item b")]),
        part("h", title="niet", items=[part("c", text="item c")]),
    ]
    return block("sort", prompt="Waar?", groups=groups, explanation="")


def hot_words() -> Block:
    """b and d are hot, c is cold, a and e are plain."""
    roles = {"a": "text", "b": "hot", "c": "cold", "d": "hot", "e": "text"}
    parts = [part(one, text=one, role=role, explanation=f"over {one}") for one, role in roles.items()]
    return block("hot_words", prompt="Welke?", parts=parts, explanation="")


def scenario() -> Block:
    """a fits, b can be defended, c does not fit."""
    kinds = {"a": "fits", "b": "careful", "c": "unfit"}
    reactions = [part(one, text=one, judgement=kind, feedback=f"over {one}") for one, kind in kinds.items()]
    return block("scenario", title="Toen", situation="Wat doe je?", reactions=reactions)


def dialogue() -> Block:
    """First: a, b lead to the middle, c to the end. Middle: d leads to the end, e, f stop. End: g, h stop."""
    turns = [
        part(
            "T",
            name="begin",
            says="1",
            replies=[
                _said("a", "fits", "midden"),
                _said("b", "careful", "midden"),
                _said("c", "unfit", "eind"),
            ],
        ),
        part(
            "U",
            name="midden",
            says="2",
            replies=[_said("d", "fits", "eind"), _said("e", "careful", ""), _said("f", "unfit", "")],
        ),
        part("V", name="eind", says="3", replies=[_said("g", "fits", ""), _said("h", "unfit", "")]),
    ]
    return block("dialogue", title="Praten", situation="Je zit daar.", turns=turns)


def assignment() -> Block:
    """Something to do, and to hand in."""
    minutes = {"minutes_min": 5, "minutes_max": 10}
    return block("assignment", title="Doe", html="<p>Doe.</p>", mode="alone", hand_in=True, **minutes)


def exercise(name: str) -> Exercise:
    """Return the exercise that one of the functions above makes."""
    return exercise_of(globals()[name]())


def one(*letters: str) -> Response:
    """Return a response with one field: ids by letter, in the order given."""
    return {"answer": tuple(uid(letter) for letter in letters)}


def plain(*values: str) -> Response:
    """Return a response with one field and these very values."""
    return {"answer": values}


def typed(**words: str) -> Response:
    """Return a response with words by part."""
    return {f"answer-{uid(letter)}": (word,) for letter, word in words.items()}


def placed(**groups: str) -> Response:
    """Return a response with ids by part, both as letters."""
    return typed(**{letter: uid(group) for letter, group in groups.items()})


def paired(**sides: str) -> Response:
    """Return a response with the key of a right side by part: uuid5 of exercise and text (0014)."""
    return typed(**{letter: str(uuid5(UUID(uid("X")), text)) for letter, text in sides.items()})
