"""The starter course that ships with the product: nothing of the source text may get lost."""

import re
from collections import Counter
from pathlib import Path

import pytest

from lms.packages.archive import read_folder, write_folder
from lms.packages.blocks import Block, TableValue
from lms.packages.exercises import AssignmentValue, QuestionValue
from lms.packages.situations import ScenarioValue
from lms.packages.slots import slots_in
from lms.packages.tree import Lesson, Package

FOLDER = Path(__file__).parents[3] / "content" / "basistraining-oco"


@pytest.fixture(scope="module")
def course() -> Package:
    return read_folder(FOLDER)


def lessons_of(course: Package, kind: str) -> list[Lesson]:
    return [lesson for module in course.modules for lesson in module.lessons if lesson.kind == kind]


def values_of(course: Package, kind: type) -> list:
    blocks: list[Block] = [block for m in course.modules for lesson in m.lessons for block in lesson.blocks]
    return [block.value for block in blocks if isinstance(block.value, kind)]


def test_it_is_stored_exactly_as_the_writer_writes_it(course: Package, tmp_path: Path) -> None:
    write_folder(course, tmp_path)
    stored, written = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (FOLDER, tmp_path)
    )
    assert stored == written


def test_it_has_eight_modules_with_37_lessons(course: Package) -> None:
    assert [module.number for module in course.modules] == list(range(1, 9))
    assert Counter(lesson.number[0] for lesson in lessons_of(course, "lesson")) == Counter(
        {"1": 4, "2": 4, "3": 4, "4": 5, "5": 5, "6": 5, "7": 5, "8": 5}
    )
    assert len(lessons_of(course, "lesson")) == 37


def test_it_ends_each_module_with_assignments_questions_and_situations(course: Package) -> None:
    for module in course.modules:
        kinds = [lesson.kind for lesson in module.lessons]
        assert kinds[-3:] == ["assignments", "questions", "scenarios"]
        assert set(kinds[:-3]) == {"lesson"}
        assert [lesson.title for lesson in module.lessons[-3:]] == [
            f"{name} bij module {module.number}" for name in ("Opdrachten", "Vragen", "Situaties")
        ]


def test_it_has_goals_and_a_trainer_note_for_each_module(course: Package) -> None:
    assert [len(module.goals) for module in course.modules] == [4, 4, 4, 5, 4, 5, 5, 5]
    assert all(module.trainer_note for module in course.modules)
    assert course.modules[2].competences == ("C2", "C3", "C5")
    assert [module.number for module in course.modules if not module.competences] == [7]


def test_it_gives_each_lesson_one_reflection_and_one_summary(course: Package) -> None:
    for lesson in lessons_of(course, "lesson"):
        kinds = Counter(block.type for block in lesson.blocks)
        assert (kinds["reflection"], kinds["summary"]) == (1, 1), lesson.number
        assert [block.type for block in lesson.blocks][-2:] == ["reflection", "summary"]
        assert lesson.minutes_reading in (1, 2)
        assert lesson.minutes_doing in (3, 4, 5, 6)
        assert lesson.pictogram
        assert lesson.basis


def test_it_takes_231_minutes_to_read_and_think(course: Package) -> None:
    lessons = lessons_of(course, "lesson")
    assert sum(lesson.minutes_reading + lesson.minutes_doing for lesson in lessons) == 231
    assert course.course.own_work.startswith("231 minuten")


def test_it_has_16_assignments(course: Package) -> None:
    assignments = values_of(course, AssignmentValue)
    assert [one.code for one in assignments] == [
        f"{number}{letter}" for number in range(1, 9) for letter in "ab"
    ]
    assert {one.mode for one in assignments if one.code.endswith("a")} == {"alone"}
    assert {one.mode for one in assignments if one.code.endswith("b")} == {"together"}
    assert [(one.minutes_min, one.minutes_max) for one in assignments if one.code == "8b"] == [(60, 80)]
    assert [(one.code, len(one.rows)) for one in assignments if one.rows] == [("1b", 10)]


def test_it_has_40_questions_with_120_explained_answers(course: Package) -> None:
    questions = values_of(course, QuestionValue)
    assert [one.code for one in questions] == [f"Q{n}.{m}" for n in range(1, 9) for m in range(1, 6)]
    assert {len(one.answers) for one in questions} == {3}
    right = Counter([answer.correct for answer in one.answers].index(True) for one in questions)
    assert right == Counter({0: 13, 1: 14, 2: 13})


def test_it_has_21_situations_with_63_judged_reactions(course: Package) -> None:
    scenarios = values_of(course, ScenarioValue)
    assert Counter(one.code[1] for one in scenarios) == Counter(
        {"1": 2, "2": 2, "3": 2, "4": 2, "5": 4, "6": 3, "7": 3, "8": 3}
    )
    judgements = [[reaction.judgement for reaction in one.reactions] for one in scenarios]
    assert {len(one) for one in judgements} == {3}
    assert {one.count("fits") for one in judgements} == {1}
    assert Counter(one.index("fits") for one in judgements) == Counter({0: 7, 1: 7, 2: 7})
    assert all(one.situation.endswith("Wat doe je?") for one in scenarios)


def test_it_holds_up_the_mirror_of_roles_where_roles_are_the_subject(course: Package) -> None:
    mirrored = [one for one in values_of(course, ScenarioValue) if one.mirror]
    assert [one.code for one in mirrored] == [*(f"S5.{n}" for n in range(1, 5)), "S6.1", "S6.2", "S6.3"]
    for one in mirrored:
        assert [voice.role for voice in one.mirror] == [
            *("oco", "advocate", "buddy", "case_manager", "professional"),
        ]
        assert [reaction.judgement for reaction in one.reactions if reaction.hat == "oco"] == ["fits"]
        sentences = [part for voice in one.mirror for part in re.findall(r"[^.?]+", voice.text)]
        assert max(len(sentence.split()) for sentence in sentences) <= 15


def test_it_lets_work_be_handed_in_that_is_not_for_oneself_alone(course: Package) -> None:
    assignments = values_of(course, AssignmentValue)
    assert [one.code for one in assignments if one.hand_in] == ["1a", "3a", "4a", "8a"]


def test_it_explains_every_answer_and_reaction(course: Package) -> None:
    answers = [answer for one in values_of(course, QuestionValue) for answer in one.answers]
    reactions = [reaction for one in values_of(course, ScenarioValue) for reaction in one.reactions]
    assert (len(answers), len(reactions)) == (120, 63)
    said = [answer.explanation for answer in answers] + [reaction.feedback for reaction in reactions]
    assert [text for text in said if not text.endswith((".", "?", "’"))] == []


def test_it_has_25_slots_and_uses_no_other(course: Package) -> None:
    slots = {slot.name: slot for slot in course.slots}
    assert len(slots) == 25
    used = {name for path in FOLDER.rglob("*.yaml") for name in slots_in(path.read_text("utf-8"))}
    assert used == set(slots)
    assert slots["gemeente"].example == "Almere"
    assert slots["telefoon_oco"].example == "036 - 200 21 58"
    assert len(slots["convenantpartners"].example.split("\n")) == 8
    assert slots["contactpersoon_naam"].kind == "per_learner"


def test_it_names_no_person_in_a_slot(course: Package) -> None:
    names = [slot for slot in course.slots if slot.kind in ("name", "per_learner")]
    assert [slot.name for slot in names] == ["coordinator_naam", "contactpersoon_naam", "trainer_naam"]
    assert {slot.example for slot in names} == {""}


def test_it_says_with_each_figure_where_it_was_measured(course: Package) -> None:
    figures = [slot for slot in course.slots if slot.caveat]
    assert [slot.name for slot in figures] == [
        slot.name for slot in course.slots if slot.name.startswith("cijfer_")
    ]
    assert {slot.caveat for slot in figures} == {"gemeten in Almere, 2018–2020"}
    assert "<i>gemeten in Almere, 2018–2020</i>" in course.manifest.slots_note


def test_it_tells_the_trainer_that_this_is_a_first_text(course: Package) -> None:
    assert course.manifest.status_note.startswith("<p><b>Lees dit eerst: dit is starttekst.</b></p>")
    assert "Het is <b>niet</b> het trainingsmateriaal" in course.manifest.status_note


def test_it_shows_that_the_tralans_page_is_not_the_model_itself(course: Package) -> None:
    page = course.tralans
    assert page is not None
    assert page.status == "derived"
    assert "<b>alleen afgeleid van die ene zin</b>" in page.banner
    assert page.author_credit.startswith("Hans Hobijn")
    assert "Vraag ook toestemming" in page.permission_note
    assert [theme.title for theme in page.themes] == ["Zelfredzaamheid", "De beperking", "De ondersteuning"]
    assert [len(theme.questions) for theme in page.themes] == [5, 5, 5]
    assert (len(page.exercise.steps), len(page.exercise.stories), len(page.exercise.discussion)) == (6, 2, 3)
    assert page.summary.startswith("Iemand zoekt naar rust en evenwicht")


def test_it_has_two_intervision_scripts_of_80_and_60_minutes(course: Package) -> None:
    assert [(one.title, one.minutes, len(one.steps)) for one in course.methods] == [
        ("Incidentmethode in gewone taal", 80, 11),
        ("Leren van wat lukte", 60, 10),
    ]
    assert [step.title for one in course.methods for step in one.steps if step.pause] == ["Pauze"]
    assert all(one.tips for one in course.methods)
    assert course.record is not None
    assert (len(course.record.keep), len(course.record.leave_out)) == (6, 6)


def test_it_guides_the_closing_talk(course: Package) -> None:
    talk = course.closing_talk
    assert talk is not None
    assert talk.minutes == 45
    assert [point.competence for point in talk.points] == ["C1", "C2", "C3", "C4", "C5", "C6", ""]
    assert talk.points[-1].can_do == "Grenzen"


def test_it_has_a_glossary_and_a_guide_for_the_trainer(course: Package) -> None:
    assert course.glossary is not None
    assert len(course.glossary.terms) == 24
    assert course.trainer is not None
    assert [meeting.modules for meeting in course.trainer.meetings] == [(1, 2), (3, 4), (5, 6), (7, 8)]
    assert len(course.trainer.checklist) == 10
    assert [source.code for source in course.sources] == ["S0", "S1", "S2", "S3", "S4", "AK"]


@pytest.mark.parametrize(
    ("path", "sample"),
    [
        (
            "modules/03*/04*.yaml",
            "<p><i>Ik wil graag … , want dat is voor mij belangrijk omdat … . Nu lukt dat",
        ),
        ("modules/01*/03*.yaml", "noemen we iedereen die zo meedenkt een {{ term_meedenker }}."),
        ("modules/05*/04*.yaml", "dat gaat de spankracht van een OCO ver te boven."),
        ("modules/07*/03*.yaml", "<li><b>Direct gevaar? Bel 112.</b> Breng eerst jezelf in veiligheid.</li>"),
        ("modules/08*/02*.yaml", "<p>Wat schrijf je <b>niet</b> op?</p>"),
        ("modules/06*/08*.yaml", "Maandag om elf uur bel ik u en lezen we de brief samen.’"),
        ("modules/07*/06*.yaml", "(eerst vragen, en daarna verwijderen)"),
        ("glossary.yaml", "minder vragen dan je nodig hebt. (Niet: verhoren.)"),
    ],
)
def test_it_keeps_the_words_of_the_source(path: str, sample: str) -> None:
    (file,) = FOLDER.glob(path)
    assert sample in file.read_text("utf-8")


def test_it_gives_every_table_a_caption(course: Package) -> None:
    tables = values_of(course, TableValue)
    assert [len(table.rows) for table in tables] == [3, 5]
    assert all(table.caption for table in tables)


def test_it_does_not_speak_of_a_quiz() -> None:
    assert [path.name for path in FOLDER.rglob("*.yaml") if "quiz" in path.read_text("utf-8").lower()] == []
