"""What must hold over a whole package: every uid once, nothing used that is not defined, no doubled names."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lms.packages import scheme_file
from lms.packages.blocks import (
    AudioValue,
    BlockValue,
    CalloutValue,
    DownloadValue,
    ImageValue,
    TextValue,
    VideoValue,
)
from lms.packages.codec import Mention, Reading
from lms.packages.exercises import ExerciseValue
from lms.packages.kinds import Kind
from lms.packages.problems import Place
from lms.packages.rules import CAPTIONS, DOCUMENTS, FILM, PICTURES, SOUND, ending
from lms.packages.tree import Competence, Medium, Package, Slot

# What a field that names a media file asks for: the ends its name may have.
_MEDIUM_FIELDS: dict[tuple[type, str], frozenset[str]] = {
    (TextValue, "recording"): SOUND,
    (CalloutValue, "recording"): SOUND,
    (ImageValue, "picture"): PICTURES,
    (VideoValue, "recording"): FILM,
    (AudioValue, "recording"): SOUND,
    (DownloadValue, "file"): DOCUMENTS,
    (Medium, "captions"): CAPTIONS,
    (Medium, "poster"): PICTURES,
}


def check_uids(reading: Reading) -> None:
    """Complain at each uid that was met before."""
    first: dict[str, Place] = {}
    for mention in reading.uids:
        if mention.text in first:
            sentence = f"Deze uid staat ook al hier: {first[mention.text]}. Elke uid mag één keer voorkomen."
            reading.complain(mention.place, sentence)
        first.setdefault(mention.text, mention.place)


def check_slots(slots: Iterable[Slot], reading: Reading) -> None:
    """Complain at each slot that a text uses and the package does not define."""
    _check_known(reading.slots, {slot.name for slot in slots}, "Invulwoord", reading)


def check_references(competences: Iterable[Competence], media: Iterable[Medium], reading: Reading) -> None:
    """Complain at each reference to a competence or a media file that the package does not have."""
    codes = {competence.code for competence in competences}
    _check_known(reading.references[Kind.COMPETENCE], codes, "Competentie", reading)
    uids = {medium.uid for medium in media}
    _check_known(reading.references[Kind.MEDIUM], uids, "Mediabestand", reading)


def check_names(package: Package, reading: Reading) -> None:
    """Complain at names that must differ and do not, and at meetings about modules that do not exist."""
    numbers = [str(module.number) for module in package.modules]
    _check_different("Invulwoord", (slot.name for slot in package.slots), reading)
    _check_different("Competentie", (competence.code for competence in package.competences), reading)
    _check_different("Bron", (source.code for source in package.sources), reading)
    _check_different("Mediabestand", (medium.file for medium in package.media), reading)
    _check_different("Modulenummer", numbers, reading)
    _check_different("Slug van een module", (module.slug for module in package.modules), reading)
    for module in package.modules:
        kind = f"Slug van een les in module {module.number}"
        _check_different(kind, (lesson.slug for lesson in module.lessons), reading)
    _check_different("Slug van een methode", (method.slug for method in package.methods), reading)
    _check_different("Code", _codes(package), reading)
    _check_meetings(package, numbers, reading)


def check_media(package: Package, reading: Reading) -> None:
    """Complain at each part that names a media file of a kind it cannot use: a picture as a film."""
    files = {medium.uid: medium for medium in package.media}
    for part in [*package.media, *_values(package)]:
        for (cls, name), ends in _MEDIUM_FIELDS.items():
            medium = files.get(getattr(part, name)) if isinstance(part, cls) else None
            if medium and ending(medium) not in ends:
                kinds = ", ".join(sorted(ends))
                reading.complain(Place(), f"‘{medium.file}’ past niet bij ‘{name}’. Daar hoort: {kinds}.")


def check_scheme(package: Package, reading: Reading) -> None:
    """Complain at each lesson that the scheme names and the package does not have."""
    lessons = {lesson.uid for module in package.modules for lesson in module.lessons}
    if package.scheme is not None:
        reading.problems.extend(scheme_file.unknown_lessons(package.scheme, lessons))


def _values(package: Package) -> Iterable[BlockValue]:
    for module in package.modules:
        for lesson in module.lessons:
            yield from (block.value for block in lesson.blocks)


def _codes(package: Package) -> Iterable[str]:
    return (value.code for value in _values(package) if isinstance(value, ExerciseValue))


def _check_meetings(package: Package, numbers: Collection[str], reading: Reading) -> None:
    for meeting in package.trainer.meetings if package.trainer else ():
        for number in meeting.modules:
            if str(number) not in numbers:
                sentence = f"Bijeenkomst {meeting.number} noemt module {number}. Die bestaat niet."
                reading.complain(Place("trainer.yaml"), sentence)


def _check_known(mentions: Iterable[Mention], known: Collection[str], what: str, reading: Reading) -> None:
    for mention in mentions:
        if mention.text not in known:
            reading.complain(mention.place, f"{what} ‘{mention.text}’ bestaat niet in dit pakket.")


def _check_different(what: str, names: Iterable[str], reading: Reading) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            reading.complain(Place(), f"{what} ‘{name}’ komt meer dan één keer voor.")
        seen.add(name)
