"""The editor takes every kind of exercise, and refuses what a course package refuses too."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlock
from wagtail.blocks.stream_block import StreamValue

from lms.courses.exercises.content import exercises_of
from lms.courses.models import LessonPage
from lms.courses.pages.blocks import LessonBody
from lms.courses.pages.publishing import NotPublishableError
from lms.packages.codec import Reading, decode, encode
from lms.packages.problems import Place
from lms.packages.stream import read_blocks, stored_blocks
from lms.packages.yaml_reader import parse
from lms.packages.yaml_writer import dump
from tests.factories import courses, exercises
from tests.factories.courses import Block, item

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def body() -> StreamBlock:
    return LessonBody()


def stream(body: StreamBlock, *blocks: Block) -> StreamValue:
    return body.to_python(list(blocks))


def problems(value: StreamValue) -> list[str]:
    """Return what a course package says about the blocks in a stream."""
    reading = Reading()
    for block in read_blocks(value):
        node = parse(dump(encode(block.value)), "les.yaml", reading.problems)
        assert node is not None
        decode(type(block.value), node, Place("les.yaml"), reading)
    return [problem.message for problem in reading.problems]


def places(error: object) -> list[str]:
    """Return where in a block the editor shows an error: names of fields and places in lists."""
    data = error.as_json_data() if isinstance(error, ValidationError) else error  # type: ignore[attr-defined]
    assert isinstance(data, dict)
    inner = data.get("blockErrors", {})
    pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
    found = [
        f"{name}.{place}".rstrip(".") for name, below in pairs if below is not None for place in places(below)
    ]
    return found or [""]


@pytest.mark.parametrize("kind", sorted(exercises.MAKERS))
def test_it_takes_every_kind_and_keeps_it_as_it_was(body: StreamBlock, kind: str):
    block = exercises.MAKERS[kind]()
    cleaned = body.clean(stream(body, block))
    assert problems(cleaned) == []
    [kept] = cleaned.get_prep_value()
    assert exercises_of([kept]) == exercises_of([block])
    again = json.loads(stored_blocks(read_blocks(cleaned)))
    assert exercises_of(again) == exercises_of([block])


def first(name: str, **changes: Any) -> Change:
    """Change the first item of a list."""
    return lambda value: value[name][0]["value"].update(changes)


def only_first(name: str) -> Change:
    """Keep only the first item of a list."""
    return lambda value: value[name].__delitem__(slice(1, None))


def same(name: str, field: str) -> Change:
    """Let the second item say the same as the first."""
    return lambda value: value[name][1]["value"].update({field: value[name][0]["value"][field]})


def replies(turn: int, **changes: Any) -> Change:
    """Change all replies of a turn."""

    def change(value: dict[str, Any]) -> None:
        for reply in value["turns"][turn]["value"]["replies"]:
            reply["value"].update(changes)

    return change


def unfit(value: dict[str, Any]) -> None:
    for turn in range(3):
        replies(turn, judgement="unfit")(value)


def all_cold(value: dict[str, Any]) -> None:
    for part in value["parts"]:
        part["value"]["role"] = "cold"


BROKEN: list[tuple[str, Change, str]] = [
    ("question", first("answers", correct=False), "answers"),
    ("question", lambda value: value["answers"][1]["value"].update(correct=True), "answers"),
    ("question", only_first("answers"), "answers"),
    ("question", first("answers", explanation=""), "answers.0.explanation"),
    ("choices", only_first("answers"), "answers"),
    ("choices", lambda value: [one["value"].update(correct=False) for one in value["answers"]], "answers"),
    ("statement", lambda value: value.update(if_false=""), "if_false"),
    ("statement", lambda value: value.update(correct=""), "correct"),
    ("gaps", lambda value: value.update(sentences=[]), "sentences"),
    ("gaps", first("sentences", answers=[]), "sentences.0.answers"),
    ("gaps", first("sentences", before="", after=""), "sentences.0.before"),
    ("gaps", first("sentences", answers=[{**item(), "value": "…"}]), "sentences.0.answers"),
    ("gaps", first("sentences", answers=[{**item(), "value": "x" * 201}]), "sentences.0.answers.0"),
    ("gaps", first("sentences", answers=[{**item(), "value": "{{ gemeente }}"}]), "sentences.0.answers"),
    ("order", only_first("items"), "items"),
    ("order", same("items", "text"), "items.1.text"),
    ("match", only_first("pairs"), "pairs"),
    ("match", same("pairs", "left"), "pairs.1.left"),
    ("match", same("pairs", "right"), "pairs"),
    ("sort", only_first("groups"), "groups"),
    ("sort", same("groups", "title"), "groups.1.title"),
    ("sort", first("groups", items=[]), "groups"),
    ("sort", first("groups", items=[item(text="Beslissen"), item(text="Praten")]), "groups"),
    ("hot_words", all_cold, "parts"),
    ("scenario", only_first("reactions"), "reactions"),
    ("scenario", first("reactions", judgement="careful"), "reactions"),
    ("scenario", same("mirror", "role"), "mirror.1.role"),
    ("dialogue", lambda value: value.update(turns=[]), "turns"),
    ("dialogue", same("turns", "name"), "turns.1.name"),
    ("dialogue", first("turns", replies=[]), "turns.0.replies"),
    ("dialogue", replies(1, goes_to="begin"), "turns.1.replies.0.goes_to"),
    ("dialogue", replies(1, goes_to="nergens"), "turns.1.replies.0.goes_to"),
    ("dialogue", replies(0, goes_to="eind"), "turns.1.name"),
    ("dialogue", unfit, "turns"),
    ("assignment", lambda value: value.update(minutes_min=20), "minutes_max"),
    ("assignment", lambda value: value.update(header=[{**item(), "value": "Kop"}], rows=[row(2)]), "rows"),
    ("assignment", lambda value: value.update(title=""), "title"),
]


def row(cells: int) -> Block:
    """Make a row of a table."""
    return {**item(), "value": [{**item(), "value": "x"} for _ in range(cells)]}


@pytest.mark.parametrize(("kind", "change", "place"), BROKEN)
def test_it_refuses_what_a_package_refuses_and_says_where(
    body: StreamBlock, kind: str, change: Change, place: str
):
    block = exercises.MAKERS[kind]()
    change(block["value"])
    value = stream(body, block)
    with pytest.raises(ValidationError) as caught:
        body.clean(value)
    assert places(caught.value)[0].partition(".")[2] == place
    assert problems(value) != []


@pytest.mark.parametrize(("kind", "change", "place"), BROKEN[:3] + BROKEN[-4:])
def test_it_keeps_a_draft_that_is_not_right_yet(body: StreamBlock, kind: str, change: Change, place: str):
    block = exercises.MAKERS[kind]()
    change(block["value"])
    cleaned = body.clean_deferred(stream(body, block))
    assert len(cleaned) == 1
    assert len(exercises_of(cleaned.get_prep_value())) == 1


def test_it_has_a_group_for_every_exercise(body: StreamBlock):
    groups = {str(body.child_blocks[kind].meta.group) for kind in exercises.MAKERS}
    assert groups == {"Doen"}


def test_it_lets_a_twin_belong_to_its_text_and_stores_no_tick(body: StreamBlock):
    block = exercises.assignment(easy="<p>Zeg wat je doet.</p>")
    [kept] = body.clean(stream(body, block)).get_prep_value()
    assert len(kept["value"]["easy_of"]) == 16
    assert "easy_checked" not in kept["value"]

    changed = {**kept, "value": {**kept["value"], "html": "<p>Iets anders.</p>"}}
    [same_] = body.clean(stream(body, changed)).get_prep_value()
    assert same_["value"]["easy_of"] == kept["value"]["easy_of"]
    ticked = {**changed, "value": {**changed["value"], "easy_checked": True}}
    [renewed] = body.clean(stream(body, ticked)).get_prep_value()
    assert renewed["value"]["easy_of"] != kept["value"]["easy_of"]
    bare = {**kept, "value": {**kept["value"], "easy": "<p> </p>"}}
    [without] = body.clean(stream(body, bare)).get_prep_value()
    assert without["value"]["easy_of"] == ""


@pytest.mark.django_db
def test_it_keeps_every_exercise_through_a_page(home, municipality):
    blocks = exercises.every_exercise()
    page = courses.lesson(courses.module(courses.course(home)), *blocks)
    stored = LessonPage.objects.get(pk=page.pk).body.get_prep_value()
    assert exercises_of(stored) == exercises_of(blocks)


@pytest.mark.django_db
def test_it_keeps_an_unfinished_exercise_offline_by_any_way(home, municipality):
    question = courses.question()
    page = courses.lesson(courses.module(courses.course(home)), courses.text(), question)
    question["value"]["answers"][0]["value"]["correct"] = False
    page.body = json.dumps([courses.text(), question])
    revision = page.save_revision()
    with pytest.raises(NotPublishableError, match=r"Blok 2 \(Vraag\): deze oefening") as caught:
        revision.publish()
    assert caught.value.codes == ("unfinished",)
    stored = LessonPage.objects.get(pk=page.pk).body.get_prep_value()
    assert stored[1]["value"]["answers"][0]["value"]["correct"] is True
