"""What was answered on paper, entered in one screen: judged by the same rule, and it weighs the same."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.courses.models import Attempt, ExerciseState, HandIn, LessonProgress, OwnText
from tests.factories import courses as make
from tests.integration.courses.paper.conftest import on_paper

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def everything(paper) -> dict[str, object]:
    fields: dict[str, object] = {f"read.{paper.reading.uid}": "1"}
    for exercise in paper.exercises.values():
        fields |= on_paper(exercise)
    return fields


def test_it_shows_every_exercise_by_its_code_with_something_to_fill_in(as_koen, paper):
    page = as_koen.get(paper.url).content.decode()
    assert len(paper.exercises) >= 10
    for exercise in paper.exercises.values():
        assert f'"{exercise.uid}.' in page
    assert "<b>D1.1</b>" in page
    assert "Les gelezen op papier" in page


def test_it_shows_no_learner_what_is_right(as_koen, paper):
    page = as_koen.get(paper.url).content.decode()
    assert "checked" not in page
    assert page.count("selected") == 0


def test_it_judges_every_kind_and_finishes_the_lessons_with_their_day(as_koen, koen, noor, paper, enter):
    assert enter(as_koen, everything(paper)).status_code == 302
    attempts = Attempt.objects.all()
    assert {attempt.exercise_uid for attempt in attempts} == {one.uid for one in paper.exercises.values()}
    assert {(one.outcome, one.on_paper, one.entered_by) for one in attempts} == {("passed", True, koen)}
    assert {timezone.localdate(one.answered_at) for one in attempts} == {DAY}
    lessons = LessonProgress.objects.all()
    assert [(one.on_paper, timezone.localdate(one.completed_at)) for one in lessons] == [(True, DAY)] * 2
    logged = ModelLogEntry.objects.filter(action="courses.lesson_completed_on_paper")
    assert {(entry.user, entry.object_id) for entry in logged} == {(koen, str(noor.pk))}


def test_it_writes_down_what_is_right_and_keeps_what_is_not_whole(as_koen, paper, enter):
    gaps, question = paper.exercises["gaps"], paper.exercises["question"]
    half = dict([next(iter(on_paper(gaps).items()))])
    other = {
        f"{paper.exercises['order'].uid}.place-{item.uid}": "1" for item in paper.exercises["order"].items
    }
    answer = enter(as_koen, on_paper(question) | half | other)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert Attempt.objects.get().exercise_uid == question.uid
    assert page.count("Dit is nog niet af.") == 4  # in the summary and at the row, twice
    assert "De rest is bewaard." in page
    for values in half.values():
        assert f'value="{values[0]}"' in page
    assert str(on_paper(question)[f"{question.uid}.answer"][0]) in page
    assert "Bewaard: klaar" in page


def test_it_writes_down_once_what_is_sent_twice_or_corrected(as_koen, paper, enter):
    submission = uuid4()
    question = paper.exercises["question"]
    for _ in range(2):
        enter(as_koen, on_paper(question), submission=submission)
    assert Attempt.objects.count() == 1


def test_it_says_that_what_was_chosen_is_not_of_this_exercise(as_koen, paper, enter):
    question = paper.exercises["question"]
    page = enter(as_koen, {f"{question.uid}.answer": str(uuid4())}).content.decode()
    assert "Dit past niet bij de oefening van nu." in page
    assert not Attempt.objects.exists()


def test_it_keeps_an_answer_that_is_not_it_as_tried(as_koen, paper, enter):
    statement = paper.exercises["statement"]
    enter(as_koen, {f"{statement.uid}.answer": "false"})
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.TRIED
    assert "Geprobeerd" in as_koen.get(paper.url).content.decode()


def test_it_takes_the_way_of_a_talk_and_leaves_out_the_turns_beside_it(as_koen, paper, enter):
    talk = paper.exercises["dialogue"]
    begin, middle, end = talk.turns
    fields = {f"{talk.uid}.turn-{turn.uid}": str(turn.replies[0].uid) for turn in (begin, middle, end)}
    fields[f"{talk.uid}.turn-{begin.uid}"] = str(begin.replies[2].uid)  # goes to the end at once
    enter(as_koen, fields)
    assert Attempt.objects.get().response == {"answer": [str(begin.replies[2].uid), str(end.replies[0].uid)]}


def test_it_asks_for_the_next_turn_of_a_talk(as_koen, paper, enter):
    talk = paper.exercises["dialogue"]
    fields = {f"{talk.uid}.turn-{talk.turns[0].uid}": str(talk.turns[0].replies[0].uid)}
    assert "Dit is nog niet af." in enter(as_koen, fields).content.decode()
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("said", ["done", "later"])
def test_it_keeps_the_work_that_stood_on_paper_beside_an_own_draft(
    as_koen, koen, paper, enter, now, said: str
):
    task = paper.exercises["assignment"]
    OwnText.objects.create(
        enrollment=paper.enrollment,
        kind="work",
        lesson_uid=paper.lesson.uid,
        place_uid=task.uid,
        text="Mijn begin",
        version=1,
        saved_at=now,
    )
    enter(as_koen, {f"{task.uid}.answer": said, f"{task.uid}.text": "In mijn woorden"})
    work = HandIn.objects.get()
    assert (work.text, work.on_paper, work.entered_by) == ("In mijn woorden", True, koen)
    assert timezone.localdate(work.handed_in_at) == DAY
    assert OwnText.objects.get().text == "Mijn begin"


def test_it_asks_how_far_it_is_when_only_a_text_was_filled_in(as_koen, paper, enter):
    task = paper.exercises["assignment"]
    page = enter(as_koen, {f"{task.uid}.text": "In mijn woorden"}).content.decode()
    assert "Dit is nog niet af." in page
    assert "In mijn woorden</textarea>" in page
    assert not HandIn.objects.exists()


@pytest.mark.parametrize("on", ["", "morgen", "2999-01-01"])
def test_it_writes_nothing_down_without_a_day_that_has_been_and_keeps_all(as_koen, paper, enter, on: str):
    question = paper.exercises["question"]
    answer = enter(as_koen, on_paper(question) | {f"read.{paper.reading.uid}": "1"}, on=on)
    assert answer.status_code == 200
    assert "Fout: " in answer.content.decode()
    assert answer.content.decode().count(" selected") == 1
    assert not Attempt.objects.exists()
    assert not LessonProgress.objects.exists()


def test_it_says_so_when_nothing_was_filled_in(as_koen, enter):
    answer = enter(as_koen, {})
    assert "Er was niets nieuws" in as_koen.get(answer["Location"]).content.decode()
    assert not ModelLogEntry.objects.filter(action="courses.paper_entered").exists()


def test_it_takes_no_harm_from_odd_fields(as_koen, paper, enter):
    odd = {f"{paper.exercises['gaps'].uid}.answer-x": "a\x00b", "x.y": "z", f"{uuid4()}.answer": "q" * 9999}
    assert enter(as_koen, odd).status_code == 200
    assert not Attempt.objects.exists()


def test_it_costs_the_same_for_more_lessons_and_exercises(as_koen, paper):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_koen.get(paper.url).status_code == 200
        return len(queries)

    as_koen.get(paper.url)
    before = cost()
    for _ in range(5):
        make.lesson(paper.module, *[make.question() for _ in range(4)])
    assert cost() == before


def test_it_is_for_people_in_scope_and_never_for_oneself(
    client, sign_in, noor, femke, vera, koen, paper, enter
):
    choose = reverse("paper:choose", args=[noor.uuid])
    for person, status in ((femke, 200), (koen, 200), (vera, 404), (noor, 404)):
        sign_in(client, person)
        assert client.get(choose).status_code == status
        assert client.get(paper.url).status_code == status
        if status == 404:
            assert enter(client, everything(paper)).status_code == 404
    assert not Attempt.objects.exists()


def test_it_is_404_for_a_course_that_somebody_does_not_take(as_koen, paper):
    paper.enrollment.delete()
    assert as_koen.get(paper.url).status_code == 404


def test_it_says_when_somebody_takes_no_course(as_koen, noor, paper):
    paper.enrollment.delete()
    page = as_koen.get(reverse("paper:choose", args=[noor.uuid])).content.decode()
    assert "doet nog niet mee met een cursus" in page


def test_it_leaves_a_lesson_that_was_finished_as_it_was(as_koen, paper, enter, now):
    before = now - timedelta(days=9)
    LessonProgress.objects.create(
        enrollment=paper.enrollment,
        lesson_uid=paper.reading.uid,
        started_at=before,
        seen_at=before,
        completed_at=before,
    )
    enter(as_koen, {f"read.{paper.reading.uid}": "1"})
    assert LessonProgress.objects.get(lesson_uid=paper.reading.uid).completed_at == before
