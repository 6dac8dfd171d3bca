"""Laws of changes: what is named is exactly what a reader sees differ, whatever is edited in between."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lms.courses.changes.rules import Change, asked, changed_blocks, differs, marks_of

words = st.sampled_from(["", "Bel 112.", "Bel 113.", "Blijf rustig.", "Ga weg."])
uids = st.sampled_from([f"block-{number}" for number in range(6)])
values: st.SearchStrategy[Any] = st.recursive(
    words | st.none() | st.booleans() | st.integers(0, 3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["html", "easy", "title"]), inner, max_size=3)
    ),
    max_leaves=5,
)
blocks = st.builds(lambda uid, kind, value: {"id": uid, "type": kind, "value": value},
                   uids, st.sampled_from(["text", "callout", "scenario"]), values)  # fmt: skip
lessons = st.lists(blocks, max_size=6, unique_by=lambda block: block["id"])


@given(lessons, st.randoms())
def test_it_never_counts_another_order(lesson, chance) -> None:
    shuffled = list(lesson)
    chance.shuffle(shuffled)
    assert not differs(marks_of(lesson), marks_of(shuffled))
    assert changed_blocks(marks_of(lesson), marks_of(shuffled)) == ()


@given(lessons, lessons)
def test_it_names_only_blocks_that_are_there_and_all_of_them_when_all_is_new(before, after) -> None:
    old, new = marks_of(before), marks_of(after)
    named = changed_blocks(old, new)
    assert set(named) <= {block["id"] for block in after}
    assert changed_blocks({}, new) == tuple(new)
    # What was not named and is in both says the same.
    assert all(old[uid] == new[uid] for uid in set(old) & set(new) - set(named))
    assert differs(old, new) == bool(named or set(old) - set(new))


@given(lessons, lessons, lessons)
def test_it_misses_nothing_when_two_changes_are_told_together(first, second, third) -> None:
    one, two, three = marks_of(first), marks_of(second), marks_of(third)
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    told = [
        Change(UUID(int=1), "Eerst.", changed_blocks(one, two), None, moment),
        Change(UUID(int=2), "Toen.", changed_blocks(two, three), None, moment + timedelta(days=1)),
    ]
    found = asked(told, [block["id"] for block in third])
    assert found is not None
    assert set(changed_blocks(one, three)) <= set(found.blocks) <= {block["id"] for block in third}
    assert len(set(found.blocks)) == len(found.blocks)
    assert asked(told[::-1], [block["id"] for block in third]) == found
