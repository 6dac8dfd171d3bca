"""How a text is written: sentences, abbreviations, links and capitals. Pure; all of it is advice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lms.courses.checks.findings import Context, Finding, Kind
from lms.courses.checks.passages import Passage
from lms.courses.checks.visible import SLOT
from lms.courses.checks.words import sentences_of, words_of

SHORT_ENOUGH = 15  # NL Design System: at most 15 words in a sentence
TOO_LONG = 20
MOST_CAPITALS = 3

_CAPITALS = re.compile(r"(?<![\w.])[A-Z]{2,}(?![a-z]{2})\b")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Za-z]\.){2,}")
_SHOUTED = re.compile(rf"(?<!\w)[A-ZÀ-Þ]+(?:[ ]+[A-ZÀ-Þ]+){{{MOST_CAPITALS},}}(?!\w)")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
# Everybody says these words as they are written, or they are a plain word with weight.
EVERYDAY = frozenset(
    ("DVD", "ID", "JA", "NEE", "NIET", "OK", "PC", "PDF", "SMS", "SOS", "STOP", "TV", "USB", "WC", "WEL")
)
_ROMAN = re.compile(r"[IVX]+")
EMPTY_LINKS = frozenset(
    ("hier", "klik", "klik hier", "deze link", "link", "lees hier", "lees meer", "lees verder", "meer")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def language_findings(passages: Sequence[Passage], context: Context) -> Iterator[Finding]:
    """Yield what could be written better, passage by passage, in order."""
    explained = _explained(passages) | _in_word_list(context)
    named: set[str] = set()
    for passage in passages:
        yield from _long_sentences(passage)
        for short in _short_words(passage):
            if short not in explained | named:
                named.add(short)
                yield _finding(passage, "abbreviation", _ABBREVIATION.format(short=short))
        yield from _links(passage)
        yield from _capitals(passage)


_ABBREVIATION = (
    "‘{short}’ is een afkorting zonder uitleg. Niet iedereen kent die. "
    "Zet de uitleg er één keer achter, zoals: AVG (de privacywet). Of zet hem in de woordenlijst."
)
_LINK = (
    "De link ‘{text}’ zegt niet waar je komt. Wie laat voorlezen, hoort alleen de link. "
    "Noem waar je komt, zoals: de website van de gemeente."
)
_SHOUTING = (
    "‘{text}’ staat in hoofdletters. Dat leest lastig en klinkt als roepen. Gebruik gewone letters, of vet."
)


def _long_sentences(passage: Passage) -> Iterator[Finding]:
    for line in passage.visible.lines:
        for sentence in sentences_of(line.text):
            count = len(words_of(sentence))
            if count > SHORT_ENOUGH:
                yield _finding(passage, "long_sentence", _about_length(sentence, count))


def _about_length(sentence: str, count: int) -> str:
    start = f"‘{_start(sentence)}’"
    if count > TOO_LONG:
        return (
            f"{start} is te lang: {count} woorden. Korte zinnen begrijpt iedereen. Maak er twee zinnen van."
        )
    return f"{start} heeft {count} woorden. Met 15 of minder leest het makkelijker. Kan er een punt in?"


def _start(text: str, words: int = 5) -> str:
    """Return the beginning of a text, to find it by."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else f"{' '.join(parts[:words])} …"


def _abbreviations(line: str) -> Iterator[str]:
    """Yield the abbreviations of a line, each time they stand there."""
    text = _SHOUTED.sub(" ", SLOT.sub(" ", _ADDRESS.sub(" ", line)))
    dotted = _DOTTED.findall(text)
    for found in [*dotted, *_CAPITALS.findall(_DOTTED.sub(" ", text))]:
        if found not in EVERYDAY and not _ROMAN.fullmatch(found):
            yield found


def _explained(passages: Sequence[Passage]) -> set[str]:
    """Return the abbreviations that are explained in brackets where they are met first."""
    first: dict[str, bool] = {}
    for passage in passages:
        for line in passage.visible.lines:
            for short in _abbreviations(line.text):
                first.setdefault(short, _is_explained(short, line.text))
    return {short for short, explained in first.items() if explained}


def _is_explained(short: str, line: str) -> bool:
    """Say whether a line explains an abbreviation: AVG (de privacywet), or: de privacywet (AVG)."""
    if any(short in inside.split() for inside in _IN_BRACKETS.findall(line)):
        return True
    after = line.partition(short)[2]
    return re.match(r"\S*\s*\(\s*\w", after) is not None


def _in_word_list(context: Context) -> set[str]:
    return {word.strip("().,") for entry in context.words for word in (entry, *entry.split())}


def _short_words(passage: Passage) -> Iterator[str]:
    for line in passage.visible.lines:
        yield from _abbreviations(line.text)


def _links(passage: Passage) -> Iterator[Finding]:
    for link in passage.visible.links:
        text = link.text.strip(" .…:!?»›>→").lower()
        if text in EMPTY_LINKS or _ADDRESS.fullmatch(text):
            yield _finding(passage, "click_here", _LINK.format(text=link.text))


def _capitals(passage: Passage) -> Iterator[Finding]:
    for line in passage.visible.lines:
        for shouted in _SHOUTED.findall(SLOT.sub(" ", line.text)):
            yield _finding(passage, "capitals", _SHOUTING.format(text=_start(shouted)))


def _finding(passage: Passage, code: str, sentence: str) -> Finding:
    return Finding(code, Kind.HINT, passage.block.uid, passage.block.position, sentence)
