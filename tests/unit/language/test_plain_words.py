"""The words on the screen: short sentences and no word that scares (quality.md §2 and check 23)."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Words of systems and of failing; each has a plain one instead.
FORBIDDEN = (
    "submit",
    "sessie verlopen",
    "geautoriseerd",
    "ongeldig",
    "gezakt",
    "gefaald",
    "mislukt",
    "invoer",
    "cliënt ",
    "toets ",
    "quiz",
    "examen",
    "deadline",
    "gebruiker",
)
TRANSLATE = re.compile(r"""{%\s*translate\s+"([^"]+)"|{%\s*translate\s+'([^']+)'""")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
GETTEXT = re.compile(r"""\b_\(\s*"((?:[^"\\]|\\.)*)"(?:\s*"((?:[^"\\]|\\.)*)")?\s*\)""")
MOST_WORDS = 20


def words_on_screen() -> Iterator[tuple[str, str]]:
    """Yield where and what, for every text that goes through gettext."""
    for path in sorted((ROOT / "templates").rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        for match in TRANSLATE.finditer(text):
            yield str(path.relative_to(ROOT)), match.group(1) or match.group(2)
        for match in BLOCK.finditer(text):
            for part in re.split(r"{%\s*plural\s*%}", match.group(1)):
                yield str(path.relative_to(ROOT)), " ".join(part.split())
    for path in sorted((ROOT / "lms").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        for match in GETTEXT.finditer(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(ROOT)), "".join(filter(None, match.groups()))


def sentences(text: str) -> list[str]:
    """Cut a text where a sentence ends."""
    return [part for part in re.split(r"(?<=[.?!:;])\s+", text) if part.strip()]


def test_it_reads_the_words_of_the_whole_house():
    assert len(list(words_on_screen())) > 500


def test_it_keeps_every_sentence_within_20_words():
    too_long = [
        f"{place}: {sentence}"
        for place, text in words_on_screen()
        for sentence in sentences(text)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert too_long == []


def test_it_uses_no_word_of_machines_or_of_failing():
    found = [
        f"{place}: {word!r} in {text}"
        for place, text in words_on_screen()
        for word in FORBIDDEN
        if word in f"{text.lower()} "
    ]
    assert found == []
