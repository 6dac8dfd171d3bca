"""An answer that is not complete: nothing is judged, and nothing that was filled in is lost."""

import re

import pytest

from lms.courses.models import Attempt
from tests.factories.exercises import MAKERS
from tests.integration.courses.progress.kinds import Kinds, lesson_of_every_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def kinds(small) -> Kinds:
    return lesson_of_every_kind(small.module)


def errors(page: str) -> list[tuple[str, str]]:
    """The links of the error summary: where to, and the words."""
    found = re.search(r'<section class="errors".*?</section>', page, re.S)
    return re.findall(r'<a href="#([^"]+)">(.*?)</a>', found[0], re.S) if found else []


@pytest.mark.parametrize("kind", [kind for kind in MAKERS if kind not in {"assignment"}])
def test_it_asks_for_an_answer_first(as_noor, kinds, kind):
    sent = kinds.post(as_noor, kind, {})
    assert sent.status_code == 302
    page = as_noor.get(sent.url).content.decode()
    assert "<title>Fout:" in page
    links = errors(page)
    assert links
    assert all(f'id="{anchor}"' in page for anchor, _words in links)
    assert not Attempt.objects.exists()


def test_it_keeps_what_was_typed_and_leads_to_what_is_empty(as_noor, kinds):
    first, second = kinds.exercise("gaps").gaps
    sent = kinds.post(as_noor, "gaps", {f"answer-{first.uid}": ("<b>clientondersteuner",)})
    for url in (sent.url, sent.url, kinds.url("gaps")):
        page = as_noor.get(url).content.decode()
        assert 'value="&lt;b&gt;clientondersteuner"' in page
    page = as_noor.get(sent.url).content.decode()
    assert errors(page) == [("vak-2", "Je kiest geen … – Vul hier nog iets in.")]
    assert page.count('aria-invalid="true"') == 1
    kinds.post(as_noor, "gaps", {f"answer-{first.uid}": ("maatje",), f"answer-{second.uid}": ("kant",)})
    page = as_noor.get(sent.url).content.decode()
    assert errors(page) == []
    assert "clientondersteuner" not in page
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize("blank", ["   ", "\x00", "\t\n"])
def test_it_takes_a_blank_for_empty(as_noor, kinds, blank):
    given = dict.fromkeys(kinds.exercise("gaps").solution(), (blank,))
    sent = kinds.post(as_noor, "gaps", given)
    assert len(errors(as_noor.get(sent.url).content.decode())) == 2


def test_it_keeps_a_text_with_a_character_that_no_database_knows(as_noor, kinds):
    given = dict.fromkeys(kinds.exercise("gaps").solution(), ("ka\x00nt",))
    assert kinds.post(as_noor, "gaps", given).status_code == 302
    assert "kant" in str(Attempt.objects.get().response)


@pytest.mark.parametrize("kind", ["match", "sort"])
def test_it_keeps_what_was_chosen(as_noor, kinds, kind):
    name, value = next(iter(kinds.exercise(kind).solution().items()))
    page = as_noor.get(kinds.post(as_noor, kind, {name: value}).url).content.decode()
    assert len(re.findall(r"\b(?:selected|checked)>", page)) == 1
    assert len(errors(page)) == len(kinds.exercise(kind).solution()) - 1


def test_it_asks_for_another_place_when_two_are_the_same(as_noor, kinds):
    items = kinds.exercise("order").shown
    given = {f"place-{item.uid}": (str(max(at, 2)),) for at, item in enumerate(items, start=1)}
    page = as_noor.get(kinds.post(as_noor, "order", given).url).content.decode()
    assert [words.rsplit(" – ")[1] for _a, words in errors(page)] == ["Deze plaats is twee keer gekozen."] * 2
    assert page.count(" selected>") == 4
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("value", ["0", "-1", "x", "9" * 30, "²", ""])
def test_it_answers_a_place_that_is_none_with_a_page(as_noor, kinds, value):
    given = {f"place-{item.uid}": (value,) for item in kinds.exercise("order").items}
    assert as_noor.get(kinds.post(as_noor, "order", given).url).status_code == 200
    assert not Attempt.objects.exists()


def test_it_keeps_what_was_filled_in_when_the_exercise_changed_meanwhile(as_noor, kinds):
    given = dict.fromkeys(kinds.exercise("gaps").solution(), ("kant",))
    sentences = kinds.blocks["gaps"]["value"]["sentences"]
    kinds.change("gaps", sentences=[sentences[0], *MAKERS["gaps"]()["value"]["sentences"][:1]])
    sent = kinds.post(as_noor, "gaps", given)
    page = as_noor.get(sent.url).content.decode()
    assert "Deze les is net veranderd." in page
    assert page.count('value="kant"') == 1
    assert errors(page) == []
    assert not Attempt.objects.exists()


def test_it_keeps_half_an_answer_of_one_exercise_apart_from_another(as_noor, kinds):
    name = next(iter(kinds.exercise("gaps").solution()))
    kinds.post(as_noor, "gaps", {name: ("half",)})
    assert "half" not in kinds.page(as_noor, "match")
    assert 'value="half"' in kinds.page(as_noor, "gaps")


def test_it_remembers_no_more_than_a_page_holds(as_noor, kinds):
    given = {f"answer-{at}": ("x" * 300,) for at in range(300)}
    kinds.post(as_noor, "gaps", given)
    kept = as_noor.session["half_answer"]["fields"]
    assert len(kept) <= 200
    assert all(len(value) <= 200 for values in kept.values() for value in values)


def test_it_shows_a_stranger_nothing(client, vera, kinds, sign_in):
    sign_in(client, vera)
    for given in ({}, {"place-x": ("1",)}, {"answer": ("x",)}):
        assert kinds.post(client, "gaps", given).status_code == 404
    assert "half_answer" not in client.session
