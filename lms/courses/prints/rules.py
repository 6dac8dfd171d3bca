"""Pure rules of paper: headings that follow each other, and a name for exactly this text."""

import hashlib
import re

FIRST, SECOND = 3, 4
"""The levels of heading that a trainer can give a text."""


def moved(html: str, level: int) -> str:
    """Return a text whose first level of heading is `level`: so none is skipped in what is around it."""
    by = level - FIRST
    return re.sub(rf"<(/?)h([{FIRST}{SECOND}])", lambda found: f"<{found[1]}h{int(found[2]) + by}", html)


def fingerprint(*texts: str) -> str:
    """Return the name of exactly these texts: 64 hexadecimal signs."""
    found = hashlib.sha256()
    for text in texts:
        content = text.encode()
        found.update(len(content).to_bytes(8, "big") + content)
    return found.hexdigest()
