"""Looking for words, without a database."""

from uuid import UUID

import pytest

from lms.courses.pages.search_text import folded, texts_to_find
from lms.courses.search.rules import MAX_LENGTH, holds, shown, words_of
from tests.factories import courses as make


def marked(text: str, question: str) -> str:
    return "".join(f"[{one.text}]" if one.is_found else one.text for one in shown(text, words_of(question)))


def test_it_finds_without_capitals_and_accents():
    assert folded("Cliëntondersteuner É") == "clientondersteuner e"
    assert holds("De Cliënt komt", words_of("clIENT"))


def test_it_finds_the_beginning_of_a_word_but_not_its_end():
    assert holds("Wij doen intervisie.", words_of("intervis"))
    assert not holds("Wij doen intervisie.", words_of("visie"))


def test_it_asks_for_every_word():
    assert holds("Een OCO luistert", words_of("oco luis"))
    assert not holds("Een OCO luistert", words_of("oco praat"))


@pytest.mark.parametrize("question", ["", "  ", "…?!", "\u200b"])
def test_it_looks_for_nothing_without_a_word(question: str):
    assert words_of(question) == ()


def test_it_takes_no_endless_question():
    assert len(words_of("a" * 10_000)[0]) == MAX_LENGTH
    assert len(words_of(" ".join(f"w{n}" for n in range(99)))) == 8


def test_it_marks_the_words_where_they_stand():
    assert marked("Een cliënt vraagt hulp.", "client hulp") == "Een [cliënt] vraagt [hulp]."


def test_it_shows_the_piece_around_the_word():
    text = f"{'voor ' * 60}grens {'na ' * 60}".strip()
    piece = marked(text, "grens")
    assert piece.startswith("… voor")
    assert piece.endswith("na …")
    assert "[grens]" in piece
    assert len(piece) < 220


def test_it_shows_the_beginning_when_the_word_is_elsewhere():
    assert marked("Een OCO luistert.", "grens") == "Een OCO luistert."


def test_it_reads_what_a_learner_sees_before_answering():
    question, scenario = make.question(), make.scenario()
    texts = dict(texts_to_find([make.text("<p>Een <b>OCO</b>.</p>"), question, scenario]))
    assert texts[UUID(question["id"])] == "Wat betaalt de inwoner? Niets. Een eigen bijdrage. Tien euro."
    assert "Je vraagt na wie helpt." in texts[UUID(scenario["id"])]
    everything = " ".join(texts.values())
    assert "Een OCO." in everything
    for hidden in ("altijd gratis", "Eén keer wordt vaak vaker", "fits", "Q1.1", "S5.2"):
        assert hidden not in everything
