"""Keeping a text of one's own: by a script and by a form, owner only, nothing lost."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from lms.courses.models import OwnText
from lms.courses.own_texts.services import MOST_PLACES
from tests.conftest import NOW
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
PAGE = uuid4()


def test_it_answers_a_script_with_the_moment_and_the_version(as_noor, write, time_machine):
    time_machine.move_to("2026-11-22T13:03:00+00:00")
    answer = write(as_noor, "Ik vroeg hulp bij het verhuizen.")
    assert answer.json() == {"saved_at": "14.03", "version": 1}
    assert OwnText.objects.get().text == "Ik vroeg hulp bij het verhuizen."


def test_it_answers_with_both_texts_when_another_page_wrote_too(as_noor, write):
    write(as_noor, "Hier.")
    answer = write(as_noor, "Daar.").json()
    assert (answer["text"], answer["both"], answer["version"]) == ("Hier.\n\nDaar.", True, 2)


def test_it_keeps_a_double_send_once_and_a_late_one_not(as_noor, write):
    write(as_noor, "Ik luister.", writer=PAGE, number=2)
    assert write(as_noor, "Ik luister.", writer=PAGE, number=2).json()["version"] == 1
    assert write(as_noor, "Ik", writer=PAGE, number=1).json()["text"] == "Ik luister."
    assert OwnText.objects.get().text == "Ik luister."


def test_it_leads_a_form_back_to_its_place(as_noor, write, thinking):
    answer = write(as_noor, "Eén.\r\nTwee.", scripted=False)
    assert answer.url == f"{address(thinking.lesson)}#reflection-{thinking.place}"
    page = as_noor.get(answer.url).content.decode()
    assert "\nEén.\nTwee.</textarea>" in page
    assert f'id="reflection-{thinking.place}"' in page
    assert "Bewaard om" in page
    assert 'data-version="1"' in page


def test_it_loses_nothing_of_a_form_sent_again_after_going_back(as_noor, write):
    write(as_noor, "Ik luister.", scripted=False, writer=PAGE)
    write(as_noor, "Ik luister.", scripted=False, writer=PAGE)
    assert OwnText.objects.get().text == "Ik luister."
    write(as_noor, "Ik luister. En ik vraag.", scripted=False, writer=PAGE)
    assert OwnText.objects.get().text == "Ik luister. En ik vraag."
    answer = write(as_noor, "Iets heel anders.", scripted=False, writer=PAGE)
    assert OwnText.objects.get().text == "Ik luister. En ik vraag.\n\nIets heel anders."
    assert "ergens anders" in as_noor.get(answer.url).content.decode()


def test_it_shows_a_text_that_is_too_long_again(as_noor, write, thinking):
    long = "Heel veel. " * 2000
    page = write(as_noor, long, scripted=False)
    assert page.status_code == 400
    assert long in page.content.decode()
    assert "Er passen 20000 tekens in." in page.content.decode()
    assert "Er passen" in write(as_noor, long).json()["error"]
    assert not OwnText.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "diary"},
        {"place": "nowhere"},
        {"version": -1},
        {"number": 0},
        {"number": 2**40},
        {"writer": ""},
        {"kind": "note"},
    ],
)
@pytest.mark.parametrize("scripted", [True, False])
def test_it_refuses_what_no_page_sends(as_noor, write, wrong, scripted: bool):
    if wrong == {"number": 0} and not scripted:
        wrong = {"version": "x"}
    answer = write(as_noor, "Ik luister.", scripted=scripted, **wrong)
    assert answer.status_code == 400
    assert not OwnText.objects.exists()


def test_it_refuses_signs_that_no_database_keeps_and_shows_the_rest(as_noor, write):
    page = write(as_noor, "een\x00twee", scripted=False)
    assert page.status_code == 400
    assert "twee</textarea>" in page.content.decode()


def test_it_keeps_a_text_whose_block_was_just_taken_away(as_noor, write):
    assert write(as_noor, "Ik was net klaar.", place=uuid4()).status_code == 200
    assert OwnText.objects.get().text == "Ik was net klaar."


def test_it_keeps_no_more_places_than_any_lesson_has(as_noor, write, thinking, enrollment):
    here = {"enrollment": enrollment, "kind": "work", "lesson_uid": thinking.lesson.uid, "saved_at": NOW}
    OwnText.objects.bulk_create([OwnText(**here, place_uid=uuid4()) for _ in range(MOST_PLACES)])
    assert write(as_noor, "Nog een.").status_code == 404


def test_it_lets_nobody_else_write_or_read(client: Client, sign_in, write, thinking, enrollment, koen, femke):
    assert write(client, "Ik").status_code == 401
    assert write(client, "Ik", scripted=False).status_code == 302
    for stranger in (koen, femke):
        sign_in(client, stranger)
        assert write(client, "Ik").status_code == 404
        page = client.get(address(thinking.lesson)).content.decode()
        assert "<textarea" not in page
        assert "Wanneer vroeg jij hulp?" in page
    assert not OwnText.objects.exists()


def test_it_writes_nothing_in_a_log(as_noor, write):
    before = ModelLogEntry.objects.count(), PageLogEntry.objects.count()
    write(as_noor, "Ik luister.")
    assert (ModelLogEntry.objects.count(), PageLogEntry.objects.count()) == before


def test_it_costs_a_lesson_page_one_query(as_noor, thinking, write):
    url = address(thinking.lesson)
    write(as_noor, "Ik luister.")
    write(as_noor, "Mijn notitie.", kind="note", place=thinking.lesson.uid)
    as_noor.get(url)
    with CaptureQueriesContext(connection) as queries:
        page = as_noor.get(url).content.decode()
    assert sum("courses_owntext" in query["sql"] for query in queries) == 1
    assert len(queries) <= 8
    assert "Ik luister.</textarea>" in page
    assert "Mijn notitie.</textarea>" in page


def test_it_keeps_in_few_queries_however_much_was_written(as_noor, write, django_assert_max_num_queries):
    write(as_noor, "Ik luister.")
    for at in range(5):
        write(as_noor, f"Tekst {at}", place=uuid4())
    with django_assert_max_num_queries(8):  # session, person, savepoint (2), learner, text, text written
        write(as_noor, "Ik luister.")


def test_it_shows_the_editor_no_form(thinking, rf):
    block = thinking.lesson.body[1]
    html = block.render()
    assert "<form" not in html
    assert "Wanneer vroeg jij hulp?" in html


def test_it_offers_a_note_at_every_lesson(as_noor, small):
    page = as_noor.get(address(small.questions)).content.decode()
    assert "Mijn notities bij deze les" in page
    assert f'action="{reverse("own_texts:keep")}"' in page
