"""Hints about how a text is written (docs/decisions/0016)."""

import pytest

from lms.courses.checks.findings import Context, Kind
from lms.courses.checks.lessons import report
from tests.unit.courses.checks.stored import block, codes, sentence, text

FIFTEEN = "Soms heb je hulp nodig van de gemeente of van een hele andere instantie daar"


@pytest.mark.parametrize(("extra", "said"), [("", None), (" buiten", "heeft 16 woorden"), (" a" * 6, "21")])
def test_it_hints_at_long_sentences(extra: str, said: str | None):
    lesson = text(f"<p>Kort. {FIFTEEN}{extra}. Kort.</p>")
    assert codes(lesson) == ([] if said is None else ["long_sentence"])
    if said:
        assert said in sentence(lesson)


def test_it_says_more_about_a_sentence_that_is_too_long():
    assert "is te lang: 21 woorden" in sentence(text(f"<p>{FIFTEEN}{' a' * 6}.</p>"))


def test_it_ends_a_sentence_at_a_line_a_list_item_and_a_cell():
    cells = [{"type": "item", "id": "c", "value": [{"type": "item", "id": "d", "value": FIFTEEN}] * 2}]
    assert codes(text(f"<ul><li>{FIFTEEN}</li><li>{FIFTEEN}</li></ul>")) == []
    assert codes(block("table", caption="", header=[], rows=cells)) == []
    assert codes(block("summary", text=f"{FIFTEEN}\n{FIFTEEN}")) == []


def test_it_looks_in_every_part_of_an_exercise_and_in_the_easy_twin():
    long = f"{FIFTEEN} nog meer"
    answers = [{"type": "item", "id": "a", "value": {"text": "Ja", "correct": True, "explanation": long}}]
    assert codes(block("question", code="Q1.1", prompt=long, answers=answers)) == ["long_sentence"] * 2
    assert codes(text("", easy=f"<p>{long}</p>")) == ["twin", "long_sentence"]


@pytest.mark.parametrize(
    "html",
    [
        "De AVG geldt.", "Lees dit a.u.b. goed.", "De OCO's helpen.", "Bel de GGZ. Zie ook GGZ (zorg).",
    ],
)  # fmt: skip
def test_it_hints_at_an_abbreviation_without_explanation(html: str):
    assert codes(text(f"<p>{html}</p>")) == ["abbreviation"]


@pytest.mark.parametrize(
    "html",
    [
        "De AVG (de privacywet) geldt. De AVG is streng.",
        "Niet-aangeboren hersenletsel (NAH) zie je niet. NAH is lastig.",
        "Lees dit a.u.b. (alsjeblieft) goed.",
        "De KBO helpt.",
        "NIET doen. Bel mij. Kijk op TV. Hoofdstuk IV.",
        "Kijk op www.GGZ.nl of {{ gemeente }}.",
        "Een OCO’er.",
    ],
)
def test_it_accepts_an_abbreviation_that_is_explained(html: str):
    assert codes(text(f"<p>{html}</p>"), words=("KBO", "OCO of OCO’er"), values={"gemeente": "x"}) == []


def test_it_names_each_abbreviation_once_in_a_lesson():
    assert codes(text("<p>De VOG en de VOG.</p>"), block("summary", "b2", text="Je VOG.")) == ["abbreviation"]


@pytest.mark.parametrize(
    "words",
    ["hier", "Klik hier", "Lees meer…", "link", "https://almere.nl/oco", "www.almere.nl", "almere.nl"],
)
def test_it_hints_at_a_link_that_does_not_say_where(words: str):
    assert codes(text(f'<p>Kijk <a href="https://almere.nl">{words}</a>.</p>')) == ["click_here"]


@pytest.mark.parametrize("words", ["de website van Almere", "hier staat meer over hulp", "oco@almere.nl"])
def test_it_accepts_a_link_that_says_where(words: str):
    assert codes(text(f'<p><a href="https://almere.nl">{words}</a></p>')) == []


def test_it_hints_at_four_words_in_capitals():
    assert codes(text("<p>BEL NU DIRECT DE politie.</p>")) == ["capitals"]
    assert codes(text("<p>Bel NIET NU de politie.</p>"), words=("NU",)) == []


def test_it_only_advises_about_language():
    found = report([text(f"<p>{FIFTEEN} en de VOG. <a>hier</a> BEL NU DIRECT DE</p>")], Context()).findings
    assert {one.kind for one in found} == {Kind.HINT}
    assert {(one.block, one.position) for one in found} == {("b1", 1)}
