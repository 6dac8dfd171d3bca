"""Stored blocks with names that a test can speak of."""

from typing import Any

from lms.courses.checks.findings import Context, CourseSlot, MediumFacts
from lms.courses.checks.lessons import report

Block = dict[str, Any]
WHOLE = MediumFacts(has_licence=True, has_captions=True, has_transcript=True)


def block(kind: str, uid: str = "b1", **value: Any) -> Block:
    """Make one stored block."""
    return {"type": kind, "id": uid, "value": value}


def text(html: str, **value: Any) -> Block:
    """Make running text."""
    return block("text", html=html, **value)


def codes(*blocks: Block, **context: Any) -> list[str]:
    """Return what is found in a lesson of these blocks."""
    return [one.code for one in report(blocks, Context(**context)).findings]


def sentence(*blocks: Block, **context: Any) -> str:
    """Return the one sentence that is said about a lesson of these blocks."""
    [finding] = report(blocks, Context(**context)).findings
    return finding.sentence


ALMERE = (
    CourseSlot("telefoon_oco", "phone", "036 - 200 21 58"),
    CourseSlot("website_oco", "url", "www.almere.nl/meedenker"),
    CourseSlot("mail_oco", "text", "oco@almere.nl"),
    CourseSlot("wachttijd", "number", "4"),
)
