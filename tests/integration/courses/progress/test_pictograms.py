"""Pictures beside words: only for who asked for them, always with the words, for no query more."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lms.courses.pages.change_choice import LessonPageForm
from tests.factories import courses as make
from tests.integration.courses.conftest import Small, address

pytestmark = pytest.mark.django_db
ON = "100.normal.own.system.off.on.off.normal.v"
MODULE = "/leren/basistraining/module-5/"


def page(browser: Client, url: str, cookie: str = ON) -> str:
    """The words of a page for who asked for pictures."""
    browser.cookies["leeshulp"] = cookie
    return browser.get(url).content.decode()


def pictures(text: str) -> list[str]:
    """The names of the pictures on a page, in their order."""
    return [part.split(".svg")[0] for part in text.split("lms/vendor/pictograms/")[1:]]


def test_it_shows_a_picture_beside_a_lesson_in_the_list_and_on_its_page(as_noor, small: Small):
    small.reading.picture = "coffee"
    small.reading.save()
    text = page(as_noor, MODULE)
    assert pictures(text) == ["coffee"]
    assert 'alt=""' in text[text.index("<img") :]
    assert text.index("coffee.svg") < text.index("5.3 Geen maatje</a>")
    assert pictures(page(as_noor, address(small.reading))) == ["coffee"]


def test_it_shows_what_kind_of_thing_comes(as_noor, small: Small):
    blocks = [
        make.block("summary", text="Kort."),
        make.block("reflection", prompt="Wat denk jij?"),
        make.block("quote", text="Fijn.", who=""),
        make.block("callout", html="<p>Let op.</p>", easy="", easy_of=""),
    ]
    lesson = make.lesson(small.module, *blocks, make.scenario(), title="Alles")
    assert pictures(page(as_noor, address(lesson))) == ["masks", "pin", "thought", "quote", "warning"]


def test_it_shows_and_asks_nothing_for_who_did_not_choose_pictures(as_noor, small: Small):
    small.reading.picture = "coffee"
    small.reading.save()
    for url in (MODULE, address(small.reading), address(small.scenarios)):
        assert pictures(page(as_noor, url, "")) == []


def test_it_leaves_out_a_picture_it_does_not_know(as_noor, small: Small):
    small.reading.picture = "unicorn"
    small.reading.save()
    for url in (MODULE, address(small.reading)):
        assert pictures(page(as_noor, url)) == []


def test_it_costs_no_query(as_noor, small: Small):
    for url in (MODULE, address(small.reading)):
        page(as_noor, url, "")
        with CaptureQueriesContext(connection) as plain:
            page(as_noor, url, "")
        with CaptureQueriesContext(connection) as with_pictures:
            page(as_noor, url)
        assert len(with_pictures) == len(plain)


def test_it_lets_who_writes_choose_by_picture():
    field = LessonPageForm.declared_fields["picture"]
    html = field.widget.render("picture", "coffee", {"id": "id_picture"})
    assert "pictograms/coffee.svg" in html
    assert 'value="coffee" id="id_picture_' in html
    assert html.count(" checked") == 1
    assert field.clean("") == ""
