"""What must hold inside one part of the tree, beside the form of its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatch

from lms.packages.blocks import TableValue
from lms.packages.exercises import AssignmentValue, QuestionValue
from lms.packages.guides import Method, Tralans
from lms.packages.situations import ScenarioValue
from lms.packages.tree import FORMAT, Manifest, Medium

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_MEDIA_FILE = re.compile(r"[a-z0-9][a-z0-9_-]*\.(png|jpg|webp|mp3|vtt|pdf)")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@singledispatch
def complaints(part: object) -> list[str]:
    """Return a Dutch sentence for each rule that `part` breaks; most parts have no rule of their own."""
    return []


@complaints.register
def _manifest(part: Manifest) -> list[str]:
    found = []
    if part.format != FORMAT:
        found.append(f"Dit pakket heeft vorm {part.format}. Deze versie leest alleen vorm {FORMAT}.")
    if not _VERSION.fullmatch(part.version):
        found.append(f"De versie ‘{part.version}’ moet drie getallen hebben, zoals 1.0.0.")
    return found


@complaints.register
def _medium(part: Medium) -> list[str]:
    found = []
    if not _MEDIA_FILE.fullmatch(part.file):
        found.append(f"‘{part.file}’ is geen goede bestandsnaam of geen soort die mag.")
    if not _SHA256.fullmatch(part.sha256):
        found.append("De sha256 moet 64 tekens hebben (0-9 en a-f).")
    return found


@complaints.register
def _question(part: QuestionValue) -> list[str]:
    if len(part.answers) < 2:
        return ["Een vraag heeft minstens twee antwoorden."]
    correct = sum(answer.correct for answer in part.answers)
    return [] if correct == 1 else [f"Precies één antwoord moet goed zijn. Nu zijn het er {correct}."]


@complaints.register
def _scenario(part: ScenarioValue) -> list[str]:
    if len(part.reactions) < 2:
        return ["Een situatie heeft minstens twee reacties."]
    if not any(reaction.judgement == "fits" for reaction in part.reactions):
        return ["Minstens één reactie moet goed passen."]
    return []


@complaints.register
def _table(part: TableValue) -> list[str]:
    if not part.header:
        return ["Een tabel heeft minstens één kolom."]
    return _widths(part.header, part.rows)


@complaints.register
def _assignment(part: AssignmentValue) -> list[str]:
    found = _widths(part.header, part.rows)
    if part.minutes_min > part.minutes_max:
        found.append("Het kleinste aantal minuten is groter dan het grootste.")
    return found


@complaints.register
def _method(part: Method) -> list[str]:
    total = sum(step.minutes for step in part.steps)
    if total == part.minutes:
        return []
    return [f"De stappen duren samen {total} minuten. Er staat {part.minutes}."]


@complaints.register
def _tralans(part: Tralans) -> list[str]:
    if bool(part.drawing) == bool(part.drawing_description):
        return []
    return ["Een tekening en de beschrijving ervan horen bij elkaar."]


def _widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [
        f"Rij {number} heeft {len(row)} vakken. De kop heeft er {len(header)}."
        for number, row in enumerate(rows, start=1)
        if len(row) != len(header)
    ]
