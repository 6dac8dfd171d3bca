"""Laws of the checks: the drift of an easy twin is exact, and no stored block can make a check stumble."""

from html import escape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lms.courses.checks.findings import Context, CourseSlot, Kind
from lms.courses.checks.lessons import report
from lms.courses.checks.twins import fingerprint, is_out_of_date

WORDS = st.lists(st.text("abcéXYZ.,!&<'’ 1".replace(" ", ""), min_size=1, max_size=6), max_size=8)
WRAPS = ("{}", "<b>{}</b>", "<i>{}</i>", '<a href="https://x.nl">{}</a>')
BREAKS = (" ", "\n  ", "</p><p>", "</p>\n<h3>", "<br>", "</li><li>", "&nbsp;")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    [
        "html",
        "easy",
        "easy_of",
        "picture",
        "recording",
        "file",
        "alt",
        "word",
        "rows",
        "answers",
        "prompt",
        "x",
    ]
)
TYPES = st.sampled_from(
    ["text", "callout", "image", "video", "audio", "download", "term", "assignment", "table", "question", ""]
)
MARKUP = st.text("<>/&;!?-[]{}ph34ab \"'=CDATA\n(.)0369", max_size=40)
BLOCKS = st.lists(
    JSON
    | st.fixed_dictionaries(
        {
            "type": TYPES,
            "id": st.text(max_size=5),
            "value": st.dictionaries(FIELDS, MARKUP | JSON, max_size=5),
        }
    ),
    max_size=5,
)
CONTEXT = Context(
    words=("OCO", ""),
    slots=(CourseSlot("a", "phone", "036 - 200 21 58"), CourseSlot("b", "url", "x.nl")),
    values={"a": "0369"},
)


@st.composite
def written(draw: st.DrawFn, words: list[str]) -> str:
    """One of the many ways to write the same visible words as HTML."""
    html = "<p>"
    for word in words:
        html += draw(st.sampled_from(WRAPS)).format(escape(word)) + draw(st.sampled_from(BREAKS))
    return html + "</p>"


@given(st.data(), WORDS, WORDS)
def test_it_drifts_exactly_when_the_visible_words_differ(
    data: st.DataObject, one: list[str], other: list[str]
):
    first, second = data.draw(written(one)), data.draw(written(other))
    assert (fingerprint(first) == fingerprint(second)) == (one == other)
    assert is_out_of_date(second, "<p>Makkelijk.</p>", fingerprint(first)) == (one != other)
    assert not is_out_of_date(second, "<p> </p>", fingerprint(first))


@given(st.data(), WORDS)
def test_it_never_drifts_by_writing_the_same_words_otherwise(data: st.DataObject, words: list[str]):
    first, second = data.draw(written(words)), data.draw(written(words))
    assert not is_out_of_date(second, "<p>Makkelijk.</p>", fingerprint(first))


@given(BLOCKS)
def test_it_reads_every_form_of_blocks_and_always_says_the_same(blocks: list[Any]):
    found = report(blocks, CONTEXT).findings
    assert found == report(blocks, CONTEXT).findings
    assert all(0 <= one.position <= len(blocks) for one in found)
    in_order = [(one.kind is Kind.HINT, one.position) for one in found]
    assert in_order == sorted(in_order)


@given(BLOCKS, BLOCKS)
def test_it_refuses_no_less_when_blocks_are_added(blocks: list[Any], more: list[Any]):
    def refused(them: list[Any]) -> list[str]:
        return [one.sentence for one in report(them, CONTEXT).findings if one.kind is Kind.REFUSE]

    assert refused([*blocks, *more])[: len(refused(blocks))] == refused(blocks)
