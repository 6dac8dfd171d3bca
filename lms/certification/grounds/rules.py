"""Pure: which versions of the scheme matter to anybody on a day."""

from collections.abc import Sequence
from datetime import date

from lms.certification.readiness.versions import InForce, version_for


def in_play(versions: Sequence[InForce], day: date) -> tuple[InForce, ...]:
    """The versions that hold for somebody on a day, oldest first; the first of them is for who is not new.

    `versions` come in order. Whatever came before the newest version that holds for everybody is over
    (docs/decisions/0009 §9). Empty before the first version.
    """
    begun = [each for each in versions if each.effective_on <= day]
    base = version_for(begun, None, day)
    return tuple(begun[begun.index(base) :]) if base is not None else ()
