"""What the system said live at the end of every day, and what it says about those days later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from lms.accounts.models import User
from lms.certification.models import ImpactPreview, ImpactRow, SchemeVersion
from lms.certification.models import Standing as Row
from lms.certification.readiness import Standing
from lms.certification.standings.selectors import (
    Ground,
    external_statuses,
    ground_on,
    projected,
    standing_of,
    standing_then,
    standings_of,
)
from lms.certification.standings.services import PROJECTED

State = tuple[str, str, frozenset[str]]
States = dict[int, tuple[str, frozenset[str]]]


def state_of(found: Row | Standing) -> State:
    """The state, what the rules alone say, and the scope."""
    return str(found.state), str(found.computed_state), frozenset(found.scope)


def standing_on(person: User, day: date) -> Standing:
    """Where a person stands on a day, as known now."""
    ground = ground_on(day)
    assert ground is not None
    return standing_of(person, ground)


def states(people: Iterable[User], day: date) -> States:
    """The state and the scope of each person on a day, as known now."""
    found = {each.pk: standing_on(each, day) for each in people}
    return {key: (each.state.value, frozenset(each.scope)) for key, each in found.items()}


def passed(person: User, days: Iterable[date]) -> dict[tuple[date, str], bool]:
    """Per day and criterion whether it is met, as known now."""
    found = {}
    for day in days:
        standing = standing_on(person, day)
        own = [each for domain in standing.domains for each in domain.verdicts]
        found |= {(day, each.rule_id): each.passed for each in (*standing.verdicts, *own)}
    return found


@dataclass
class Journal:
    """Per day and person: what lists said at the end of that day, and the whole answer behind it."""

    lists: dict[tuple[date, int], State] = field(default_factory=dict)
    answers: dict[tuple[date, int], Standing] = field(default_factory=dict)

    def write(self, people: Sequence[User], day: date) -> None:
        """Write down what is live; the caller says that this day ends now."""
        rows = standings_of([each.pk for each in people], _ground(day))
        for each in people:
            self.lists[day, each.pk] = state_of(rows[each.pk])
            self.answers[day, each.pk] = standing_on(each, day)

    def days(self) -> list[date]:
        return sorted({day for day, _ in self.answers})

    def look_back(self, people: Iterable[User], day: date) -> None:
        """As known then, a past day says what was live at its end: whatever was written down later."""
        for each in people:
            then, now = standing_then(each, day)
            assert then is not None
            assert now is not None
            assert then.standing == self.answers[day, each.pk]
            assert state_of(then.standing) == self.lists[day, each.pk]


def _ground(day: date) -> Ground:
    ground = ground_on(day)
    assert ground is not None
    return ground


def check_projection(people: Sequence[User], today: date) -> None:
    """What lists and the outside read is what a fresh computation says."""
    ground = _ground(today)
    keys = [each.pk for each in people]
    fresh, served = projected(keys, ground), standings_of(keys, ground)
    outside = external_statuses(people, today)
    # A version or text that is announced moves the next day of change; that it holds is told by the basis.
    names = [name for name in PROJECTED if name not in ("computed_at", "next_change_on")]
    for key in keys:
        assert {name: getattr(served[key], name) for name in names} == {
            name: getattr(fresh[key], name) for name in names
        }
        assert outside[key].matchable is (fresh[key].state == "matchable")
        assert outside[key].scope == (tuple(fresh[key].scope) if outside[key].matchable else ())


def check_saved(people: Iterable[User], today: date) -> None:
    """After the work of the night every saved row itself says what a fresh computation says."""
    keys = [each.pk for each in people]
    fresh = projected(keys, _ground(today))
    saved = {row.person_id: row for row in Row.objects.filter(person__in=keys)}
    assert {key: state_of(row) for key, row in saved.items()} == {
        key: state_of(row) for key, row in fresh.items()
    }


def around(today: date, known: Iterable[date]) -> list[date]:
    """Some days to ask about: of the past, today, and of later."""
    return [*list(known)[-3:], today, today + timedelta(days=9), today + timedelta(days=40)]


def check_preview(
    people: Iterable[User], preview: ImpactPreview, first: date, before: dict[date, States]
) -> None:
    """Exactly who is on the preview changed at the publication, as it said.

    `first` is the day from which the version holds; `before` says where everybody would have stood without
    it, on that day and on the first day that it holds for the others.
    """
    rows = {(row.felt_on, row.person_id): row for row in ImpactRow.objects.filter(preview=preview)}
    after = {day: states(people, day) for day in {*before, *(day for day, _ in rows)}}
    for (day, key), row in rows.items():
        assert after[day][key] == (row.after, frozenset(row.scope_after))
    changed = {key for key, was in before[first].items() if after[first][key] != was}
    assert {key for day, key in rows if day == first} == changed
    for key in changed:
        row = rows[first, key]
        assert (row.before, frozenset(row.scope_before)) == before[first][key]
    # With a single other version nothing else is on its way. Then later days can be told as well, for who
    # comes under the new rules on that day; who is new came under them on the first day.
    if SchemeVersion.objects.count() == 2:
        old = {each.pk for each in people if each.joined_on is None or each.joined_on < first}
        for day in before.keys() - {first}:
            later = {key for key in old if after[day][key] != before[day][key]}
            assert {key for felt_on, key in rows if felt_on == day} == later
