"""Pure: what a scheme from elsewhere must fit in, so that the site can keep and show it."""

import re
from collections.abc import Iterable, Iterator

from lms.certification.readiness.rules import Rule, RuleError
from lms.certification.readiness.scheme import Scheme, walk

MOST_RULES = 200
LONGEST_TEXT = 1000
LONGEST_CODE = 64  # as long as a line of the ledger can hold
LONGEST_TITLE = 120
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,49}")
# Control characters and halves of characters: nobody sees them, and no database keeps them all.
_INVISIBLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def require_storable(scheme: Scheme) -> Scheme:
    """The scheme itself; raises RuleError for one that the site cannot keep. A file may hold anything."""
    rules = list(walk(scheme.criteria))
    if not _SLUG.fullmatch(scheme.slug):
        raise RuleError("De code van de regeling is kleine letters en cijfers, ten hoogste 50.")
    if len(rules) > MOST_RULES:
        raise RuleError(f"Een regeling heeft ten hoogste {MOST_RULES} eisen.")
    titles = [scheme.title, *(each.title for each in rules), *(each.title for each in scheme.domains)]
    texts = [text for each in rules for text in (each.why, each.how, each.alternative)]
    codes = [
        *(each.id for each in rules),
        *(each.id for each in scheme.domains),
        *(code for each in rules for code in _codes(each)),
    ]
    _require_short(titles, LONGEST_TITLE, "Een titel")
    _require_short(texts, LONGEST_TEXT, "Een tekst")
    _require_short(codes, LONGEST_CODE, "Een code")
    if any(_INVISIBLE.search(each) for each in (*titles, *texts, *codes)):
        raise RuleError("Er staat een onzichtbaar teken in een tekst.")
    return scheme


def _require_short(texts: Iterable[str], longest: int, what: str) -> None:
    if any(len(each) > longest for each in texts):
        raise RuleError(f"{what} heeft ten hoogste {longest} tekens.")


def _codes(rule: Rule) -> Iterator[str]:
    yield from (getattr(rule, name) for name in ("series", "code", "what") if hasattr(rule, name))
    for name in ("items", "points"):
        yield from getattr(rule, name, ())
