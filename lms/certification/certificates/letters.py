"""The letters of the paper: which files they are in, and which signs they can write."""

from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

FAMILY = "lms/vendor/font"
# Names with ş, ğ, ł or č need the second file. Italic is not used on paper.
FILES = ("latin-wght-normal.woff2", "latin-ext-wght-normal.woff2")


def font_files() -> tuple[Path, ...]:
    """The font files of the paper, as `npm run assets` put them; FileNotFoundError when that was not done."""
    found = [finders.find(f"{FAMILY}/{name}") for name in FILES]
    if not all(found):
        raise FileNotFoundError(f"{FAMILY}: run npm run assets first")
    return tuple(Path(str(each)) for each in found)


@lru_cache(maxsize=1)
def printable_signs() -> frozenset[int]:
    """The code points that the paper can show; anything else would be an empty box, which PDF/A forbids."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (with weasyprint: slow to import)

    signs: set[int] = set()
    for path in font_files():
        with TTFont(path) as font:
            signs |= set(font.getBestCmap())
    return frozenset(signs)
