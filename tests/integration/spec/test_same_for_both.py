"""What a person page says: the same to both, the route in words, and never a score or a place in a row."""

import re
import uuid
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all
from lms.certification.models import Source
from lms.certification.public import GROUP_LABELS
from lms.certification.readiness import FactKind
from lms.dashboards.board import board_of
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
SCORE = re.compile(r"\d\s*%|procent|score|punten|cijfer|plaats \d|\bplek \d|ranglijst|gemiddeld|beste", re.I)


@pytest.fixture
def story(municipality, noor, koen, now):
    """Noor, with something on every route and an exception by Koen."""
    factory.scheme(now)
    today = timezone.localdate(now)
    record_all(
        noor,
        [
            factory.entry(
                FactKind.STATEMENT_SIGNED, today, key="geheimhouding", number=1, source=Source.PAPER
            ),
            factory.entry(FactKind.ALTERNATIVE_ROUTE, today, key="course_core", source=Source.ORAL),
            factory.entry(FactKind.SEEN, today - timedelta(days=9), key="vog"),
        ],
        actor=koen,
        now=now,
    )
    ruling = Ruling(
        kind="override",
        submission=uuid.uuid4(),
        reason_code="other",
        reason="Het gesprek is vrijdag.",
        until=today + timedelta(days=20),
    )
    decide(noor, ruling, actor=koen, now=now)
    return noor


@pytest.fixture
def pages(story, koen, sign_in, with_second_factor) -> tuple[str, str]:
    """The page as Noor reads it and the page as Koen reads it."""
    with_second_factor(koen)
    mine, his = Client(), Client()
    sign_in(mine, story)
    sign_in(his, koen)
    place = reverse("certification:person", kwargs={"uuid": story.uuid})
    return main_of(mine, reverse("certification:mine")), main_of(his, place)


def main_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.search(r"<main.*?</main>", answer.content.decode(), re.S)[0]


def words_of(html: str) -> set[str]:
    """The pieces of text on a page of more than two words."""
    texts = {re.sub(r"\s+", " ", text).strip() for text in re.findall(r">([^<]+)<", html)}
    return {text for text in texts if len(text.split()) > 2}


def test_it_tells_koen_about_noor_only_what_noor_reads_too(pages):
    mine, his = pages
    told = re.sub(r"<(h1|a|button|form|summary)\b.*?</\1>", "", his, flags=re.S)
    extra = words_of(told) - words_of(mine)
    about_the_page = ("leest hier precies hetzelfde", "staat in het logboek", "Nog niet ingevuld.")
    assert [text for text in extra if not any(words in text for words in about_the_page)] == []


def test_it_tells_both_how_something_is_known(pages):
    for page in pages:
        text = re.sub(r"\s+", " ", page)
        assert "op papier." in text
        assert "mondeling." in text
        assert "Opgeschreven door Koen" in text
        assert "Het gesprek is vrijdag." in text


def test_it_gives_nobody_a_score_or_a_place(pages, koen, sign_in, with_second_factor):
    board = Client()
    sign_in(board, koen)
    groups = [main_of(board, f"{reverse('dashboards:board')}?groep={name}") for name in ("", *GROUP_LABELS)]
    for page in (*pages, *groups):
        visible = re.sub(r"<[^>]+>", " ", page)
        assert SCORE.findall(visible) == []
    assert not any("aria-sort" in page or "sort=" in page for page in groups)


def test_it_lists_a_group_by_name_or_day_and_never_by_how_much_was_done(municipality, koen, now):
    factory.scheme(now)
    today = timezone.localdate(now)
    for name, done in (("Aad Af", 0), ("Bea Bel", 6), ("Cor Cel", 3)):
        person = factory.people_volunteer(name)
        facts = [factory.entry(FactKind.ITEM_COMPLETED, today, key=key) for key in factory.LESSONS[:done]]
        record_all(person, [factory.entry(FactKind.SEEN, today, key="vog"), *facts], actor=None, now=now)
    rows = [row.name for row in board_of(koen, QueryDict("groep=in_progress"), "", now).rows]
    assert rows == ["Aad Af", "Bea Bel", "Cor Cel"]
