"""Tralans, word list, closing talk and trainer guide."""

import pytest

from lms.courses.models import TralansPage
from tests.factories import courses as make

pytestmark = pytest.mark.django_db
BANNER = "Status: <b>noodtekst</b> van {{ gemeente }}."


@pytest.fixture
def tralans(small) -> TralansPage:
    return make.tralans(
        small.course,
        banner=f"<p>{BANNER}</p>",
        author_credit="Hans Hobijn",
        permission_note="<p>Vraag de maker.</p>",
        exercise_intro="<p>Nooit met gegevens van een <i>echte</i> inwoner.</p>",
        exercise_outro="<p>Wat je invult, wordt niet bewaard.</p>",
    )


def main_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    page = response.content.decode()
    return page[page.index("<main") : page.index("</main>")]


@pytest.mark.parametrize(
    ("status", "shown"), [("derived", True), ("supplemented", True), ("original", False)]
)
def test_it_admits_that_the_text_is_not_the_makers_until_it_is(as_noor, tralans, status: str, shown: bool):
    tralans.status = status
    tralans.save()
    page = main_of(as_noor, "/leren/basistraining/tralansmodel/")
    assert ("Status: <b>noodtekst</b> van Almere." in page) is shown
    assert "Hans Hobijn" in page
    assert "Vraag de maker." not in page


def test_it_offers_the_exercise_without_anything_to_send(as_noor, tralans):
    page = main_of(as_noor, "/leren/basistraining/tralansmodel/")
    assert page.count('type="radio"') == 12
    assert "<form" not in page
    assert page.count('<details class="card">') == 3
    assert "een <i>echte</i> inwoner" in page


def test_it_shows_the_word_list(as_noor, small):
    small.course.glossary = [("term", {"term": "Behoefte", "meaning": "Wat {{ gemeente }} nodig heeft."})]
    small.course.save()
    page = main_of(as_noor, "/voortgang/woordenlijst/basistraining/")
    assert "<dt>Behoefte</dt>" in page
    assert "Wat Almere nodig heeft." in page


def test_it_shows_trainers_the_guide_with_its_mark_up(client, femke, small, sign_in, with_second_factor):
    with_second_factor(femke)
    sign_in(client, femke)
    small.course.status_note = "<p><b>Lees dit eerst:</b> dit is starttekst.</p>"
    small.course.checklist = [("line", {"text": "Ik ken {{ gemeente }}."})]
    small.course.meetings = [
        ("meeting", {"number": 1, "modules": [1, 2], "core": "kennismaken", "tralans": True})
    ]
    small.course.save()
    page = main_of(client, "/voortgang/trainer/basistraining/")
    assert "<b>Lees dit eerst:</b>" in page
    assert "Ik ken Almere." in page
    assert "module 1, 2, met het Tralansmodel" in " ".join(page.split())


def test_it_shows_the_guide_of_the_closing_talk(client, koen, small, sign_in, with_second_factor):
    with_second_factor(koen)
    sign_in(client, koen)
    point = {
        "competence": "C6",
        "can_do": "Signaleren",
        "question": "Geef één signaal.",
        "sign": "feit, gevolg",
    }
    small.course.talk_title, small.course.talk_points = "Eindgesprek", [("point", point)]
    small.course.talk_intro = "<p>Geen examen, maar een gesprek met <b>{{ coordinator_naam }}</b>.</p>"
    small.course.save()
    page = main_of(client, "/voortgang/eindgesprek/basistraining/")
    assert "een gesprek met <b>Koen</b>" in page
    assert "Geef één signaal." in page


def test_it_names_a_table_by_its_caption(as_noor, small):
    row = [{"type": "item", "id": "r1", "value": [{"type": "item", "id": "c1", "value": "Maatje"}]}]
    header = [{"type": "item", "id": "h1", "value": "Rol"}]
    table = make.block("table", caption="Wie doet wat?", header=header, rows=row)
    lesson = make.lesson(small.module, table)
    page = main_of(as_noor, f"/leren{lesson.url_path.removeprefix('/home-oco')}")
    assert f'<p id="{table["id"]}"><b>Wie doet wat?</b></p>' in page
    assert page.count(f'aria-labelledby="{table["id"]}"') == 2
