"""What must hold inside one exercise, beside the form of its fields: docs/decisions/0014.

The editor of the site refuses the same (`lms/courses/pages/blocks`); a test holds the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import singledispatch

from lms.packages import slots
from lms.packages.exercises import (
    AssignmentValue,
    ChoicesValue,
    GapSentence,
    GapsValue,
    HotWordsValue,
    MatchValue,
    OrderValue,
    QuestionValue,
    SortValue,
)
from lms.packages.situations import DialogueValue, ScenarioValue, Turn

LONGEST_ANSWER = 200
"""The most characters a learner may fill in (0014)."""


@singledispatch
def complaints(part: object) -> list[str]:
    """Return a Dutch sentence for each rule that an exercise breaks; a statement has none of its own."""
    return []


@complaints.register
def _question(part: QuestionValue) -> list[str]:
    if len(part.answers) < 2:
        return ["Een vraag heeft minstens twee antwoorden."]
    correct = sum(answer.correct for answer in part.answers)
    return [] if correct == 1 else [f"Precies één antwoord moet goed zijn. Nu zijn het er {correct}."]


@complaints.register
def _choices(part: ChoicesValue) -> list[str]:
    if len(part.answers) < 2:
        return ["Een vraag heeft minstens twee antwoorden."]
    return [] if any(answer.correct for answer in part.answers) else ["Minstens één antwoord moet goed zijn."]


@complaints.register
def _gaps(part: GapsValue) -> list[str]:
    return [] if part.sentences else ["Een invuloefening heeft minstens één zin."]


@complaints.register
def _gap_sentence(part: GapSentence) -> list[str]:
    found = []
    if not (part.before or part.after):
        found.append("Zet tekst voor of na het invulveld.")
    if not part.answers:
        found.append("Een zin heeft minstens één goed antwoord.")
    if not all(any(character.isalnum() for character in answer) for answer in part.answers):
        found.append("Een antwoord heeft minstens één letter of cijfer.")
    if any(len(answer) > LONGEST_ANSWER for answer in part.answers):
        found.append(f"Een antwoord heeft hoogstens {LONGEST_ANSWER} tekens.")
    if any(slots.slots_in(answer) for answer in part.answers):
        found.append("Een antwoord kan geen invulwoord hebben.")
    return found


@complaints.register
def _order(part: OrderValue) -> list[str]:
    if len(part.items) < 2:
        return ["Zet minstens twee dingen in volgorde."]
    return _different("Twee dingen zijn gelijk", (item.text for item in part.items))


@complaints.register
def _match(part: MatchValue) -> list[str]:
    if len(part.pairs) < 2:
        return ["Maak minstens twee paren."]
    if len({pair.right for pair in part.pairs}) < 2:
        return ["Rechts staan minstens twee verschillende dingen."]
    return _different("Links staat twee keer", (pair.left for pair in part.pairs))


@complaints.register
def _sort(part: SortValue) -> list[str]:
    if len(part.groups) < 2:
        return ["Maak minstens twee groepen."]
    texts = [item.text for group in part.groups for item in group.items]
    if len(texts) < 2:
        return ["Zet minstens twee dingen in de groepen."]
    return [
        *_different("Twee groepen heten", (group.title for group in part.groups)),
        *_different("Twee dingen zijn gelijk", texts),
    ]


@complaints.register
def _hot_words(part: HotWordsValue) -> list[str]:
    return [] if any(word.role == "hot" for word in part.parts) else ["Maak minstens één woord goed."]


@complaints.register
def _scenario(part: ScenarioValue) -> list[str]:
    if len(part.reactions) < 2:
        return ["Een situatie heeft minstens twee reacties."]
    found = _different("De spiegel heeft twee keer de rol", (voice.role for voice in part.mirror))
    if not any(reaction.judgement == "fits" for reaction in part.reactions):
        found.append("Minstens één reactie moet goed passen.")
    return found


@complaints.register
def _dialogue(part: DialogueValue) -> list[str]:
    if not part.turns:
        return ["Een gesprek heeft minstens één beurt."]
    found = _different("Twee beurten heten", (turn.name for turn in part.turns))
    found += [f"Beurt ‘{turn.name}’ heeft geen reacties." for turn in part.turns if not turn.replies]
    found = found or _wrong_ways(part.turns)
    if not found and not _can_end_well(part.turns):
        found.append("Minstens één weg moet passen, van begin tot eind.")
    return found


def _wrong_ways(turns: Sequence[Turn]) -> list[str]:
    found, led_to = [], {turns[0].name}
    for at, turn in enumerate(turns):
        later = {one.name for one in turns[at + 1 :]}
        targets = {reply.goes_to for reply in turn.replies if reply.goes_to}
        found += [_leads_nowhere(turn.name, name) for name in sorted(targets - later)]
        led_to |= targets
    return found + [f"Geen reactie leidt naar beurt ‘{one.name}’." for one in turns if one.name not in led_to]


def _leads_nowhere(name: str, goes_to: str) -> str:
    return f"Beurt ‘{name}’ leidt naar ‘{goes_to}’. Zo'n beurt staat er niet onder."


def _can_end_well(turns: Sequence[Turn]) -> bool:
    """Say whether there is a way without a reply that does not fit; turns only go forward."""
    good = {""}
    for turn in reversed(turns):
        if any(reply.judgement != "unfit" and reply.goes_to in good for reply in turn.replies):
            good.add(turn.name)
    return turns[0].name in good


@complaints.register
def _assignment(part: AssignmentValue) -> list[str]:
    found = widths(part.header, part.rows)
    if part.minutes_min > part.minutes_max:
        found.append("Het kleinste aantal minuten is groter dan het grootste.")
    return found


def widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a Dutch sentence for each row of a table that has another number of cells than the header."""
    return [
        f"Rij {number} heeft {len(row)} vakken. De kop heeft er {len(header)}."
        for number, row in enumerate(rows, start=1)
        if len(row) != len(header)
    ]


def _different(what: str, texts: Iterable[str]) -> list[str]:
    """Return one sentence for each text that stands there more than once."""
    return [f"{what}: ‘{text}’." for text, times in Counter(texts).items() if times > 1]
