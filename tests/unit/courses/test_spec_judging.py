"""Worked examples of docs/decisions/0014: exercise and response, and what that is worth, computed by hand."""

from itertools import combinations, permutations, product

import pytest

from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.rules import (
    Response,
    Result,
    UnansweredError,
    UnknownAnswerError,
    from_data,
    key_of,
    to_data,
)
from tests.unit.courses import lettered
from tests.unit.courses.lettered import exercise, one, paired, placed, plain, typed, uid

PASSING = {"right", "fits", "careful", "done"}
JUDGED = [
    ("question", one("a"), "wrong", ""),
    ("question", one("b"), "right", ""),
    ("question", one("c"), "wrong", ""),
    ("choices", one("a"), "partly", "a:right c:missed"),
    ("choices", one("c"), "partly", "a:missed c:right"),
    ("choices", one("b"), "wrong", "a:missed b:wrong c:missed"),
    ("choices", one("d", "b"), "wrong", "a:missed b:wrong c:missed d:wrong"),
    ("choices", one("a", "c"), "right", "a:right c:right"),
    ("choices", one("c", "a"), "right", "a:right c:right"),
    ("choices", one("a", "b"), "partly", "a:right b:wrong c:missed"),
    ("choices", one("a", "c", "d"), "partly", "a:right c:right d:wrong"),
    ("choices", one("a", "b", "c", "d"), "partly", "a:right b:wrong c:right d:wrong"),
    ("statement", plain("false"), "right", ""),
    ("statement", plain("true"), "wrong", ""),
    ("gaps", typed(a="cliënt-ondersteuner", b="kant"), "right", "a:right b:right"),
    ("gaps", typed(a="Client-Ondersteuner.", b=" KANT "), "right", "a:right b:right"),
    ("gaps", typed(a="oco", b="kanten"), "partly", "a:right b:wrong"),
    ("gaps", typed(a="maatje", b="kant!"), "partly", "a:wrong b:right"),
    ("gaps", typed(a="kant", b="OCO"), "wrong", "a:wrong b:wrong"),
    ("order", one("a", "b", "c", "d"), "right", "a:right b:right c:right d:right"),
    ("order", one("b", "a", "c", "d"), "partly", "a:wrong b:wrong c:right d:right"),
    ("order", one("a", "d", "b", "c"), "partly", "a:right b:wrong c:wrong d:wrong"),
    ("order", one("b", "c", "d", "a"), "wrong", "a:wrong b:wrong c:wrong d:wrong"),
    ("order", one("d", "c", "b", "a"), "wrong", "a:wrong b:wrong c:wrong d:wrong"),
    ("match", paired(a="naast", b="over", c="naast"), "right", "a:right b:right c:right"),
    ("match", paired(a="naast", b="naast", c="naast"), "partly", "a:right b:wrong c:right"),
    ("match", paired(a="over", b="over", c="over"), "partly", "a:wrong b:right c:wrong"),
    ("match", paired(a="over", b="naast", c="over"), "wrong", "a:wrong b:wrong c:wrong"),
    ("sort", placed(a="g", b="g", c="h"), "right", "a:right b:right c:right"),
    ("sort", placed(a="g", b="g", c="g"), "partly", "a:right b:right c:wrong"),
    ("sort", placed(a="h", b="g", c="g"), "partly", "a:wrong b:right c:wrong"),
    ("sort", placed(a="h", b="h", c="g"), "wrong", "a:wrong b:wrong c:wrong"),
    ("hot_words", one("b", "d"), "right", "b:right d:right"),
    ("hot_words", one("d", "b"), "right", "b:right d:right"),
    ("hot_words", one("b"), "partly", "b:right d:missed"),
    ("hot_words", one("b", "c", "d"), "partly", "b:right c:wrong d:right"),
    ("hot_words", one("c"), "wrong", "b:missed c:wrong d:missed"),
    ("scenario", one("a"), "fits", ""),
    ("scenario", one("b"), "careful", ""),
    ("scenario", one("c"), "unfit", ""),
    ("dialogue", one("a"), "goes_on", "a:fits"),
    ("dialogue", one("c"), "goes_on", "c:unfit"),
    ("dialogue", one("a", "d"), "goes_on", "a:fits d:fits"),
    ("dialogue", one("a", "d", "g"), "fits", "a:fits d:fits g:fits"),
    ("dialogue", one("b", "d", "g"), "careful", "b:careful d:fits g:fits"),
    ("dialogue", one("a", "e"), "careful", "a:fits e:careful"),
    ("dialogue", one("a", "f"), "unfit", "a:fits f:unfit"),
    ("dialogue", one("b", "f"), "unfit", "b:careful f:unfit"),
    ("dialogue", one("c", "g"), "unfit", "c:unfit g:fits"),
    ("dialogue", one("a", "d", "h"), "unfit", "a:fits d:fits h:unfit"),
    ("assignment", plain("done"), "done", ""),
    ("assignment", plain("later"), "later", ""),
]
UNANSWERED: list[tuple[str, Response]] = [
    ("question", {}),
    ("question", plain()),
    ("question", plain("")),
    ("choices", {}),
    ("statement", plain("")),
    ("gaps", typed(a="OCO")),
    ("gaps", typed(a="OCO", b="")),
    ("gaps", typed(a="   ", b="kant")),
    ("order", {}),
    ("match", paired(a="naast", b="over")),
    ("match", {**paired(a="naast", b="over"), **typed(c="")}),
    ("sort", placed(a="g", c="h")),
    ("hot_words", {}),
    ("scenario", plain()),
    ("dialogue", {}),
    ("assignment", {}),
]
UNKNOWN: list[tuple[str, Response]] = [
    ("question", one("d")),
    ("question", one("a", "b")),
    ("question", one("b", "b")),
    ("question", plain("b")),
    ("question", {**one("b"), "extra": ("x",)}),
    ("choices", one("a", "z")),
    ("choices", one("a", "a", "c")),
    ("statement", plain("True")),
    ("statement", plain("true", "false")),
    ("gaps", typed(a="OCO", b="kant", z="x")),
    ("gaps", {**typed(b="kant"), f"answer-{uid('a')}": ("OCO", "OCO")}),
    ("order", one("a", "b", "c", "c")),
    ("order", one("a", "b", "c", "d", "a")),
    ("order", one("a", "b", "c", "z")),
    ("match", paired(a="naast", b="over", c="erboven")),
    ("match", typed(a="naast", b="over", c="naast")),
    ("sort", placed(a="g", b="g", c="a")),
    ("sort", placed(a="g", b="g", c="h", z="g")),
    ("hot_words", one("a", "b")),
    ("hot_words", one("b", "b")),
    ("scenario", one("a", "b")),
    ("scenario", one("z")),
    ("dialogue", one("d")),
    ("dialogue", one("a", "g")),
    ("dialogue", one("a", "e", "g")),
    ("dialogue", one("a", "a")),
    ("assignment", plain("misschien")),
    ("assignment", plain("done", "later")),
]


@pytest.mark.parametrize(("name", "response", "verdict", "remarks"), JUDGED)
def test_it_judges_as_computed_by_hand(name: str, response: Response, verdict: str, remarks: str):
    outcome = exercise(name).judge(response)
    assert outcome.verdict == verdict
    assert outcome.result is (Result.PASSED if verdict in PASSING else Result.TRIED)
    if remarks:
        said = {lettered.letter_of(part): remark.verdict for part, remark in outcome.remarks.items()}
        assert said == dict(pair.split(":") for pair in remarks.split())


def test_it_never_passes_a_reaction_without_a_judgement():
    draft = lettered.scenario()
    draft["value"]["reactions"][0]["value"]["judgement"] = ""
    assert not exercise_of(draft).judge(one("a")).passed


@pytest.mark.parametrize(("name", "response"), UNANSWERED)
def test_it_asks_for_what_is_empty(name: str, response: Response):
    with pytest.raises(UnansweredError):
        exercise(name).judge(response)


@pytest.mark.parametrize(("name", "response"), UNKNOWN)
def test_it_refuses_what_is_not_of_the_exercise(name: str, response: Response):
    with pytest.raises(UnknownAnswerError):
        exercise(name).judge(response)


def test_it_keeps_the_order_of_a_dialogue_in_its_remarks():
    assert list(exercise("dialogue").judge(one("b", "d", "g")).remarks) == [uid("b"), uid("d"), uid("g")]


@pytest.mark.parametrize(("name", "rights"), [("choices", "ac"), ("hot_words", "bd")])
def test_it_judges_every_set_of_choices(name: str, rights: str):
    options = "abcd" if name == "choices" else "bcd"
    for count in range(1, len(options) + 1):
        for chosen in combinations(options, count):
            right = set(chosen) == set(rights)
            expected = "right" if right else "partly" if set(chosen) & set(rights) else "wrong"
            assert exercise(name).judge(one(*chosen)).verdict == expected


def test_it_judges_every_order():
    for way in permutations("abcd"):
        standing = [one_of == place for one_of, place in zip(way, "abcd", strict=True)]
        expected = "right" if all(standing) else "partly" if any(standing) else "wrong"
        assert exercise("order").judge(one(*way)).verdict == expected


def test_it_judges_every_sorting():
    for way in product("gh", repeat=3):
        standing = [group == right for group, right in zip(way, "ggh", strict=True)]
        expected = "right" if all(standing) else "partly" if any(standing) else "wrong"
        assert exercise("sort").judge(placed(**dict(zip("abc", way, strict=True)))).verdict == expected


SAME = [
    ("choices", one("a", "c"), one("c", "a")),
    ("hot_words", one("b", "d"), one("d", "b")),
    ("sort", placed(a="g", b="h", c="h"), dict(reversed(placed(a="g", b="h", c="h").items()))),
    ("gaps", typed(a="x", b="y"), typed(b="y", a="x")),
]
DIFFERENT = [
    ("order", one("a", "b", "c", "d"), one("b", "a", "c", "d")),
    ("choices", one("a"), one("a", "c")),
    ("sort", placed(a="g", b="h", c="h"), placed(a="h", b="g", c="h")),
    ("gaps", typed(a="x", b="y"), typed(a="y", b="x")),
    ("dialogue", one("a", "d"), one("b", "d")),
    ("statement", plain("true"), plain("false")),
]


@pytest.mark.parametrize(("name", "first", "second"), SAME)
def test_it_knows_the_same_response_again(name: str, first: Response, second: Response):
    canonical = exercise(name).canonical
    assert key_of(canonical(first)) == key_of(canonical(second))
    assert list(to_data(canonical(first)).items()) == list(to_data(canonical(second)).items())


@pytest.mark.parametrize(("name", "first", "second"), DIFFERENT)
def test_it_tells_other_responses_apart(name: str, first: Response, second: Response):
    canonical = exercise(name).canonical
    assert key_of(canonical(first)) != key_of(canonical(second))


@pytest.mark.parametrize(("name", "response", "verdict", "_remarks"), JUDGED)
def test_it_judges_what_it_kept_the_same(name: str, response: Response, verdict: str, _remarks: str):
    kept = from_data(to_data(exercise(name).canonical(response)))
    assert exercise(name).judge(kept) == exercise(name).judge(response)
    assert exercise(name).canonical(kept) == kept


def test_it_shows_each_right_side_once_in_alphabetical_order():
    found = exercise("match")
    assert [text for _key, text in found.rights] == ["naast", "over"]
