"""What others need to follow a lesson: headings in order, and media that everybody can use. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from lms.courses.checks.findings import Context, Finding, Kind, MediumFacts
from lms.courses.checks.passages import Passage, StoredBlock
from lms.courses.checks.twins import is_out_of_date

# The field of each kind of block that names a medium, and what the medium is called.
MEDIA = {
    "image": ("picture", "afbeelding"),
    "video": ("recording", "film"),
    "audio": ("recording", "geluid"),
    "download": ("file", "document"),
}
TWINS = frozenset({"assignment", "callout", "text"})


def structure_findings(block: StoredBlock, passages: list[Passage], context: Context) -> Iterator[Finding]:
    """Yield what must be put right in one block before it can go online, in order."""
    for passage in passages:
        if passage.name in {"html", "easy"} and _jumps(passage):
            yield _refusal(block, "heading_jump", _JUMP)
    if block.type in MEDIA:
        yield from _medium(block, context)
    elif block.text("recording"):
        yield from _read_aloud(block, context)
    if block.type == "term" and not _is_in_list(block.text("word"), context):
        yield _refusal(block, "unknown_word", _UNKNOWN.format(word=block.text("word").strip()))
    if block.type in TWINS and is_out_of_date(block.text("html"), block.text("easy"), block.text("easy_of")):
        yield _refusal(block, "twin", _TWIN)


_JUMP = (
    "Er staat een kleine kop zonder grote kop erboven. Wie laat voorlezen, verdwaalt dan. "
    "Kies eerst kop 3, daaronder kop 4."
)
_ALT = (
    "De afbeelding heeft geen beschrijving. Wie haar niet ziet, mist iets. "
    "Schrijf wat je ziet, zoals: twee mensen praten aan tafel. Of kies ‘Alleen voor de sier’."
)
_CAPTIONS = (
    "De film heeft geen ondertitels. Wie niet hoort, mist het gesprek. Zet een vtt-bestand bij de opname."
)
_TRANSCRIPT = (
    "Bij de {medium} hoort een uitgeschreven tekst. Die leest wie niet hoort of kijkt. "
    "Schrijf hem uit bij de opname."
)
_LICENCE = (
    "Van wie is dit {medium}? Zonder licentie mogen anderen het niet gebruiken. "
    "Schrijf het erbij, zoals: CC BY 4.0, of: eigen foto, met toestemming."
)
_GONE = "Hier hoort een {medium}, maar dat is er niet. Kies het opnieuw, of haal dit blok weg."
_UNKNOWN = (
    "Het woord ‘{word}’ staat niet in de woordenlijst. Dan is er niets uit te leggen. "
    "Zet het in de woordenlijst van de cursus, of kies een ander woord."
)
_TWIN = (
    "De tekst is veranderd, de makkelijke versie nog niet. Wie die leest, mist het nieuwe. "
    "Pas haar aan en zet een vinkje bij ‘Ik heb de makkelijke versie nagekeken’."
)


def _medium(block: StoredBlock, context: Context) -> Iterator[Finding]:
    field, name = MEDIA[block.type]
    facts = context.media.get(block.text(field))
    if facts is None:
        yield _refusal(block, "medium", _GONE.format(medium=name))
        return
    if block.type == "image" and not block.text("alt").strip() and not block.value.get("decorative"):
        yield _refusal(block, "alt", _ALT)
    if block.type == "video" and not facts.has_captions:
        yield _refusal(block, "captions", _CAPTIONS)
    if block.type in {"video", "audio"} and not facts.has_transcript:
        yield _refusal(block, "transcript", _TRANSCRIPT.format(medium="film" if name == "film" else "opname"))
    yield from _licence(block, facts, name)


def _read_aloud(block: StoredBlock, context: Context) -> Iterator[Finding]:
    """Somebody reads the text of the block aloud: the text itself is the transcript."""
    facts = context.media.get(block.text("recording"))
    if facts is None:
        yield _refusal(block, "medium", _GONE.format(medium="voorgelezen tekst"))
    else:
        yield from _licence(block, facts, "geluid")


def _licence(block: StoredBlock, facts: MediumFacts, name: str) -> Iterator[Finding]:
    if not facts.has_licence:
        yield _refusal(block, "licence", _LICENCE.format(medium=name))


def _jumps(passage: Passage) -> bool:
    """Say whether a heading of level 4 stands there before any of level 3."""
    tags = [line.tag for line in passage.visible.lines if line.tag in {"h3", "h4"}]
    return bool(tags) and tags[0] == "h4"


def _is_in_list(word: str, context: Context) -> bool:
    return word.strip().casefold() in {known.strip().casefold() for known in context.words}


def _refusal(block: StoredBlock, code: str, sentence: str) -> Finding:
    return Finding(code, Kind.REFUSE, block.uid, block.position, sentence)
