"""What a phone is told: which pages it may keep, and whose they are."""

import json

import pytest
from django.urls import reverse

from lms.courses.offline.middleware import KEEP, NOBODY, PERSON
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db


def test_it_marks_the_pages_of_a_course_one_takes(as_noor, small):
    for page in (small.course, small.module, small.reading):
        response = as_noor.get(address(page))
        assert response[KEEP] == "1"
        assert response["Cache-Control"] == "no-store"  # other caches keep nothing


@pytest.mark.parametrize("url", ["/", "/zoeken/?q=oco", "/mijn-gegevens/", "/leeshulp/", "/bestaat-niet/"])
def test_it_marks_nothing_else(as_noor, url: str):
    assert KEEP not in as_noor.get(url)


def test_it_marks_nothing_for_who_reads_along(client, femke, small, sign_in):
    sign_in(client, femke)
    response = client.get(address(small.reading))
    assert response.status_code == 200
    assert KEEP not in response


def test_it_tells_people_apart_without_saying_who_they_are(client, as_noor, noor, koen, small, sign_in):
    first = as_noor.get(address(small.reading))[PERSON]
    assert as_noor.get("/")[PERSON] == first
    assert str(noor.uuid)[:8] not in first
    sign_in(client, koen)
    assert client.get("/leeshulp/")[PERSON] not in {first, NOBODY}
    client.logout()
    assert client.get("/account/login/")[PERSON] == NOBODY


def test_it_can_stand_on_a_home_screen(client, municipality):
    municipality.color_action = "#123456"
    municipality.save()
    about = json.loads(client.get(reverse("offline:manifest")).content)
    assert (about["lang"], about["scope"], about["display"]) == ("nl", "/", "standalone")
    assert about["theme_color"] == "#123456"
    assert {(icon["sizes"], icon["purpose"]) for icon in about["icons"]} >= {
        ("192x192", "any"),
        ("512x512", "maskable"),
    }


def test_it_serves_a_worker_for_the_whole_site_that_is_never_old(client, home):
    response = client.get("/sw.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert "no-cache" in response["Cache-Control"]
    script = response.content.decode()
    assert 'const OFFLINE = "/niet\\u002Donline/"' in script
    assert "{{" not in script


def test_it_has_a_page_for_no_connection_that_names_nobody(as_noor, noor):
    page = as_noor.get(reverse("offline:page")).content.decode()
    assert "Je bent niet online" in page
    assert noor.name not in page
