"""Answering: judged by the server, kept once, moving forward only."""

from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from lms.courses.exercises.rules import UnknownAnswerError
from lms.courses.models import Attempt, ExerciseState, LessonProgress
from lms.courses.progress.desk import NotEnrolledError
from lms.courses.progress.services import Given, UnknownExerciseError, answer
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
PASSED, TRIED = ExerciseState.Stage.PASSED, ExerciseState.Stage.TRIED


def given(lesson, exercise, choice: int, submission: UUID | None = None) -> Given:
    chosen = {"answer": (str(make.options(exercise)[choice]),)}
    return Given(lesson.uid, UUID(exercise["id"]), chosen, submission or uuid4())


def test_it_comes_back_to_the_step_and_shows_the_explanation(as_noor, small, send):
    as_noor.get(address(small.questions))
    response = send(as_noor, small.questions, small.q2, 1)
    assert (response.status_code, response.url) == (302, f"{address(small.questions)}?stap=2#antwoord")
    page = as_noor.get(response.url).content.decode()
    assert "Nog niet." in page
    assert "Die is er niet." in page
    assert "Probeer het nog eens, of ga verder." in page
    assert page.count("checked") == 1


def test_it_shows_the_same_after_a_reload(as_noor, small, send):
    send(as_noor, small.questions, small.q1, 0)
    pages = [as_noor.get(f"{address(small.questions)}?stap=1").content.decode() for _ in range(2)]
    assert all("Goed.</span> Een OCO is altijd gratis." in page for page in pages)


@pytest.mark.parametrize(("choice", "word"), [(0, "Past goed."), (1, "Kan, maar let op."), (2, "Past niet.")])
def test_it_says_how_a_reaction_fits(as_noor, small, send, choice: int, word: str):
    page = as_noor.get(send(as_noor, small.scenarios, small.s1, choice).url).content.decode()
    feedback = page[page.index('class="feedback') :]
    assert feedback.index(word) < feedback.index("Bekijk alle reacties")


def test_it_shows_the_other_answers_only_after_answering(as_noor, small, send):
    before = as_noor.get(address(small.scenarios)).content.decode()
    assert "Eén keer wordt vaak vaker." not in before
    after = as_noor.get(send(as_noor, small.scenarios, small.s1, 0).url).content.decode()
    assert "Eén keer wordt vaak vaker." in after


def test_it_keeps_every_attempt_as_it_was_given(noor, small, enrollment, now):
    for choice in (1, 2, 0):
        answer(noor, given(small.questions, small.q1, choice), now)
    kept = Attempt.objects.order_by("pk").values_list("response", "outcome", "answered_at")
    sent = [{"answer": [str(uid)]} for uid in make.options(small.q1)]
    assert list(kept) == [(sent[1], "tried", now), (sent[2], "tried", now), (sent[0], "passed", now)]


def test_it_never_takes_a_pass_away(noor, small, enrollment, now):
    answer(noor, given(small.questions, small.q1, 0), now)
    answer(noor, given(small.questions, small.q1, 1), now)
    state = ExerciseState.objects.get()
    assert (state.stage, state.last_response) == (PASSED, {"answer": [str(make.options(small.q1)[1])]})


def test_it_moves_from_tried_to_passed(noor, small, enrollment, now):
    answer(noor, given(small.questions, small.q1, 2), now)
    assert ExerciseState.objects.get().stage == TRIED
    answer(noor, given(small.questions, small.q1, 0), now)
    assert ExerciseState.objects.get().stage == PASSED


def test_it_says_that_an_earlier_pass_stays(as_noor, small, send):
    send(as_noor, small.questions, small.q1, 0)
    page = as_noor.get(send(as_noor, small.questions, small.q1, 1).url).content.decode()
    assert "Je had dit al een keer goed. Dat blijft zo." in page


def test_it_makes_one_attempt_of_a_double_send(as_noor, small, send):
    submission = uuid4()
    first = send(as_noor, small.questions, small.q1, 1, submission)
    second = send(as_noor, small.questions, small.q1, 1, submission)
    assert first.url == second.url
    assert Attempt.objects.count() == 1


def test_it_keeps_another_answer_from_a_page_that_was_open_still(as_noor, small, send):
    submission = uuid4()
    send(as_noor, small.questions, small.q1, 1, submission)
    send(as_noor, small.questions, small.q1, 0, submission)
    assert Attempt.objects.count() == 2
    assert ExerciseState.objects.get().stage == PASSED


def test_it_asks_to_choose_first(as_noor, small):
    as_noor.get(f"{address(small.questions)}?stap=2")
    response = as_noor.post(
        reverse("progress:answer", kwargs={"lesson_uid": small.questions.uid}),
        {"exercise": small.q2["id"], "submission": str(uuid4())},
        follow=True,
    )
    page = response.content.decode()
    assert "<title>Fout: Wat kost een OCO?" in page
    assert "Kies eerst een antwoord." in page
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("field", ["exercise", "answer", "submission"])
@pytest.mark.parametrize("value", ["", "x", "' OR 1=1", "\x00", "1" * 5000, str(UUID(int=0))])
def test_it_answers_nonsense_with_a_page_and_keeps_nothing(as_noor, small, field: str, value: str):
    data = {"exercise": small.q1["id"], "answer": str(make.options(small.q1)[0]), "submission": str(uuid4())}
    url = reverse("progress:answer", kwargs={"lesson_uid": small.questions.uid})
    response = as_noor.post(url, data | {field: value}, follow=True)
    assert response.status_code == 200
    assert Attempt.objects.exists() is (field == "submission" and len(value) == 36)


def test_it_says_that_a_lesson_was_changed(as_noor, small):
    small.questions.body = "[]"
    small.questions.save()
    url = reverse("progress:answer", kwargs={"lesson_uid": small.questions.uid})
    data = {"exercise": small.q1["id"], "answer": str(make.options(small.q1)[0]), "submission": str(uuid4())}
    page = as_noor.post(url, data, follow=True).content.decode()
    assert "Deze les is net veranderd." in page


def test_it_refuses_an_exercise_or_answer_of_elsewhere(noor, small, enrollment, now):
    with pytest.raises(UnknownExerciseError):
        answer(noor, given(small.questions, small.s1, 0), now)
    elsewhere = {"answer": (str(make.options(small.q2)[0]),)}
    foreign = Given(small.questions.uid, UUID(small.q1["id"]), elsewhere, uuid4())
    with pytest.raises(UnknownAnswerError):
        answer(noor, foreign, now)
    assert not Attempt.objects.exists()


def test_it_refuses_who_does_not_take_the_course(vera, femke, small, now):
    for stranger in (vera, femke):
        with pytest.raises(NotEnrolledError):
            answer(stranger, given(small.questions, small.q1, 0), now)


def test_it_refuses_a_lesson_of_another_course(noor, small, enrollment, home, now):
    block = make.question()
    elsewhere = make.lesson(make.module(make.course(home, "Andere cursus", slug="andere")), block)
    with pytest.raises(NotEnrolledError):
        answer(noor, given(elsewhere, block, 0), now)


def test_it_refuses_a_lesson_that_is_not_online(noor, small, enrollment, now):
    small.questions.unpublish()
    with pytest.raises(NotEnrolledError):
        answer(noor, given(small.questions, small.q1, 0), now)


def test_it_shows_a_stranger_nothing_when_sending(client, vera, small, send, sign_in):
    sign_in(client, vera)
    assert send(client, small.questions, small.q1, 0).status_code == 404


def test_it_finishes_the_lesson_with_the_last_pass_and_not_before(noor, small, enrollment, now):
    answer(noor, given(small.questions, small.q1, 0), now)
    assert not LessonProgress.objects.exclude(completed_at=None).exists()
    answer(noor, given(small.questions, small.q2, 1), now)
    assert not LessonProgress.objects.exclude(completed_at=None).exists()
    answer(noor, given(small.questions, small.q2, 0), now)
    assert LessonProgress.objects.get(lesson_uid=small.questions.uid).completed_at == now


def test_it_finishes_again_what_got_a_new_question(noor, small, enrollment, now):
    """A lesson that was done stays done when an editor adds a question."""
    for exercise in (small.q1, small.q2):
        answer(noor, given(small.questions, exercise, 0), now)
    body = list(small.questions.body.get_prep_value())
    small.questions.body = __import__("json").dumps([*body, make.question()])
    small.questions.save()
    answer(noor, given(small.questions, small.q1, 1), now)
    assert LessonProgress.objects.get(lesson_uid=small.questions.uid).completed_at == now
