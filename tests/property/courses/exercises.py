"""Exercises of every kind and of every shape, and responses to them: good, bad and mad."""

from uuid import UUID

from hypothesis import strategies as st

from lms.courses.exercises.choice import Choice, Choices, Option, Voice
from lms.courses.exercises.dialogue import WORST_FIRST, Dialogue, Reply, Turn
from lms.courses.exercises.gaps import Gap, Gaps
from lms.courses.exercises.hot_words import HotWords, WordPart
from lms.courses.exercises.matching import Group, Match, Pair, Sort
from lms.courses.exercises.ordering import Item, Order
from lms.courses.exercises.rules import Exercise, Response, Verdict, field_of
from lms.courses.exercises.statement import Statement
from lms.courses.exercises.task import Task

texts = st.text(max_size=12)
words = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
"""Text with something to read: what the editor asks of an answer."""


class Uids:
    """Gives each part of one exercise its own uid, in an order that follows from `seed` only."""

    def __init__(self, seed: int) -> None:
        self._seed, self._given = seed, 0

    def __call__(self) -> UUID:
        self._given += 1
        return UUID(int=(self._seed * 7919 + self._given * 104_729) % 2**64)


uids = st.builds(Uids, st.integers(0, 10_000))


@st.composite
def question(draw: st.DrawFn) -> Choice:
    """Return a question or a scenario with an option that passes."""
    uid, is_scenario = draw(uids), draw(st.booleans())
    judgements = WORST_FIRST if is_scenario else (Verdict.RIGHT, Verdict.WRONG)
    verdicts = [*draw(st.lists(st.sampled_from(judgements), min_size=1, max_size=5))]
    verdicts[draw(st.integers(0, len(verdicts) - 1))] = Verdict.FITS if is_scenario else Verdict.RIGHT
    options = tuple(Option(uid(), draw(texts), verdict, draw(texts)) for verdict in verdicts)
    voices = tuple(Voice("oco", text) for text in draw(st.lists(texts, max_size=2)))
    return Choice(uid(), "Titel" if is_scenario else "", draw(texts), options, voices)


@st.composite
def choices(draw: st.DrawFn) -> Choices:
    """Return a question with at least one right answer."""
    uid = draw(uids)
    rights = [True, *draw(st.lists(st.booleans(), min_size=1, max_size=5))]
    options = [
        Option(uid(), draw(texts), Verdict.RIGHT if right else Verdict.WRONG, draw(texts)) for right in rights
    ]
    return Choices(uid(), draw(texts), tuple(draw(st.permutations(options))))


statements = st.builds(
    lambda uid, correct, text: Statement(uid(), text, correct, "a", "b"), uids, st.booleans(), texts
)


@st.composite
def gaps(draw: st.DrawFn) -> Gaps:
    """Return sentences with a gap."""
    uid = draw(uids)
    answers = draw(st.lists(st.lists(words, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4))
    return Gaps(uid(), draw(texts), tuple(Gap(uid(), "a", one, "b", "") for one in answers))


def items(draw: st.DrawFn, uid: Uids, least: int, most: int) -> tuple[Item, ...]:
    """Return items whose texts differ."""
    count = draw(st.integers(least, most))
    return tuple(Item(uid(), f"{draw(texts)} {at}") for at in range(count))


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Return things to put in order."""
    uid = draw(uids)
    return Order(uid(), draw(texts), items(draw, uid, 2, 6), "")


@st.composite
def matches(draw: st.DrawFn) -> Match:
    """Return pairs of which right sides may be the same."""
    uid = draw(uids)
    rights = draw(st.lists(st.sampled_from(["a", "á", "B", "b ", ""]), min_size=2, max_size=5))
    return Match(uid(), draw(texts), tuple(Pair(uid(), str(n), one, "") for n, one in enumerate(rights)), "")


@st.composite
def sorts(draw: st.DrawFn) -> Sort:
    """Return groups of which the first has something in it."""
    uid = draw(uids)
    counts = [1, *draw(st.lists(st.just(0), min_size=1, max_size=3))]
    groups = tuple(Group(uid(), f"g{n}", items(draw, uid, least, 3)) for n, least in enumerate(counts))
    return Sort(uid(), draw(texts), groups, "")


@st.composite
def hot_words(draw: st.DrawFn) -> HotWords:
    """Return a text with at least one word that is right."""
    uid = draw(uids)
    roles = draw(
        st.permutations(["hot", *draw(st.lists(st.sampled_from(["text", "hot", "cold"]), max_size=5))])
    )
    return HotWords(uid(), draw(texts), tuple(WordPart(uid(), "w", role, "") for role in roles), "")


@st.composite
def dialogues(draw: st.DrawFn) -> Dialogue:
    """Return a talk in which every turn but the last leads to the next by a reply that can be defended."""
    uid, count = draw(uids), draw(st.integers(1, 4))
    names = [f"beurt {n}" for n in range(count)]
    turns = []
    for at, name in enumerate(names):
        later = [*names[at + 1 :], ""]
        other = st.builds(
            lambda verdict, goes_to: Reply(uid(), "t", verdict, "", goes_to),
            st.sampled_from(WORST_FIRST),
            st.sampled_from(later),
        )
        on = Reply(uid(), "t", draw(st.sampled_from([Verdict.FITS, Verdict.CAREFUL])), "", later[0])
        turns.append(Turn(uid(), name, "zegt", (*draw(st.lists(other, max_size=2)), on)))
    return Dialogue(uid(), "Titel", draw(texts), tuple(turns))


tasks = st.builds(lambda uid, html: Task(uid(), "Titel", html), uids, texts)
exercises: st.SearchStrategy[Exercise] = st.one_of(
    *(
        question(),
        choices(),
        statements,
        gaps(),
        orders(),
        matches(),
        sorts(),
        hot_words(),
        dialogues(),
        tasks,
    )
)
"""An exercise that the editor would take."""


def _named(exercise: Exercise) -> list[str]:
    """Return every value that has a meaning somewhere in this exercise, and a few that never have."""
    known = {value for values in exercise.solution().values() for value in values}
    known |= {str(one.uid) for name in PARTS for one in getattr(exercise, name, ())}
    known |= {str(reply.uid) for turn in getattr(exercise, "turns", ()) for reply in turn.replies}
    known |= {key for key, _text in getattr(exercise, "rights", ())}
    return [*sorted(known), *("true", "false", "done", "later", "", " ", "<b>", str(UUID(int=5)))]


PARTS = ("options", "gaps", "items", "pairs", "groups", "parts", "turns", "shown")


@st.composite
def responses(draw: st.DrawFn, exercise: Exercise) -> Response:
    """Return anything that a browser, or somebody with bad intentions, may send for this exercise."""
    fields = sorted({*exercise.solution(), "answer", field_of(UUID(int=5)), "titel"})
    values = st.one_of(st.sampled_from(_named(exercise)), st.text(max_size=210))
    one = st.lists(values, max_size=5).map(tuple)
    wild = st.dictionaries(st.sampled_from(fields), one, max_size=4)
    near = st.fixed_dictionaries(
        {
            name: st.permutations(_named(exercise)).map(lambda all_: tuple(all_[:1]))
            for name in exercise.solution()
        }
    )
    return draw(st.one_of(wild, near, st.just(dict(exercise.solution()))))
