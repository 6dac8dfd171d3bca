"""Who may open which page: every page of a course × every person."""

import pytest
from django.urls import reverse

from tests.factories import courses as make
from tests.factories.people import Role, person
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(noor, femke, koen, vera, with_second_factor):
    for staff in (femke, koen, vera):
        with_second_factor(staff)
    return {"noor": noor, "femke": femke, "koen": koen, "vera": vera}


@pytest.mark.parametrize(
    ("who", "status"), [("visitor", 302), ("noor", 200), ("femke", 200), ("koen", 200), ("nora", 404)]
)
@pytest.mark.parametrize("kind", ["course", "module", "reading", "questions", "tralans"])
def test_it_admits_learners_and_readers_only(
    client, cast, small, enrollment, sign_in, who: str, status: int, kind: str
):
    page = make.tralans(small.course) if kind == "tralans" else getattr(small, kind)
    if who == "nora":
        cast["nora"] = person("Nora Volunteer", Role.VOLUNTEER)
    if who != "visitor":
        sign_in(client, cast[who])
    response = client.get(address(page))
    assert response.status_code == status
    if who == "visitor":
        assert response.url.startswith("/account/login/")


def test_it_answers_the_same_for_hidden_and_for_missing(client, cast, small, sign_in):
    sign_in(client, person("Nora Volunteer", Role.VOLUNTEER))
    hidden = client.get(address(small.reading))
    missing = client.get("/leren/basistraining/module-5/bestaat-niet/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert small.reading.title not in hidden.content.decode()


@pytest.mark.parametrize(
    "path", ["/leren/", "/leren/bestaat-niet/", "/leren/basistraining/x/y/z/", "/leren/home-oco/"]
)
def test_it_has_nothing_elsewhere(as_noor, path: str):
    assert as_noor.get(path).status_code == 404


def test_it_keeps_a_course_that_is_not_online_from_everybody(as_noor, small):
    small.course.unpublish()
    assert as_noor.get("/leren/basistraining/").status_code == 404
    assert as_noor.get(address(small.reading)).status_code == 404


def test_it_shows_trainer_notes_to_trainers_only(client, cast, small, enrollment, sign_in):
    small.module.trainer_note = "<p>Vraag naar andere rollen.</p>"
    small.module.save()
    seen = {}
    for name in ("noor", "femke", "koen"):
        sign_in(client, cast[name])
        seen[name] = "Vraag naar andere rollen." in client.get(address(small.module)).content.decode()
    assert seen == {"noor": False, "femke": True, "koen": False}


def test_it_never_puts_the_explanations_in_the_page_before_answering(as_noor, small):
    page = as_noor.get(address(small.questions)).content.decode()
    assert "Die is er niet." not in page
    assert "altijd gratis" not in page


def test_it_only_takes_answers_by_post(as_noor, small):
    for name in ("progress:answer", "progress:finish"):
        assert as_noor.get(reverse(name, kwargs={"lesson_uid": small.questions.uid})).status_code == 405
