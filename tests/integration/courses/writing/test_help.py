"""Help for who writes: inside the admin, in Dutch, with words that stand on the screen."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.checks.visible import visible
from lms.courses.checks.words import sentences_of, words_of
from lms.courses.writing.help import TOPICS, find, headings_of
from tests.architecture.test_docs import messages_of_ours, messages_of_wagtail

BOLD = re.compile(r"<b>([^<]+)</b>")
HELP = Path(settings.BASE_DIR) / "templates" / "help"


@pytest.fixture
def as_femke(client, home, municipality, femke: User, sign_in, with_second_factor):
    ensure_groups()
    sync_groups(femke)
    with_second_factor(femke)
    sign_in(client, femke)
    return client


def test_it_has_a_page_for_every_template():
    pages = {path.stem for path in HELP.glob("*.html")} - {"index", "topic"}
    assert {topic.slug for topic in TOPICS} == pages


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.slug)
def test_it_uses_the_words_of_the_screen(topic):
    labels = set(BOLD.findall(render_to_string(topic.template))) - {"vet"}
    known = {_capital(text) for text in messages_of_ours() | messages_of_wagtail()}
    assert sorted(label for label in labels if _capital(label) not in known) == []


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.slug)
def test_it_writes_short_sentences_under_headings_with_a_place_of_their_own(topic):
    lines = visible(render_to_string(topic.template)).lines
    counts = [len(words_of(sentence)) for line in lines for sentence in sentences_of(line.text)]
    assert max(counts) <= 15
    assert sum(counts) / len(counts) <= 8
    anchors = [heading.anchor for heading in headings_of(topic)]
    assert anchors
    assert all(anchors)
    assert len(anchors) == len(set(anchors))


def test_it_finds_words_in_headings_and_in_what_stands_under_them():
    assert [hit.topic.slug for hit in find("")] == [topic.slug for topic in TOPICS]
    found = {(hit.topic.slug, heading.anchor) for hit in find("vtt") for heading in hit.headings}
    assert found == {("beeld-en-geluid", "film")}
    assert ("nakijken", "leesbaarheid") in {
        (hit.topic.slug, heading.anchor) for hit in find("FLESCH, lettergrepen") for heading in hit.headings
    }
    assert find("xylofoon") == []


@pytest.mark.django_db
def test_it_shows_help_and_searches_it_without_javascript(as_femke):
    index = as_femke.get(reverse("writing_help"), {"zoek": "ondertitels"}).content.decode()
    assert "/beheer/hulp/beeld-en-geluid/#film" in index
    nothing = as_femke.get(reverse("writing_help"), {"zoek": "<b>xylofoon"}).content.decode()
    assert "Daar vonden wij niets over." in nothing
    assert 'value="&lt;b&gt;xylofoon"' in nothing
    page = as_femke.get(reverse("writing_help_topic", args=["nakijken"])).content.decode()
    assert "Wat is leesbaarheid?" in page
    assert as_femke.get(reverse("writing_help_topic", args=["bestaat-niet"])).status_code == 404


@pytest.mark.django_db
def test_it_has_no_help_that_leads_outside(as_femke):
    page = as_femke.get(reverse("wagtailadmin_home")).content.decode()
    assert "/beheer/hulp/" in page
    assert "guide.wagtail.org" not in page
    assert "wagtail.org" not in page


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def test_it_says_on_the_first_page_what_one_can_do(as_femke):
    page = as_femke.get("/beheer/").content.decode()
    assert page.split("</title>")[0].endswith("- Leerplein OCO")
    start = page.split('class="writing-start"')[1].split("</section>")[0]
    links = re.findall(r'href="([^"]+)"', start)
    assert len(links) == 5
    assert [as_femke.get(link, follow=True).status_code for link in links] == [200] * 5
