"""What was concluded before, from the same few facts: most people differ in a few days only.

A leaf of which two facts at most are known gives the same outcome for everybody of whom the same is known.
So lists of many people need not conclude it again. The key holds everything that the outcome depends on.
"""

from collections.abc import Hashable

from lms.certification.readiness.facts import FactKind
from lms.certification.readiness.outcome import Outcome
from lms.certification.readiness.rules import Rule
from lms.certification.readiness.view import View

FEW, SHORT = 2, 3
MOST = 30_000
STARTED = (FactKind.STARTED, "")


class Memory(dict[Hashable, Outcome]):
    """Outcomes under one scheme and one context; it never grows beyond MOST."""

    def __setitem__(self, key: Hashable, found: Outcome) -> None:
        if len(self) >= MOST:
            self.clear()
        super().__setitem__(key, found)


def key_of(rule: Rule, view: View) -> Hashable | None:
    """What the outcome of a leaf depends on, when that is little; None when it is more.

    Only the day of a fact says when it was: two facts of one day are left to the full reading.
    """
    if view.ahead or view.graced or len(rule.evidence) > SHORT:
        return None
    counted = view.counted
    known = [fact for source in rule.evidence if source in counted for fact in counted[source]]
    if len(known) > FEW or (len(known) == FEW and known[0].happened_on == known[1].happened_on):
        return None
    started = view.book.known(STARTED)[:1] if rule.due_days else ()
    return (rule.id, *[fact.happened_on for fact in started], *[fact[:7] for fact in known])
