"""Pure: on which days a person comes under other rules because a version is published."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lms.certification.readiness.versions import InForce, version_edges, version_for

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """From `day` on, `after` holds for a person instead of `before` (None: nothing yet)."""

    day: date
    before: InForce | None
    after: InForce


def turns(versions: Sequence[InForce], new: InForce, started_on: date | None) -> Iterator[Turn]:
    """The days on which publishing `new` brings other rules for who started on a day.

    `versions` are those that are published already, in order. On the first day `before` is what would hold
    on it otherwise; on later days it is what held until then, and a change of version that was coming anyway
    is left out (docs/decisions/0010).
    """
    future, first = with_new(versions, new), new.effective_on
    without, after = version_for(versions, started_on, first), version_for(future, started_on, first)
    if after is not None and without != after:
        yield Turn(first, without, after)
    for day in sorted({edge for edge in version_edges(future) if edge > first}):
        eve = day - ONE_DAY
        before, after = version_for(future, started_on, eve), version_for(future, started_on, day)
        was_coming = (version_for(versions, started_on, eve), version_for(versions, started_on, day))
        if after is not None and before != after and (before, after) != was_coming:
            yield Turn(day, before, after)


def with_new(versions: Sequence[InForce], new: InForce) -> list[InForce]:
    """The versions as they will be: on one day the newest number comes last."""
    return sorted([*versions, new], key=lambda each: (each.effective_on, each is new))
