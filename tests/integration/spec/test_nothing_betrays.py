"""Nothing that a learner gets before answering tells what is right: docs/decisions/0014.

Two exercises that differ only in what is right, and in what is said about it, give the same bytes.
"""

from collections.abc import Callable
from copy import deepcopy

import pytest
from django.urls import reverse

from tests.integration.spec.exercise_pages import Desk, Sent, masked, per_part, picked, places
from tests.unit.courses import lettered
from tests.unit.courses.lettered import Block, part, uid

pytestmark = pytest.mark.django_db
Change = Callable[[Block], None]


def rights(letters: str) -> Change:
    """Let these answers be the right ones, each with another explanation."""

    def change(value: Block) -> None:
        for one in value["answers"]:
            one["value"]["correct"] = one["id"] in {uid(letter) for letter in letters}
            one["value"]["explanation"] = "Zeker."

    return change


def not_at_all(value: Block) -> None:
    value.update(correct="true", if_true="Nou en of.", if_false="Nee hoor, helemaal niet.")


def other_words(value: Block) -> None:
    for sentence in value["sentences"]:
        sentence["value"]["explanation"] = "Anders."
        sentence["value"]["answers"] = [part("q")]
        sentence["value"]["answers"][0]["value"] = "iets heel anders"


def other_order(value: Block) -> None:
    value["items"] = [value["items"][at] for at in (1, 0, 3, 2)]
    value["explanation"] = "Zo hoort het."


def other_pairs(value: Block) -> None:
    first, second = value["pairs"][:2]
    first["value"]["right"], second["value"]["right"] = second["value"]["right"], first["value"]["right"]
    first["value"]["explanation"] = "Want zo is het."


def other_groups(value: Block) -> None:
    wel, niet = value["groups"]
    wel["value"]["items"], niet["value"]["items"] = niet["value"]["items"], wel["value"]["items"]
    value["explanation"] = "Zo is het verdeeld."


def other_hot(value: Block) -> None:
    for one in value["parts"]:
        role = one["value"]["role"]
        one["value"]["role"] = {"hot": "cold", "cold": "hot", "text": "text"}[role]
        one["value"]["explanation"] = "Dat is het."


def other_reactions(value: Block) -> None:
    for one, kind in zip(value["reactions"], ("unfit", "fits", "careful"), strict=True):
        one["value"].update(judgement=kind, feedback="Zo zit dat.", hat="oco" if kind == "fits" else "buddy")
    value["mirror"] = [part("m", role="oco", text="Vraagt door.")]
    value["panel"] = "Wij vragen door."


def other_talk(value: Block) -> None:
    first, *later = value["turns"]
    for one, kind in zip(first["value"]["replies"], ("unfit", "fits", "fits"), strict=True):
        one["value"].update(
            judgement=kind, feedback="Zo zit dat.", goes_to="eind" if kind == "unfit" else "midden"
        )
    for turn in later:
        turn["value"]["says"] = "Iets heel anders."


CHANGES: dict[str, Change] = {
    "question": rights("c"),
    "choices": rights("bd"),
    "statement": not_at_all,
    "gaps": other_words,
    "order": other_order,
    "match": other_pairs,
    "sort": other_groups,
    "hot_words": other_hot,
    "scenario": other_reactions,
    "dialogue": other_talk,
}
SAID = [
    "over a",
    "over b",
    "over c",
    "over d",
    "over ja",
    "over nee",
    "cliënt-ondersteuner",
    '"hot"',
    '"cold"',
]


@pytest.fixture(params=CHANGES)
def twins(request, seat) -> tuple[Desk, Block]:
    """An exercise that is online, and the one that has something else for right."""
    block: Block = getattr(lettered, request.param)()
    other = deepcopy(block)
    CHANGES[request.param](other["value"])
    assert other != block
    return seat(block), other


def same(get: Callable[[], str], twins: tuple[Desk, Block]) -> str:
    """Return what one gets; it is the same for both exercises."""
    desk, other = twins
    before = masked(get())
    desk.edit(other)
    assert masked(get()) == before
    return before


def test_it_gives_the_same_page_whatever_is_right(twins):
    page = same(twins[0].page, twins)
    assert [one for one in SAID if one in page] == []


def test_it_gives_the_same_page_after_an_answer_that_is_not_whole(twins):
    desk, _other = twins
    page = same(lambda: desk.send({}), twins)
    assert [one for one in SAID if one in page] == []


def test_it_prints_the_same_page_whatever_is_right(twins):
    """On paper a talk stands there as a whole; the answers stand at the back, as 0014 has it for later."""
    desk, other = twins
    if other["type"] == "dialogue":
        other["value"] = deepcopy(desk.block["value"])
        other["value"]["turns"][0]["value"]["replies"][0]["value"].update(judgement="unfit", feedback="Nee.")
    url = reverse("prints:page", args=[desk.lesson.uid])

    def asked() -> str:
        page = desk.client.get(url).content.decode()
        return page[: page.index('class="paper-answers"')]

    page = same(asked, twins)
    assert [one for one in SAID if one in page] == []


@pytest.fixture
def indexed_at_once(settings):
    """The worker indexes a moment after saving; here at once."""
    quick = "django_tasks.backends.immediate.ImmediateBackend"
    settings.TASKS = {"default": {"BACKEND": quick, "ENQUEUE_ON_COMMIT": False}}


def test_it_finds_the_same_whatever_is_right(indexed_at_once, twins):
    desk, other = twins
    value = other["value"]
    words = (value.get("prompt") or value.get("statement") or value["situation"]).split()[0]

    def found() -> str:
        page = desk.client.get(reverse("search:search"), {"q": words}).content.decode()
        assert "Een oefening" in page
        return page

    found_page = same(found, twins)
    assert f"<mark>{words.strip('.?')}</mark>" in found_page


WRONG_FOR_BOTH: list[tuple[str, Sent]] = [
    ("order", places("dcba")),
    ("gaps", per_part(a="mis", b="mis")),
]


@pytest.mark.parametrize(("name", "given"), WRONG_FOR_BOTH)
def test_it_tells_nothing_of_what_is_right_after_a_wrong_answer(seat, name: str, given: Sent):
    block: Block = getattr(lettered, name)()
    other = deepcopy(block)
    CHANGES[name](other["value"])
    for one in (block, other):
        one["value"]["explanation"] = ""
        for sentence in one["value"].get("sentences", []):
            sentence["value"]["explanation"] = ""
    desk = seat(block)
    before = masked(desk.send(given))
    desk.edit(other)
    assert masked(desk.page()) == before


def test_it_does_not_name_a_word_that_was_missed(seat):
    desk = seat(lettered.hot_words())
    page = desk.send(picked("c"))
    assert "Er hoort nog iets bij." in page
    assert [one for one in ("over b", "over d") if one in page] == []


def test_it_shows_no_later_turn_of_a_talk(seat):
    block = lettered.dialogue()
    block["value"]["turns"][2]["value"]["says"] = "Zo eindigt het."
    desk = seat(block)
    assert "Zo eindigt het." not in desk.page()
    assert "Zo eindigt het." not in desk.send(picked("a"))
    assert "Zo eindigt het." in desk.send(picked("d"))
