"""The few changes that make a part of any shape keep the rules of the format."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from lms.packages import guides, tree
from lms.packages.blocks import TableValue
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
    QuestionValue,
    SortGroup,
    SortValue,
    WordPart,
)
from lms.packages.situations import DialogueValue, Reaction, Reply, ScenarioValue, Turn

NO_UID = str(UUID(int=0))
SPARE_ANSWER = Answer(NO_UID, "12", correct=False, explanation="no")
SPARE_REACTION = Reaction(NO_UID, "ja", judgement="fits", feedback="~")
SPARE_SENTENCE = GapSentence(uid=NO_UID, before="Nee", answers=("ja", "1.0"))
SPARE_REPLY = Reply(NO_UID, "on", judgement="fits", feedback="null")


def repaired(part: Any) -> Any:
    """Return `part` with the few changes that the rules of the format ask for."""
    repair = REPAIRS.get(type(part))
    return repair(part) if repair else part


def _question(part: QuestionValue) -> QuestionValue:
    answers = (*part.answers, SPARE_ANSWER, SPARE_ANSWER)
    return replace(part, answers=tuple(replace(one, correct=n == 0) for n, one in enumerate(answers)))


def _choices(part: ChoicesValue) -> ChoicesValue:
    return replace(part, answers=(*part.answers, SPARE_ANSWER, replace(SPARE_ANSWER, correct=True)))


def _gap_sentence(part: GapSentence) -> GapSentence:
    return replace(part, before="Hij zegt", answers=tuple(f"{one} 1" for one in (*part.answers, "a")))


def _numbered(parts: tuple[Any, ...], field: str) -> tuple[Any, ...]:
    return tuple(replace(one, **{field: f"{getattr(one, field)} {n}"}) for n, one in enumerate(parts))


def _order(part: OrderValue) -> OrderValue:
    spare = OrderItem(NO_UID, "no")
    return replace(part, items=_numbered((*part.items, spare, spare), "text"))


def _match(part: MatchValue) -> MatchValue:
    spare = (MatchPair(NO_UID, "a", "yes"), MatchPair(NO_UID, "b", "no"))
    return replace(part, pairs=_numbered((*part.pairs, *spare), "left"))


def _sort(part: SortValue) -> SortValue:
    groups = (*part.groups, SortGroup(NO_UID, "x", (OrderItem(NO_UID, "y"),)), SortGroup(NO_UID, "z", ()))
    spared = [replace(group, items=(*group.items, OrderItem(NO_UID, "y"))) for group in groups]
    apart = [replace(group, items=_numbered(group.items, "text")) for group in spared]
    named = _numbered(tuple(apart), "title")
    return replace(
        part,
        groups=tuple(
            replace(group, items=tuple(replace(one, text=f"{one.text} van {n}") for one in group.items))
            for n, group in enumerate(named)
        ),
    )


def _hot_words(part: HotWordsValue) -> HotWordsValue:
    return replace(part, parts=(*part.parts, WordPart(NO_UID, "e", role="hot")))


def _scenario(part: ScenarioValue) -> ScenarioValue:
    mirror = tuple({voice.role: voice for voice in part.mirror}.values())
    return replace(part, reactions=(*part.reactions, SPARE_REACTION, SPARE_REACTION), mirror=mirror)


def _dialogue(part: DialogueValue) -> DialogueValue:
    """Let each turn lead to the next one by a reply that fits, and each other reply end the talk."""
    turns = _numbered((*part.turns, Turn(NO_UID, "n", "~", ())), "name")
    names = [turn.name for turn in turns[1:]] + [""]
    return replace(
        part,
        turns=tuple(
            replace(
                turn,
                replies=(
                    *(replace(reply, goes_to="") for reply in turn.replies),
                    replace(SPARE_REPLY, goes_to=name),
                ),
            )
            for turn, name in zip(turns, names, strict=True)
        ),
    )


def _squared(part: Any) -> Any:
    width = len(part.header)
    return replace(part, rows=tuple((*row, *[""] * width)[:width] for row in part.rows))


def _table(part: TableValue) -> TableValue:
    return _squared(replace(part, header=(*part.header, "kop")))


def _assignment(part: AssignmentValue) -> AssignmentValue:
    return _squared(replace(part, minutes_max=part.minutes_min))


def _method(part: guides.Method) -> guides.Method:
    steps = tuple(replace(step, minutes=step.minutes % 1_000) for step in part.steps)
    return replace(part, steps=steps, minutes=sum(step.minutes for step in steps))


REPAIRS: dict[type, Callable[[Any], Any]] = {
    QuestionValue: _question,
    ChoicesValue: _choices,
    GapSentence: _gap_sentence,
    GapsValue: lambda part: replace(part, sentences=(*part.sentences, SPARE_SENTENCE)),
    OrderValue: _order,
    MatchValue: _match,
    SortValue: _sort,
    HotWordsValue: _hot_words,
    ScenarioValue: _scenario,
    DialogueValue: _dialogue,
    TableValue: _table,
    AssignmentValue: _assignment,
    guides.Method: _method,
    guides.Meeting: lambda part: replace(part, modules=()),
    guides.Tralans: lambda part: replace(part, drawing="", drawing_description=""),
    tree.Module: lambda part: replace(part, competences=()),
    tree.Manifest: lambda part: replace(part, format=tree.FORMAT, version="1.2.3"),
}
