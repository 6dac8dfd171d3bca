"""Where the lessons are that count again."""

from collections.abc import Iterable
from datetime import date

from lms.certification.readiness import CompletedItems, Fact, Rule, Verdict
from lms.certification.renewal.rules import lessons_again
from lms.courses.public import lesson_links
from lms.municipality.public import current_settings, fill_slots, slot_values

Link = tuple[str, str]


def links_again(rule: Rule, verdict: Verdict, facts: Iterable[Fact], as_of: date) -> tuple[Link, ...]:
    """Address and name of each lesson to do again for a criterion that ends soon or ended; at most 1 query.

    A lesson that is not online any more is left out.
    """
    if not isinstance(rule, CompletedItems):
        return ()
    items = lessons_again(rule, verdict, facts, as_of)
    if not items:
        return ()
    found, words = lesson_links(items), slot_values(current_settings())
    return tuple((found[item][0], fill_slots(found[item][1], words)) for item in items if item in found)
