"""Laws of the HTML subset; nh3 (another parser) judges what this one accepts."""

import nh3
from hypothesis import given, settings
from hypothesis import strategies as st

from lms.packages.markup import canonical, complaints
from tests.property.packages.strategies import htmls, inlines

TAGS = ["p", "ul", "ol", "li", "h3", "h4", "blockquote", "b", "i", "br"]
pieces = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(
        ["a", " ", "\n", "&amp;", "&", "<", '<a href="https://x.nl">', "</a>", "<br/>", "<script>", "<!--"]
    ),
)
soup = st.lists(pieces, max_size=12).map("".join)


def as_nh3_writes(html: str) -> str:
    allowed = {*TAGS, "a"}
    return nh3.clean(html, tags=allowed, attributes={"a": {"href"}}, link_rel=None).replace(
        "\u00a0", "&nbsp;"
    )


@given(soup)
@settings(max_examples=300)
def test_it_accepts_a_text_exactly_when_it_would_write_it_so(html: str) -> None:
    if complaints(html) == []:
        assert canonical(html) == html
    tidy = canonical(html)
    if complaints(tidy) == []:
        assert canonical(tidy) == tidy


@given(soup)
@settings(max_examples=300)
def test_it_accepts_nothing_that_another_parser_reads_otherwise(html: str) -> None:
    if complaints(html) == []:
        assert as_nh3_writes(html) == html


@given(htmls)
def test_it_accepts_every_text_in_the_subset(html: str) -> None:
    assert complaints(html) == []
    assert as_nh3_writes(html) == html.replace("\u00a0", "&nbsp;")


@given(inlines())
def test_it_accepts_every_line_in_the_subset(html: str) -> None:
    assert complaints(html, inline=True) == []
