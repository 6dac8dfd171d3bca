"""All I wrote in a course, in the order of the course; and nobody else sees a word of it."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.accounts.rights.groups import ensure_groups, sync_groups
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
CANARY = "Kanariegeheim"


@pytest.fixture
def url(small) -> str:
    return reverse("own_texts:mine", args=[small.course.slug])


def test_it_shows_what_i_wrote_with_the_question_and_the_lesson(as_noor, write, url, small, thinking):
    write(as_noor, "Een notitie.", kind="note", place=thinking.lesson.uid)
    write(as_noor, "Bij de verhuizing.")
    write(as_noor, "Bij lezen.", kind="note", lesson=small.reading.uid, place=small.reading.uid)
    page = as_noor.get(url).content.decode()
    words = ["Module 5", "5.3 Geen maatje", "Bij lezen.", "5.9 Hulp vragen", "Wanneer vroeg jij hulp?"]
    places = [page.index(word) for word in [*words, "Bij de verhuizing.", "Een notitie."]]
    assert places == sorted(places)


def test_it_shows_also_what_belongs_to_a_lesson_that_is_gone(as_noor, write, url, thinking):
    write(as_noor, "Bij de verhuizing.")
    thinking.lesson.unpublish()
    page = as_noor.get(url).content.decode()
    assert "Bij een les die er niet meer is" in page
    assert "Bij de verhuizing." in page


def test_it_says_where_to_begin_when_there_is_nothing(as_noor, url):
    assert "Hier staat nog niets." in as_noor.get(url).content.decode()


def test_it_is_linked_from_the_course(as_noor, url):
    assert f'href="{url}"' in as_noor.get("/leren/basistraining/").content.decode()


def test_it_asks_no_more_for_more_texts(as_noor, write, url, thinking, small):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            as_noor.get(url)
        return len(queries)

    write(as_noor, "Een.")
    count()
    few = count()
    for at in range(6):
        lesson = make.lesson(small.module, make.text())
        write(as_noor, f"Tekst {at}", lesson=lesson.uid, place=uuid4())
    assert count() == few


def test_it_stands_in_my_own_download_without_what_i_threw_away(as_noor, write, thinking):
    write(as_noor, "Dit blijft.")
    write(as_noor, "Dit gaat weg.", kind="work")
    as_noor.post(reverse("own_texts:throw_away", args=["work", thinking.place]))
    download = as_noor.get(reverse("privacy:download"))
    data = b"".join(download.streaming_content) if download.streaming else download.content
    text = data.decode()
    assert "Dit blijft." in text
    assert "Dit gaat weg." not in text
    assert '"work"' not in text


def test_it_is_404_for_who_does_not_take_the_course(client: Client, url, koen, vera, enrollment, sign_in):
    for stranger in (koen, vera):
        sign_in(client, stranger)
        assert client.get(url).status_code == 404


def test_it_shows_staff_no_word_of_it(as_noor, write, noor, koen, femke, thinking, sign_in):
    write(as_noor, CANARY)
    write(as_noor, CANARY, kind="note", place=thinking.lesson.uid)
    write(as_noor, CANARY, kind="work")
    names = ["accounts:people", "dashboards:board", "cohorts:list", "certification:talks", "dashboards:start"]
    addresses = [reverse(name) for name in names]
    addresses += [reverse("accounts:person", args=[noor.uuid]), address(thinking.lesson)]
    addresses += ["/leren/basistraining/", f"/beheer/search/?q={CANARY}", "/beheer/reports/aging-pages/"]
    ensure_groups()
    sync_groups(femke)
    seen = 0
    for person in (koen, femke):
        browser = Client()
        sign_in(browser, person)
        for place in addresses:
            answer = browser.get(place)
            seen += answer.status_code == 200
            assert CANARY not in answer.content.decode().replace(f"?q={CANARY}", "").replace(
                f'value="{CANARY}"', ""
            ), place
    assert seen >= 10
