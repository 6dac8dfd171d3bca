"""The page of every kind of exercise: as new, judged, shown again, and when the exercise changed."""

import re
from uuid import uuid4

import pytest

from lms.courses.models import Attempt, ExerciseState, LessonProgress
from lms.courses.progress.page_fields import fields_of
from tests.factories.exercises import MAKERS
from tests.integration.courses.progress.kinds import Kinds, lesson_of_every_kind

pytestmark = pytest.mark.django_db
ANSWERED = [kind for kind in MAKERS if kind not in {"dialogue", "assignment"}]
PARTS = ["gaps", "order", "match", "sort"]


@pytest.fixture
def kinds(small) -> Kinds:
    return lesson_of_every_kind(small.module)


def main(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def uid(block, part: str, index: int) -> str:
    return block["value"][part][index]["id"]


def wrong(kinds: Kinds, kind: str) -> dict[str, tuple[str, ...]]:
    """A response that does not pass."""
    right = kinds.exercise(kind).solution()
    if kind == "order":
        return {"answer": tuple(reversed(right["answer"]))}
    if kind in {"match", "sort"}:
        return dict.fromkeys(right, next(iter(right.values())))
    if kind == "gaps":
        return dict.fromkeys(right, ("iets anders",))
    if kind in {"choices", "hot_words"}:
        return {"answer": right["answer"][:1]}
    options = {"question": "answers", "scenario": "reactions"}
    return {"answer": ("false" if kind == "statement" else uid(kinds.blocks[kind], options[kind], 2),)}


@pytest.mark.parametrize("kind", MAKERS)
def test_it_asks_without_telling(as_noor, kinds, kind):
    page = main(kinds.page(as_noor, kind))
    told = ["Past niet.", "Nog niet.", "Goed.", '"hot"', '"cold"', "Belangenbehartiger"]
    assert [word for word in told if word in page] == []
    explanations = re.findall(
        r"'(?:explanation|feedback|if_true|if_false|panel)': '([^']+)'", str(kinds.blocks)
    )
    assert len(explanations) > 20
    assert [each for each in explanations if each in page] == []


@pytest.mark.parametrize("kind", ANSWERED)
def test_it_passes_with_what_is_right_and_shows_it_again(as_noor, kinds, kind):
    page = kinds.respond(as_noor, kind, kinds.exercise(kind).solution())
    assert 'class="feedback ok" id="antwoord"' in page
    assert main(kinds.page(as_noor, kind)).count("feedback ok") == 1
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED
    assert "Ga verder met stap" in page or "Terug naar module" in page
    assert "Probeer het nog eens" not in page


@pytest.mark.parametrize("kind", ANSWERED)
def test_it_says_not_yet_in_words_and_invites_to_try_again(as_noor, kinds, kind):
    page = kinds.respond(as_noor, kind, wrong(kinds, kind))
    said = re.search(r'<span class="feedback-title">(.*?)</span>', page)
    expected = "Past niet." if kind == "scenario" else ("Nog niet.", "Bijna.")
    assert said
    assert said[1] in expected
    assert "Probeer het nog eens, of ga verder." in page
    assert "Kijk het opnieuw na" in page
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.TRIED


@pytest.mark.parametrize("kind", ANSWERED)
def test_it_never_takes_a_pass_away(as_noor, kinds, kind):
    kinds.respond(as_noor, kind, kinds.exercise(kind).solution())
    page = kinds.respond(as_noor, kind, wrong(kinds, kind))
    assert "Je had dit al een keer goed. Dat blijft zo." in page
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED


@pytest.mark.parametrize("kind", PARTS)
def test_it_judges_every_part(as_noor, kinds, kind):
    right = kinds.exercise(kind).solution()
    page = kinds.respond(as_noor, kind, right)
    parts = len(right["answer"]) if "answer" in right else len(right)
    assert len(re.findall(r'class="mark ok" id="over-\d"', page)) == parts


def test_it_says_of_each_chosen_answer_and_not_what_was_missed(as_noor, kinds):
    answers = kinds.blocks["choices"]["value"]["answers"]
    page = kinds.respond(as_noor, "choices", {"answer": (answers[0]["id"], answers[1]["id"])})
    assert "Bijna.</span> Er hoort nog iets bij." in page
    shown = page[: page.index("<details>")]
    assert "Daar begint het mee." in shown
    assert "De inwoner beslist." in shown
    assert "Zo komt de behoefte boven." not in shown


def test_it_says_nothing_of_its_own_twice(as_noor, kinds):
    page = kinds.respond(as_noor, "statement", {"answer": ("false",)})
    assert "Nog niet.</span> De inwoner betaalt nooit iets." in page
    page = kinds.respond(as_noor, "statement", {"answer": ("true",)})
    assert "Goed.</span> De gemeente betaalt." in page


def test_it_shows_the_mirror_of_roles_after_choosing(as_noor, kinds):
    scenario = kinds.blocks["scenario"]
    assert "Wat zou een ander doen?" not in kinds.page(as_noor, "scenario")
    page = kinds.respond(as_noor, "scenario", {"answer": (uid(scenario, "reactions", 1),)})
    order = ["Kan, maar let op.", "Wat zou een ander doen?", "OCO – dat ben jij", "Ervaren OCO’s zeggen:"]
    order += ["Bekijk alle reacties", "Jij koos:"]
    assert [page.index(each) for each in order] == sorted(page.index(each) for each in order)
    roles = ["Belangenbehartiger", "Maatje", "Casemanager", "Professional"]
    assert all(f"<dt>{role}</dt>" in page for role in roles)
    everything = page[page.index("Bekijk alle reacties") :]
    assert all(word in everything for word in ("Past goed.", "Kan, maar let op.", "Past niet."))
    assert "Rol: Professional." in everything


def test_it_shows_an_exercise_that_changed_as_new_and_keeps_the_pass(as_noor, kinds):
    kinds.respond(as_noor, "question", kinds.exercise("question").solution())
    kinds.change("question", answers=MAKERS["question"]()["value"]["answers"])
    page = main(kinds.page(as_noor, "question"))
    assert "feedback" not in page
    assert "checked" not in page
    assert "Kijk mijn antwoord na" in page
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED


@pytest.mark.parametrize("kind", ANSWERED)
def test_it_makes_one_attempt_of_a_double_send(as_noor, kinds, kind):
    exercise = kinds.exercise(kind)
    fields = fields_of(exercise, exercise.solution())
    submission = uuid4()
    urls = {kinds.post(as_noor, kind, fields, submission).url for _time in range(2)}
    assert len(urls) == 1
    assert Attempt.objects.count() == 1


def test_it_finishes_the_lesson_when_all_kinds_are_passed(as_noor, kinds, noor):
    for kind in MAKERS:
        assert not LessonProgress.objects.exclude(completed_at=None).exists()
        solution = kinds.exercise(kind).solution()
        if kind == "dialogue":
            for turn in range(1, len(solution["answer"]) + 1):
                said = {"said": solution["answer"][: turn - 1], "answer": (solution["answer"][turn - 1],)}
                kinds.post(as_noor, kind, said)
        else:
            kinds.respond(as_noor, kind, solution)
    assert LessonProgress.objects.get(lesson_uid=kinds.lesson.uid).completed_at
