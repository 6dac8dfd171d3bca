"""Words, sentences and syllables as the course was measured, and Flesch-Douma (domain.md §5.2)."""

import pytest
import yaml
from django.conf import settings

from lms.courses.checks.findings import Context, CourseSlot
from lms.courses.checks.lessons import report
from lms.courses.checks.reading import Measure, measure_lines
from lms.courses.checks.words import sentences_of, syllables_of, words_of
from tests.unit.courses.checks.stored import block, codes, sentence, text

PACKAGE = settings.BASE_DIR / "content" / "basistraining-oco"
NAMES = {
    "coordinator_naam": "de coördinator",
    "contactpersoon_naam": "de contactpersoon",
    "trainer_naam": "de trainer",
    "convenantpartners": "organisaties",
}
# As written beside each lesson when the course was made: words, words per sentence, longest, Flesch-Douma.
MEASURED = {
    "1.1": (173, 8.7, 13, 84), "1.2": (164, 7.5, 14, 85), "5.2": (170, 7.4, 15, 87),
    "1.4": (163, 7.8, 14, 67), "2.1": (157, 7.1, 15, 86), "2.2": (159, 5.7, 11, 101),
    "3.1": (174, 7.0, 15, 92), "4.4": (170, 5.9, 11, 97), "5.3": (159, 6.9, 13, 87),
    "6.1": (149, 4.8, 8, 98), "6.3": (157, 6.0, 13, 73), "7.2": (171, 6.1, 12, 82),
    "7.5": (179, 5.8, 14, 103), "8.5": (164, 6.8, 15, 92),
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("oco", 2), ("mooi", 1), ("mooie", 2), ("zeeën", 2), ("coördinator", 5), ("ideeën", 3), ("nieuw", 1),
        ("beïnvloeden", 4), ("één", 1), ("café", 2), ("ijsvrij", 2), ("leeuw", 1), ("baby", 2), ("84", 1),
        ("NAH", 1), ("ervaringsdeskundige", 7), ("fraaie", 2),
    ],
)  # fmt: skip
def test_it_counts_syllables_as_groups_of_vowels(word: str, count: int):
    assert syllables_of(word) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Kom binnen. Ga zitten!", 2),
        ("Zeg het zo: ‘Ik luister.’ Wacht even; praat dan.", 4),
        ("Bel 036 - 200 21 58", 1),
        ("Kijk op www.almere.nl/meedenker.", 1),
        ("Duurt 2.5 uur?", 1),
        ("… !", 0),
        ("", 0),
    ],
)
def test_it_counts_sentences(line: str, count: int):
    assert len(sentences_of(line)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [("Een cliënt-ondersteuner helpt.", 3), ("OCO's – 84% zegt ja", 4), ("Bel {{ gemeente }} nu", 3)],
)
def test_it_counts_words(line: str, count: int):
    assert len(words_of(line)) == count


def test_it_computes_flesch_douma():
    measure = measure_lines(["Een OCO helpt. Dat is gratis.", "Bel ons"])
    # 8 words, 3 sentences; een·o·co·helpt·dat·is·gra·tis·bel·ons = 10 syllables
    assert (measure.words, measure.sentences, measure.syllables, measure.longest) == (8, 3, 10, 3)
    assert measure.score == pytest.approx(206.835 - 77 * 10 / 8 - 0.93 * 8 / 3)


def test_it_has_no_score_without_words():
    assert measure_lines([]).score is None
    assert Measure().average == 0


@pytest.mark.parametrize("number", sorted(MEASURED))
def test_it_measures_the_starter_course_as_it_was_measured(number: str):
    lesson = next(one for one in lessons() if one.get("number") == number)
    found = measured(lesson)
    words, average, longest, score = MEASURED[number]
    assert found.words == pytest.approx(words, abs=1)
    assert found.average == pytest.approx(average, abs=0.1)
    assert found.longest == longest
    assert found.score == pytest.approx(score, abs=1.5)


def test_it_finds_the_whole_starter_course_easy_enough():
    scores = []
    for lesson in lessons():
        if lesson["kind"] == "lesson":
            scores.append(measured(lesson).score)
    assert len(scores) == 37
    assert (round(min(scores)), round(max(scores))) == (67, 103)


def test_it_hints_at_a_hard_text_of_50_words():
    hard = "<p>" + "Verantwoordelijkheidsverdeling veronderstelt beleidsmatige afstemming. " * 13 + "</p>"
    assert "leest erg moeilijk: -" in sentence(text(hard))
    assert codes(text("<p>Verantwoordelijkheidsverdeling veronderstelt afstemming.</p>")) == []


def test_it_leaves_out_titles_summaries_and_easy_twins():
    around = [
        block("summary", text="Kort en goed."),
        block("reflection", prompt="Wat vind jij?"),
        block("steps", title="Zo doe je het", items=[{"type": "item", "id": "i", "value": {"text": "Bel."}}]),
    ]
    found = report([*around, text("<p>Een.</p>", easy="<p>Twee woorden.</p>")], Context()).measure
    assert found.words == 2


def test_it_reads_the_items_of_a_list_one_by_one():
    lesson = text("<p>Deze organisaties doen mee: {{ partners }}.</p>")
    partners = CourseSlot("partners", "list", "")
    found = report([lesson], Context(slots=(partners,), values={"partners": "KBO, Abri, Humanitas"})).measure
    assert (found.sentences, found.longest) == (4, 4)


def lessons() -> list[dict]:
    files = sorted(PACKAGE.glob("modules/*/*.yaml"))
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files if path.name != "module.yaml"]
    return [one for one in read if "blocks" in one]


def measured(lesson: dict) -> Measure:
    blocks = [
        block(one["type"], **{key: value for key, value in one.items() if key not in {"type", "uid"}})
        for one in lesson["blocks"]
    ]
    return report(blocks, Context(values=values())).measure


def values() -> dict[str, str]:
    package = yaml.safe_load((PACKAGE / "package.yaml").read_text(encoding="utf-8"))
    return {slot["name"]: slot.get("example") or "" for slot in package["slots"]} | NAMES
