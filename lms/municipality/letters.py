"""The letters of the paper: which files they are in, which signs they can write, and their weights."""

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

FAMILY = "lms/vendor/font"
# Names with ş, ğ, ł or č need the second file. Italic is not used on paper.
FILES = ("latin-wght-normal.woff2", "latin-ext-wght-normal.woff2")
FAMILIES = ("Leerplein", "Leerplein Ext")
WEIGHTS = (400, 700)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one file in one weight."""

    family: str
    weight: int
    content: bytes


def font_files() -> tuple[Path, ...]:
    """The font files of the paper, as `npm run assets` put them; FileNotFoundError when that was not done."""
    found = [finders.find(f"{FAMILY}/{name}") for name in FILES]
    if not all(found):
        raise FileNotFoundError(f"{FAMILY}: run npm run assets first")
    return tuple(Path(str(each)) for each in found)


def plainly_spaced(text: str) -> str:
    """A text with the white space that paper knows, one kind of space and one kind of line end.

    Form feeds, wide spaces and the like would be empty boxes, and too many lines that nobody counted.
    """
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


@lru_cache(maxsize=1)
def printable_signs() -> frozenset[int]:
    """The code points that the paper can show; anything else would be an empty box, which PDF/A forbids."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (with weasyprint: slow to import)

    signs: set[int] = set()
    for path in font_files():
        with TTFont(path) as font:
            signs |= set(font.getBestCmap())
    return frozenset(signs)


def letters() -> list[Letters]:
    """The letters in every weight of the paper. Takes about a second: once per process is enough.

    The files hold all weights in one (a variable font). WeasyPrint would take the one it needs out of it for
    every document again, and stamp it with the time of day: then no two files are the same.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (see above)
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    made = []
    for family, path in zip(FAMILIES, font_files(), strict=True):
        for weight in WEIGHTS:
            with TTFont(path, recalcTimestamp=False) as font:
                fixed, content = instantiateVariableFont(font, {"wght": weight}), io.BytesIO()
                fixed.flavor = None
                fixed.save(content)
            made.append(Letters(family, weight, content.getvalue()))
    return made
